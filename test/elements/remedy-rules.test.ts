import { expect } from '@open-wc/testing';
import { a11ySnapshot, sendKeys } from '@web/test-runner-commands';
import { fiveHandles, handleOffers, lostScreen, offers, refund } from '../../demo/states.js';
import { AdapterError } from '../../src/adapter/index.js';
import { memory } from '../../src/adapters/memory/memory.js';
import '../../src/elements/order/define.js';
import type { OrderCommand, Outcome } from '../../src/model/index.js';
import {
  all,
  backend,
  button,
  clockFrom,
  day,
  fakeTime,
  focused,
  guard,
  isChromium,
  one,
  place,
  plain,
  refundButton,
  region,
  screen,
  sentence,
  settle,
  stand,
  warnings,
  which,
} from './help.js';

guard();

const MISSED = day('23', '17:03:00');
const NAME = 'Not delivered: refund €289.00 to Visa ••42, there by Fri 27 Nov';

/** Stands an element on a backend at an instant and lets the button's first half second pass. */
const standMissed = async (
  more: Parameters<typeof backend>[2] = {},
  order = lostScreen(),
  tag: 'doorstep-remedy' | 'doorstep-order' = 'doorstep-remedy',
) => {
  const time = fakeTime();
  const adapter = backend(order, clockFrom(MISSED), more);
  const element = await stand(tag, { adapter, order: 'FR-1042' });
  await time.pass(600);
  return { time, adapter, element };
};

const answer = (outcome: Outcome) => async () => ({ outcome });

describe('<doorstep-remedy> as it is read', () => {
  it('reads the button with its amount and its destination', async () => {
    const { element } = await standMissed();
    const [main] = all(element, '[part="refund"]');
    expect(main!.localName).to.equal('button');
    expect(plain(main!.textContent)).to.equal(NAME);
    expect(main!.getAttribute('aria-label')).to.equal(null);
    expect(main!.getAttribute('aria-disabled')).to.equal('false');
    if (isChromium) {
      const tree = JSON.stringify(await a11ySnapshot({}));
      expect(plain(tree)).to.contain(NAME);
    }
  });

  it('names the group of other ways and tells what each one means', async () => {
    const { element } = await standMissed();
    const [group] = all(element, '[part="choices"]');
    expect(group!.getAttribute('role')).to.equal('group');
    expect(group!.ariaLabel).to.equal('Other ways');
    expect(all(group!, 'button').map((row) => plain(row.textContent))).to.deep.equal([
      'Send another one instead At your door before 13:00 on Wed 25 Nov',
      'Wait a little longer The refund stays here for you until Mon 7 Dec',
    ]);
  });

  it('R10: lists a remedy that is not available with its reason; a press does nothing', async () => {
    const unavailable = { code: 'out-of-stock', reason: 'none left.' };
    const { element, adapter } = await standMissed(
      {},
      lostScreen({
        offers: offers().map((offer) =>
          offer.remedy === 'reship' ? { ...offer, unavailable } : offer,
        ),
      }),
    );
    const row = button(element, 'Send another one')!;
    expect(plain(row.textContent)).to.contain('Not possible: none left.');
    expect(row.getAttribute('aria-disabled')).to.equal('true');
    row.click();
    await settle(element);
    expect(adapter.acted).to.be.empty;
  });

  it('R12: never puts store credit first', async () => {
    const { element } = await standMissed(
      {},
      lostScreen({
        offers: [{ ...offers()[0]!, offerId: 'credit', method: { kind: 'credit' } }, ...offers()],
      }),
    );
    expect(plain(refundButton(element)!.textContent)).to.equal(NAME);
    expect(button(element, 'store credit')!.matches('.choices *')).to.be.true;
  });

  it('R12: makes store credit a row even when it is the only offer', async () => {
    const { element } = await standMissed(
      {},
      lostScreen({ offers: [{ ...offers()[0]!, method: { kind: 'credit' } }] }),
    );
    expect(which(refundButton(element))).to.equal('nothing');
    expect(button(element, 'store credit')).to.exist;
  });

  it('offers nothing that the adapter cannot do', async () => {
    const { element } = await standMissed({ act: undefined as never });
    expect(which(refundButton(element))).to.equal('nothing');
    expect(one(element, '[part="contact"]')).to.exist;
  });
});

describe('<doorstep-remedy> and the focus', () => {
  for (const tag of ['doorstep-remedy', 'doorstep-order'] as const) {
    it(`keeps it on the button while it is locked, then gives it to the new sentence, in <${tag}>`, async () => {
      let settleAct: (outcome: Outcome) => void = () => {};
      const { element, adapter, time } = await standMissed(
        {
          act: () =>
            new Promise((resolve) => {
              settleAct = (outcome) => resolve({ outcome });
            }),
        },
        lostScreen(),
        tag,
      );
      const main = refundButton(element)!;
      main.focus();
      main.click();
      await settle(element);
      expect(which(focused())).to.equal(which(main));
      expect(main.getAttribute('aria-disabled')).to.equal('true');
      expect(plain(main.textContent)).to.equal('Sending your request it can only be paid once');
      for (const row of all(element, '.choices button'))
        expect(row.getAttribute('aria-disabled')).to.equal('true');

      adapter.change(
        lostScreen({
          version: 2,
          refunds: [refund({ state: 'asked', orderedAt: undefined })],
        }),
      );
      settleAct({ status: 'pending', amount: { amount: 28900, currency: 'EUR' } });
      await time.pass(10);
      await settle(element);
      expect(sentence(element)).to.match(/^You asked for €289.00 back/);
      expect(focused()?.part.value).to.equal('sentence');
    });
  }

  it('gives it to the second look, and back to the button after "Not now"', async () => {
    const { element } = await standMissed();
    element.confirmAbove = 10_000;
    await settle(element);
    const main = refundButton(element)!;
    main.focus();
    main.click();
    await settle(element);
    const group = one(element, '[role="group"]')!;
    expect(group.ariaLabel).to.match(/^Refund €289.00 to Visa ••42/);
    expect(which(focused())).to.equal(which(group));
    const no = button(element, 'Not now')!;
    no.focus();
    no.click();
    await settle(element);
    expect(which(focused())).to.equal(which(refundButton(element)));
  });

  it('leaves it alone when it is elsewhere', async () => {
    const { element, adapter } = await standMissed();
    const input = document.createElement('input');
    element.before(input);
    input.focus();
    adapter.change(lostScreen({ version: 2, refunds: [refund()] }));
    await settle(element);
    expect(sentence(element)).to.match(/is ordered/);
    expect(which(focused())).to.equal(which(input));
  });
});

