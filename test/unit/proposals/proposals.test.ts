/**
 * Proposal × answer × device × timing: two devices answer what others ask for, over a network that loses
 * and delays, and at the end both show what the shop has. What is simulated stands at the top of `world.ts`.
 *
 * 10 runs for each of DOORSTEP_RUNS, 200 in `npm run test:deep`: 1,000 and 20,000 there.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { World, type Fate, type Fault } from './world.ts';

const runs = Number(process.env['DOORSTEP_RUNS'] ?? 100);
const deep = process.env['DOORSTEP_DEEP'] === '1';
const seed = Number(process.env['DOORSTEP_SEED'] ?? 1);

/** A step, told by its name when a run fails. */
class Step implements fc.AsyncCommand<object, World> {
  readonly #words: string;
  readonly #act: (world: World) => void | Promise<void>;

  constructor(words: string, act: (world: World) => void | Promise<void>) {
    this.#words = words;
    this.#act = act;
  }

  check = (): boolean => true;
  run = async (_: object, world: World): Promise<void> => this.#act(world);
  toString = (): string => this.#words;
}

const MINUTE = 60_000;
const window = fc.nat(3);
const device = fc.nat(1);
const which = fc.nat(3);
const of = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
const NAMES = ['phone', 'tablet'];

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate>({ there: 20, back: 40, heard: 'answer' }) },
  {
    weight: 4,
    arbitrary: fc.record<Fate>({
      there: fc.option(fc.constantFrom(5, 300, 4_000, 9_000, 24_000), { nil: undefined }),
      back: fc.constantFrom(10, 400, 6_000, 15_000),
      heard: fc.constantFrom('answer', 'nothing', 'reset'),
    }),
  },
);
const fateWords = ({ there, back, heard }: Fate): string =>
  `(${there === undefined ? 'never arrives' : `arrives after ${there}`}, hears ${heard} after ${back})`;

const steps: fc.Arbitrary<fc.AsyncCommand<object, World>>[] = [
  fc
    .tuple(window, fc.option(fc.constantFrom(3_000, 20_000, 5 * MINUTE), { nil: undefined }))
    .map(
      ([index, patience]) =>
        new Step(`a proposal for window ${index}, to answer in ${patience ?? 'any'} ms`, (world) =>
          world.ask(index, 'proposed', patience),
        ),
    ),
  window.map(
    (index) => new Step(`moved to ${index}`, (world) => world.ask(index, 'imposed', undefined)),
  ),
  fc.tuple(which, fc.constantFrom('withdrawn', 'expired', 'replaced')).map(
    ([index, state]) =>
      new Step(`proposal ${index} is ${state}`, (world) => {
        const revision = of(world.open, index);
        if (revision) world.end(revision, state);
      }),
  ),
  ...(['accept', 'keep'] as const).map((answer) =>
    fc.tuple(device, which, fate).map(
      ([at, index, on]) =>
        new Step(
          `${NAMES[at]} presses ${answer} of proposal ${index} ${fateWords(on)}`,
          (world) => {
            const pressed = world.devices[at]!;
            const revision = of(world.answerable(pressed), index);
            if (revision) world.press(pressed, world.answer(revision, answer), on);
          },
        ),
    ),
  ),
  fc.tuple(which, fate, fate).map(
    ([index, first, second]) =>
      new Step(
        `the phone accepts proposal ${index} ${fateWords(first)}, the tablet keeps ${fateWords(second)}`,
        (world) => {
          for (const [at, answer, on] of [
            [0, 'accept', first],
            [1, 'keep', second],
          ] as const) {
            const pressed = world.devices[at];
            const revision = of(world.answerable(pressed), index);
            if (revision) world.press(pressed, world.answer(revision, answer), on);
          }
        },
      ),
  ),
  fc.tuple(device, fc.constantFrom(0, 1, 3), fc.boolean(), fate).map(
    ([at, slot, answers, on]) =>
      new Step(`${NAMES[at]} picks ${slot} ${fateWords(on)}`, (world) => {
        const pressed = world.devices[at]!;
        const revision = answers ? of(world.answerable(pressed), 0) : undefined;
        world.press(pressed, world.choose(slot, revision), on);
      }),
  ),
  fc
    .tuple(device, fc.boolean())
    .map(
      ([at, online]) =>
        new Step(`${NAMES[at]} ${online ? 'comes back' : 'loses its connection'}`, (world) =>
          world.devices[at]!.connect(online),
        ),
    ),
  fc
    .constantFrom(30, 1_000, 6_000, 25_000, MINUTE, 6 * MINUTE)
    .map((time) => new Step(`${time} ms pass`, (world) => world.pass(time))),
];

const property = (
  fault?: Fault,
): fc.IAsyncPropertyWithHooks<[boolean, Iterable<fc.AsyncCommand<object, World>>]> =>
  fc.asyncProperty(
    fc.boolean(),
    fc.commands(steps, { maxCommands: 24 }),
    async (live, commands) => {
      const world = new World(live, fault);
      await world.pass(100);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
      await world.settle();
    },
  ) as never;

describe('R5, R6, R7: whatever is proposed, answered and lost', () => {
  test('both devices end with the shop’s word, silence is never consent, the first promise stays', async () => {
    await fc.assert(property(), { numRuns: runs * (deep ? 200 : 10), seed });
  });
});

describe('The runs find what is wrong', () => {
  const faults: readonly (readonly [Fault, RegExp])[] = [
    ['silence is consent', /does not count|nobody agreed|something else counts/],
    ['the last answer wins', /not what was answered first|does not count|something else counts/],
    ['the promise is rewritten', /the first promise is lost|does not count/],
    [
      'an answer after its time counts',
      /not what was answered first|does not count|something else counts|nobody/,
    ],
    ['the answer is shown before it counts', /shows what does not count|shows something else/],
    ['a proposal counts', /shows what does not count/],
    ['what was imposed counts', /shows what does not count/],
    ['a lost answer was not sent', /says "not sent" of what arrived/],
  ];
  for (const [fault, found] of faults)
    test(fault, async (context) => {
      const { failed, numRuns, errorInstance } = await fc.check(property(fault), {
        numRuns: 5000,
        // Whether a fault is found must not be luck.
        seed: 1,
        endOnFailure: true,
      });
      assert.ok(failed, 'not found in 5000 runs');
      assert.match(String(errorInstance), found);
      context.diagnostic(`found by run ${numRuns}: ${String(errorInstance).split('\n')[0]}`);
    });
});
