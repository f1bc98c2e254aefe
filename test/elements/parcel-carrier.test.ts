import { expect } from '@open-wc/testing';
import { unsent } from '../../demo/states.js';
import { memory } from '../../src/adapters/memory/memory.js';
import type { AdapterRequest, OrderAdapter } from '../../src/adapter/index.js';
import '../../src/elements/order/define.js';
import '../../src/elements/parcel/define.js';
import type { Order, Outcome } from '../../src/model/index.js';
import {
  all,
  backend,
  button,
  clockFrom,
  day,
  fakeTime,
  focused,
  guard,
  plain,
  region,
  screen,
  settle,
  stand,
  untilSettledButton,
  waitUntil,
  which,
} from './help.js';

guard();

const NOW = day('20', '19:00:00');
const now = (): number => Date.parse(NOW);
const rows = (element: Element): HTMLElement[] => all(element, '.choices button');
const words = (element: Element): string[] =>
  rows(element).map((row) => plain(row.textContent ?? ''));

const standing = (adapter: OrderAdapter): Promise<HTMLElementTagNameMap['doorstep-parcel']> =>
  stand('doorstep-parcel', { adapter, order: 'FR-1042' });

/** A parcel that can be chosen for, and whose buttons have stood long enough. */
const ready = async (
  more: Parameters<typeof backend>[2] = {},
  order: Order = unsent(),
): Promise<{ element: Element; spy: ReturnType<typeof backend> }> => {
  const spy = backend(order, now, more);
  const element = await standing(spy);
  await untilSettledButton();
  return { element, spy };
};
const answering = (outcome: Outcome) => async () => ({ outcome });