describe('R6: the deadline is the trigger', () => {
  const before = (latency = 0) => {
    const time = fakeTime();
    const now = clockFrom(day('23', '16:59:58.700'));
    return { time, now, adapter: backend(lostScreen(), now, { latency }) };
  };

  for (const tag of ['doorstep-remedy', 'doorstep-order'] as const)
    it(`<${tag}> shows the button at 17:00:00 by itself, never before, and asks nobody`, async () => {
      const { time, now, adapter } = before();
      const element = await stand(tag, { adapter, order: 'FR-1042' });
      await time.pass(500);
      const asked = adapter.asked.length;
      expect(which(refundButton(element))).to.equal('nothing');
      expect(sentence(element)).not.to.match(/promised .* before 17:00\. It has not/);
      while (now() < Date.parse(day('23', '16:59:59.999'))) {
        await time.pass(50);
        if (now() < Date.parse(day('23', '17:00:00')))
          expect(which(refundButton(element)), new Date(now()).toISOString()).to.equal('nothing');
      }
      await time.pass(60);
      expect(refundButton(element)).to.exist;
      expect(sentence(element)).to.equal(
        'We promised your display before 17:00. It has not arrived.',
      );
      expect(adapter.asked).to.have.length(asked);
    });

  it('in real time too: never early', async () => {
    const start = performance.now();
    const base = Date.parse(day('23', '16:59:59.700'));
    const now = (): number => base + performance.now() - start;
    const adapter = backend(lostScreen(), now);
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    let stood: number | undefined;
    while (stood === undefined && performance.now() - start < 30_000) {
      const at = now();
      if (refundButton(element)) stood = at;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(stood).to.be.at.least(Date.parse(day('23', '17:00:00')));
  });

  it('a slow network delays it and never hastens it', async () => {
    const { time, now, adapter } = before(900);
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    for (let step = 0; step < 60; step++) {
      await time.pass(50);
      if (refundButton(element)) expect(now()).to.be.at.least(Date.parse(day('23', '17:00:00')));
    }
    expect(refundButton(element)).to.exist;
  });

  for (const hours of [-3, 3])
    it(`a device whose clock is wrong by ${hours} hours changes nothing`, async () => {
      const { time, now, adapter } = before();
      const right = Date.now;
      Date.now = () => right() + hours * 3_600_000;
      const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
      await time.pass(1250);
      expect(now()).to.be.below(Date.parse(day('23', '17:00:00')));
      expect(which(refundButton(element))).to.equal('nothing');
      await time.pass(60);
      expect(refundButton(element)).to.exist;
      expect(sentence(element)).to.contain('before 17:00. It has not arrived.');
    });

  it('waits for the grace the shop states', async () => {
    const time = fakeTime();
    const order = lostScreen({
      promises: [{ ...lostScreen().promises![0]!, grace: 900 }],
      offers: offers().map((offer) => ({ ...offer, availableFrom: day('23', '17:15:00') })),
    });
    const adapter = backend(order, clockFrom(day('23', '17:14:58')));
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await time.pass(1900);
    expect(which(refundButton(element))).to.equal('nothing');
    expect(screen(element)).not.to.contain('It has not arrived');
    await time.pass(150);
    expect(refundButton(element)).to.exist;
    expect(screen(element)).to.contain('It has not arrived');
  });
});

describe('R7: one click, one refund', () => {
  it('two presses in one frame are one', async () => {
    const { element, adapter } = await standMissed();
    const main = refundButton(element)!;
    main.click();
    main.click();
    await settle(element);
    refundButton(element)?.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
    const { statement, ...command } = adapter.acted[0] as OrderCommand;
    expect(command).to.deep.equal({
      type: 'claim',
      order: 'FR-1042',
      offerId: 'offer-refund',
      amount: { amount: 28900, currency: 'EUR' },
    });
    expect(statement?.ground).to.equal('not-delivered');
  });

  it('two elements of one order are one', async () => {
    const { element, adapter } = await standMissed();
    const other = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await new Promise((resolve) => resolve(undefined));
    const requests: OrderCommand[] = [];
    document.body.addEventListener(
      'doorstep-action-request',
      (event) => requests.push((event as CustomEvent<OrderCommand>).detail),
      { once: false },
    );
    const second = refundButton(other)!;
    refundButton(element)!.click();
    second.click();
    await settle(element);
    await settle(other);
    expect(adapter.acted).to.have.length(1);
    expect(requests).to.have.length(1);
  });

  it('Enter and a click are one', async () => {
    const adapter = backend(lostScreen(), clockFrom(MISSED));
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    await new Promise((resolve) => setTimeout(resolve, 520));
    refundButton(element)!.focus();
    await sendKeys({ press: 'Enter' });
    refundButton(element)?.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
  });

  it('the second press of a double click never confirms', async () => {
    const { element, adapter } = await standMissed();
    element.confirmAbove = 10_000;
    await settle(element);
    const press = (detail: number) =>
      refundButton(element)!.dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, detail }),
      );
    press(1);
    await settle(element);
    expect(button(element, 'Yes, do it')).to.exist;
    press(2);
    await settle(element);
    expect(adapter.acted).to.be.empty;
    expect(button(element, 'Yes, do it')).to.exist;
    press(1);
    await settle(element);
    expect(adapter.acted).to.have.length(1);
  });

  it('a press on what has moved under the finger asks for a second look, the half of a double click nothing', async () => {
    const order = lostScreen();
    const { time, adapter: source, element } = await standMissed({}, order);
    source.change({ ...order, version: order.version! + 1, offers: order.offers!.slice(1) });
    await settle(element);
    const row = all(element, '[part="choices"] button')[0]!;
    const press = (detail: number) =>
      row.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail }));
    press(2);
    await settle(element);
    expect(button(element, 'Yes, do it')).to.equal(undefined);
    press(1);
    await settle(element);
    expect(screen(element)).to.contain('One more look: this has only just appeared or changed.');
    expect(source.acted).to.be.empty;
    button(element, 'Not now')!.click();
    await time.pass(600);
    all(element, '[part="choices"] button')[0]!.click();
    await settle(element);
    expect(source.acted).to.have.length(1);
  });

  it('a press within half a second of appearing asks for a second look; "Not now" sends nothing', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen(), clockFrom(MISSED));
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    await time.pass(300);
    refundButton(element)!.click();
    await settle(element);
    expect(screen(element)).to.contain('One more look: this has only just appeared or changed.');
    button(element, 'Not now')!.click();
    await settle(element);
    expect(adapter.acted).to.be.empty;
    await time.pass(600);
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
  });

  it('an amount that changed under the finger asks for a second look', async () => {
    const { element, adapter, time } = await standMissed();
    adapter.change(
      lostScreen({ version: 2, offers: offers({ amount: { amount: 1000, currency: 'EUR' } }) }),
    );
    await settle(element);
    await time.pass(100);
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.be.empty;
    expect(screen(element)).to.contain('Refund €10.00');
  });

  it('a second look is closed when what it asks about changes or is gone', async () => {
    const { element, adapter, time } = await standMissed();
    element.confirmAbove = 500;
    await settle(element);
    refundButton(element)!.click();
    await settle(element);
    expect(button(element, 'Yes, do it')).to.exist;
    adapter.change(
      lostScreen({ version: 2, offers: offers({ amount: { amount: 1000, currency: 'EUR' } }) }),
    );
    await settle(element);
    expect(which(button(element, 'Yes, do it'))).to.equal('nothing');
    await time.pass(600);
    refundButton(element)!.click();
    await settle(element);
    expect(button(element, 'Yes, do it')).to.exist;
    adapter.change(lostScreen({ version: 3, refunds: [refund()] }));
    await settle(element);
    expect(which(button(element, 'Yes, do it'))).to.equal('nothing');
    expect(screen(element)).to.contain('Your refund of €289.00 is ordered.');
  });

  it('a second look belongs to its order alone', async () => {
    const { element, adapter } = await standMissed();
    element.confirmAbove = 500;
    await settle(element);
    refundButton(element)!.click();
    await settle(element);
    element.order = 'FR-2000';
    await settle(element);
    expect(which(button(element, 'Yes, do it'))).to.equal('nothing');
    expect(adapter.acted).to.be.empty;
  });

  it('a second look in another element of the order cannot send again', async () => {
    const { element, adapter } = await standMissed();
    const other = await stand('doorstep-remedy', { adapter, order: 'FR-1042', confirmAbove: 500 });
    refundButton(other)!.click();
    await settle(other);
    refundButton(element)!.click();
    await settle(element);
    button(other, 'Yes, do it')?.click();
    await settle(other);
    expect(adapter.acted).to.have.length(1);
  });

  it('above the limit it asks, and "Yes" sends once', async () => {
    const { element, adapter } = await standMissed();
    element.setAttribute('confirm-above', '28899');
    await settle(element);
    refundButton(element)!.click();
    await settle(element);
    expect(screen(element)).to.contain('One more look, as it is a large sum.');
    expect(adapter.acted).to.be.empty;
    const yes = button(element, 'Yes, do it')!;
    yes.click();
    yes.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
  });

  it('at the limit it does not ask', async () => {
    const { element, adapter } = await standMissed();
    element.setAttribute('confirm-above', '28900');
    await settle(element);
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
  });

  for (const [name, limit, change] of [
    ['a limit that is no number', '100 €', {}],
    ['a limit, and a sum that nobody states', '100000', { amount: undefined }],
  ] as const)
    it(`R3: ${name}: it asks`, async () => {
      const order = lostScreen({ offers: [{ ...offers()[0]!, ...change }] });
      const { element, adapter } = await standMissed({}, order);
      element.setAttribute('confirm-above', limit);
      await settle(element);
      refundButton(element)!.click();
      await settle(element);
      expect(screen(element)).to.contain('One more look, to be sure.');
      expect(adapter.acted).to.be.empty;
      button(element, 'Yes, do it')!.click();
      await settle(element);
      expect(adapter.acted).to.have.length(1);
    });

  it('R3: without a limit a sum that nobody states needs no second look, nor do goods above one', async () => {
    const order = lostScreen({ offers: [{ ...offers()[0]!, amount: undefined }, offers()[1]!] });
    const first = await standMissed({}, order);
    refundButton(first.element)!.click();
    await settle(first.element);
    expect(first.adapter.acted).to.have.length(1);
    localStorage.clear();
    const second = await standMissed({}, order);
    second.element.setAttribute('confirm-above', '1');
    await settle(second.element);
    button(second.element, 'Send another one')!.click();
    await settle(second.element);
    expect(second.adapter.acted).to.have.length(1);
  });

  it('a page that cancels the request stops it, and nothing changes', async () => {
    const { element, adapter } = await standMissed();
    const was = screen(element);
    const seen: Event[] = [];
    element.addEventListener('doorstep-action-request', (event) => {
      seen.push(event);
      event.preventDefault();
    });
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.be.empty;
    expect(screen(element)).to.equal(was);
    expect(seen).to.have.length(1);
    expect(seen[0]).to.include({ bubbles: true, composed: true, cancelable: true });
    expect(Object.keys(localStorage)).to.be.empty;
  });

  it('says what it sends and what came of it in events, and keeps only the offer and an instant', async () => {
    const { element, adapter } = await standMissed({
      act: answer({ status: 'pending', reference: 'RF-8842' }),
    });
    const events: [string, unknown][] = [];
    for (const type of ['doorstep-action-request', 'doorstep-outcome'])
      document.addEventListener(
        type,
        (event) => events.push([type, (event as CustomEvent<unknown>).detail]),
        { once: true },
      );
    refundButton(element)!.click();
    const note = localStorage.getItem('doorstep:offer-refund');
    expect(Object.keys(JSON.parse(note!) as object).sort()).to.deep.equal(['offerId', 'startedAt']);
    await settle(element);
    const command = {
      type: 'claim',
      order: 'FR-1042',
      offerId: 'offer-refund',
      amount: { amount: 28900, currency: 'EUR' },
      // R9: what would have to be told again is on the screen.
      statement: {
        ground: 'not-delivered',
        shown: {
          sentence: 'We promised your display before 17:00. It has not arrived.',
          lang: 'en',
          version: 1,
          at: (events[0]![1] as OrderCommand).statement!.shown!.at,
        },
      },
    };
    expect(
      Math.abs(Date.parse(command.statement.shown.at!) - Date.parse(day('23', '17:03:00'))),
    ).to.be.below(60_000);
    expect(events).to.deep.equal([
      ['doorstep-action-request', command],
      ['doorstep-outcome', { command, outcome: { status: 'pending', reference: 'RF-8842' } }],
    ]);
    expect(Object.keys(localStorage)).to.deep.equal(['doorstep:offer-refund']);
    adapter.change(lostScreen({ version: 2, refunds: [refund({ state: 'asked' })] }));
    await settle(element);
    expect(Object.keys(localStorage), 'the order tells it now').to.be.empty;
  });

  const CERTAIN =
    /is ordered|has been paid|did not go through|has not been sent|did not reach the shop|cannot be done|failed/i;

  for (const error of [
    new AdapterError('timeout'),
    new AdapterError('unavailable'),
    new AdapterError('invalid'),
    new Error('anything'),
  ])
    it(`an answer lost as "${error.message}" is checked, read and never sent again`, async () => {
      let outcome: Outcome = { status: 'unknown' };
      const { element, adapter, time } = await standMissed({
        act: () => Promise.reject(error),
        outcome: async () => ({ outcome }),
      });
      refundButton(element)!.click();
      await settle(element);
      expect(sentence(element)).to.equal('We are checking whether your request went through.');
      expect(screen(element)).not.to.match(CERTAIN);
      const main = refundButton(element)!;
      expect(main.getAttribute('aria-disabled')).to.equal('true');
      main.click();
      await time.pass(30_000);
      expect(sentence(element)).to.equal('We are checking whether your request went through.');
      expect(screen(element)).not.to.match(CERTAIN);
      outcome = { status: 'pending', amount: { amount: 28900, currency: 'EUR' } };
      await time.pass(15_000);
      expect(sentence(element)).to.match(/^You asked for €289.00 back/);
      expect(adapter.acted).to.have.length(1);
    });

  it('an answer lost on the way of an action that arrived is found again', async () => {
    const time = fakeTime();
    const now = clockFrom(MISSED);
    const adapter = memory({ orders: [lostScreen()], now });
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await time.pass(600);
    adapter.loseNextAnswer();
    refundButton(element)!.click();
    await time.pass(15_000);
    expect(sentence(element)).to.match(/^You asked for €289.00 back/);
    expect(screen(element)).to.contain('RF-1042-1');
  });

  it('one that never arrived is called not sent only after five seconds, and can be pressed again', async () => {
    const { element, adapter, time } = await standMissed({
      act: () => Promise.reject(new AdapterError('timeout')),
      outcome: answer({ status: 'none' }),
    });
    refundButton(element)!.click();
    await time.pass(4_000);
    expect(sentence(element)).to.match(/^We are checking/);
    await time.pass(20_000);
    expect(sentence(element)).to.equal('Your request did not reach the shop.');
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(2);
  });

  it('after a reload with a request on its way the outcome is read before anything can be pressed', async () => {
    localStorage.setItem(
      'doorstep:offer-refund',
      JSON.stringify({ offerId: 'offer-refund', startedAt: Date.parse(MISSED) }),
    );
    let outcome: Outcome = { status: 'unknown' };
    const time = fakeTime();
    const adapter = backend(lostScreen(), clockFrom(day('23', '17:03:20')), {
      outcome: async () => ({ outcome }),
    });
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    expect(sentence(element)).to.match(/^We are checking/);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
    refundButton(element)!.click();
    await time.pass(2_000);
    expect(adapter.acted).to.be.empty;
    outcome = { status: 'none' };
    // Another tab may have sent it only now: what it waits for can still arrive.
    await time.pass(20_000);
    expect(sentence(element)).to.match(/^We are checking/);
    await time.pass(20_000);
    expect(sentence(element)).to.equal('Your request did not reach the shop.');
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('false');
    expect(Object.keys(localStorage)).to.be.empty;
  });

  it('R1: a request of another day is told with its day', async () => {
    const startedAt = Date.parse(day('22', '17:03:00'));
    localStorage.setItem(
      'doorstep:offer-refund',
      JSON.stringify({ offerId: 'offer-refund', startedAt }),
    );
    const { element } = await standMissed({ outcome: answer({ status: 'unknown' }) });
    expect(screen(element)).to.contain(
      'You asked yesterday at 17:03; the answer did not reach us.',
    );
  });

  it('a press in another tab closes the button here at once, and its end is read at once', async () => {
    const { element, adapter } = await standMissed({ outcome: answer({ status: 'unknown' }) });
    const told = async (key: string, newValue: string | null): Promise<void> => {
      if (newValue === null) localStorage.removeItem(key);
      else localStorage.setItem(key, newValue);
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
    };
    const questions = adapter.asked.length;
    await told('cart', '{}');
    expect(adapter.asked, 'what the shop keeps is none of ours').to.have.length(questions);
    const startedAt = Date.parse(MISSED);
    await told('doorstep:offer-refund', JSON.stringify({ offerId: 'offer-refund', startedAt }));
    refundButton(element)!.click();
    await settle(element);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
    expect(adapter.acted).to.be.empty;
    const before = adapter.asked.length;
    await told('doorstep:offer-refund', null);
    expect(adapter.asked).to.have.length(before + 1);
  });

  it('back from the back-forward cache it asks anew, and nothing can be pressed before the answer', async () => {
    const { element, adapter, time } = await standMissed();
    const { order } = adapter;
    const held: (() => void)[] = [];
    adapter.order = async (...question) => {
      await new Promise<void>((open) => held.push(open));
      return order(...question);
    };
    const shown = (persisted: boolean) =>
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
    shown(false);
    expect(held, 'a page that is shown for the first time').to.be.empty;
    shown(true);
    // At once, when the button has not been drawn anew yet, and later.
    refundButton(element)!.click();
    await time.pass(5_000);
    expect(held).to.have.length(1);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.be.empty;
    held[0]!();
    await settle(element);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('false');
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
  });

  it('an answer to a question from before the page stood still opens nothing', async () => {
    const { element, adapter, time } = await standMissed();
    const { order } = adapter;
    const held: (() => void)[] = [];
    adapter.order = async (...question) => {
      await new Promise<void>((open) => held.push(open));
      return order(...question);
    };
    const told = (type: string) =>
      window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    told('pagehide');
    told('pageshow');
    expect(held).to.have.length(2);
    held[0]!();
    await time.pass(1_000);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
    held[1]!();
    await settle(element);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('false');
  });

  it('a note that cannot be read is no harm', async () => {
    localStorage.setItem('doorstep:offer-refund', '{"startedAt":"yesterday"');
    const { element, time } = await standMissed({ outcome: answer({ status: 'none' }) });
    expect(sentence(element)).to.match(/^We are checking/);
    await time.pass(20_000);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('false');
  });

  it('without storage it works all the same', async () => {
    const { getItem, setItem } = Storage.prototype;
    Storage.prototype.getItem = Storage.prototype.setItem = () => {
      throw new Error('no storage here');
    };
    try {
      const { element, adapter } = await standMissed();
      refundButton(element)!.click();
      await settle(element);
      expect(adapter.acted).to.have.length(1);
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });

  it('a device without a connection sends nothing and says so', async () => {
    const { element, adapter } = await standMissed();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      window.dispatchEvent(new Event('offline'));
      refundButton(element)!.click();
      await settle(element);
      expect(adapter.acted).to.be.empty;
      expect(screen(element)).not.to.match(/is ordered|You asked/);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  for (const outcome of [
    { status: 'refused', code: 'amount-changed', amount: { amount: 1, currency: 'EUR' } },
    { status: 'refused', code: 'staff-only', reason: 'Only staff can.', nextStep: 'Call us.' },
    { status: 'refused' },
  ] as Outcome[])
    it(`a refusal (${outcome.code ?? 'no code'}) is told with its reason and a person`, async () => {
      const { element } = await standMissed({ act: answer(outcome) });
      refundButton(element)!.click();
      await settle(element);
      expect(sentence(element)).to.equal('This cannot be done from here.');
      if (outcome.reason) expect(screen(element)).to.contain(outcome.reason);
      if (outcome.nextStep) expect(screen(element)).to.contain(outcome.nextStep);
      expect(one(element, '[part="contact"] a')!.getAttribute('href')).to.equal('tel:0199004242');
    });

  it('garbage for an answer is an unknown outcome, not a result', async () => {
    for (const garbage of [
      null,
      7,
      'done',
      {},
      { outcome: 'done' },
      { outcome: { status: 'DONE' } },
    ]) {
      const { element } = await standMissed({ act: async () => garbage as never });
      refundButton(element)!.click();
      await settle(element);
      expect(sentence(element), JSON.stringify(garbage)).to.match(/^We are checking/);
      element.remove();
      localStorage.clear();
    }
    expect(new Set(warnings).size).to.be.at.most(warnings.length);
  });
});

describe('R8: money dates are promises too', () => {
  const steps = (element: Element): string[] => all(element, '[part="path"] > li').map(screen);

  const standRefund = async (change: Parameters<typeof refund>[0], now: string) => {
    const order = lostScreen({ refunds: [refund(change)] });
    return stand('doorstep-remedy', {
      adapter: backend(order, () => Date.parse(now)),
      order: 'FR-1042',
    });
  };

  it('dates each step that happened and each that is to come', async () => {
    const element = await standRefund({}, day('23', '17:10:00'));
    const path = steps(element);
    expect(path).to.have.length(4);
    expect(path[0]).to.match(/^Asked ?today 17:03$/);
    expect(path[1]).to.match(/^Ordered ?today 17:10$/);
    expect(path[2]).to.match(/^Sent by the bank ?by Tue 24 Nov/);
    expect(path[3]).to.match(
      /^On your account ?by Fri 27 Nov ?If a date passes, this page says so\.$/,
    );
    const text = screen(element);
    for (const fact of [
      '€289.00',
      'Visa ••42',
      'the one you paid with',
      'RF-8842',
      'display €279.00, delivery €10.00',
    ])
      expect(text).to.contain(fact);
  });

  it('gives no date that nobody gave', async () => {
    const element = await standRefund(
      { state: 'asked', orderedAt: undefined, sendBy: undefined, expectedBy: undefined },
      day('23', '17:05:00'),
    );
    expect(steps(element).slice(1).join(' ')).to.match(/no date yet.*no date yet.*no date yet/);
    expect(screen(element), 'nothing can pass').not.to.contain('If a date passes');
  });

  it('leaves parts out that do not add up to the sum', async () => {
    const element = await standRefund(
      { parts: [{ label: 'display', amount: { amount: 27900, currency: 'EUR' } }] },
      day('23', '17:10:00'),
    );
    expect(screen(element)).not.to.contain('display €279.00');
    expect(screen(element)).to.contain('€289.00');
  });

  it('says by itself that a date has passed', async () => {
    const time = fakeTime();
    const order = lostScreen({
      refunds: [refund({ state: 'sent', sentAt: day('24', '12:01:00') })],
    });
    const element = await stand('doorstep-order', {
      adapter: backend(order, clockFrom(day('27', '23:59:30'))),
      order: 'FR-1042',
    });
    expect(sentence(element)).to.equal('Your refund of €289.00 has left our bank.');
    await time.pass(29_900);
    expect(sentence(element)).to.equal('Your refund of €289.00 has left our bank.');
    await time.pass(200);
    expect(sentence(element)).to.equal(
      'Your refund of €289.00 was due by Fri 27 Nov. Nobody has confirmed it.',
    );
    expect(screen(element)).to.contain('It is owed to you all the same: call us.');
  });

  it('one that failed says that it is still owed and why', async () => {
    const element = await standRefund(
      { state: 'failed', endedAt: day('26', '10:12:00'), reason: 'Account closed' },
      day('26', '11:00:00'),
    );
    expect(sentence(element)).to.equal(
      'Your refund of €289.00 did not go through. We still owe it to you.',
    );
    expect(screen(element)).to.contain('Account closed (today at 10:12).');
  });

  it('can be taken back until the money leaves, once', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen({ refunds: [refund()] }), clockFrom(day('23', '17:10:00')), {
      act: answer({ status: 'done', reference: 'RF-8842' }),
    });
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    await time.pass(600);
    const back = button(element, 'It arrived after all')!;
    expect(plain(back.textContent)).to.contain('Takes the refund back, until Tue 24 Nov, 14:00');
    back.click();
    back.click();
    await settle(element);
    expect(adapter.acted).to.deep.equal([
      { type: 'withdraw', order: 'FR-1042', offerId: 'offer-refund' },
    ]);
  });

  it('can no longer be taken back once that time has come', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen({ refunds: [refund()] }), clockFrom(day('24', '13:59:59')));
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    expect(button(element, 'It arrived after all')).to.exist;
    await time.pass(1100);
    expect(which(button(element, 'It arrived after all'))).to.equal('nothing');
  });
});

