import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand, sendKeys } from '@web/test-runner-commands';
import { cellOf, heldUntil, NOW, slot, week, ZONE } from '../../demo/picker-states.js';
import { AdapterError, type OrderAdapter } from '../../src/adapter/index.js';
import '../../src/elements/slot-picker/define.js';
import type { DoorstepSlotPicker } from '../../src/elements/slot-picker/slot-picker.js';
import type { Command, Order, Outcome, Slot, SlotList, SlotQuery } from '../../src/model/index.js';
import {
  all,
  button,
  clockFrom,
  fakeTime,
  focused,
  guard,
  isChromium,
  isFirefox,
  one,
  place,
  plain,
  region,
  screen,
  sentence,
  settle,
  tick,
  warnings,
  which,
} from './help.js';

guard();

interface Shop extends OrderAdapter {
  /** What is answered from now on. */
  list: SlotList | undefined;
  /** Whether it answers questions at all. */
  isThere: boolean;
  readonly now: () => number;
  readonly asked: SlotQuery[];
  readonly acted: Command[];
  /** Tells of a change. */
  tell(): void;
}

type Does = (command: Command) => Outcome | Promise<Outcome> | undefined;

/** A backend that lists slots and does what it is told; its clock runs from NOW on. */
const shop = (list: SlotList = week(), does: Does = () => undefined, cannotAct = false): Shop => {
  const now = clockFrom(NOW);
  const serverNow = (): string => new Date(now()).toISOString();
  const asked: SlotQuery[] = [];
  const acted: Command[] = [];
  const told = new Set<() => void>();
  const made: Shop = {
    list,
    isThere: true,
    now,
    asked,
    acted,
    tell: () => told.forEach((notify) => notify()),
    order: () => Promise.reject(new AdapterError('not-found')),
    async slots(query) {
      asked.push(query);
      if (!made.list || !made.isThere) throw new AdapterError('unavailable');
      const { from = '' } = query;
      const later = made.list.slots.filter((each) => !from || each.from >= from);
      return {
        serverNow: serverNow(),
        slots: { observedAt: serverNow(), ...made.list, slots: later },
      };
    },
    ...(!cannotAct && {
      async act(command) {
        acted.push(command);
        return {
          serverNow: serverNow(),
          outcome: (await does(command)) ?? { status: 'done', reference: 'SH-1' },
        };
      },
    }),
    watch(topics, notify, alive) {
      const change = (): void => notify({ topic: 'slots' });
      told.add(change);
      alive(true);
      return () => told.delete(change);
    },
  };
  return made;
};

const fresh = (change: Partial<SlotList> = {}): SlotList =>
  week({ observedAt: undefined, ...change, ...(!('observedAt' in change) && { observedAt: NOW }) });

const stand = async (
  adapter: OrderAdapter,
  properties: Partial<DoorstepSlotPicker> = {},
  parent: HTMLElement = place(),
  language = 'en',
): Promise<DoorstepSlotPicker> => {
  const picker = document.createElement('doorstep-slot-picker');
  Object.assign(picker, { adapter, ...properties });
  picker.lang = language;
  parent.append(picker);
  await settle(picker);
  return picker;
};

const press = async (picker: DoorstepSlotPicker, slotId: string): Promise<void> => {
  cellOf(picker, slotId)!.click();
  await settle(picker);
};
const aloud = (picker: Element, slotId: string): string => {
  const cell = cellOf(picker, slotId)!;
  return plain(
    cell.getAttribute('aria-label') ?? cell.querySelector('.visually-hidden')!.textContent,
  );
};
const notice = (picker: Element): string =>
  plain(one(picker, '[part="notice"]')?.textContent ?? '');
const selected = (picker: Element): string[] =>
  all(picker, '[aria-selected="true"]').map(({ dataset }) => dataset['key']!);
const key = (): string | undefined => (focused() as HTMLElement | undefined)?.dataset['key'];

const SPACE = isFirefox ? ' ' : 'Space';

const FRIDAY = ['2026-11-27T10:00:00+01:00', '2026-11-27T12:00:00+01:00'] as const;
const HELD = heldUntil('2026-11-23T11:32:00+01:00');
const holds: Does = ({ type }) => (type === 'hold' ? HELD : undefined);