describe('who brings a parcel', () => {
  it('R12: what stands comes first, all are of one weight, and none is preselected', async () => {
    const { element } = await ready();
    expect(words(element)).to.deep.equal([
      'Keep Relais Nord At your door before 17:00 on Mon 23 Nov',
      'Send it with Tamesis At your door before 12:00 on Mon 23 Nov',
      'Send it with Alpline Not possible: it does not drive on Mondays.',
      'Another carrier, please The shop has yet to say which one',
    ]);
    const open = rows(element).filter((row) => row.ariaDisabled === 'false');
    expect(open).to.have.length(3);
    const forms = open.map((row) => {
      const { fontSize, fontWeight, backgroundColor } = getComputedStyle(row);
      return [fontSize, fontWeight, backgroundColor, row.className].join();
    });
    expect(new Set(forms).size).to.equal(1);
    expect(rows(element).every((row) => !row.matches('[aria-pressed], [aria-checked]'))).to.equal(
      true,
    );
    expect(screen(element)).to.contain(
      'Not sent yet: you can choose until today 20:00, says Maison Verre. If you do nothing, it stays with Relais Nord.',
    );
  });

  it('R10: what cannot be had is listed with its reason, and pressing it asks nothing', async () => {
    const { element, spy } = await ready();
    const row = button(element, 'Alpline')!;
    expect(row.getAttribute('aria-disabled')).to.equal('true');
    row.click();
    await settle(element);
    expect(spy.acted).to.deep.equal([]);
  });

  it('R7: one press is one command, and nothing is told as changed before the order says so', async () => {
    let release = (_: { outcome: Outcome }): void => {};
    const { element, spy } = await ready({
      act: () => new Promise((resolve) => (release = resolve)),
    });
    const asked: unknown[] = [];
    element.addEventListener('doorstep-action-request', (event) =>
      asked.push((event as CustomEvent<unknown>).detail),
    );
    const row = button(element, 'Send it with Tamesis')!;
    row.focus();
    row.click();
    row.click();
    button(element, 'Another carrier')!.click();
    await settle(element);
    const command = {
      ...{ type: 'choose-carrier', order: 'FR-1042' },
      ...{ shipment: 'parcel-1', choice: 'tamesis' },
    };
    expect(spy.acted).to.deep.equal([command]);
    expect(asked).to.deep.equal([command]);
    expect(words(element)[1]).to.contain('Sending your answer');
    expect(rows(element).every((each) => each.ariaDisabled === 'true')).to.equal(true);
    release({ outcome: { status: 'done' } });
    await settle(element);
    expect(screen(element))
      .to.contain('The shop has your answer “Send it with Tamesis”.')
      .and.not.contain('You chose');
    spy.change({ ...unsent({ stands: 'tamesis', chosenAt: NOW }), version: 2 });
    await waitUntil(() => screen(element).includes('You chose Tamesis, today at 19:00.'));
    expect(words(element)[0]).to.contain('Keep Tamesis');
    expect(which(focused()), 'no button changes its meaning under the finger').to.contain(
      'Keep Tamesis',
    );
    expect(screen(element)).not.to.contain('The shop has your answer');
  });

  it('R7: what is pending is told as that, and the rows stay closed', async () => {
    const { element } = await ready({ act: answering({ status: 'pending' }) });
    button(element, 'Another carrier')!.click();
    await settle(element);
    expect(screen(element)).to.contain('What follows from it is not known here yet.');
    expect(rows(element).every((each) => each.ariaDisabled === 'true')).to.equal(true);
  });

  it('R7, R10: a refusal says why, what to do, and what stands', async () => {
    const { element } = await ready({
      act: answering({
        status: 'refused',
        code: 'too-late',
        reason: 'The warehouse decides now.',
        nextStep: 'Call us.',
      }),
    });
    button(element, 'Send it with Tamesis')!.click();
    await settle(element);
    const told =
      'Your answer “Send it with Tamesis”, given today at 19:00, does not count. The warehouse decides now. Call us. What counts now: Relais Nord.';
    expect(screen(element)).to.contain(told);
    expect(region()!.textContent).to.contain('does not count');
  });

  it('R7: a lost answer is unknown until the order is read, and not sent again', async () => {
    const time = fakeTime();
    const clock = clockFrom(NOW);
    const spy = backend(unsent(), clock, {
      act: () => Promise.reject(new Error('the line is down')),
    });
    const element = await standing(spy);
    await time.pass(600);
    button(element, 'Send it with Tamesis')!.click();
    await time.pass(100);
    expect(screen(element)).to.contain('We do not know whether your answer reached the shop.');
    await time.pass(30_000);
    expect(screen(element)).to.contain(
      'Your answer, given today at 19:00, did not reach the shop.',
    );
    expect(spy.acted).to.have.length(1);
  });

  it('R7: a row that has only just appeared asks once more, and the focus goes with it', async () => {
    const spy = backend(unsent(), now);
    const element = await standing(spy);
    button(element, 'Send it with Tamesis')!.focus();
    button(element, 'Send it with Tamesis')!.click();
    await settle(element);
    expect(spy.acted).to.deep.equal([]);
    expect(screen(element)).to.contain('Send it with Tamesis?');
    expect(focused()!.getAttribute('role')).to.equal('group');
    const no = all(element, '[role="group"] [part~="button"]')[0]!;
    no.focus();
    no.click();
    await settle(element);
    expect(words(element)).to.have.length(4);
    expect(which(focused())).to.contain('Keep Relais Nord');
  });

  it('R6: at the last minute the rows go by themselves, and it says who decides now', async () => {
    const time = fakeTime();
    const element = await standing(backend(unsent(), clockFrom(day('20', '19:59:30'))));
    expect(rows(element)).to.have.length(4);
    await time.pass(31_000);
    await settle(element);
    expect(rows(element)).to.have.length(0);
    expect(screen(element)).to.contain(
      'You could choose until today 20:00. Now the shop decides; so far it is Relais Nord.',
    );
  });

  it('nothing is shown where nothing is offered, or the parcel has left', async () => {
    const [parcel] = unsent().shipments!;
    const bare = { ...parcel!, carrierOffer: undefined };
    const left = { at: day('20', '18:30:00'), phase: 'collected' as const };
    for (const shipment of [bare, { ...parcel!, events: [...parcel!.events!, left] }]) {
      const element = await standing(backend({ ...unsent(), shipments: [shipment] }, now));
      expect(screen(element)).not.to.contain('Who brings it');
    }
    const mute = await standing(backend(unsent(), now, { act: undefined }));
    expect(rows(mute)).to.have.length(0);
    expect(screen(mute)).to.contain('This page cannot send your answer. A person can take it.');
  });

  it('R3: an offer that cannot be read whole is not shown by half', async () => {
    const broken = unsent({ choices: [{ choiceId: 'relais' }, { carrier: 'Tamesis' } as never] });
    const element = await standing(backend(broken, now));
    expect(rows(element)).to.have.length(0);
  });

  it('in an order with one parcel, with the whole backend in memory', async () => {
    const adapter = memory({ orders: [unsent()], now });
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await waitUntil(() => rows(element).length === 4);
    await untilSettledButton();
    button(element, 'Another carrier')!.click();
    await waitUntil(() =>
      screen(element).includes('You asked for another carrier, today at 19:00.'),
    );
    const request: AdapterRequest = {
      signal: new AbortController().signal,
      locale: 'en',
      freshness: 'any',
    };
    const { order } = await adapter.order('FR-1042', request);
    expect(order.shipments![0]!.carrierOffer!.stands).to.equal('other');
  });
});