describe('R7: the shop has answered, and the order does not list it yet', () => {
  const amount = { amount: 28900, currency: 'EUR' };
  const done: Outcome = { status: 'done', reference: 'RF-8842', amount };
  const press = async (
    outcome: Outcome,
    tag: 'doorstep-remedy' | 'doorstep-order' = 'doorstep-order',
    name = 'Not delivered',
    change: Parameters<typeof lostScreen>[0] = {},
  ) => {
    localStorage.clear();
    const stood = await standMissed({ act: answer(outcome) }, lostScreen(change), tag);
    button(stood.element, name)!.click();
    await settle(stood.element);
    // A copy that lags comes again and again.
    await stood.time.pass(120_000);
    await settle(stood.element);
    return stood;
  };

  for (const tag of ['doorstep-remedy', 'doorstep-order'] as const)
    it(`R8: a refund that is done keeps its reference, amount and hour, and no open button, in <${tag}>`, async () => {
      const { element } = await press(done, tag);
      expect(sentence(element)).to.equal('Your refund of €289.00 is ordered.');
      expect(screen(element)).to.contain('Confirmed by the shop today at 17:03.');
      expect(screen(element)).to.contain('RF-8842');
      expect(which(button(element, 'refund'))).to.equal('nothing');
    });

  it('loaded again before the order lists it, the page asks what became of it and offers nothing anew', async () => {
    await press(done);
    let tell = (): void => {};
    const told = new Promise<void>((resolve) => (tell = resolve));
    const { element, adapter, time } = await standMissed({
      outcome: () => told.then(answer(done)),
    });
    expect(sentence(element)).to.match(/^We are checking/);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
    tell();
    await time.pass(2_000);
    await settle(element);
    expect(sentence(element)).to.equal('Your refund of €289.00 is ordered.');
    expect(which(button(element, 'refund'))).to.equal('nothing');
    expect(adapter.acted).to.be.empty;
  });

  it('the hour, way and day that the answer states are told', async () => {
    const { element } = await press({
      ...done,
      orderedAt: day('23', '17:04:00'),
      expectedBy: { date: '2026-11-30', timeZone: 'Europe/Paris' },
      method: { kind: 'transfer', label: 'your account' },
    });
    expect(screen(element)).to.contain('Confirmed by the shop today at 17:04.');
    expect(screen(element)).to.contain('30 Nov');
    expect(screen(element)).to.contain('your account');
  });

  it('R3: an answer whose sum cannot be read is ordered, and of no sum that anybody knows', async () => {
    for (const amount of [
      { amount: 289.5, currency: 'EUR' },
      { amount: -5, currency: 'EUR' },
      '€289',
    ]) {
      const { element } = await press({ ...done, amount: amount as never });
      expect(sentence(element)).to.equal('Your refund is ordered.');
      expect(screen(element)).to.contain('Amount We do not know it');
      expect(screen(element)).not.to.contain('289');
      expect(which(button(element, 'refund'))).to.equal('nothing');
    }
  });

  it('an answer without reference or amount names what was asked for, and no reference', async () => {
    for (const tag of ['doorstep-remedy', 'doorstep-order'] as const) {
      const { element } = await press({ status: 'done' }, tag);
      expect(sentence(element)).to.equal('Your refund of €289.00 is ordered.');
      expect(screen(element)).not.to.match(/Refund (\W|undefined)|undefined/);
      expect(which(button(element, 'refund'))).to.equal('nothing');
    }
  });

  it('once the order lists it, its own word is the only one', async () => {
    for (const change of [{}, { offerId: undefined }]) {
      const { element, adapter } = await press(done);
      adapter.change(lostScreen({ version: 2, refunds: [refund(change)] }));
      await settle(element);
      expect(screen(element)).to.contain('Confirmed by the shop’s bank today at 17:10');
      expect(screen(element).match(/RF-8842/g)!.length).to.equal(4);
      expect(which(one(element, '[part="refunds"]'))).to.equal('nothing');
    }
  });

  for (const [change, words] of [
    [{ blocked: { by: { kind: 'bank' }, since: day('23', '17:04:00') } }, /is held up/],
    [{ state: 'failed', endedAt: day('23', '17:04:00') }, /did not go through/],
    [{ state: 'withdrawn', endedAt: day('23', '17:04:00') }, /^You told us that/],
    [{ state: 'withdrawn' }, /^You told us/],
  ] as const)
    it(`the order's newer word outweighs the answer: ${words.source}`, async () => {
      const { element, adapter } = await press(done);
      adapter.change(lostScreen({ version: 2, refunds: [refund(change)] }));
      await settle(element);
      expect(sentence(element)).to.match(words);
      expect(sentence(element)).not.to.contain('is ordered');
    });

  it('what was taken back before, and asked for again, is ordered', async () => {
    const { element } = await press(done, 'doorstep-order', 'Refund', {
      refunds: [refund({ reference: 'RF-1', state: 'withdrawn', endedAt: day('23', '17:00:00') })],
    });
    expect(sentence(element)).to.equal('Your refund of €289.00 is ordered.');
    expect(screen(element)).to.contain('RF-8842');
  });

  it('another one instead, and waiting, are told as chosen and not offered again', async () => {
    const again = await press({ status: 'done', reference: 'CL-7' }, undefined, 'Send another');
    expect(sentence(again.element)).to.match(/^A replacement for your .* is promised at your door/);
    expect(screen(again.element)).to.contain('CL-7');
    expect(which(button(again.element, 'Send another'))).to.equal('nothing');
    const wait = await press({ status: 'done', reference: 'CL-8' }, undefined, 'Wait a little');
    expect(screen(wait.element)).to.contain('You chose to wait.');
    expect(which(button(wait.element, 'Wait a little'))).to.equal('nothing');
  });

  for (const tag of ['doorstep-remedy', 'doorstep-order'] as const)
    it(`pending without an amount says that it is asked and not confirmed, in <${tag}>`, async () => {
      const { element } = await press({ status: 'pending' }, tag);
      expect(sentence(element)).to.equal(
        'You asked for €289.00 back. The bank has not confirmed yet.',
      );
      expect(screen(element)).to.contain('Asked today at 17:03.');
      expect(screen(element)).not.to.match(/Sending your request|is ordered|undefined/);
      expect(which(button(element, 'Not delivered'))).to.equal('nothing');
    });

  it('goods that are pending are noted, not promised, and nothing can be pressed meanwhile', async () => {
    const { element, adapter } = await press({ status: 'pending' }, undefined, 'Send another');
    expect(sentence(element)).to.equal('We have noted what you chose.');
    expect(screen(element)).not.to.match(/A replacement|Sending your request/);
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
  });
});

