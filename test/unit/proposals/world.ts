/**
 * Two devices, one shop, and everybody who may ask for another time. Real: the store, the verdicts and the
 * memory adapter with its rules for slots. Simulated: time, and a network that loses and delays.
 */
import assert from 'node:assert/strict';
import { AdapterError, type OrderAdapter } from '../../../src/adapter/index.js';
import { memory, type MemoryAdapter } from '../../../src/adapters/memory/memory.js';
import type {
  AnswerCommand,
  ChooseCommand,
  Constraint,
  DeliveryPromise,
  Order,
  Revision,
  SlotCommand,
  SlotList,
  Window,
} from '../../../src/model/index.js';
import {
  Orders,
  Slots,
  Store,
  type Environment,
  type SlotActionState,
} from '../../../src/store/index.js';
import { orderVerdict, slotVerdict } from '../../../src/verdicts/index.js';
import { VirtualTime } from '../schedules/time.ts';

const REFERENCE = 'CH-77';
const PROMISE = 'promise-1';
const LOCALE = 'en';
const OPENED = Date.parse('2026-11-23T11:45:00+01:00');
/** Milliseconds after the end of its connection at which a request can still arrive. */
const LATEST = 4_900;
/** Milliseconds in which everything that was said has been heard, by those that only ask now and then too. */
const SETTLED = 180_000;

const iso = (epoch: number): string => new Date(epoch).toISOString();

/** One of the windows that can be proposed or picked: some are ruled out, one is within what was agreed. */
export const windowOf = (index: number): Window => {
  const [date, from, before] = [
    ['26', '10', '11'],
    ['27', '07', '14'],
    ['28', '07', '14'],
    ['30', '08', '10'],
  ][index]! as [string, string, string];
  return {
    kind: 'slot',
    from: `2026-11-${date}T${from}:00:00+01:00`,
    before: `2026-11-${date}T${before}:00:00+01:00`,
    timeZone: 'Europe/Zurich',
  };
};

const FIRST: DeliveryPromise = {
  id: PROMISE,
  kind: 'slot',
  from: '2026-11-26T07:00:00+01:00',
  before: '2026-11-26T14:00:00+01:00',
  timeZone: 'Europe/Zurich',
  madeAt: '2026-11-20T16:20:00+01:00',
  agreed: true,
  source: { kind: 'shop' },
};
const CONSTRAINTS: readonly Constraint[] = [{ weekday: 'saturday' }];

const SLOTS: SlotList = {
  timeZone: 'Europe/Zurich',
  slots: [0, 1, 3].map((index) => ({
    slotId: String(index),
    from: windowOf(index).from!,
    before: windowOf(index).before!,
    capacity: 100,
  })),
};

/** What becomes of a command on the way. */
export interface Fate {
  /** Milliseconds until it is at the shop; `undefined`: it never is. */
  readonly there: number | undefined;
  /** Milliseconds after which the device hears, the answer or the end of its connection. */
  readonly back: number;
  readonly heard: 'answer' | 'nothing' | 'reset';
}

/** Bugs that somebody could write: at the shop, in the client, or in the verdict. */
export type Fault =
  | 'silence is consent'
  | 'the last answer wins'
  | 'the promise is rewritten'
  | 'an answer after its time counts'
  | 'the answer is shown before it counts'
  | 'a proposal counts'
  | 'what was imposed counts'
  | 'a lost answer was not sent';

/** What the rules say, told a second time: by whom each change was settled, and what counts. */
interface Ledger {
  readonly states: Map<string, Revision['state']>;
  /** Windows in the order in which they began to count; the first is the first promise. */
  readonly agreed: Window[];
  /** What customers have pressed or said, by revision: without it nothing may ever be accepted. */
  readonly consents: Set<string>;
}

/** What the screen of a device is made from. */
export interface Screen {
  readonly order: Order | undefined;
  readonly action: SlotActionState | undefined;
}

class Device implements Environment {
  readonly #world: World;
  readonly store: Store;
  readonly name: string;
  readonly #listeners = new Set<() => void>();
  /** Two devices never draw the same keys. */
  #random: number;
  isOnline = true;
  fate: Fate = { there: 20, back: 40, heard: 'answer' };
  /** Versions of the order that were shown, which never go back. */
  #version = 0;

