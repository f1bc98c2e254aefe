import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { AdapterError } from '../../../src/adapter/index.js';
import type { AdapterRequest } from '../../../src/adapter/index.js';
import type {
  Revision,
  Slot,
  SlotCommand,
  SlotList,
  SlotQuery,
  SlotsAnswer,
} from '../../../src/model/index.js';
import { Orders, Slots, Store } from '../../../src/store/index.js';
import { FakePage, LiveBackend, OPENED, settled, type Question } from './fake.js';

const QUERY: SlotQuery = { order: 'CH-77' };

class SlotBackend extends LiveBackend {
  readonly lists: (Question<SlotsAnswer> & { readonly query: SlotQuery })[] = [];

  slots(query: SlotQuery, request: AdapterRequest): Promise<SlotsAnswer> {
    return new Promise((resolve, reject) =>
      this.lists.push({ query, what: 'slots', request, answer: resolve, fail: reject }),
    );
  }
}

const listOf = (day: number, more: Partial<SlotList> = {}): SlotsAnswer => ({
  serverNow: new Date(OPENED).toISOString(),
  slots: {
    timeZone: 'Europe/Zurich',
    slots: [
      {
        slotId: `slot-${day}`,
        from: `2026-11-${day}T10:00:00+01:00`,
        before: `2026-11-${day}T12:00:00+01:00`,
        capacity: 2,
      },
    ],
    ...more,
  },
});

const opened = (query = QUERY) => {
  const page = new FakePage();
  const backend = new SlotBackend();
  const store = new Store(backend, page);
  const slots = store.part(Slots);
  let told = 0;
  const stop = slots.watch(query, 'en', () => told++);
  return { page, backend, store, slots, stop, told: () => told };
};
const ids = (slots: Slots): string[] =>
  slots.state(QUERY, 'en').list?.slots.map(({ slotId }) => slotId) ?? [];