describe('Stock that fails after payment', () => {
  const failed = {
    state: 'failed' as const,
    quantity: 2,
    source: { kind: 'shop' as const, name: 'The shop’s warehouse' },
    observedAt: day('23', '09:10:00'),
  };
  const standShort = async (
    more: Parameters<typeof backend>[2] = {},
    change: Parameters<typeof fiveHandles>[1] = {},
    supply = failed,
  ) => {
    const time = fakeTime();
    const order = fiveHandles([supply], { offers: handleOffers(), ...change });
    const adapter = backend(order, clockFrom(day('23', '11:20:00')), more);
    const element = await stand('doorstep-order', { adapter, order: order.reference });
    await time.pass(600);
    return { time, adapter, element, order };
  };
  const rows = (element: Element) =>
    all(element, '.choices button').map((row) => plain(row.textContent ?? ''));

  it('R1: says how many of how many, who said it and when; a reason only where one was given', async () => {
    const { element, adapter, order } = await standShort();
    expect(sentence(element)).to.equal('2 of your 5 handles cannot be had after all.');
    const source = (): string => plain(one(element, '[part="source"]')!.textContent ?? '');
    expect(source()).to.equal('The shop’s warehouse told us today at 09:10.');
    adapter.change(
      fiveHandles([{ ...failed, reason: 'They were damaged' }], {
        offers: order.offers,
        version: 2,
      }),
    );
    await settle(element);
    expect(source()).to.equal('The shop’s warehouse told us today at 09:10. They were damaged.');
  });

  it('R12: several fair answers are equal rows, none filled, keeping the order first', async () => {
    const { element } = await standShort();
    expect(refundButton(element)).to.equal(undefined);
    expect(all(element, '.primary')).to.have.length(0);
    expect(rows(element)).to.deep.equal([
      'Wait for them At your door by Fri 18 Dec The refund stays here for you until Fri 18 Dec',
      'Take 2 handles in matt brass instead At your door by Thu 26 Nov',
      'Refund €37.80 To Visa ••42, there by Fri 27 Nov',
    ]);
    expect(screen(element)).to.contain(
      'You have paid for them. Choose what happens; nothing is decided for you.',
    );
  });

  it('R12: the only way is the filled button; with none, the card says whom to call', async () => {
    const { element, adapter, order } = await standShort(
      {},
      { offers: handleOffers().slice(0, 1) },
    );
    expect(plain(refundButton(element)!.textContent ?? '')).to.equal(
      'Refund €37.80 to Visa ••42, there by Fri 27 Nov',
    );
    adapter.change({ ...order, version: 2, offers: [] });
    await settle(element);
    expect(screen(element)).to.contain('Call us: nothing is decided without you.');
  });

  it('R7: the row that was pressed says that it is being sent, once aloud, and no other can be pressed', async () => {
    const { element, adapter } = await standShort({ act: () => new Promise(() => {}) });
    const [wait, , refundRow] = all(element, '.choices button');
    wait!.click();
    refundRow!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
    expect(rows(element)[0]).to.equal('Wait for them Sending your request');
    expect(all(element, '.choices button:not([aria-disabled="true"])')).to.have.length(0);
    expect(plain(region()!.textContent ?? '')).to.equal('Sending your request');
  });

  it('R8: a refund for the part is told with its path; then the rest of the order is told again', async () => {
    const { element, adapter, order } = await standShort();
    const paid = refund({
      offerId: 'offer-line-refund',
      amount: { amount: 3780, currency: 'EUR' },
      parts: undefined,
    });
    adapter.change({ ...order, version: 2, refunds: [paid] });
    await settle(element);
    expect(sentence(element)).to.equal('Your refund of €37.80 is ordered.');
    expect(one(element, '[part="promise-line"]'), 'the rest is still promised').to.not.equal(
      undefined,
    );
    expect(button(element, 'I have changed my mind')).to.not.equal(undefined);
    expect(rows(element)).to.deep.equal([]);
    adapter.change({ ...order, version: 3, refunds: [{ ...paid, state: 'settled' }] });
    await settle(element);
    expect(sentence(element)).to.equal('Your parcel is promised before 13:00 on Wed 25 Nov.');
    expect(one(element, '[part="path"]')).to.not.equal(undefined);
    expect(screen(element)).to.contain('2 not to be had');
  });

  it('R9: what was chosen is told with its date; the refund stays for who waits', async () => {
    const { element, adapter, order } = await standShort();
    const claim = {
      reference: 'W-31',
      offerId: 'offer-line-wait',
      remedy: 'wait' as const,
      expectedBy: { date: '2026-12-18', timeZone: 'Europe/Paris' },
    };
    adapter.change({ ...order, version: 2, claims: [claim] });
    await settle(element);
    expect(sentence(element)).to.equal(
      'You chose to wait for 2 of your 5 handles. Promised by Fri 18 Dec.',
    );
    expect(button(element, 'Refund €37.80')).to.not.equal(undefined);
    adapter.change({
      ...order,
      version: 3,
      claims: [{ ...claim, offerId: 'offer-line-swap', remedy: 'replace' }],
    });
    await settle(element);
    expect(sentence(element)).to.equal(
      'You chose 2 handles in matt brass instead. Promised by Fri 18 Dec.',
    );
  });

  it('R3: supply that contradicts itself is not counted', async () => {
    const { element } = await standShort({}, {}, { ...failed, quantity: 4 });
    expect(sentence(element)).to.equal('We do not know how many of your 5 handles can be had.');
    expect(screen(element)).to.contain('What we were told contradicts itself.');
    expect(screen(element)).to.not.contain('put aside');
  });

  it('R10: an offer for a line that is not listed is still shown', async () => {
    const { element } = await standShort({}, { offers: handleOffers(2, 'line-gone') });
    expect(rows(element)).to.have.length(3);
  });
});