describe('<doorstep-slot-picker> keeps the rules', () => {
  describe('what is chosen', () => {
    it('R12: nothing is chosen beforehand, not even the earliest, and nothing is asked', async () => {
      const adapter = shop();
      const picker = await stand(adapter, { order: 'CH-77' });
      expect(sentence(picker)).to.equal('When shall we bring it?');
      expect(selected(picker)).to.deep.equal([]);
      expect(picker.value).to.equal(undefined);
      expect(one(picker, '[part="take"]')).to.equal(undefined);
      expect(adapter.acted).to.deep.equal([]);
    });

    it('what is chosen is held, and says until when in words', async () => {
      const adapter = shop(week(), holds);
      const picker = await stand(adapter, { order: 'CH-77' });
      const seen: string[] = [];
      for (const type of ['input', 'change'])
        picker.addEventListener(type, () => seen.push(`${type} ${picker.value}`));
      await press(picker, '27-10');
      expect(seen).to.deep.equal(['input 27-10', 'change 27-10']);
      expect(adapter.acted).to.deep.equal([{ type: 'hold', order: 'CH-77', slot: '27-10' }]);
      expect(selected(picker)).to.deep.equal(['27-10']);
      expect(notice(picker)).to.equal(
        'Held for you until 11:32. If it runs out we ask again, we never switch it.',
      );
      expect(plain(region()!.textContent)).to.equal(notice(picker));
      await press(picker, '27-10');
      expect(adapter.acted).to.have.length(1);
    });

    it('of two quick choices the last is held in the end', async () => {
      let answer = (_: Outcome): void => {};
      const adapter = shop(week(), ({ type }) =>
        type === 'hold' ? new Promise((resolve) => (answer = resolve)) : undefined,
      );
      const picker = await stand(adapter);
      await press(picker, '27-10');
      await press(picker, '26-10');
      await press(picker, '30-12');
      expect(adapter.acted).to.have.length(1);
      answer(HELD);
      await settle(picker);
      expect(adapter.acted.slice(1)).to.deep.equal([{ type: 'hold', slot: '30-12' }]);
      expect(notice(picker)).not.to.contain('Held for you until');
      answer(HELD);
      await settle(picker);
      expect(notice(picker)).to.contain('Held for you until');
      expect(selected(picker)).to.deep.equal(['30-12']);
    });

    it('what was just taken is said, nothing takes its place, and the rest is up to date', async () => {
      const adapter = shop(week(), ({ type }) =>
        type === 'hold' ? { status: 'refused', code: 'taken' } : undefined,
      );
      const picker = await stand(adapter, { name: 'slot', required: true });
      adapter.list = week({ slots: [slot('26', 7, 10), slot('27', 10, 12, { capacity: 0 })] });
      let changes = 0;
      cellOf(picker, '27-10')!.click();
      picker.addEventListener('change', () => changes++);
      await settle(picker);
      expect(notice(picker)).to.equal(
        'Fri 27 Nov, 10:00–12:00 has just been taken. Nothing is chosen now.',
      );
      expect(plain(region()!.textContent)).to.equal(notice(picker));
      expect(selected(picker)).to.deep.equal([]);
      expect(picker.value).to.equal(undefined);
      expect(picker.validity.valueMissing).to.equal(true);
      expect(changes).to.equal(1);
      expect(aloud(picker, '27-10')).to.equal('Friday 27 November, from 10 to 12, just taken');
      expect(cellOf(picker, '27-10')!.ariaDisabled).to.equal('true');
      await press(picker, '27-10');
      expect(picker.value).to.equal(undefined);
    });

    it('a live change that takes the chosen slot says so; a held one stays', async () => {
      for (const isHeld of [false, true]) {
        const time = fakeTime();
        const adapter = shop(week(), isHeld ? holds : undefined, !isHeld);
        const picker = await stand(adapter);
        cellOf(picker, '26-10')!.click();
        await time.pass(10);
        await settle(picker);
        adapter.list = week({ slots: [slot('26', 7, 10), slot('26', 10, 12, { capacity: 0 })] });
        adapter.tell();
        await time.pass(3000);
        await settle(picker);
        expect(picker.value, `${isHeld}`).to.equal(isHeld ? '26-10' : undefined);
        if (!isHeld)
          expect(notice(picker)).to.equal(
            'Thu 26 Nov, 10:00–12:00 has just been taken. Nothing is chosen now.',
          );
        time.restore();
        picker.remove();
      }
    });

    it('R5: other times under the same identifier are another slot, and what is gone is not called taken', async () => {
      const lists: SlotList[] = [
        week({ slots: [slot('26', 7, 10), slot('27', 14, 16, { slotId: '27-10' })] }),
        week({ slots: [slot('26', 7, 10)] }),
      ];
      for (const list of lists) {
        const time = fakeTime();
        const adapter = shop(week(), undefined, true);
        const picker = await stand(adapter);
        cellOf(picker, '27-10')!.click();
        await time.pass(10);
        await settle(picker);
        adapter.list = list;
        adapter.tell();
        await time.pass(3000);
        await settle(picker);
        expect(picker.value).to.equal(undefined);
        expect(notice(picker)).to.equal(
          'Fri 27 Nov, 10:00–12:00 can no longer be had. Nothing is chosen now.',
        );
        time.restore();
        picker.remove();
      }
    });

    it('a hold that runs out says so and asks; the choice is not switched', async () => {
      const time = fakeTime();
      const adapter = shop(week({ maxAge: 86_400 }), holds);
      const picker = await stand(adapter, { order: 'CH-77' });
      cellOf(picker, '27-10')!.click();
      await time.pass(10);
      await settle(picker);
      expect(notice(picker)).to.contain('Held for you until 11:32.');
      await time.pass(11 * 60_000 + 58_000);
      await settle(picker);
      expect(notice(picker)).to.contain('Held for you until 11:32.');
      await time.pass(3000);
      await settle(picker);
      expect(notice(picker)).to.equal(
        'The hold on Fri 27 Nov, 10:00–12:00 ended at 11:32. It is not held any more, and others may take it.',
      );
      expect(plain(region()!.textContent)).to.equal(notice(picker));
      expect(selected(picker)).to.deep.equal(['27-10']);
      button(picker, 'Hold it again')!.click();
      await time.pass(10);
      await settle(picker);
      expect(adapter.acted.filter(({ type }) => type === 'hold')).to.have.length(2);
    });

    it('R9: what the customer holds already is what is chosen, after a reload too', async () => {
      const adapter = shop(
        week({
          slots: [slot('27', 10, 12, { capacity: 0 }), slot('27', 12, 14)],
          hold: { reference: 'SH-7', slotId: '27-10', until: '2026-11-23T11:32:00+01:00' },
        }),
      );
      const picker = await stand(adapter, { order: 'CH-77' });
      expect(selected(picker)).to.deep.equal(['27-10']);
      expect(notice(picker)).to.contain('Held for you until 11:32.');
      expect(adapter.acted).to.deep.equal([]);
    });

    it('the page may object before anything is sent', async () => {
      const adapter = shop(week(), holds);
      const picker = await stand(adapter);
      picker.addEventListener('doorstep-action-request', (event) => event.preventDefault());
      await press(picker, '27-10');
      expect(adapter.acted).to.deep.equal([]);
      expect(notice(picker)).to.equal('You chose Fri 27 Nov, 10:00–12:00. It is not held for you.');
    });

    it('R3: where nobody knows whether it is held, that is said', async () => {
      const picker = await stand(shop(week(), () => ({ status: 'unknown' })));
      await press(picker, '27-10');
      expect(notice(picker)).to.equal('We do not know whether it is held for you.');
    });

    it('a backend that cannot act makes a plain control of it, and is asked before it is relied on', async () => {
      const adapter = shop(week(), undefined, true);
      const picker = await stand(adapter);
      const asked = adapter.asked.length;
      await press(picker, '27-10');
      expect(adapter.asked.length).to.equal(asked + 1);
      expect(notice(picker)).to.contain('It is not held for you.');
      expect(button(picker, 'Change')).to.equal(undefined);
    });
  });

  describe('for an order', () => {
    const agreed = {
      kind: 'slot',
      from: '2026-11-26T07:00:00+01:00',
      before: '2026-11-26T14:00:00+01:00',
      timeZone: ZONE,
    } as const;

    it('one button takes it, the other keeps what is agreed', async () => {
      const adapter = shop(week(), holds);
      const picker = await stand(adapter, {
        order: 'CH-77',
        promise: 'delivery',
        revision: 'r-1',
        agreed,
      });
      const outcomes: unknown[] = [];
      let kept = 0;
      picker.addEventListener('doorstep-outcome', (event) =>
        outcomes.push((event as CustomEvent<{ command: Command }>).detail.command.type),
      );
      picker.addEventListener('doorstep-keep', () => kept++);
      expect(plain(one(picker, '[part="keep"]')!.textContent)).to.equal(
        'Keep Thu 26 Nov, 07:00–14:00',
      );
      await press(picker, '27-10');
      const take = one(picker, '[part="take"]')!;
      expect(plain(take.textContent)).to.equal('Take Fri 27 Nov, 10:00–12:00');
      expect(take.getBoundingClientRect().width).to.equal(
        one(picker, '[part="keep"]')!.getBoundingClientRect().width,
      );
      take.click();
      take.click();
      await settle(picker);
      expect(adapter.acted[1]).to.deep.equal({
        type: 'choose',
        order: 'CH-77',
        slot: '27-10',
        promise: 'delivery',
        revision: 'r-1',
      });
      expect(adapter.acted).to.have.length(2);
      expect(outcomes).to.deep.equal(['hold', 'choose']);
      expect(notice(picker)).to.equal('Fri 27 Nov, 10:00–12:00 is agreed. Reference SH-1.');
      expect(one(picker, '[part="take"]')).to.equal(undefined);
      expect(kept).to.equal(0);
    });

    it('R12: taking and keeping weigh the same; alone, taking is the one filled button', async () => {
      const looks = (element: HTMLElement): string[] => {
        const { backgroundColor, color, fontSize, fontWeight, borderColor } =
          getComputedStyle(element);
        return [backgroundColor, color, fontSize, fontWeight, borderColor];
      };
      const both = await stand(shop(week(), holds), { order: 'CH-77', agreed });
      await press(both, '27-10');
      expect(looks(one(both, '[part="take"]')!)).to.deep.equal(looks(one(both, '[part="keep"]')!));
      const alone = await stand(shop(week(), holds), { order: 'CH-77' });
      await press(alone, '27-10');
      expect(looks(one(alone, '[part="take"]')!)).not.to.deep.equal(
        looks(one(both, '[part="keep"]')!),
      );
    });

    it('what a time costs is said before it is chosen, where it is taken, and to the page', async () => {
      const price = { amount: 1500, currency: 'CHF' };
      const picker = await stand(
        shop(week({ slots: [slot('26', 7, 10), slot('26', 10, 12, { price })] }), holds),
        { order: 'CH-77', agreed },
      );
      expect(plain(cellOf(picker, '26-10')!.querySelector('small')!.textContent)).to.equal(
        'CHF 15.00',
      );
      expect(aloud(picker, '26-10')).to.equal(
        'Thursday 26 November, from 10 to 12, free, CHF 15.00',
      );
      expect(picker.chosen).to.equal(undefined);
      await press(picker, '26-10');
      expect(plain(one(picker, '[part="take"]')!.textContent)).to.equal(
        'Take Thu 26 Nov, 10:00–12:00, CHF 15.00',
      );
      expect(picker.chosen?.price).to.deep.equal(price);
      one(picker, '[part="keep"]')!.click();
      await settle(picker);
      expect(picker.chosen).to.equal(undefined);
    });

    it('R10: inside another element too, nothing free is said, with later days or a person', async () => {
      const none = [slot('26', 7, 10, { capacity: 0 })];
      const more = await stand(shop(week({ slots: none, closed: [], next: '2026-12-01' })), {
        order: 'CH-77',
        embedded: true,
      });
      expect(screen(more)).to.contain('No time is free in these days.');
      expect(button(more, 'Later days')).to.exist;
      expect(one(more, '[part="contact"]')).to.equal(undefined);
      const last = await stand(shop(week({ slots: none, closed: [] })), {
        order: 'CH-77',
        embedded: true,
      });
      expect(screen(last)).to.contain('No time is free in these days.');
      expect(button(last, 'Later days')).to.equal(undefined);
      expect(plain(one(last, '[part="contact"]')!.textContent)).to.contain('022 555 01 42');
      const some = await stand(shop(), { order: 'CH-77', embedded: true });
      expect(screen(some)).not.to.contain('No time is free');
    });

    it('keeping chooses nothing and gives the hold back', async () => {
      const adapter = shop(week(), holds);
      const picker = await stand(adapter, { order: 'CH-77', agreed });
      let kept = 0;
      picker.addEventListener('doorstep-keep', () => kept++);
      await press(picker, '27-10');
      one(picker, '[part="keep"]')!.click();
      await settle(picker);
      expect(kept).to.equal(1);
      expect(picker.value).to.equal(undefined);
      expect(adapter.acted.at(-1)).to.deep.equal({ type: 'release', hold: 'SH-1' });
    });

    it('R7: an answer that is lost is not called failed, a refusal is told in the backend’s words', async () => {
      const told: [Outcome, string][] = [
        [
          { status: 'unknown' },
          'We do not know whether your choice arrived. What the shop has recorded counts. We ask it again.',
        ],
        [
          { status: 'pending' },
          'The shop has your choice, Fri 27 Nov, 10:00–12:00. It has not confirmed it yet.',
        ],
        [
          { status: 'refused', code: 'too-late', reason: 'The lorry is loaded.' },
          'The shop has not taken your choice. The lorry is loaded.',
        ],
        [{ status: 'none' }, 'Your choice was not sent. The shop’s system did not take it.'],
        [
          { status: 'refused', code: 'taken' },
          'Fri 27 Nov, 10:00–12:00 has just been taken. Nothing is chosen now.',
        ],
        [
          { status: 'refused', code: 'past' },
          'Fri 27 Nov, 10:00–12:00 can no longer be had. Nothing is chosen now.',
        ],
      ];
      for (const [outcome, words] of told) {
        const adapter = shop(week(), ({ type }) => (type === 'choose' ? outcome : HELD));
        const picker = await stand(adapter, { order: 'CH-77' });
        await press(picker, '27-10');
        one(picker, '[part="take"]')!.click();
        await settle(picker);
        expect(notice(picker)).to.equal(words);
      }
    });

    it('R7: of a hold, a choice and a rule whose answer was lost it is found out what became of them', async () => {
      const time = fakeTime();
      for (const [lost, arrives, unsure, words] of [
        ['hold', true, 'We do not know whether it is held for you.', 'Held for you until 11:32.'],
        ['hold', false, 'We do not know whether it is held for you.', 'It is not held for you.'],
        [
          'choose',
          true,
          'We do not know whether your choice arrived.',
          'Fri 27 Nov, 10:00–12:00 is agreed.',
        ],
        [
          'choose',
          false,
          'We do not know whether your choice arrived.',
          'Your choice, made today at 11:20, did not reach the shop. Nothing has changed. Press once more.',
        ],
        [
          'constrain',
          true,
          'We do not know whether this was saved.',
          'You ruled out Saturdays and Fridays.',
        ],
        ['constrain', false, 'We do not know whether this was saved.', 'This was not saved.'],
      ] as const) {
        let promises: Order['promises'] = [];
        const adapter: Shop = shop(week({ maxAge: 86_400 }), (command) => {
          if (command.type !== lost) return holds(command);
          if (arrives && command.type === 'hold')
            adapter.list = week({
              hold: {
                slotId: command.slot,
                reference: 'SH-7',
                until: '2026-11-23T11:32:00+01:00',
              },
            });
          if (arrives && command.type === 'constrain')
            adapter.list = week({ constraints: [...command.constraints].reverse() });
          if (arrives && command.type === 'choose')
            promises = [{ id: 'delivery', ...agreed, from: FRIDAY[0], before: FRIDAY[1] }];
          adapter.isThere = false;
          return { status: 'unknown' };
        });
        adapter.order = () =>
          adapter.isThere
            ? Promise.resolve({
                serverNow: new Date(adapter.now()).toISOString(),
                order: { reference: 'CH-77', promises: promises ?? [] },
              })
            : Promise.reject(new AdapterError('unavailable'));
        const picker = await stand(adapter, { order: 'CH-77' });
        if (lost === 'constrain') {
          button(picker, 'Change')!.click();
          await settle(picker);
          (one(picker, 'input[value="friday"]') as HTMLInputElement).click();
          button(picker, 'Save')!.click();
        } else {
          cellOf(picker, '27-10')!.click();
          await time.pass(4000);
          await settle(picker);
          if (lost === 'choose') one(picker, '[part="take"]')!.click();
        }
        await time.pass(4000);
        await settle(picker);
        expect(screen(picker), `${lost} ${arrives}`).to.contain(unsure);
        adapter.isThere = true;
        await time.pass(40_000);
        await settle(picker);
        expect(screen(picker), `${lost} ${arrives}`).to.contain(words);
        expect(screen(picker), `${lost} ${arrives}`).not.to.contain('We do not know whether');
        picker.remove();
      }
    });

    it('R9: what the order says is ruled out is not asked again where the list does not repeat it', async () => {
      const adapter = shop(week({ constraints: undefined }));
      adapter.order = () =>
        Promise.resolve({
          serverNow: NOW,
          order: { reference: 'CH-77', constraints: [{ weekday: 'saturday' }] },
        });
      const picker = await stand(adapter, { order: 'CH-77' });
      expect(screen(picker)).not.to.contain('Are there days');
      expect(screen(picker)).to.contain('You ruled out Saturdays.');
      expect(cellOf(picker, '28-7')).to.equal(undefined);
    });

    it('R10: where nobody knows what was agreed, there is a way back all the same', async () => {
      const picker = await stand(shop(), { order: 'CH-77', embedded: true });
      let kept = 0;
      picker.addEventListener('doorstep-keep', () => kept++);
      expect(plain(one(picker, '[part="keep"]')!.textContent)).to.equal('Keep what was agreed');
      one(picker, '[part="keep"]')!.click();
      expect(kept).to.equal(1);
      expect(one(await stand(shop(), { order: 'CH-77' }), '[part="keep"]')).to.equal(undefined);
    });
  });

  describe('what the customer rules out', () => {
    it('R9: it is asked once, saved, shown with its reason, and never asked again', async () => {
      const adapter: Shop = shop(week({ constraints: undefined }), (command) => {
        if (command.type === 'constrain') adapter.list = week({ constraints: command.constraints });
        return undefined;
      });
      const picker = await stand(adapter, { order: 'CH-77' });
      expect(screen(picker)).to.contain('Are there days or hours when nobody is there?');
      expect(cellOf(picker, '28-7')).to.exist;
      button(picker, 'Yes, I say when')!.focus();
      button(picker, 'Yes, I say when')!.click();
      await settle(picker);
      expect(which(focused())).to.contain('When is nobody there?');
      (one(picker, 'input[value="saturday"]') as HTMLInputElement).click();
      (one(picker, '#morning') as HTMLSelectElement).value = '10:00';
      button(picker, 'Save')!.click();
      await settle(picker);
      expect(adapter.acted).to.deep.equal([
        {
          type: 'constrain',
          order: 'CH-77',
          constraints: [{ weekday: 'saturday' }, { until: '10:00' }],
        },
      ]);
      expect(cellOf(picker, '28-7')).to.equal(undefined);
      expect(screen(picker)).to.contain('Sat 28 Nov You ruled out Saturdays');
      expect(aloud(picker, '26-7')).to.equal(
        'Thursday 26 November, from 7 to 10, ruled out, You ruled out times before 10:00',
      );
      expect(screen(picker)).to.contain('You ruled out Saturdays and times before 10:00. Change');
      expect(screen(picker)).not.to.contain('Are there days');
      button(picker, 'Change')!.click();
      await settle(picker);
      expect((one(picker, 'input[value="saturday"]') as HTMLInputElement).checked).to.equal(true);
      expect((one(picker, '#morning') as HTMLSelectElement).value).to.equal('10:00');
    });

    it('“never” is an answer too, even where the backend does not repeat it', async () => {
      const adapter = shop(week({ constraints: undefined }));
      const picker = await stand(adapter);
      button(picker, 'No, never')!.click();
      await settle(picker);
      expect(adapter.acted).to.deep.equal([{ type: 'constrain', constraints: [] }]);
      expect(screen(picker)).to.contain('You ruled out no day and no hour.');
      expect(screen(picker)).not.to.contain('Are there days');
    });

    it('what the form cannot say is kept, and can be taken out', async () => {
      const others = [{ date: '2026-12-24' }, { weekday: 'monday', from: '12:00' }] as const;
      const adapter = shop(week({ constraints: [{ weekday: 'saturday' }, ...others] }));
      const picker = await stand(adapter);
      button(picker, 'Change')!.click();
      await settle(picker);
      (one(picker, '.wide input') as HTMLInputElement).click();
      button(picker, 'Save')!.click();
      await settle(picker);
      expect(adapter.acted).to.deep.equal([
        { type: 'constrain', constraints: [{ weekday: 'saturday' }, others[1]] },
      ]);
    });

    it('what was not saved is said, and what was answered stays in the form', async () => {
      const adapter = shop(week({ constraints: undefined }), () => ({ status: 'unknown' }));
      const picker = await stand(adapter);
      button(picker, 'Yes, I say when')!.click();
      await settle(picker);
      (one(picker, 'input[value="friday"]') as HTMLInputElement).click();
      button(picker, 'Save')!.click();
      await settle(picker);
      expect(screen(picker)).to.contain('We do not know whether this was saved.');
      expect((one(picker, 'input[value="friday"]') as HTMLInputElement).checked).to.equal(true);
    });

    it('a backend that cannot note it is not asked to', async () => {
      const picker = await stand(shop(week({ constraints: undefined }), undefined, true));
      expect(screen(picker)).not.to.contain('Are there days');
    });
  });

  describe('by keyboard', () => {
    it('the grid pattern: one tab stop, arrows, Home, End, pages, Space and Enter', async () => {
      const adapter = shop(week(), holds);
      const picker = await stand(adapter);
      expect(all(picker, '[role="gridcell"][tabindex="0"]')).to.have.length(1);
      picker.focus();
      expect(key()).to.equal('26-7');
      const walk: [string, string][] = [
        ['ArrowRight', '26-10'],
        ['ArrowRight', '26-12'],
        ['ArrowRight', '26-12'],
        ['ArrowDown', '27-12'],
        ['ArrowDown', '2026-11-28 0'],
        ['ArrowDown', '2026-11-29 0'],
        ['ArrowDown', '30-7'],
        ['End', '30-12'],
        ['Home', '30-7'],
        ['Control+Home', '26-7'],
        ['Control+End', '30-12'],
        ['ArrowDown', '30-12'],
        ['PageUp', '26-12'],
        ['PageDown', '30-12'],
        ['ArrowUp', '2026-11-29 0'],
        ['ArrowLeft', '2026-11-29 0'],
      ];
      for (const [name, wanted] of walk) {
        const [last, control] = name.split('+').reverse();
        // No engine's driver but one can hold a key down.
        if (control)
          focused()!.dispatchEvent(
            new KeyboardEvent('keydown', {
              key: last!,
              ctrlKey: true,
              bubbles: true,
              cancelable: true,
            }),
          );
        else await sendKeys({ press: last! });
        await settle(picker);
        expect(key(), name).to.equal(wanted);
        expect(all(picker, '[role="gridcell"][tabindex="0"]')).to.have.length(1);
      }
      await sendKeys({ press: SPACE });
      await settle(picker);
      expect(picker.value).to.equal(undefined);
      for (const name of ['ArrowDown', 'ArrowRight', SPACE]) await sendKeys({ press: name });
      await settle(picker);
      expect(picker.value).to.equal('30-10');
      await sendKeys({ press: 'ArrowLeft' });
      await sendKeys({ press: 'Enter' });
      await settle(picker);
      expect(picker.value).to.equal('30-7');
      expect(key()).to.equal('30-7');
    });

    it('from right to left the arrows are mirrored', async () => {
      const picker = await stand(shop(), {}, place({ dir: 'rtl' }));
      picker.focus();
      await sendKeys({ press: 'ArrowLeft' });
      await settle(picker);
      expect(key()).to.equal('26-10');
      await sendKeys({ press: 'ArrowRight' });
      await settle(picker);
      expect(key()).to.equal('26-7');
      const [first, second] = ['26-7', '26-10'].map((id) =>
        cellOf(picker, id)!.getBoundingClientRect(),
      );
      expect(first!.left).to.be.above(second!.left);
    });

    it('below the last day later days are asked for and reached', async () => {
      const later = slot('30', 10, 12);
      const adapter = shop(week());
      adapter.slots = async (query) => {
        adapter.asked.push(query);
        return {
          serverNow: NOW,
          slots: query.from
            ? week({ slots: [later], closed: [] })
            : week({ slots: [slot('26', 7, 10)], closed: [], next: '2026-11-30' }),
        };
      };
      const picker = await stand(adapter);
      picker.focus();
      await sendKeys({ press: 'ArrowDown' });
      await settle(picker);
      expect(adapter.asked.at(-1)).to.deep.equal({ from: '2026-11-30' });
      expect(key()).to.equal('30-10');
      expect(one(picker, '[part="later"]')).to.equal(undefined);
    });

    it('a link leads to the earliest and to the most precise one, and chooses nothing', async () => {
      const days = Array.from({ length: 12 }, (_, index) =>
        slot(String(10 + index), 7, 10, {
          slotId: `d${index}`,
          from: `2026-12-${10 + index}T07:00:00+01:00`,
          before: `2026-12-${10 + index}T${index === 10 ? '08' : '10'}:00:00+01:00`,
        }),
      );
      const picker = await stand(shop(week({ slots: days, closed: [] })));
      expect(cellOf(picker, 'd10')).to.equal(undefined);
      const [earliest, shortest] = all(picker, '[part="jump"]');
      expect(plain(shortest!.ariaLabel!)).to.equal('Most precise: Sun 20 Dec, 07:00–08:00');
      shortest!.click();
      await settle(picker);
      expect(key()).to.equal('d10');
      earliest!.click();
      await settle(picker);
      expect(key()).to.equal('d0');
      expect(picker.value).to.equal(undefined);
    });
  });

  describe('aloud', () => {
    it('each cell is a sentence, in English and in French', async () => {
      const list = week({
        slots: [
          slot('26', 7.5, 10),
          slot('26', 10, 12, { capacity: 0 }),
          slot('27', 10, 12, { price: { amount: 1200, currency: 'CHF' } }),
          slot('27', 12, 14, { price: { amount: 0, currency: 'CHF' } }),
          slot('30', 7, 10, { unavailable: { code: 'van', reason: 'No van' } }),
          slot('30', 10, 12),
        ],
      });
      const picker = await stand(shop(list));
      const french = await stand(shop(list), {}, place(), 'fr');
      const said: [string, string, string][] = [
        [
          '26-7.5',
          'Thursday 26 November, from 7:30 to 10, free',
          'jeudi 26 novembre, de 7 h 30 à 10 h, libre',
        ],
        [
          '26-10',
          'Thursday 26 November, from 10 to 12, full',
          'jeudi 26 novembre, de 10 h à 12 h, complet',
        ],
        [
          '27-10',
          'Friday 27 November, from 10 to 12, free, CHF 12.00',
          'vendredi 27 novembre, de 10 h à 12 h, libre, 12,00 CHF',
        ],
        [
          '27-12',
          'Friday 27 November, from 12 to 14, free, no charge',
          'vendredi 27 novembre, de 12 h à 14 h, libre, sans supplément',
        ],
        [
          '30-7',
          'Monday 30 November, from 7 to 10, not possible, No van',
          'lundi 30 novembre, de 7 h à 10 h, pas possible, No van',
        ],
        [
          '2026-11-29 0',
          'Sunday 29 November, Alpline does not drive on Sundays',
          'dimanche 29 novembre, Alpline does not drive on Sundays',
        ],
      ];
      for (const [id, english, inFrench] of said) {
        expect(aloud(picker, id)).to.equal(english);
        expect(aloud(french, id)).to.equal(inFrench);
      }
      await press(french, '27-10');
      expect(notice(french)).to.contain('Réservé pour vous.');
      const grid = one(picker, '[role="grid"]')!;
      expect(grid.ariaLabel).to.equal('Delivery times');
      for (const row of all(picker, '[role="row"]'))
        expect(row.querySelectorAll('[role="rowheader"]')).to.have.length(1);
    });

    it('R10: a window that is full shows its hours to the eye, struck, and the reason', async () => {
      const full = week({
        slots: [slot('26', 7, 10), slot('26', 10, 12, { capacity: 0 }), slot('27', 7, 10)],
      });
      const picker = await stand(shop(full));
      const cell = cellOf(picker, '26-10')!;
      expect(plain(cell.querySelector('s')!.textContent)).to.equal('10–12');
      expect(getComputedStyle(cell.querySelector('s')!).textDecorationLine).to.equal(
        'line-through',
      );
      expect(plain(cell.querySelector('small')!.textContent)).to.equal('Full');
      expect(aloud(picker, '26-10')).to.equal('Thursday 26 November, from 10 to 12, full');
      expect(cellOf(picker, '26-7')!.querySelector('s')).to.equal(null);
    });

    it('R3: a window in an hour that comes twice names its zone, to the eye and aloud', async () => {
      const picker = await stand(
        shop(
          week({
            closed: [],
            slots: [
              // The first and the second time the clocks show two.
              {
                slotId: 'a',
                from: '2027-10-31T02:00:00+02:00',
                before: '2027-10-31T02:30:00+02:00',
              },
              {
                slotId: 'b',
                from: '2027-10-31T02:00:00+01:00',
                before: '2027-10-31T03:00:00+01:00',
              },
            ],
          }),
        ),
      );
      const eye = (slotId: string): string =>
        plain(cellOf(picker, slotId)!.querySelector('bdi')!.textContent);
      expect(eye('a')).to.match(
        /^2(:00)?–2:30 (CEST|GMT\+2)$|^2 (CEST|GMT\+2)–2:30 (CEST|GMT\+2)$/,
      );
      expect(eye('b')).to.match(/^2 (CET|GMT\+1)–3 (CET|GMT\+1)$|^2–3 (CET|GMT\+1)$/);
      expect(aloud(picker, 'a')).to.match(/from 2 (CEST|GMT\+2) to 2:30 (CEST|GMT\+2), free$/);
      expect(aloud(picker, 'b')).to.match(/from 2 (CET|GMT\+1) to 3 (CET|GMT\+1), free$/);
    });

    it('on the smallest phone, in French too, the hours of three windows stand on one line each', async () => {
      const parent = place();
      // A card's inside in a page of 320 px.
      parent.style.width = '254px';
      const picker = await stand(
        shop(),
        { order: 'CH-77', embedded: true, value: '27-10' },
        parent,
        'fr',
      );
      const hours = all(picker, '.cell bdi');
      expect(hours.length).to.be.greaterThan(6);
      for (const each of hours)
        expect(each.getClientRects().length, plain(each.textContent)).to.equal(1);
    });

    it('from right to left a fallback to English stands at that side, its full stops at its end', async () => {
      const around = place();
      around.dir = 'rtl';
      const picker = await stand(shop(week(), holds), { required: true }, around, 'ar');
      picker.reportValidity();
      await settle(picker);
      const complaint = all(picker, '.note > span, .note b');
      expect(complaint.length).to.equal(2);
      for (const each of complaint)
        expect(getComputedStyle(each).unicodeBidi).to.equal('plaintext');
      await press(picker, '27-10');
      const words = [...all(picker, '.source > span'), ...all(picker, '.way > span')];
      expect(words.length).to.equal(3);
      for (const each of words) {
        const { unicodeBidi, textAlign } = getComputedStyle(each);
        expect(unicodeBidi).to.equal('plaintext');
        expect(textAlign).to.match(/right$/);
      }
    });

    it('the zone is said where the hours are not those of the reader', async () => {
      const there = new Date().getTimezoneOffset() === 0 ? 'Pacific/Chatham' : 'UTC';
      const at = there === 'UTC' ? 'Z' : '+13:45';
      const picker = await stand(
        shop(
          week({
            timeZone: there,
            closed: [],
            slots: [
              { slotId: 'a', from: `2026-11-27T10:00:00${at}`, before: `2026-11-27T12:00:00${at}` },
            ],
          }),
        ),
      );
      expect(screen(picker)).to.match(/Hours are (Chatham|GMT|Coordinated|UTC).+\./);
      expect(aloud(picker, 'a')).to.contain('from 10 to 12');
    });
  });

  describe('in a form', () => {
    const inForm = async (
      adapter: OrderAdapter,
      properties: Partial<DoorstepSlotPicker> = {},
      language = 'en',
    ): Promise<[HTMLFormElement, DoorstepSlotPicker]> => {
      const form = document.createElement('form');
      const label = document.createElement('label');
      label.htmlFor = 'picker';
      label.textContent = 'When';
      form.append(label);
      place().append(form);
      const picker = await stand(
        adapter,
        { name: 'slot', id: 'picker', ...properties },
        form,
        language,
      );
      return [form, picker];
    };
    const sent = (form: HTMLFormElement): string =>
      new URLSearchParams(new FormData(form) as never).toString();

    it('it submits the slot and its hold, under its name', async () => {
      const [form, picker] = await inForm(shop(week(), holds));
      expect(picker.form).to.equal(form);
      expect(sent(form)).to.equal('');
      await press(picker, '27-10');
      expect(sent(form)).to.equal('slot=27-10&slot-hold=SH-1');
      picker.disabled = true;
      await settle(picker);
      expect(sent(form)).to.equal('');
      await press(picker, '26-7');
      expect(picker.value).to.equal('27-10');
      picker.disabled = false;
      form.reset();
      await settle(picker);
      expect(sent(form)).to.equal('');
      expect(selected(picker)).to.deep.equal([]);
    });

    it('its label names the grid and leads to it', async () => {
      const [form, picker] = await inForm(shop());
      picker.requestUpdate();
      await settle(picker);
      expect(one(picker, '[role="grid"]')!.ariaLabel).to.equal('When');
      form.querySelector('label')!.click();
      await tick();
      expect(key()).to.equal('26-7');
    });

    it('required: nothing is submitted without a slot, and it is said where', async () => {
      const [form, picker] = await inForm(shop(week(), holds), { required: true }, 'fr');
      let submitted = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted++;
      });
      expect(picker.validity.valueMissing).to.equal(true);
      expect(plain(picker.validationMessage)).to.equal('Choisissez un créneau de livraison.');
      const submit = document.createElement('button');
      form.append(submit);
      submit.focus();
      await sendKeys({ press: 'Enter' });
      await settle(picker);
      expect(submitted).to.equal(0);
      expect(notice(picker)).to.equal('Choisissez un créneau de livraison.');
      expect(key()).to.equal('26-7');
      await press(picker, '27-10');
      expect(picker.checkValidity()).to.equal(true);
      expect(screen(picker)).not.to.contain('Choisissez');
      form.requestSubmit();
      expect(submitted).to.equal(1);
      form.reset();
      await settle(picker);
      expect(picker.checkValidity()).to.equal(false);
    });

    it('what is missing is said once: in our sentence, not in the engine’s bubble too', async () => {
      const [form, picker] = await inForm(shop(), { required: true });
      const untouched: boolean[] = [];
      form.addEventListener(
        'invalid',
        ({ defaultPrevented }) => untouched.push(!defaultPrevented),
        true,
      );
      picker.addEventListener('invalid', ({ defaultPrevented }) =>
        untouched.push(!defaultPrevented),
      );
      expect(picker.reportValidity()).to.equal(false);
      await settle(picker);
      // As the event comes down nobody has dealt with it; the picker has, before anybody else.
      expect(untouched).to.deep.equal([true, false]);
      expect(notice(picker)).to.equal('Choose a delivery time.');
      expect(one(picker, '[role="grid"]')!.getAttribute('aria-describedby')).to.equal('invalid');
      expect(key()).to.equal('26-7');
    });

    it('a field before it that is missing too keeps the focus', async () => {
      const [form, picker] = await inForm(shop(), { required: true });
      const field = document.createElement('input');
      field.required = true;
      const submit = document.createElement('button');
      form.prepend(field);
      form.append(submit);
      submit.focus();
      await sendKeys({ press: 'Enter' });
      await settle(picker);
      expect(notice(picker)).to.equal('Choose a delivery time.');
      expect(document.activeElement).to.equal(field);
    });

    it('checking alone moves no focus', async () => {
      const [, picker] = await inForm(shop(), { required: true });
      expect(picker.checkValidity()).to.equal(false);
      await settle(picker);
      expect(focused()).to.equal(undefined);
      expect(picker.hasAttribute('tabindex')).to.equal(false);
    });

    it('what the browser restores is chosen again, and a value that is served', async () => {
      const [form, picker] = await inForm(shop());
      picker.formStateRestoreCallback('27-12');
      await settle(picker);
      expect(selected(picker)).to.deep.equal(['27-12']);
      expect(sent(form)).to.equal('slot=27-12');
      picker.setAttribute('value', '26-7');
      await settle(picker);
      form.reset();
      await settle(picker);
      expect(selected(picker)).to.deep.equal(['26-7']);
    });

    it('a fieldset that is disabled disables it', async () => {
      const [form, picker] = await inForm(shop());
      const fieldset = document.createElement('fieldset');
      fieldset.disabled = true;
      form.append(fieldset);
      fieldset.append(picker);
      await settle(picker);
      await press(picker, '27-10');
      expect(picker.value).to.equal(undefined);
      expect(one(picker, '[role="grid"]')!.ariaDisabled).to.equal('true');
      expect(all(picker, '[tabindex="0"]')).to.have.length(0);
    });

    it('it shows what its property says, set and taken back', async () => {
      const [, picker] = await inForm(shop());
      for (const isDisabled of [true, false]) {
        picker.disabled = isDisabled;
        await settle(picker);
        const shown = one(picker, '[role="grid"]')!.getAttribute('aria-disabled');
        expect(shown).to.equal(isDisabled ? 'true' : null);
      }
    });

    it('Enter in its own fields and buttons submits nothing', async () => {
      const [form, picker] = await inForm(shop());
      let submitted = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted++;
      });
      button(picker, 'Change')!.click();
      await settle(picker);
      one(picker, 'input')!.focus();
      await sendKeys({ press: 'Enter' });
      picker.focus();
      await sendKeys({ press: 'Enter' });
      await settle(picker);
      expect(submitted).to.equal(0);
      expect(picker.value).to.equal('26-7');
    });

    it('skus as an attribute and as a property ask the same', async () => {
      const adapter = shop();
      const picker = document.createElement('doorstep-slot-picker');
      picker.adapter = adapter;
      picker.setAttribute('skus', ' WASHER-9  HOSE ');
      place().append(picker);
      await settle(picker);
      expect(adapter.asked).to.deep.equal([{ skus: ['WASHER-9', 'HOSE'] }]);
      picker.skus = ['WASHER-9', 'HOSE'];
      await settle(picker);
      expect(adapter.asked).to.have.length(1);
    });
  });

  // The one engine that lets a test set them.
  if (isChromium)
    describe('media', () => {
      afterEach(async () => {
        await executeServerCommand('doorstep:media', {});
        await emulateMedia({ media: 'screen' });
      });

      it('forced colours: what is chosen, free and shut differ by more than a tint', async () => {
        const picker = await stand(shop(week(), holds));
        await press(picker, '27-10');
        await executeServerCommand('doorstep:media', { 'forced-colors': 'active' });
        await settle(picker);
        const looks = ['27-10', '26-7', '26-12'].map((id) => {
          const { backgroundColor, borderTopStyle } = getComputedStyle(cellOf(picker, id)!);
          return `${backgroundColor} ${borderTopStyle}`;
        });
        expect(new Set(looks)).to.have.length(3);
      });

      it('reduced motion: nothing moves; print: the days without what can be pressed', async () => {
        const picker = await stand(shop(week(), holds), { order: 'CH-77' });
        await press(picker, '27-10');
        await executeServerCommand('doorstep:media', { 'prefers-reduced-motion': 'reduce' });
        expect(getComputedStyle(cellOf(picker, '26-7')!).transitionDuration).to.match(/^0s/);
        await emulateMedia({ media: 'print' });
        await settle(picker);
        expect(cellOf(picker, '27-10')!.getBoundingClientRect().height).to.be.above(0);
        for (const each of all(picker, 'button'))
          expect(each.getBoundingClientRect().height, which(each)).to.equal(0);
      });
    });

  describe('what is not known', () => {
    it('the shop’s own words stay until something truer is known', async () => {
      const adapter = shop();
      let answer = (): void => {};
      const { slots } = adapter;
      adapter.slots = (...all) =>
        new Promise((resolve) => (answer = () => resolve(slots!(...all))));
      const picker = document.createElement('doorstep-slot-picker');
      picker.textContent = 'We call you for a date.';
      picker.adapter = adapter;
      place().append(picker);
      await settle(picker);
      expect(screen(picker)).to.equal('We call you for a date.');
      answer();
      await settle(picker);
      expect(screen(picker)).not.to.contain('We call you');
    });

    it('R2: what is too old says so, is asked again by itself, and choosing asks first', async () => {
      const time = fakeTime();
      const adapter = shop(fresh({ maxAge: 60 }), holds);
      const picker = await stand(adapter);
      await time.pass(10);
      const asked = adapter.asked.length;
      await time.pass(61_000);
      await settle(picker);
      expect(adapter.asked.length).to.be.above(asked);
      expect(screen(picker)).to.contain('Not sure. The free times were checked 1 minute ago.');
      expect(aloud(picker, '26-7')).to.match(/was free 1 minute ago$/);
      const before = adapter.asked.length;
      adapter.list = fresh({ observedAt: '2026-11-23T11:21:00+01:00' });
      cellOf(picker, '27-10')!.click();
      await time.pass(10);
      await settle(picker);
      expect(adapter.asked.length).to.be.above(before);
      expect(adapter.acted[0]).to.deep.equal({ type: 'hold', slot: '27-10' });
      expect(screen(picker)).not.to.contain('Not sure');
    });

    it('R2: a list that is too old as soon as it comes is not asked for without a pause', async () => {
      const time = fakeTime();
      const adapter = shop();
      const { slots } = adapter;
      adapter.slots = async (...asked) => {
        const answer = await slots!(...asked);
        return { ...answer, slots: { ...answer.slots, observedAt: answer.serverNow!, maxAge: 0 } };
      };
      const picker = await stand(adapter);
      await time.pass(5000);
      const asked = adapter.asked.length;
      expect(asked).to.be.at.most(3);
      await time.pass(60_000);
      expect(adapter.asked.length).to.be.within(asked + 1, asked + 8);
      expect(screen(picker)).to.contain('Not sure.');
    });

    it('R10: each failure has its words, a way to try again and a person', async () => {
      const told = [
        [
          'unavailable',
          'We do not know which times are free. The shop’s system does not answer. Check again',
        ],
        [
          'invalid',
          'The delivery times cannot be read. What the shop’s system answered cannot be relied on. Check again',
        ],
        ['forbidden', 'Sign in to see the delivery times. Check again'],
        ['not-found', 'No delivery times are offered here.'],
      ] as const;
      for (const [code, words] of told) {
        const adapter = shop();
        adapter.slots = () => Promise.reject(new AdapterError(code));
        const picker = await stand(adapter, { order: 'CH-77' });
        expect(screen(picker)).to.contain(`Order CH-77 ${words}`);
        expect(screen(picker)).to.match(/Talk to a person in the shop\. Give CH-77\.$/);
      }
    });

    it('an adapter without slots offers none', async () => {
      const adapter = shop();
      const { order } = adapter;
      const picker = await stand({ order });
      expect(sentence(picker)).to.equal('No delivery times are offered here.');
      void adapter;
    });

    it('R3: bad data is left out and named, the rest stands', async () => {
      const bad = [
        slot('27', 12, 10, { slotId: 'reversed' }),
        slot('27', 12, 12, { slotId: 'empty' }),
        { slotId: 'no-zone', from: '2026-11-27T10:00:00', before: '2026-11-27T12:00:00' },
        {
          slotId: 'other-zone',
          from: '2026-11-27T10:00:00+03:00',
          before: '2026-11-27T12:00:00+03:00',
        },
        slot('26', 7, 10),
        slot('26', 9, 11, { capacity: -3 }),
        slot('30', 7, 10, { slotId: '' }),
        null,
        'slot',
      ] as Slot[];
      const picker = await stand(shop(week({ slots: [slot('26', 7, 10), ...bad] })));
      const seen: unknown[] = [];
      picker.addEventListener('doorstep-unreadable', (event) => seen.push(event));
      expect(all(picker, '[role="gridcell"]').map(({ dataset }) => dataset['key'])).to.deep.equal([
        '26-7',
        ...(cellOf(picker, '26-9') ? ['26-9'] : []),
        '2026-11-29 0',
      ]);
      expect(screen(picker)).to.contain('Some times cannot be read.');
      expect(warnings.join('\n')).to.match(/slots/);
      if (cellOf(picker, '26-9'))
        expect(aloud(picker, '26-9')).to.equal('Thursday 26 November, from 9 to 11, free');
    });

    it('10,000 slots: a few days are drawn, and more on demand', async () => {
      const many = Array.from({ length: 10_000 }, (_, index) => {
        const at = Date.parse('2026-11-26T07:00:00+01:00') + index * 600_000;
        const stamp = (epoch: number): string =>
          new Date(epoch + 3_600_000).toISOString().replace('.000Z', '+01:00');
        return { slotId: `m${index}`, from: stamp(at), before: stamp(at + 3_600_000) };
      });
      const picker = await stand(shop(week({ slots: many, closed: [] })));
      const count = (): number => all(picker, '[role="gridcell"]').length;
      expect(count()).to.be.within(1, 200);
      const before = count();
      one(picker, '[part="later"]')!.click();
      await settle(picker);
      expect(count()).to.be.within(before + 1, 400);
    });

    it('one slot alone is one cell, and nothing leads elsewhere', async () => {
      const picker = await stand(shop(week({ slots: [slot('27', 8, 10)], closed: [] })));
      expect(all(picker, '[role="gridcell"]')).to.have.length(1);
      expect(all(picker, '[part="jump"],[part="later"]')).to.have.length(0);
    });

    it('an element that is taken out and put back asks again and throws nothing', async () => {
      const adapter = shop(week(), holds);
      const picker = await stand(adapter);
      const parent = picker.parentElement!;
      picker.remove();
      parent.append(picker);
      await settle(picker);
      await press(picker, '27-10');
      expect(notice(picker)).to.contain('Held for you until 11:32.');
    });
  });
});