describe('slots to choose from', () => {
  test('are asked once for all who watch, and nobody is left behind', async () => {
    const { page, backend, slots, stop } = opened();
    slots.watch(QUERY, 'en', () => {})();
    assert.equal(backend.lists.length, 1);
    backend.lists[0]!.answer(listOf(27));
    await settled();
    assert.deepEqual(ids(slots), ['slot-27']);
    const { settled: known, failed, asking, more } = slots.state(QUERY, 'en');
    assert.deepEqual([known, failed, asking, more], [true, false, false, false]);
    stop();
    await page.pass(200);
    assert.deepEqual(page.pending, { timers: 0, listeners: 0 });
  });

  test('later days join those known, and a change asks for all pages again', async () => {
    const { page, backend, slots } = opened();
    backend.lists[0]!.answer(listOf(27, { next: '2026-11-28' }));
    await settled();
    assert.ok(slots.state(QUERY, 'en').more);
    slots.more(QUERY, 'en');
    slots.more(QUERY, 'en');
    assert.equal(backend.lists.length, 2);
    assert.equal(backend.lists[1]!.query.from, '2026-11-28');
    backend.lists[1]!.answer(listOf(28));
    await settled();
    assert.deepEqual(ids(slots), ['slot-27', 'slot-28']);
    assert.ok(!slots.state(QUERY, 'en').more);

    await page.pass(60);
    backend.connections[0]!.alive(true);
    for (let times = 0; times < 5; times++) backend.connections[0]!.change({ topic: 'slots' });
    await page.pass(3000);
    assert.equal(backend.lists.length, 3, 'one question for five changes');
    backend.lists[2]!.answer(listOf(27, { next: '2026-11-28' }));
    await settled();
    assert.deepEqual(ids(slots), ['slot-27', 'slot-28'], 'the pages appear together');
    backend.lists[3]!.answer(listOf(28, { slots: [] }));
    await settled();
    assert.deepEqual(ids(slots), ['slot-27']);
  });

  test('R3: days that lead back, or to themselves, are not asked for without end', async () => {
    const { backend, slots } = opened();
    backend.lists[0]!.answer(listOf(27, { next: '2026-11-28' }));
    await settled();
    slots.more(QUERY, 'en');
    backend.lists[1]!.answer(listOf(28, { next: '2026-11-28' }));
    await settled();
    assert.ok(!slots.state(QUERY, 'en').more);
  });

  test('R1: two pages together are as old as the older one', async () => {
    const { backend, slots } = opened();
    backend.lists[0]!.answer(
      listOf(27, { next: '2026-11-28', observedAt: '2026-11-23T15:00:00+01:00' }),
    );
    await settled();
    slots.more(QUERY, 'en');
    backend.lists[1]!.answer(listOf(28, { observedAt: '2026-11-23T14:59:00Z' }));
    await settled();
    assert.equal(slots.state(QUERY, 'en').list?.observedAt, '2026-11-23T15:00:00+01:00');
  });

  test('without an answer what was known stays, and it is asked again', async () => {
    const { page, backend, slots } = opened();
    backend.lists[0]!.answer(listOf(27));
    await settled();
    void slots.refresh(QUERY, 'en');
    assert.equal(backend.lists[1]!.request.freshness, 'fresh');
    backend.lists[1]!.fail(new AdapterError('unavailable'));
    await settled();
    assert.deepEqual(ids(slots), ['slot-27']);
    assert.ok(slots.state(QUERY, 'en').failed);
    await page.pass(5000);
    assert.equal(backend.lists.length, 3);
  });

  test('where nothing is offered it is not asked for ever', async () => {
    const { page, backend, slots } = opened();
    backend.lists[0]!.fail(new AdapterError('not-found'));
    await page.pass(600_000);
    assert.equal(backend.lists.length, 1);
    assert.equal(slots.state(QUERY, 'en').code, 'not-found');
  });

  test('R3: a slot that cannot be read is left out and named', async () => {
    const { page, backend, slots } = opened();
    const answer = listOf(27);
    answer.slots.slots.push({ ...answer.slots.slots[0]!, slotId: 'x', capacity: -1 });
    backend.lists[0]!.answer(answer);
    await settled();
    assert.deepEqual(ids(slots), ['slot-27']);
    assert.deepEqual(slots.state(QUERY, 'en').unreadable, ['slots.1.capacity', 'slots.1']);
    assert.equal(page.warnings.length, 2);
  });

  test('R3: a slot whose offset is not that of the list’s zone is named', async () => {
    const { page, backend, slots } = opened();
    const answer = listOf(27);
    const [slot] = answer.slots.slots;
    answer.slots.slots.push({ ...slot!, slotId: 'x', from: '2026-11-27T10:00:00+02:00' });
    backend.lists[0]!.answer(answer);
    await settled();
    assert.equal(slots.state(QUERY, 'en').unreadable.length, 1);
    assert.match(page.warnings.join(), /offset/);
  });

  test('a later question wins over a late answer', async () => {
    const { backend, slots } = opened();
    void slots.refresh(QUERY, 'en');
    backend.lists[1]!.answer(listOf(28));
    await settled();
    backend.lists[0]!.answer(listOf(27));
    await settled();
    assert.deepEqual(ids(slots), ['slot-28']);
  });
});