describe('The live region', () => {
  it('stands in the document before it speaks, is polite, and speaks once for each change of kind', async () => {
    const { element, adapter, time } = await standMissed(
      { act: answer({ status: 'pending', amount: { amount: 28900, currency: 'EUR' } }) },
      lostScreen(),
      'doorstep-order',
    );
    const live = region()!;
    expect(live.parentElement).to.equal(document.body);
    expect(live.getAttribute('role')).to.equal('status');
    expect(live.getBoundingClientRect().width).to.be.at.most(1);
    const said: string[] = [];
    const observer = new MutationObserver((records) => {
      if (records.some(({ type }) => type === 'childList')) said.push(plain(live.textContent));
    });
    observer.observe(live, { childList: true, characterData: true, subtree: true });

    await time.pass(5 * 60_000);
    expect(said, 'ageing is not spoken').to.deep.equal([]);
    refundButton(element)!.click();
    await settle(element);
    adapter.change(
      lostScreen({ version: 2, refunds: [refund({ state: 'asked', orderedAt: undefined })] }),
    );
    await settle(element);
    adapter.change(lostScreen({ version: 3, refunds: [refund()] }));
    await settle(element);
    await time.pass(3 * 60_000);
    observer.disconnect();
    expect(said).to.deep.equal([
      'Sending your request',
      'You asked for €289.00 back. The bank has not confirmed yet.',
      'Your refund of €289.00 is ordered.',
    ]);
    expect(live.lang).to.equal('en');
  });

  it('speaks once for two elements of one order', async () => {
    const { element, adapter } = await standMissed();
    const other = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    const said: string[] = [];
    const observer = new MutationObserver((records) =>
      said.push(
        ...records.flatMap(({ addedNodes }) =>
          [...addedNodes].map((node) => plain(node.textContent ?? '')),
        ),
      ),
    );
    observer.observe(region()!, { childList: true });
    adapter.change(lostScreen({ version: 2, refunds: [refund()] }));
    await settle(element);
    await settle(other);
    observer.disconnect();
    expect(said).to.deep.equal(['Your refund of €289.00 is ordered.']);
  });

  it('speaks the language of the element', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen(), clockFrom(day('23', '16:59:59')));
    const element = await stand(
      'doorstep-remedy',
      { adapter, order: 'FR-1042' },
      place({ lang: 'fr' }),
    );
    await time.pass(1100);
    await settle(element);
    expect(region()!.lang).to.equal('fr');
    expect(plain(region()!.textContent)).to.equal(sentence(element));
  });

  it('there is one in the page, whatever stands in it', async () => {
    await standMissed();
    await stand('doorstep-remedy', { order: 'A' });
    expect(document.querySelectorAll('[data-doorstep-announcer]')).to.have.length(1);
  });
});
