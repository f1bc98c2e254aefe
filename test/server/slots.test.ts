import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderVerdict, slotsVerdict } from '../../src/verdicts/index.js';
import type { Revision, SlotList } from '../../src/model/index.js';
import { buyer, november, outcomeOf, owner, suite } from './fixture.js';
import type { Client } from './fixture.js';

const ORDER = 'CH-77';
const SECRET = 'a secret of the tests';
const THURSDAY = 'geneva.2026-11-26.10';
const SATURDAY = 'nantes.2026-11-28.08';
const MACHINE = { lines: [{ id: 'a', sku: 'WM-9KG', quantity: 1 }] };

/** The carrier of the wardrobe, with the move of the story. */
const carrier = (shop: Client) => {
  const send = async (path: string, body?: object, secret = SECRET, method = 'POST') => {
    const response = await shop.request(`/carrier/alpline/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'X-Carrier-Secret': secret },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return response.status;
  };
  const saturday = (more: object = {}) => ({
    id: 'AP-1',
    trackingNumber: 'AL-DEMO-77',
    from: november('28T07:00:00'),
    before: november('28T14:00:00'),
    reason: 'camion indisponible',
    lang: 'fr',
    answerBy: november('25T18:00:00'),
    ifSilent: 'stands',
    ...more,
  });
  return {
    send,
    saturday,
    propose: (more?: object, secret?: string) => send('proposals', saturday(more), secret),
    impose: (more?: object) => send('changes', saturday(more)),
    withdraw: (id = 'AP-1') => send(`proposals/${id}`, undefined, SECRET, 'DELETE'),
  };
};

suite('when an order comes', (fixture) => {
  /** The wardrobe on the day the carrier wants to move it, for its owner. */
  const open = async (context: Parameters<typeof fixture.start>[0]) => {
    const shop = await fixture.start(context, { alplineSecret: SECRET });
    await shop.clock('24T11:45:00');
    return { shop, mine: owner(shop, ORDER), alpline: carrier(shop) };
  };
  const revisionsOf = async (mine: ReturnType<typeof owner>): Promise<readonly Revision[]> =>
    (await mine.order()).promises![0]!.revisions ?? [];
  const answer = (value: 'accept' | 'keep', revision = 'AP-1') => ({
    ...{ type: 'answer', promise: 'delivery', revision, answer: value },
  });

  test('the list: full windows, closed days with their reason, ruled out, the days after', async (context) => {
    const { shop, mine } = await open(context);
    const list = await mine.slots();
    const { days, free } = slotsVerdict(list, shop.server.now());
    assert.deepEqual(
      days.map(({ date, slots, closed, ruledOut }) => [
        date,
        slots.map(({ state }) => state).join(' '),
        closed,
        ruledOut?.weekday,
      ]),
      [
        ['2026-11-26', 'free free full', undefined, undefined],
        ['2026-11-27', 'full free free', undefined, undefined],
        ['2026-11-28', 'ruled-out ruled-out ruled-out', undefined, 'saturday'],
        ['2026-11-29', '', 'Alpline does not drive on Sundays', undefined],
        ['2026-11-30', 'free free free', undefined, undefined],
        ['2026-12-01', 'free free free', undefined, undefined],
        ['2026-12-02', 'free free full', undefined, undefined],
      ],
    );
    assert.equal(free, 12);
    assert.deepEqual([list.next, list.timeZone], ['2026-12-03', 'Europe/Zurich']);
    assert.deepEqual(list.source, { kind: 'carrier', name: 'Alpline' });
    assert.deepEqual(
      [list.contacts![0]!.value, list.contacts![0]!.openUntil],
      ['022 555 01 42', november('24T18:00:00')],
    );
    assert.equal(
      (await mine.slots('', 'fr')).closed![0]!.reason,
      'Alpline ne roule pas le dimanche',
    );
    // Page after page to the end of the plan, no day twice and none left out.
    const seen: string[] = [];
    for (let from: string | undefined = '2026-11-01'; from;) {
      const page = await mine.slots(`?from=${from}&days=20`);
      seen.push(...page.slots.map(({ slotId }) => slotId));
      from = page.next;
    }
    assert.equal(new Set(seen).size, seen.length);
    assert.equal(seen.at(-1), 'geneva.2027-01-18.12');
    // What does not come by appointment has nothing to choose.
    assert.equal((await shop.request('/doorstep/orders/FR-1042/slots')).status, 404);
    assert.equal((await shop.request('/doorstep/slots?sku=HND-BRASS')).status, 404);
    assert.equal((await shop.request('/doorstep/slots?sku=HND-BRASS&sku=WM-9KG')).status, 200);
  });

  test('R5, story 3: proposed, flagged, declined in one press, and another time taken', async (context) => {
    const { shop, mine, alpline } = await open(context);
    const before = await mine.order();
    assert.equal(await alpline.propose(), 200);
    const asked = await mine.order();
    const [promise] = asked.promises!;
    assert.deepEqual(
      { ...promise, revisions: undefined },
      { ...before.promises![0]!, revisions: undefined },
      'the promise is never rewritten',
    );
    assert.deepEqual(promise!.revisions![0], {
      id: 'AP-1',
      state: 'proposed',
      window: {
        kind: 'slot',
        from: november('28T07:00:00'),
        before: november('28T14:00:00'),
        timeZone: 'Europe/Zurich',
      },
      source: { kind: 'carrier', name: 'Alpline' },
      madeAt: november('24T11:45:00'),
      reason: 'camion indisponible',
      lang: 'fr',
      answerBy: november('25T18:00:00'),
      ifSilent: 'stands',
    });
    assert.deepEqual(asked.constraints, [{ weekday: 'saturday' }]);
    assert.ok(asked.version! > before.version!);

    assert.equal((await mine.act(answer('keep'))).status, 'done');
    const [declined] = await revisionsOf(mine);
    assert.deepEqual([declined!.state, declined!.answeredBy], ['declined', { kind: 'customer' }]);

    const held = await mine.act({ type: 'hold', slot: THURSDAY });
    assert.equal(held.until, november('24T11:55:00'));
    assert.deepEqual((await mine.slots()).hold, {
      reference: held.reference,
      slotId: THURSDAY,
      until: november('24T11:55:00'),
    });
    assert.equal((await mine.act({ type: 'choose', slot: THURSDAY })).status, 'done');
    const [, chosen] = await revisionsOf(mine);
    assert.deepEqual(
      [chosen!.state, chosen!.window!.from, chosen!.window!.before],
      ['accepted', november('26T10:00:00'), november('26T12:00:00')],
    );
    assert.equal((await mine.slots()).hold, undefined, 'the hold is used');
    const now = await mine.order();
    assert.equal(now.promises![0]!.from, november('26T07:00:00'), 'the first promise stays');
    // R6: it is the agreed time that lapses now, and not a minute before.
    assert.equal(now.offers![0]!.availableFrom, november('26T12:00:00'));
    const state = (await (await shop.request('/demo/state')).json()) as Record<string, number>;
    assert.equal(state['slotHolds'], 0);
  });

  test('R5: accepted, it is what counts; the place that was chosen before is free again', async (context) => {
    const { mine, alpline, shop } = await open(context);
    const left = async () =>
      (await mine.slots()).slots.find(({ slotId }) => slotId === 'geneva.2026-11-26.07')!.capacity;
    const taken = async () => {
      const [row] = await fixture.database.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM slot_places WHERE ended_at IS NULL',
      );
      return row!.count;
    };
    await mine.act({ type: 'choose', slot: THURSDAY });
    assert.deepEqual([await taken(), await left()], [1, 2]);
    await alpline.propose();
    assert.equal((await mine.act(answer('accept'))).status, 'done');
    const order = await mine.order();
    assert.equal(order.offers![0]!.availableFrom, november('28T14:00:00'));
    assert.equal(await taken(), 0);
    const other = buyer(shop);
    assert.equal((await other.act({ type: 'hold', slot: THURSDAY })).code, 'unknown-slot');
  });

  test('two devices answer differently: the first answer decides, and the second is told', async (context) => {
    const { mine, alpline, shop } = await open(context);
    const phone = owner(shop, ORDER);
    await alpline.propose();
    const outcomes = await Promise.all([mine.act(answer('keep')), phone.act(answer('accept'))]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['done', 'refused']);
    const refused = outcomes.find(({ status }) => status === 'refused')!;
    assert.equal(refused.code, 'answered');
    const [revision] = await revisionsOf(mine);
    const kept = outcomes[0].status === 'done';
    assert.equal(revision!.state, kept ? 'declined' : 'accepted');
    assert.match(
      `${refused.reason} ${refused.nextStep}`,
      kept
        ? /You answered on Tue.24.Nov.11:45: what was agreed then stays\. To change it, pick/
        : /You agreed to this on Tue.24.Nov.11:45\. To change it, pick another time\./,
    );
    // The same answer again is the same answer.
    assert.equal(
      (await (kept ? phone : mine).act(answer(kept ? 'keep' : 'accept'))).status,
      'done',
    );
    assert.deepEqual(await revisionsOf(mine), [revision]);
  });

  test('a lost answer sent again is one; another command under its key is refused', async (context) => {
    const { mine, alpline } = await open(context);
    await alpline.propose();
    const first = await mine.act(answer('keep'), 'key-of-one');
    assert.deepEqual(await mine.act(answer('keep'), 'key-of-one'), first);
    assert.equal((await mine.send(answer('accept'), 'key-of-one')).status, 422);
    assert.equal((await revisionsOf(mine)).length, 1);
  });

  test('R5, R12: silence is not consent: what was agreed stands, and a late answer is told', async (context) => {
    const { mine, alpline, shop } = await open(context);
    await alpline.propose();
    await shop.clock('25T17:59:59');
    assert.equal((await revisionsOf(mine))[0]!.state, 'proposed');
    await shop.clock('25T18:00:00');
    assert.equal((await revisionsOf(mine))[0]!.state, 'expired');
    const late = await mine.act(answer('accept'));
    assert.deepEqual([late.status, late.code], ['refused', 'too-late']);
    assert.match(late.reason!, /An answer counted until Wed.25.Nov.18:00\./);
    assert.match(late.nextStep!, /What you had agreed stands\./);
    assert.equal((await mine.order()).offers![0]!.availableFrom, november('26T14:00:00'));
  });

  test('R5, R6: moved without consent it is imposed, the promise counts as broken and its deadline stays', async (context) => {
    const { mine, alpline, shop } = await open(context);
    await alpline.propose({ ifSilent: 'moves' });
    await shop.clock('25T18:00:00');
    const order = await mine.order();
    // The question has run out; that they come all the same is a change of its own.
    assert.deepEqual(
      order.promises![0]!.revisions!.map(({ id, state }) => [id, state]),
      [
        ['AP-1', 'expired'],
        ['AP-1-imposed', 'imposed'],
      ],
    );
    const judged = orderVerdict(order, shop.server.now()).promiseVerdict!;
    assert.equal(judged.state, 'broken');
    assert.equal(judged.deadline, Date.parse(november('26T14:00:00')));
    // A broken promise is no longer waited for.
    assert.equal(order.offers![0]!.availableFrom, november('25T18:00:00'));
    assert.equal((await mine.act(answer('accept'))).code, 'too-late');
    // The customer may still find a time himself: then that is agreed.
    assert.equal((await mine.act({ type: 'choose', slot: 'geneva.2026-11-27.10' })).status, 'done');
    const after = await mine.order();
    assert.equal(orderVerdict(after, shop.server.now()).promiseVerdict!.state, 'unknown');
    assert.equal(after.offers![0]!.availableFrom, november('27T12:00:00'));
  });

  for (const [word, state] of [
    ['keep', 'declined'],
    ['accept', 'accepted'],
  ] as const)
    test(`R5: what was imposed can be answered afterwards: ${word}`, async (context) => {
      const { mine, alpline, shop } = await open(context);
      await alpline.impose();
      assert.equal((await mine.act(answer(word))).status, 'done');
      assert.equal((await revisionsOf(mine))[0]!.state, state);
      const { promiseVerdict } = orderVerdict(await mine.order(), shop.server.now());
      assert.equal(promiseVerdict!.state, 'unknown', 'broken no more');
      const day = word === 'keep' ? '26' : '28';
      assert.equal(promiseVerdict!.deadline, Date.parse(november(`${day}T14:00:00`)));
    });

  test('R5: imposed within what was agreed it is a narrowing, and breaks nothing', async (context) => {
    const { mine, alpline, shop } = await open(context);
    await alpline.impose({ from: november('26T10:00:00'), before: november('26T11:00:00') });
    const order = await mine.order();
    const { state, deadline } = orderVerdict(order, shop.server.now()).promiseVerdict!;
    assert.deepEqual([state, deadline], ['unknown', Date.parse(november('26T14:00:00'))]);
    assert.equal(order.offers![0]!.availableFrom, november('26T14:00:00'));
  });

  test('imposed at once; questions that were open are closed by it', async (context) => {
    const { mine, alpline } = await open(context);
    await alpline.propose();
    assert.equal(await alpline.impose({ id: 'AP-2' }), 200);
    assert.deepEqual(
      (await revisionsOf(mine)).map(({ state }) => state),
      ['replaced', 'imposed'],
    );
    assert.equal((await mine.act(answer('accept'))).code, 'withdrawn');
  });

  test('withdrawn, replaced, repeated, and what cannot be', async (context) => {
    const { mine, alpline } = await open(context);
    assert.equal(await alpline.propose({}, 'a guess'), 401);
    assert.equal(await alpline.propose({ trackingNumber: 'NOBODY' }), 404);
    assert.equal(await alpline.propose({ before: november('28T06:00:00') }), 422);
    assert.equal(await alpline.propose({ answerBy: november('24T11:00:00') }), 422);
    assert.equal(await alpline.propose({ from: '28 November' }), 422);
    assert.equal(
      await alpline.propose({ from: november('26T07:00:00'), before: november('26T14:00:00') }),
      422,
      'that is what was agreed',
    );
    assert.deepEqual(await revisionsOf(mine), []);

    assert.equal(await alpline.propose(), 200);
    const version = (await mine.order()).version;
    assert.equal(await alpline.propose(), 200);
    assert.equal((await mine.order()).version, version, 'said twice it is the same');
    assert.equal(await alpline.propose({ id: 'AP-2', from: november('28T12:00:00') }), 200);
    assert.equal(await alpline.withdraw('AP-1'), 409);
    const replaced = await mine.act(answer('accept'));
    assert.deepEqual(
      [replaced.code, replaced.reason],
      ['withdrawn', 'A later proposal has taken the place of this one.'],
    );
    assert.equal(await alpline.withdraw('AP-2'), 200);
    assert.equal(await alpline.withdraw('AP-2'), 200);
    assert.equal(await alpline.withdraw('AP-9'), 404);
    const taken = await mine.act(answer('accept', 'AP-2'), undefined, 'fr');
    assert.deepEqual(taken, {
      status: 'refused',
      code: 'withdrawn',
      reason: 'Le transporteur a retiré cette proposition.',
      nextStep: 'Ce que vous aviez convenu tient toujours.',
    });
    assert.deepEqual(
      (await revisionsOf(mine)).map(({ state }) => state),
      ['replaced', 'withdrawn'],
    );
    const closed = await fixture.start(context, { goOn: true });
    assert.equal(await carrier(closed).propose(), 404, 'without a secret there is no such route');
  });

  test('past, full, unknown and closed slots are refused, with others offered', async (context) => {
    const { mine, shop } = await open(context);
    const refusal = async (slot: string) => {
      const { code, reason, nextStep } = await mine.act({ type: 'choose', slot });
      return `${code}: ${reason} ${nextStep}`.replaceAll('\u00a0', ' ');
    };
    const others =
      'Still free: Thu 26 Nov, 07:00–10:00; Thu 26 Nov, 10:00–12:00; Fri 27 Nov, 10:00–12:00.';
    assert.equal(
      await refusal('geneva.2026-11-26.12'),
      `taken: Somebody else has just taken Thu 26 Nov, 12:00–14:00. ${others}`,
    );
    assert.match(
      await refusal('geneva.2026-11-24.10'),
      /^past: Tue 24 Nov, 10:00–12:00 has begun already\. Still free: Thu 26 Nov, 07:00/,
    );
    assert.match(
      await refusal('geneva.2026-11-25.10'),
      /^too-late: The drivers’ list for Wed 25 Nov, 10:00–12:00 is closed\. Still free/,
    );
    for (const slot of ['nonsense', SATURDAY, 'geneva.2026-11-29.10', 'geneva.2030-01-01.10'])
      assert.match(await refusal(slot), /^unknown-slot: This time is not on offer\. Still free/);
    // Saturdays are never among what is offered instead.
    assert.doesNotMatch(await refusal('geneva.2026-11-27.07'), /Sat/);
    assert.deepEqual(await revisionsOf(mine), []);

    // Put aside, the list may close; once it has begun it is past.
    await mine.act({ type: 'hold', slot: 'geneva.2026-11-27.12' });
    await shop.clock('24T11:50:00');
    assert.equal((await mine.act({ type: 'choose', slot: 'geneva.2026-11-27.12' })).status, 'done');
    // After the promise has lapsed nothing may take away what can be asked for.
    await shop.clock('27T14:00:00');
    const lapsed = await mine.act({ type: 'choose', slot: 'geneva.2026-11-30.07' });
    assert.deepEqual(
      [lapsed.code, lapsed.reason],
      ['too-late', 'The promise ran until Fri\u00a027\u00a0Nov\u00a014:00.'],
    );
  });

  test('holds: one for each customer, ended by the clock, given back, free for the others', async (context) => {
    const { shop } = await open(context);
    const [one, other] = [buyer(shop), buyer(shop)];
    const left = async (visitor: ReturnType<typeof buyer>) => {
      const response = await visitor.get('/doorstep/slots?sku=WM-9KG');
      const { slots } = (await response.json()) as {
        slots: { slots: { slotId: string; capacity: number }[]; hold?: { slotId: string } };
      };
      return [slots.slots.find(({ slotId }) => slotId === SATURDAY)!.capacity, slots.hold?.slotId];
    };
    await shop.post('/demo/slot', { slot: SATURDAY, capacity: 1 });
    const first = await one.act({ type: 'hold', slot: SATURDAY });
    assert.equal(first.until, november('24T11:55:00'));
    assert.deepEqual(await left(one), [1, SATURDAY]);
    assert.deepEqual(await left(other), [0, undefined]);
    assert.deepEqual(await one.act({ type: 'hold', slot: SATURDAY }), first, 'the same, no longer');
    // Another one ends the one before.
    await one.act({ type: 'hold', slot: 'nantes.2026-11-28.10' });
    assert.deepEqual(await left(other), [1, undefined]);
    const again = await one.act({ type: 'hold', slot: SATURDAY });
    await other.act({ type: 'release', hold: again.reference });
    assert.deepEqual(await left(other), [0, undefined], 'nobody gives back what is not his');
    await one.act({ type: 'release', hold: again.reference });
    assert.deepEqual(await left(other), [1, undefined]);
    const last = await one.act({ type: 'hold', slot: SATURDAY });
    assert.equal(last.until, november('24T11:55:00'));
    await shop.clock('24T11:54:59');
    assert.deepEqual(await left(other), [0, undefined]);
    await shop.clock('24T11:55:00');
    assert.deepEqual(await left(other), [1, undefined]);
    assert.equal((await other.act({ type: 'hold', slot: SATURDAY })).status, 'done');
    assert.equal((await one.act({ type: 'hold', slot: SATURDAY })).code, 'taken');
  });

  test('R9: what is ruled out is asked once: before the order with the customer, then with the order', async (context) => {
    const { shop, mine } = await open(context);
    const one = buyer(shop);
    const never = [{ weekday: 'monday' }, { until: '09:00' }];
    const listed = async (visitor: ReturnType<typeof buyer>) => {
      const response = await visitor.get('/doorstep/slots?sku=WM-9KG');
      return ((await response.json()) as { slots: { constraints?: unknown } }).slots.constraints;
    };
    assert.equal(await listed(one), undefined, 'never asked');
    assert.equal((await one.act({ type: 'constrain', constraints: never })).status, 'done');
    assert.deepEqual(await listed(one), never);
    assert.equal(await listed(buyer(shop)), undefined);
    const sale = await one.order({ ...MACHINE, slot: SATURDAY });
    const { reference } = (await sale.json()) as { reference: string };
    assert.deepEqual((await one.seen(reference)).constraints, never);

    assert.equal((await mine.act({ type: 'constrain', constraints: [] })).status, 'done');
    assert.deepEqual((await mine.order()).constraints, []);
    assert.equal((await mine.send({ type: 'constrain', constraints: [{}] })).status, 400);
  });

  test('R4: the washing machine is sold with its slot, or told before charging', async (context) => {
    const { shop } = await open(context);
    const [one, other] = [buyer(shop), buyer(shop)];
    await shop.post('/demo/restock', { sku: 'WM-9KG', quantity: 2 });
    await shop.post('/demo/slot', { slot: SATURDAY, capacity: 1 });
    await one.act({ type: 'hold', slot: SATURDAY });
    const told = await other.order({ ...MACHINE, slot: SATURDAY });
    assert.equal(told.status, 409);
    const { slot } = (await told.json()) as { slot: unknown };
    assert.equal(outcomeOf({ outcome: slot }).code, 'taken');
    const sale = await one.order({ ...MACHINE, slot: SATURDAY }, 'one-payment');
    assert.equal(sale.status, 201);
    const { reference } = (await sale.json()) as { reference: string };
    const order = await one.seen(reference);
    const [promise] = order.promises!;
    assert.deepEqual(
      [promise!.kind, promise!.from, promise!.before, promise!.timeZone, promise!.agreed],
      ['slot', november('28T08:00:00'), november('28T10:00:00'), 'Europe/Paris', true],
    );
    assert.equal(order.offers![0]!.availableFrom, november('28T10:00:00'));
    const state = (await (await shop.request('/demo/state')).json()) as Record<string, number>;
    assert.deepEqual([state['orders'], state['slotHolds']], [5, 0], 'one order, its hold is used');
    // Paid again under the same key it is the same order, with another slot it is not the same payment.
    assert.equal((await one.order({ ...MACHINE, slot: SATURDAY }, 'one-payment')).status, 201);
    assert.equal((await one.order(MACHINE, 'one-payment')).status, 422);

    // A hold that ran out, and the place is somebody else's: nothing is charged.
    await shop.post('/demo/slot', { slot: SATURDAY, capacity: 2 });
    await other.act({ type: 'hold', slot: SATURDAY });
    await shop.clock('24T11:55:00');
    await buyer(shop).act({ type: 'hold', slot: SATURDAY });
    assert.equal((await other.order({ ...MACHINE, slot: SATURDAY })).status, 409);
    // The order's time can be changed later, too.
    const moved = await one.post(
      `/doorstep/orders/${reference}/actions`,
      { type: 'choose', slot: 'nantes.2026-11-30.08' },
      { 'Idempotency-Key': 'later' },
    );
    assert.equal(outcomeOf(await moved.json()).status, 'done');
  });

  test('R8: what a time costs is listed before it is chosen, and is what the order says was paid for delivery', async (context) => {
    const { shop } = await open(context);
    const one = buyer(shop);
    const afternoon = 'nantes.2026-11-28.14';
    const charge = { amount: 1500, currency: 'EUR' };
    const priced = async (path: string) => {
      const response = await one.get(path);
      const { slots } = (await response.json()) as { slots: SlotList };
      return slots.slots.filter(({ price }) => price).map(({ slotId, price }) => [slotId, price]);
    };
    assert.deepEqual(await priced('/doorstep/slots?sku=WM-9KG'), [[afternoon, charge]]);
    const sale = await one.order({ ...MACHINE, slot: afternoon });
    const { reference } = (await sale.json()) as { reference: string };
    assert.deepEqual((await one.seen(reference)).deliveryCharge, charge);
    // Another time for what is paid costs nothing more.
    assert.deepEqual(await priced(`/doorstep/orders/${reference}/slots`), []);
  });

  test('other customers’ orders: neither slots nor commands, and nobody learns that they exist', async (context) => {
    const { shop } = await open(context);
    const stranger = buyer(shop);
    const command = { type: 'choose', slot: THURSDAY };
    const status = async (reference: string) => [
      (await stranger.get(`/doorstep/orders/${reference}/slots`)).status,
      (
        await stranger.post(`/doorstep/orders/${reference}/actions`, command, {
          'Idempotency-Key': 'k',
        })
      ).status,
    ];
    assert.deepEqual(await status(ORDER), await status('CH-78'));
    assert.deepEqual(await status(ORDER), [401, 401]);
    // An order named in the body is not looked at.
    assert.equal((await stranger.send({ ...command, order: ORDER })).status, 400);
  });

  test('live: slots and the order tell of every change, by whoever it was', async (context) => {
    const { mine, alpline, shop } = await open(context);
    const response = await shop.request(`/doorstep/changes?topic=slots&topic=order:${ORDER}`, {
      headers: { Authorization: `Bearer ${shop.server.token(ORDER)}` },
    });
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    let text = '';
    const hears = async (topic: string, since: number) => {
      while (!text.slice(since).includes(`"topic":"${topic}"`))
        text += decoder.decode((await reader.read()).value, { stream: true });
    };
    for (const [work, topic] of [
      [() => alpline.propose(), `order:${ORDER}`],
      [() => mine.act({ type: 'hold', slot: THURSDAY }), 'slots'],
      [() => shop.clock('24T11:55:00'), 'slots'],
      [() => mine.act(answer('keep')), `order:${ORDER}`],
      [() => mine.act({ type: 'choose', slot: THURSDAY }), 'slots'],
    ] as const) {
      const since = text.length;
      await work();
      await hears(topic, since);
    }
    await reader.cancel();
  });

  test('today’s estimate stands beside what was agreed', async (context) => {
    const { mine, alpline, shop } = await open(context);
    await shop.clock('26T09:20:00');
    const estimate = {
      trackingNumber: 'AL-DEMO-77',
      from: november('26T10:00:00'),
      until: november('26T11:00:00'),
    };
    assert.equal(await alpline.send('estimates', estimate), 200);
    const order = await mine.order();
    const said = order.shipments![0]!.estimate!;
    assert.deepEqual([said.from, said.until], [estimate.from, estimate.until]);
    assert.equal(order.promises![0]!.before, november('26T14:00:00'));
    assert.equal(orderVerdict(order, shop.server.now()).promiseVerdict!.state, 'on-time');
  });
});