describe('R5, R7: what is asked about slots', () => {
  const answerIt: SlotCommand = {
    type: 'answer',
    order: 'CH-77',
    promise: 'delivery',
    revision: 'r1',
    answer: 'keep',
  };

  test('is sent once, and what holds is read before the answer is shown', async () => {
    const { backend, store, slots } = opened();
    store.part(Orders).watch('CH-77', 'en', () => {});
    void slots.perform(answerIt, 'fr');
    void slots.perform({ ...answerIt, answer: 'accept' }, 'fr');
    assert.equal(backend.acts.length, 1);
    assert.equal(slots.action('CH-77')?.phase, 'sending');
    assert.ok(backend.acts[0]!.request.attemptKey);
    backend.acts[0]!.answer({ outcome: { status: 'done' } });
    await settled();
    assert.equal(slots.action('CH-77')?.phase, 'sending', 'the order has not been read yet');
    assert.equal(backend.orders.at(-1)!.request.freshness, 'fresh');
    assert.equal(backend.lists.at(-1)!.request.freshness, 'fresh');
    backend.orders.at(-1)!.answer({ order: { reference: 'CH-77' } });
    backend.lists.at(-1)!.answer(listOf(27));
    await settled();
    assert.equal(slots.action('CH-77')?.phase, 'done');
  });

  test('a lost answer is unknown: it is read again, and never sent again', async () => {
    const { page, backend, store, slots } = opened();
    slots.watchActions(() => {});
    store.part(Orders).watch('CH-77', 'en', () => {});
    void slots.perform(answerIt, 'en');
    backend.acts[0]!.fail(new AdapterError('timeout'));
    await settled();
    backend.orders.at(-1)!.answer({ order: { reference: 'CH-77' } });
    backend.lists.at(-1)!.answer(listOf(27));
    await settled();
    assert.equal(slots.action('CH-77')?.phase, 'unknown');
    const asked = backend.orders.length;
    await page.pass(5000);
    assert.ok(backend.orders.length > asked);
    assert.equal(backend.acts.length, 1);
  });

  /** An answer, or another command, whose own answer was lost; `then` is what the order and the list say from then on. */
  const lost = async (
    command: SlotCommand,
    then: {
      state?: Revision['state'];
      hold?: SlotList['hold'];
      answerBy?: string;
      list?: SlotsAnswer;
      agreed?: Slot;
      carrier?: { stands: string; chosenAt?: string };
      unwatched?: true;
    },
  ) => {
    const { page, backend, store, slots } = opened();
    const stop = slots.watchActions(() => {});
    backend.lists.splice(0)[0]!.answer(listOf(27));
    await settled();
    if (!then.unwatched) store.part(Orders).watch('CH-77', 'en', () => {});
    const revisions = [{ id: 'r1', state: then.state, answerBy: then.answerBy }];
    const window = then.agreed
      ? { ...then.agreed, kind: 'slot' as const, timeZone: 'Europe/Zurich' }
      : { kind: 'by' as const, before: '2026-11-26T14:00:00Z', timeZone: 'UTC' };
    const choices = [{ choiceId: 'alpline' }, { choiceId: 'tamesis' }];
    const order = {
      reference: 'CH-77',
      promises: [{ id: 'delivery', ...window, revisions }],
      ...(then.carrier && {
        shipments: [{ id: 'parcel-1', carrierOffer: { ...then.carrier, choices } }],
      }),
    };
    let isThere = false;
    const answerAll = (): void => {
      for (const { answer, fail } of backend.orders.splice(0))
        if (isThere) answer({ order });
        else fail(new AdapterError('unavailable'));
      for (const { answer, fail } of backend.lists.splice(0))
        if (isThere) answer(then.list ?? listOf(27, then.hold && { hold: then.hold }));
        else fail(new AdapterError('unavailable'));
    };
    void slots.perform(command, 'en');
    backend.acts[0]!.fail(new AdapterError('timeout'));
    const pass = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second++) {
        answerAll();
        await page.pass(1000);
      }
    };
    await pass(60);
    assert.equal(slots.action('CH-77')?.phase, 'unknown', 'while nobody can be asked');
    isThere = true;
    await pass(30);
    assert.equal(backend.acts.length, 1, 'it is read, never sent again');
    return { page, backend, slots, stop };
  };

  test('R7: once the shop is heard again, a lost answer has not come there, or its order tells of it', async () => {
    const open = await lost(answerIt, { state: 'proposed' });
    assert.equal(open.slots.action('CH-77')?.phase, 'lost');
    const kept = await lost(answerIt, { state: 'declined' });
    assert.equal(kept.slots.action('CH-77'), undefined);
    const unreadable = await lost(answerIt, {});
    assert.equal(unreadable.slots.action('CH-77'), undefined, 'nobody can tell');
    for (const [state, code] of [
      ['accepted', 'answered'],
      ['withdrawn', 'withdrawn'],
      ['replaced', 'withdrawn'],
      ['expired', 'too-late'],
    ] as const) {
      const action = (await lost(answerIt, { state })).slots.action('CH-77');
      assert.deepEqual([action?.phase, action?.outcome?.code], ['refused', code]);
    }
    const late = await lost(answerIt, {
      state: 'proposed',
      answerBy: new Date(OPENED).toISOString(),
    });
    assert.equal(late.slots.action('CH-77')?.outcome?.code, 'too-late');
  });

  test('R7: the same of a carrier that was chosen', async () => {
    const command = {
      type: 'choose-carrier',
      order: 'CH-77',
      shipment: 'parcel-1',
      choice: 'tamesis',
    } as const;
    const phase = async (carrier?: { stands: string; chosenAt?: string }) =>
      (await lost(command, carrier ? { carrier } : {})).slots.action('CH-77')?.phase;
    const chosenAt = new Date(OPENED).toISOString();
    assert.equal(await phase({ stands: 'tamesis', chosenAt }), undefined);
    assert.equal(await phase({ stands: 'alpline' }), 'lost');
    assert.equal(await phase({ stands: 'tamesis' }), 'lost', 'it stood so by itself');
    assert.equal(await phase(), 'lost');
    const unwatched = await lost(command, { unwatched: true });
    assert.equal(unwatched.slots.action('CH-77')?.phase, 'lost');
  });

  test('R7: the same of a slot that was asked to be held, or picked', async () => {
    const hold = { type: 'hold', order: 'CH-77', slot: 'slot-27' } as const;
    const held = { reference: 'H', slotId: 'slot-27', until: '2026-11-24T10:00:00Z' };
    assert.equal((await lost(hold, { hold: held })).slots.action('CH-77'), undefined);
    assert.equal((await lost(hold, {})).slots.action('CH-77')?.phase, 'lost');
    const choose = { type: 'choose', order: 'CH-77', slot: 'slot-27' } as const;
    assert.equal((await lost(choose, {})).slots.action('CH-77')?.phase, 'lost');
    const [agreed] = listOf(27).slots.slots;
    // Full now, it is listed no more: by whoever chose it, its time is what was agreed.
    const told = await lost(choose, { list: listOf(28), agreed: agreed! });
    assert.equal(told.slots.action('CH-77'), undefined);
    const unwatched = await lost(choose, { unwatched: true });
    assert.equal(unwatched.slots.action('CH-77')?.phase, 'lost', 'the order is asked all the same');
  });

  test('R7: the same of what was ruled out, in whatever order it is repeated', async () => {
    const constraints = [{ weekday: 'saturday' }, { until: '10:00' }] as const;
    const constrain: SlotCommand = {
      type: 'constrain',
      order: 'CH-77',
      constraints: [...constraints],
    };
    const phase = async (known: SlotList['constraints']) =>
      (await lost(constrain, { list: listOf(27, { constraints: known }) })).slots.action('CH-77')
        ?.phase;
    assert.equal(await phase([...constraints].reverse()), undefined);
    assert.equal(await phase([constraints[0]]), 'lost');
    assert.equal(await phase([]), 'lost');
    assert.equal(await phase(undefined), undefined, 'nobody can tell');
  });

  test('R7: nothing is read on for nobody', async () => {
    const { page, backend, slots } = opened();
    const stop = slots.watchActions(() => {});
    void slots.perform({ type: 'hold', slot: 'slot-27' }, 'en');
    backend.acts[0]!.fail(new AdapterError('timeout'));
    await page.pass(4000);
    assert.equal(slots.action('')?.phase, 'unknown');
    stop();
    await page.pass(10_000);
    assert.equal(slots.action(''), undefined);
  });

  test('R7: a word counts although it does not say what time it is', async () => {
    for (const [status, phase] of [
      ['done', 'done'],
      ['none', 'not-sent'],
    ] as const) {
      const { page, backend, slots } = opened();
      void slots.perform(answerIt, 'en');
      backend.acts[0]!.answer({ outcome: { status } });
      await page.pass(4000);
      assert.equal(slots.action('CH-77')?.phase, phase);
    }
  });

  test('an answer does not wait for ever for what holds after it', async () => {
    const { page, backend, slots } = opened();
    void slots.perform(answerIt, 'en');
    backend.acts[0]!.answer({ outcome: { status: 'done' } });
    await page.pass(3000);
    assert.equal(slots.action('CH-77')?.phase, 'done');
  });

  test('without a connection it is not sent, and not kept to be sent later', async () => {
    const { page, backend, slots } = opened();
    page.isOnline = false;
    const { phase, code } = await slots.perform(answerIt, 'en');
    assert.deepEqual([phase, code], ['not-sent', 'offline']);
    page.change({ online: true });
    await page.pass(60_000);
    assert.equal(backend.acts.length, 0);
  });

  for (const code of ['offline', 'forbidden', 'not-found'] as const)
    test(`${code} means that nothing was taken`, async () => {
      const { backend, slots } = opened({ skus: ['WM-9KG'] });
      void slots.perform({ type: 'hold', slot: 'slot-27' }, 'en');
      backend.acts[0]!.fail(new AdapterError(code));
      await settled();
      backend.lists.at(-1)!.answer(listOf(27));
      await settled();
      assert.equal(slots.action('')?.phase, 'not-sent');
    });
});
