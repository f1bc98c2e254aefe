import { expect } from '@open-wc/testing';
import { eightParcels, lostScreen, orderStates } from '../../demo/states.js';
import '../../src/elements/order/define.js';
// Loaded by the order itself; here it is there from the start.
import '../../src/elements/order/parts.js';
import type { Order, TrackingEvent } from '../../src/model/index.js';
import {
  all,
  backend,
  clockFrom,
  day,
  fakeTime,
  guard,
  inOneMoment,
  isDrawn,
  screen,
  sentence,
  settle,
  stand,
  waitUntil,
  type Spy,
} from './help.js';

guard();

const now = (): number => Date.parse(day('23', '11:20:00'));

/** The same order with one event more in one of its parcels. */
const withEvent = (order: Order, shipmentId: string, event: TrackingEvent): Order => ({
  ...order,
  version: (order.version ?? 0) + 1,
  shipments: order.shipments!.map((shipment) =>
    shipment.id === shipmentId
      ? { ...shipment, events: [...(shipment.events ?? []), event] }
      : shipment,
  ),
});

const scan: TrackingEvent = {
  id: 'news',
  at: day('23', '11:00:00'),
  phase: 'in-transit',
  movement: 'arrived',
  place: 'York',
  source: { kind: 'carrier', name: 'Nordfracht' },
};

/** Notes which elements are drawn from here on. */
const drawings = (within: Element): string[] => {
  const noted: string[] = [];
  for (const element of all(within, '*')) {
    const { update } = element as unknown as { update?: (changed: unknown) => void };
    if (!update) continue;
    Object.assign(element, {
      update(changed: unknown) {
        const { shipment } = element as HTMLElementTagNameMap['doorstep-parcel'];
        noted.push([element.localName, shipment].filter(Boolean).join(' '));
        update.call(element, changed);
      },
    });
  }
  return noted;
};

/** The next answer, with all that follows from it. */
const told = async (element: Element, adapter: Spy, order: Order): Promise<void> => {
  await waitUntil(() => adapter.watched() && adapter.asked.length > 1);
  await settle(element);
  adapter.change(order);
  await settle(element);
};

describe('One piece of news', () => {
  it('draws the parcel that it is about and the card around it, and nothing twice', () =>
    inOneMoment(async () => {
      const order = { ...eightParcels(), version: 1 };
      const adapter = backend(order, now);
      const element = await stand('doorstep-order', { adapter, order: 'UK-310' });
      await waitUntil(() => all(element, 'doorstep-parcel').length === 3);
      await settle(element);
      await told(element, adapter, order);
      const drawn = drawings(element);
      const next = withEvent(order, 'parcel-6', scan);
      await told(element, adapter, next);
      expect(drawn).to.have.members(['doorstep-order', 'doorstep-parcel parcel-6']);
      expect(screen(element)).to.contain('York');
      drawn.length = 0;
      // The backend was heard and says the same: there is nothing to draw.
      await told(element, adapter, {
        ...next,
        shipments: next.shipments!.map((each) => ({ ...each })),
      });
      expect(adapter.asked).to.have.length(5);
      expect(drawn).to.eql([]);
      // When the shop has looked is told where nothing was recorded, and nowhere else.
      await told(element, adapter, { ...next, version: 3, observedAt: day('23', '11:19:00') });
      expect(drawn).to.include('doorstep-order');
      expect(drawn.filter((each) => each.startsWith('doorstep-parcel'))).to.eql([]);
    }));

  it('R3: whatever came before, the screen is that of a page which is opened now', () =>
    inOneMoment(async () => {
      const states = orderStates.flatMap(({ order }) => order ?? []);
      expect(states).to.have.length.above(50);
      const orders = states.filter((_, place) => isDrawn(place, 6));
      for (const tag of ['doorstep-order', 'doorstep-parcel'] as const) {
        const adapter = backend({ ...orders[0]!, version: 1 }, now);
        const element = await stand(tag, { adapter, order: 'FR-1042' });
        for (const [index, order] of orders.entries()) {
          const next = { ...order, version: index + 2 };
          await told(element, adapter, next);
          const fresh = await stand(tag, { adapter: backend(next, now), order: 'FR-1042' });
          expect(screen(element), `${tag} ${index}`).to.equal(screen(fresh));
          fresh.remove();
        }
      }
    }));

  it('R5: a parcel follows what is said of it elsewhere: another one in its place, a promise, its goods', () =>
    inOneMoment(async () => {
      const order: Order = { ...eightParcels(), version: 1 };
      const adapter = backend(order, now);
      const properties = { adapter, order: 'UK-310', shipment: 'parcel-6' };
      const element = await stand('doorstep-parcel', properties);
      const more: Partial<Order>[] = [
        { shipments: [...order.shipments!, { id: 'parcel-9', replaces: 'parcel-6' }] },
        { shipments: [...order.shipments!].reverse() },
        { promises: lostScreen().promises!.map((each) => ({ ...each, shipmentId: 'parcel-6' })) },
        { lines: order.lines!.map((each) => ({ ...each, name: 'Worktop, beech', noun: 'board' })) },
        { timeZone: 'America/St_Johns' },
        { contacts: [{ kind: 'phone', value: '020 7946 0000' }] },
        { source: { kind: 'warehouse', name: 'Leeds warehouse' } },
      ];
      for (const [index, change] of more.entries()) {
        const next = { ...order, ...change, version: index + 2 };
        await told(element, adapter, next);
        const fresh = await stand('doorstep-parcel', {
          ...properties,
          adapter: backend(next, now),
        });
        expect(screen(element), Object.keys(change)[0]).to.equal(screen(fresh));
        fresh.remove();
      }
    }));

  it('R2: news of one parcel never holds up what time does to another', async () => {
    const time = fakeTime();
    let order: Order = {
      reference: 'FR-1042',
      version: 1,
      timeZone: 'Europe/Paris',
      shipments: ['a', 'b'].map((id) => ({
        id,
        newsEvery: 3600,
        events: [{ id: 'first', at: day('23', '10:20:30'), phase: 'in-transit' as const }],
      })),
    };
    const adapter = backend(order, clockFrom(day('23', '11:19:50')));
    const properties = { adapter, order: 'FR-1042', shipment: 'a' };
    const element = await stand('doorstep-parcel', properties);
    for (let passed = 10; passed <= 50; passed += 10) {
      order = withEvent(order, 'b', { ...scan, id: `b${passed}` });
      adapter.change(order);
      await time.pass(9_900);
      const known = passed <= 40;
      expect(sentence(element).startsWith('We do not know'), `${passed} s`).to.equal(!known);
      await time.pass(100);
    }
  });
});