  constructor(world: World, name: string, live: boolean) {
    this.#world = world;
    this.name = name;
    this.#random = name.length / 100;
    this.store = new Store(this.#adapter(live), this);
    this.store.part(Orders).watch(REFERENCE, LOCALE, () => this.#look());
    this.store.part(Slots).watchActions(() => this.#look());
  }

  monotonic = (): number => this.#world.time.now;
  /** A device's own clock is not to be trusted. */
  wallClock = (): number => OPENED + this.#world.time.now - 7 * 3_600_000;
  timer = (run: () => void, delay: number): (() => void) => this.#world.time.after(delay, run);
  random = (): number => (this.#random = (this.#random + 0.37137) % 1);
  read = (): undefined => undefined;
  write = (): void => {};
  visible = (): boolean => true;
  online = (): boolean => this.isOnline;
  onChange = (run: () => void): (() => void) => {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  };
  warn = (message: string): void => this.#world.check(false, message);

  connect(online: boolean): void {
    this.isOnline = online;
    for (const listener of [...this.#listeners]) listener();
  }

  get screen(): Screen {
    return {
      order: this.store.part(Orders).state(REFERENCE, LOCALE).order,
      action: this.store.part(Slots).action(REFERENCE),
    };
  }

  /** What the customer sees as agreed. */
  agreed(order: Order): Window | undefined {
    const { fault } = this.#world;
    const promise = order.promises![0]!;
    const { action } = this.screen;
    const revisions = promise.revisions ?? [];
    if (fault === 'a proposal counts') return revisions.at(-1)?.window ?? promise;
    if (fault === 'what was imposed counts')
      return (
        revisions.findLast(({ state }) => state === 'accepted' || state === 'imposed')?.window ??
        promise
      );
    if (
      fault === 'the answer is shown before it counts' &&
      action?.command.type === 'answer' &&
      action.command.answer === 'accept'
    ) {
      const { revision } = action.command;
      return revisions.find(({ id }) => id === revision)?.window;
    }
    return slotVerdict(promise, order.constraints, this.#world.now).agreed;
  }

  /** Nothing is shown that the shop has not said, at any moment (R7). */
  #look(): void {
    const { order, action } = this.screen;
    if (!order) return;
    this.#world.check(order.version! >= this.#version, `${this.name} goes back`);
    this.#version = order.version!;
    const world = this.#world;
    const said = world.said.get(order.version!);
    world.check(said !== undefined, `${this.name} shows a copy that the shop never gave`);
    world.check(same(this.agreed(order), said), `${this.name} shows what does not count`);
    if (!action) return;
    const { command } = action;
    const phase =
      world.fault === 'a lost answer was not sent' && action.phase === 'unknown'
        ? 'not-sent'
        : action.phase;
    if (phase === 'not-sent')
      world.check(!world.arrived.has(command), `${this.name} says "not sent" of what arrived`);
    if (phase === 'done')
      world.check(world.taken.has(command), `${this.name} says "done" of what is not`);
  }

  #adapter(live: boolean): OrderAdapter {
    const { shop, time } = this.#world;
    return {
      order: async (reference, request) => {
        await this.#wait(15);
        const answer = await shop.order(reference, request);
        await this.#wait(15);
        return answer;
      },
      slots: shop.slots!,
      act: (command, request) =>
        new Promise((resolve, reject) => {
          const { there, back, heard } = this.fate;
          this.fate = { there: 20, back: 40, heard: 'answer' };
          if (!this.isOnline) return reject(new AdapterError('offline'));
          let answer: ReturnType<OrderAdapter['act'] & {}> | undefined;
          let ended = Infinity;
          const end = (): void => void (ended = Math.min(ended, time.now));
          request.signal.addEventListener('abort', end);
          if (there !== undefined)
            time.after(there, () => {
              if (time.now > ended + LATEST) return;
              answer = this.#world.receive(command as SlotCommand, { ...request, signal: NEVER });
              answer.catch(() => {});
            });
          if (heard !== 'nothing')
            time.after(heard === 'answer' ? Math.max(back, (there ?? 0) + 1) : back, () => {
              if (heard === 'answer' && answer) answer.then(resolve, reject);
              else reject(new AdapterError('unavailable'));
              end();
            });
        }),
      ...(live && { watch: shop.watch }),
    };
  }

  async #wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => void this.#world.time.after(milliseconds, resolve));
    if (!this.isOnline) throw new AdapterError('offline');
  }
}

const NEVER = new AbortController().signal;
const same = (a: Window | undefined, b: Window | undefined): boolean =>
  a?.kind === b?.kind && a?.from === b?.from && a?.before === b?.before;
const plain = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));

/** Everything of a run. */
export class World {
  readonly time = new VirtualTime();
  readonly fault: Fault | undefined;
  readonly shop: MemoryAdapter;
  readonly devices: readonly [Device, Device];
  /** What counted in each version of the order. */
  readonly said = new Map<number, Window>();
  readonly arrived = new Set<SlotCommand>();
  readonly taken = new Set<SlotCommand>();
  readonly #ledger: Ledger = { states: new Map(), agreed: [FIRST], consents: new Set() };
  #made = 0;
  #truth!: Order;
  #violation: string | undefined;

  constructor(live: boolean, fault: Fault | undefined) {
    this.fault = fault;
    this.shop = memory({
      orders: [
        {
          reference: REFERENCE,
          version: 1,
          timeZone: 'Europe/Zurich',
          promises: [FIRST],
          constraints: [...CONSTRAINTS],
        },
      ],
      now: () => this.now,
      slots: SLOTS,
    });
    this.#change((revisions) => revisions);
    this.devices = [new Device(this, 'phone', true), new Device(this, 'tablet', live)];
  }

  get now(): number {
    return OPENED + this.time.now;
  }

  /** What is seen in the middle of the store's own work must not be thrown into it. */
  check(holds: boolean, otherwise: string): void {
    if (!holds) this.#violation ??= otherwise;
  }

  async pass(milliseconds: number): Promise<void> {
    let over = false;
    this.time.after(milliseconds, () => (over = true));
    await this.time.pass(() => over);
    if (this.#violation) assert.fail(this.#violation);
  }

  /** The proposals that wait, as the shop has them. */
  get open(): readonly Revision[] {
    return (this.#truth.promises![0]!.revisions ?? []).filter(({ state }) => state === 'proposed');
  }

  /** The proposals that a device shows with answers. */
  answerable(device: Device): readonly Revision[] {
    const { order } = device.screen;
    if (!order) return [];
    return slotVerdict(order.promises![0]!, order.constraints, this.now)
      .proposals.filter(({ answerable }) => answerable)
      .map(({ revision }) => revision);
  }

  /** Somebody asks for, or makes, a change. */
  ask(window: number, state: 'proposed' | 'imposed', patience: number | undefined): void {
    const id = `revision-${++this.#made}`;
    this.#ledger.states.set(id, state);
    this.#change((revisions) => [
      ...revisions,
      {
        id,
        window: windowOf(window),
        state,
        source: { kind: 'carrier', name: 'Alpline' },
        madeAt: iso(this.now),
        ...(patience !== undefined && { answerBy: iso(this.now + patience), ifSilent: 'stands' }),
      },
    ]);
  }

  /** What waits is taken back, runs out, or gives way to another one. */
  end(revision: Revision, state: 'withdrawn' | 'expired' | 'replaced'): void {
    const after = this.fault === 'silence is consent' && state === 'expired' ? 'accepted' : state;
    this.#ledger.states.set(revision.id, state);
    this.#change((revisions) =>
      revisions.map((each) => (each.id === revision.id ? { ...each, state: after } : each)),
    );
  }

  press(device: Device, command: AnswerCommand | ChooseCommand, fate: Fate): void {
    device.fate = fate;
    const slots = device.store.part(Slots);
    if (command.type === 'answer' && command.answer === 'accept')
      this.#ledger.consents.add(command.revision);
    void slots.perform(command, LOCALE);
  }

  answer(revision: Revision, answer: 'accept' | 'keep'): AnswerCommand {
    return { type: 'answer', order: REFERENCE, promise: PROMISE, revision: revision.id, answer };
  }

  choose(slot: number, revision: Revision | undefined): ChooseCommand {
    return {
      type: 'choose',
      order: REFERENCE,
      slot: String(slot),
      promise: PROMISE,
      ...(revision && { revision: revision.id }),
    };
  }

  /** A command is at the shop: it decides, and the second account of its rules does. */
  receive(command: SlotCommand, request: Parameters<OrderAdapter['act'] & {}>[1]) {
    this.arrived.add(command);
    const { revisions = [] } = this.#truth.promises![0]!;
    const faulty = this.#decideBadly(command, revisions);
    this.#expect(command as AnswerCommand | ChooseCommand, revisions);
    const answer = faulty ?? this.shop.act(command, request);
    const read = this.shop.order(REFERENCE, { signal: NEVER, locale: LOCALE, freshness: 'any' });
    return Promise.all([answer, read]).then(([outcome, { order }]) => {
      this.#truth = order;
      this.#note();
      if (outcome.outcome.status === 'done') this.taken.add(command);
      return outcome;
    });
  }

  /** Everybody is there again, and every word is heard. */
  async settle(): Promise<void> {
    for (const device of this.devices) if (!device.isOnline) device.connect(true);
    await this.pass(SETTLED);
    const truth = this.#truth.promises![0]!;
    const { states, agreed, consents } = this.#ledger;

    const { revisions = [], ...first } = truth;
    assert.deepEqual(plain(first), plain(FIRST), 'the first promise is lost');
    for (const { id, state } of revisions)
      if (states.has(id)) {
        if (state === 'accepted') assert.ok(consents.has(id), `nobody agreed to ${id}`);
        assert.equal(state, states.get(id), `${id} is not what was answered first`);
      }
    const verdict = slotVerdict(truth, CONSTRAINTS, this.now);
    assert.ok(same(verdict.agreed, agreed.at(-1)), 'something else counts');
    assert.ok(same(verdict.first, FIRST), 'the first promise is lost');

    for (const device of this.devices) {
      const { order } = device.screen;
      assert.ok(order, `${device.name} shows nothing`);
      assert.equal(order.version, this.#truth.version, `${device.name} shows an old copy`);
      assert.ok(same(device.agreed(order), verdict.agreed), `${device.name} shows something else`);
      const [shown, real] = [order, this.#truth].map((each) =>
        plain([
          slotVerdict(each.promises![0]!, each.constraints, this.now),
          orderVerdict(each, this.now).lead,
        ]),
      );
      assert.deepEqual(shown, real, `${device.name} tells another story`);
    }
  }

  /** The rules once more, in few words: the first answer in time counts, and nothing else does. */
  #expect(command: AnswerCommand | ChooseCommand, revisions: readonly Revision[]): void {
    const { states, agreed } = this.#ledger;
    const asked = revisions.find(({ id }) => id === command.revision);
    const inTime =
      asked &&
      states.get(asked.id) === 'proposed' &&
      this.now < Date.parse(asked.answerBy ?? '2100-01-01T00:00:00Z');
    const settleOthers = (): void => {
      for (const [id, state] of states) if (state === 'proposed') states.set(id, 'replaced');
    };
    if (command.type === 'answer') {
      if (!inTime) return;
      states.set(asked.id, command.answer === 'accept' ? 'accepted' : 'declined');
      if (command.answer === 'keep') return;
      settleOthers();
      agreed.push(asked.window!);
    } else {
      const window = windowOf(Number(command.slot));
      if (same(window, agreed.at(-1))) return;
      if (command.revision !== undefined && !inTime) return;
      if (asked) states.set(asked.id, 'declined');
      settleOthers();
      agreed.push(window);
    }
  }

  /** What a shop with a fault makes of it; `undefined`: this one has none that matters here. */
  #decideBadly(command: SlotCommand, revisions: readonly Revision[]) {
    if (command.type !== 'answer') return undefined;
    const asked = revisions.find(({ id }) => id === command.revision)!;
    const late = this.now >= Date.parse(asked.answerBy ?? '2100-01-01T00:00:00Z');
    const wins =
      this.fault === 'the last answer wins' &&
      (asked.state === 'accepted' || asked.state === 'declined');
    const counts = this.fault === 'an answer after its time counts' && late;
    const rewrites = this.fault === 'the promise is rewritten' && command.answer === 'accept';
    if (!wins && !counts && !(rewrites && asked.state === 'proposed' && !late)) return undefined;
    const state = command.answer === 'accept' ? 'accepted' : 'declined';
    this.#change(
      (before) => before.map((each) => (each.id === asked.id ? { ...each, state } : each)),
      rewrites ? asked.window : undefined,
    );
    return Promise.resolve({ serverNow: iso(this.now), outcome: { status: 'done' as const } });
  }

  #change(
    change: (revisions: readonly Revision[]) => readonly Revision[],
    rewritten?: Window,
  ): void {
    this.shop.updateOrder(REFERENCE, (order) => {
      const promise = order.promises![0]!;
      const revisions = [...change(promise.revisions ?? [])];
      this.#truth = {
        ...order,
        promises: [{ ...promise, ...rewritten, revisions }],
        version: order.version! + 1,
      };
      return this.#truth;
    });
    this.#note();
  }

  /** What counts by the second account, under the version that the shop has now. */
  #note(): void {
    this.said.set(this.#truth.version ?? 1, this.#ledger.agreed.at(-1)!);
  }
}
