import { expect } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import {
  noSaturday,
  on,
  pressSlot,
  saturday,
  slotAdapterFor,
  slotStates,
  wardrobe,
} from '../../demo/slot-states.js';
import { AdapterError } from '../../src/adapter/index.js';
import { memory, type MemoryAdapter } from '../../src/adapters/memory/memory.js';
import '../../src/elements/slot/define.js';
import type { Order, Outcome, Revision, SlotList } from '../../src/model/index.js';
import {
  all,
  backend,
  button,
  clockFrom,
  day,
  fakeTime,
  focused,
  guard,
  inOneMoment,
  isChromium,
  isFirefox,
  one,
  place,
  plain,
  region,
  screen,
  sentence,
  settle,
  stand,
  untilSettledButton,
  waitUntil,
  which,
} from './help.js';
import { overflow } from './states.js';

guard();

const NOON = day('23', '11:47:00');
const now = (): number => Date.parse(NOON);

const free: SlotList = {
  timeZone: 'Europe/Zurich',
  slots: [
    { slotId: 'fri', from: on('27').from!, before: on('27').before!, capacity: 2 },
    { slotId: 'mon', from: on('30').from!, before: on('30').before!, capacity: 2 },
  ],
};

/** A shop that keeps the order, by the rules of the memory adapter. */
const shopWith = (...revisions: Revision[]): MemoryAdapter =>
  memory({ orders: [wardrobe(revisions)], now, slots: free });

const stood = async (
  adapter: NonNullable<HTMLElementTagNameMap['doorstep-slot']['adapter']>,
  parent?: HTMLElement,
): Promise<HTMLElementTagNameMap['doorstep-slot']> => {
  const element = await stand('doorstep-slot', { adapter, order: 'CH-77' }, parent);
  await untilSettledButton();
  return element;
};

/** A backend that answers commands as a test says. */
const spy = (order: Order, more: Parameters<typeof backend>[2] = {}) =>
  backend(order, now, { slots: () => Promise.reject(new AdapterError('unavailable')), ...more });

const rows = (element: Element): string[] =>
  all(element, '.choices button').map((row) => plain(row.textContent ?? ''));

const change = (shop: MemoryAdapter, revision: Partial<Revision>, index = 0): void =>
  shop.updateOrder('CH-77', (order) => ({
    ...order,
    promises: order.promises!.map((promise) => ({
      ...promise,
      revisions: promise.revisions!.map((each, at) =>
        at === index ? { ...each, ...revision } : each,
      ),
    })),
  }));

describe('A proposed change', () => {
  it('R5: is told as one, beside what was agreed, with who, when and why in their own words', async () => {
    const element = await stood(shopWith(saturday()));
    expect(sentence(element)).to.equal(
      'The carrier asks to move your delivery. Nothing changes unless you agree.',
    );
    expect(screen(element)).to.include(
      'Asked today at 11:45 by Alpline. Their reason: “lorry unavailable”.',
    );
    expect(one(element, '[part="source"] [lang]')!.lang).to.equal('en');
    expect(screen(element)).to.include(
      'Agreed Thu 26 Nov, 07:00–14:00 with you, on Friday at 16:20. It still counts.',
    );
    expect(screen(element)).to.include(
      'Proposed Sat 28 Nov, 07:00–14:00 You said: never on a Saturday',
    );
  });

  it('R12: three answers of equal weight, "keep" first, none of them chosen or filled', async () => {
    const element = await stood(shopWith(saturday()));
    expect(rows(element).map((row) => row.split(/ (?=As|Same|From)/)[0])).to.deep.equal([
      'Keep Thu 26 Nov',
      'Accept Sat 28 Nov',
      'Pick another time',
    ]);
    expect(one(element, '.primary')).to.equal(undefined);
    expect(one(element, '[aria-pressed],[aria-checked],[autofocus]')).to.equal(undefined);
    const looks = all(element, '.choices button').map((row) => {
      const { backgroundColor, color, fontSize, fontWeight, width } = getComputedStyle(row);
      return [backgroundColor, color, fontSize, fontWeight, width].join();
    });
    expect(new Set(looks).size).to.equal(1);
    expect(which(focused())).to.equal('nothing');
  });

  it('R5: what silence means is said only as the backend says it', async () => {
    const said = async (more: Partial<Revision>): Promise<string> =>
      screen(await stood(shopWith(saturday(more))));
    expect(await said({})).to.include(
      'If you do not answer by Wed 25 Nov, 18:00, Thu 26 Nov stands.',
    );
    expect(await said({ ifSilent: 'moves' })).to.include(
      'Alpline would come on Sat 28 Nov without your consent. What was agreed would still count.',
    );
    expect(await said({ ifSilent: undefined, answerBy: undefined })).to.include(
      'If you do not answer, nobody told us what happens. What was agreed is what counts.',
    );
  });

  it('R6: no answer is said to count longer than it does: what was agreed is over before', async () => {
    const element = await stood(shopWith(saturday({ answerBy: day('27', '18:00:00') })));
    expect(screen(element)).to.include(
      'If you do not answer by Thu 26 Nov, 14:00, Thu 26 Nov stands.',
    );
  });

  it('R5: one that only narrows is an offer all the same', async () => {
    const element = await stood(shopWith(saturday({ window: on('26', '10:00', '11:00') })));
    expect(sentence(element)).to.equal(
      'The carrier asks you to agree to a shorter time within what was agreed. Nothing changes unless you agree.',
    );
    expect(rows(element)[0]).to.include('Keep 07:00–14:00');
    expect(rows(element)[1]).to.include('Accept 10:00–11:00 A shorter time');
    expect(screen(element)).to.include('Agreed Thu 26 Nov, 07:00–14:00');
  });

  it('R3: of one whose time cannot be read there is nothing to accept; keeping and a person stay', async () => {
    const element = await stood(shopWith(saturday({ window: undefined })));
    expect(rows(element)).to.have.length(2);
    expect(rows(element)[0]).to.include('Keep Thu 26 Nov');
    expect(screen(element)).to.include('A time we cannot read Nobody can agree to it here.');
    expect(screen(element)).to.include('022 555 01 42');
  });

  it('R5: several are told in one sentence and answered one by one, the newest first', async () => {
    const shop = shopWith(
      saturday({ madeAt: day('23', '09:10:00') }),
      saturday({ id: 'revision-2', window: on('27', '16:00', '18:00') }),
    );
    const element = await stood(shop);
    expect(sentence(element)).to.equal(
      'The carrier asks to move your delivery: there are 2 proposals. Nothing changes unless you agree.',
    );
    expect(all(element, '.choices').map((list) => plain(list.ariaLabel!))).to.deep.equal([
      'Your answer about Fri 27 Nov',
      'Your answer about Sat 28 Nov',
    ]);
    all(element, '.choices')[0]!.querySelector('button')!.click();
    await settle(element);
    expect(all(element, '.choices').map((list) => plain(list.ariaLabel!))).to.deep.equal([
      'Your answer about Sat 28 Nov',
    ]);
  });

  it('R6: after its time has run out nothing is offered, and what was agreed counts', async () => {
    const order = wardrobe([saturday({ answerBy: day('23', '11:00:00') })]);
    const element = await stood(spy(order));
    expect(rows(element)).to.deep.equal([]);
    expect(sentence(element)).to.equal(
      'Your wardrobe is promised between 07:00 and 14:00 on Thu 26 Nov.',
    );
    expect(screen(element)).to.include(
      'The time to answer ended today at 11:00. Thu 26 Nov stands.',
    );
  });
});

describe('After the time to answer', () => {
  const order = wardrobe([saturday({ answerBy: day('23', '11:00:00') })]);
  const late = (more: Partial<Revision>): Order => ({
    ...order,
    promises: order.promises!.map((promise) => ({
      ...promise,
      revisions: promise.revisions!.map((each) => ({ ...each, ...more })),
    })),
  });

  it('R5, R6: what counts, who decides and what can still be done is said plainly', async () => {
    const moves = await stood(spy(late({ ifSilent: 'moves' })));
    expect(sentence(moves)).to.equal(
      'The time to answer has ended. What was agreed, between 07:00 and 14:00 on Thu 26 Nov, still counts.',
    );
    expect(screen(moves)).to.include('Whether it comes then is for Alpline to decide.');
    expect(screen(moves)).to.include(
      'Alpline may come at that other time without your consent, which would break what was promised. You can still pick another time.',
    );
    const nobody = await stood(spy(late({ ifSilent: undefined })));
    expect(sentence(nobody)).to.include('The time to answer has ended.');
    expect(screen(nobody)).to.include(
      'Nobody has told us what happens now. What was agreed is what counts.',
    );
    const stands = await stood(spy(late({ ifSilent: 'stands' })));
    expect(sentence(stands)).to.equal(
      'Your wardrobe is promised between 07:00 and 14:00 on Thu 26 Nov.',
    );
    for (const element of [moves, nobody, stands])
      expect(button(element, 'Pick another time'), 'still to be had').to.exist;
  });

  it('R10: where no other time can be picked, none is promised', async () => {
    const element = await stood(spy(order, { slots: undefined as never }));
    expect(button(element, 'Pick another time')).to.equal(undefined);
    expect(screen(element)).not.to.include('You can still pick');
    expect(screen(element)).to.include('022 555 01 42');
  });

  it('R10: asked until after the agreed time, another one is not called to be had once that is over', async () => {
    const asked = saturday({ answerBy: day('27', '18:00:00'), ifSilent: 'stands' });
    const element = await stood(
      backend(wardrobe([asked]), () => Date.parse(day('26', '14:05:00')), {
        slots: () => Promise.reject(new AdapterError('unavailable')),
      }),
    );
    expect(screen(element)).to.include('The time to answer ended');
    expect(screen(element)).to.include('another one cannot be picked here');
    expect(screen(element)).not.to.include('You can still pick');
  });

  it('R10: once the agreed time is over it is said why none can be picked, and who can help', async () => {
    const missed = (): number => Date.parse(day('26', '14:05:00'));
    const element = await stood(
      backend(wardrobe([saturday({ state: 'expired' })]), missed, {
        slots: () => Promise.reject(new AdapterError('unavailable')),
      }),
    );
    expect(button(element, 'Pick another time')).to.equal(undefined);
    expect(screen(element)).to.include(
      'That time is over, so another one cannot be picked here. Call us: a person agrees on it with you, and nothing you are owed is lost.',
    );
  });
});

describe('An imposed change', () => {
  it('R5: can be answered afterwards where the backend takes an answer: accept, insist, another time', async () => {
    for (const [press, words] of [
      ['Insist on Thu 26 Nov', 'promised between 07:00 and 14:00 on Thu 26 Nov.'],
      ['Accept Sat 28 Nov', 'promised between 07:00 and 14:00 on Sat 28 Nov.'],
    ] as const) {
      const element = await stood(shopWith(saturday({ state: 'imposed', answerable: true })));
      expect(sentence(element)).to.include('without your consent.');
      expect(rows(element).map((row) => row.split(/ (?=As|Same|From)/)[0])).to.deep.equal([
        'Insist on Thu 26 Nov',
        'Accept Sat 28 Nov',
        'Pick another time',
      ]);
      expect(screen(element)).to.include(
        'You were not asked, and nothing you leave unanswered is consent. What was agreed counts.',
      );
      button(element, press)!.click();
      await settle(element);
      expect(sentence(element)).to.include(words);
      expect(rows(element)).to.deep.equal([]);
      element.remove();
    }
  });

  it('R10: where the backend takes no answer, that is said, and who can help', async () => {
    const element = await stood(shopWith(saturday({ state: 'imposed' })));
    expect(screen(element)).to.include(
      'This page cannot send an answer to it. Call us: what was agreed counts.',
    );
    expect(button(element, 'Pick another time')).to.exist;
  });

  it('R5: one that stays within what was agreed is a narrowing, and breaks nothing', async () => {
    const element = await stood(
      shopWith(saturday({ state: 'imposed', window: on('26', '10:00', '11:00') })),
    );
    expect(sentence(element)).to.equal(
      'Your wardrobe is promised between 07:00 and 14:00 on Thu 26 Nov.',
    );
    expect(screen(element)).to.include('Agreed Thu 26 Nov, 07:00–14:00');
    expect(screen(element)).to.include(
      'More precisely Thu 26 Nov, 10:00–11:00 by Alpline, today at 11:45, within what was agreed',
    );
    button(element, 'All changes (1)')!.click();
    await settle(element);
    expect(screen(element)).to.include('Made without asking, within what was agreed.');
    expect(screen(element)).not.to.match(/without your consent|breaks what was promised/);
  });

  it('R5: one that is taken back to what was agreed is no news, and nothing more precise', async () => {
    const element = await stood(
      shopWith(
        saturday({ state: 'imposed' }),
        saturday({ id: 'revision-2', state: 'imposed', window: on('26'), reason: undefined }),
      ),
    );
    expect(sentence(element)).to.equal(
      'Your wardrobe is promised between 07:00 and 14:00 on Thu 26 Nov.',
    );
    expect(screen(element)).not.to.include('More precisely');
    expect(screen(element)).not.to.include('Moved to');
    expect(button(element, 'All changes (2)')).to.exist;
  });

  it('R5, R6: is told as one, and what was agreed still counts', async () => {
    const element = await stood(shopWith(saturday({ state: 'imposed' })));
    expect(sentence(element)).to.equal(
      'Alpline moved your delivery to Sat 28 Nov without your consent.',
    );
    expect(screen(element)).to.include(
      'That breaks what was promised. What was agreed, between 07:00 and 14:00 on Thu 26 Nov, still counts.',
    );
    expect(screen(element)).to.include('Agreed Thu 26 Nov, 07:00–14:00');
    expect(screen(element)).to.include(
      'Moved to Sat 28 Nov, 07:00–14:00 without your consent You said: never on a Saturday',
    );
    expect(rows(element)).to.deep.equal([]);
  });
});

describe('An answer', () => {
  it('R5: keeps what was agreed, with one command, and says who answered and when', async () => {
    const element = await stood(shopWith(saturday()));
    const heard: unknown[] = [];
    for (const name of ['doorstep-action-request', 'doorstep-outcome'])
      element.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
    button(element, 'Keep Thu 26 Nov')!.click();
    await settle(element);
    const command = {
      type: 'answer',
      order: 'CH-77',
      promise: 'promise-1',
      revision: 'revision-1',
      answer: 'keep',
    };
    expect(heard).to.deep.equal([command, { command, outcome: { status: 'done' } }]);
    expect(rows(element)).to.deep.equal([]);
    expect(screen(element)).to.include(
      'You kept Thu 26 Nov. Alpline had asked for Sat 28 Nov. Answered today at 11:47.',
    );
  });

  it('R5: accepting moves what counts, and the first promise stays in sight', async () => {
    const element = await stood(shopWith(saturday()));
    button(element, 'Accept Sat 28 Nov')!.click();
    await settle(element);
    expect(sentence(element)).to.equal(
      'Your wardrobe is promised between 07:00 and 14:00 on Sat 28 Nov.',
    );
    expect(screen(element)).to.include(
      'Agreed today at 11:47. First promised between 07:00 and 14:00 on Thu 26 Nov.',
    );
    expect(screen(element)).to.include(
      'First promised Thu 26 Nov, 07:00–14:00 with you, on Friday at 16:20',
    );
  });

  it('R7: two presses in one frame are one command, on one answer or on two', async () => {
    const adapter = spy(wardrobe([saturday()]), { act: () => new Promise(() => {}) });
    const element = await stood(adapter);
    button(element, 'Keep Thu 26 Nov')!.click();
    button(element, 'Accept Sat 28 Nov')!.click();
    button(element, 'Keep Thu 26 Nov')!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
    expect(rows(element)[0]).to.include('Sending your answer');
    expect(rows(element)[1]).to.include('Your answer is on its way');
    for (const row of all(element, '.choices button').slice(0, 2))
      expect(row.ariaDisabled).to.equal('true');
  });

  it('R7: an answer about one parcel is not taken for one about another under the same identifier', async () => {
    const order = wardrobe([saturday()]);
    const [promise] = order.promises!;
    const both = { ...order, promises: [promise!, { ...promise!, id: 'promise-2' }] };
    let answer = (_: { serverNow: string; outcome: Outcome }): void => {};
    const adapter = spy(both, { act: () => new Promise((resolve) => (answer = resolve)) });
    const element = await stood(adapter);
    button(element, 'Accept Sat 28 Nov')!.click();
    await settle(element);
    expect(rows(element)[1]).to.include('Sending your answer');
    expect(rows(element)[4]).to.include('Your answer is on its way');
    answer({ serverNow: NOON, outcome: { status: 'pending' } });
    await settle(element);
    expect(rows(element)[1]).to.include('The shop has your answer.');
    expect(rows(element)[4]).to.include('Accept Sat 28 Nov Same hours');
    expect(screen(element)).to.include('The shop has your answer “Accept Sat 28 Nov”.');
    expect(screen(element).match(/If you do not answer/g), 'of the other parcel').to.have.length(1);
    expect(all(element, '.choices button')[4]!.ariaDisabled).to.equal('false');
  });

  it('R7: a press on what has only just appeared asks for a second look, and sends after it', async () => {
    const adapter = spy(wardrobe([saturday()]));
    const element = await inOneMoment(async () => {
      const drawn = await stand('doorstep-slot', { adapter, order: 'CH-77' });
      button(drawn, 'Accept Sat 28 Nov')!.click();
      return drawn;
    });
    await settle(element);
    expect(adapter.acted).to.have.length(0);
    expect(screen(element)).to.include('Accept Sat 28 Nov? One more look');
    expect(which(focused())).to.equal('nothing');
    button(element, 'Not now')!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(0);
    await untilSettledButton();
    button(element, 'Accept Sat 28 Nov')!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(1);
  });

  it('R7: another proposal under the finger is not answered by a press meant for the first', async () => {
    const shop = shopWith(saturday());
    const acted: unknown[] = [];
    const element = await stood({
      order: shop.order,
      watch: shop.watch,
      act: (command, request) => {
        acted.push(command);
        return shop.act(command, request);
      },
    });
    await inOneMoment(async () => {
      change(shop, { window: on('29'), id: 'revision-9' });
      await waitUntil(() => button(element, 'Accept Sun 29 Nov'));
      const accept = button(element, 'Accept Sun 29 Nov')!;
      accept.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
      await settle(element);
      expect(acted).to.have.length(0);
      accept.click();
      await settle(element);
    });
    expect(acted).to.have.length(0);
    expect(screen(element)).to.include('Accept Sun 29 Nov? One more look');
    change(shop, { state: 'withdrawn' });
    await settle(element);
    expect(screen(element)).not.to.include('One more look');
  });

  it('R7: of a lost answer nothing is guessed; the order is read, and its word is shown', async () => {
    const shop = shopWith(saturday());
    const element = await stood(shop);
    shop.loseNextAnswer();
    button(element, 'Keep Thu 26 Nov')!.click();
    await settle(element);
    expect(screen(element)).to.include('You kept Thu 26 Nov.');
    expect(screen(element)).not.to.include('We do not know');

    const lost = spy(wardrobe([saturday()]), {
      act: () => Promise.reject(new AdapterError('timeout')),
    });
    const other = await stood(lost);
    button(other, 'Accept Sat 28 Nov')!.click();
    await settle(other);
    expect(lost.asked.length).to.be.greaterThan(1);
    expect(screen(other)).to.include(
      'We do not know whether your answer reached the shop. Nothing has changed here so far.',
    );
    expect(screen(other)).to.include('Agreed Thu 26 Nov, 07:00–14:00');
    expect(region()!.textContent).to.include(
      'We do not know whether your answer reached the shop.',
    );
  });

  it('R7: what was turned away was not sent, and it says so', async () => {
    const element = await stood(
      spy(wardrobe([saturday()]), { act: () => Promise.reject(new AdapterError('offline')) }),
    );
    button(element, 'Keep Thu 26 Nov')!.click();
    await settle(element);
    expect(screen(element)).to.include('Your answer was not sent. Nothing has changed.');
  });

  it('R11: of two devices that answer differently the backend’s word is shown on both', async () => {
    const shop = shopWith(saturday());
    // Nothing tells of changes here, as on a device that was asleep.
    const quiet = { order: shop.order, act: shop.act };
    const mine = await stood({ ...quiet });
    const theirs = await stood({ ...quiet });
    button(theirs, 'Keep Thu 26 Nov')!.click();
    await settle(theirs);
    button(mine, 'Accept Sat 28 Nov')!.click();
    await settle(mine);
    expect(screen(mine)).to.include(
      'Your answer “Accept Sat 28 Nov”, given today at 11:47, does not count. Another answer came first: “Keep Thu 26 Nov”. What counts now: Thu 26 Nov, 07:00–14:00.',
    );
    for (const element of [mine, theirs]) {
      expect(screen(element)).to.include('You kept Thu 26 Nov.');
      expect(screen(element)).to.include('Agreed Thu 26 Nov, 07:00–14:00');
    }
  });

  it('R7: of a lost answer it is found out what became of it, once the shop is heard again', async () => {
    const time = fakeTime();
    const clock = clockFrom(day('23', '23:59:40'));
    let isThere = true;
    const shop = memory({ orders: [wardrobe([saturday()])], now: clock });
    const sent: unknown[] = [];
    const element = await stand('doorstep-slot', {
      order: 'CH-77',
      adapter: {
        order: (...asked) =>
          isThere ? shop.order(...asked) : Promise.reject(new AdapterError('unavailable')),
        act: (command) => {
          sent.push(command);
          isThere = false;
          return Promise.reject(new AdapterError('timeout'));
        },
      },
    });
    await time.pass(600);
    button(element, 'Accept Sat 28 Nov')!.click();
    await time.pass(20_000);
    await settle(element);
    expect(screen(element)).to.include('We do not know whether your answer reached the shop.');
    isThere = true;
    await time.pass(40_000);
    await settle(element);
    expect(screen(element)).to.include(
      'Your answer, given yesterday at 23:59, did not reach the shop. Nothing has changed. Press once more.',
    );
    expect(screen(element)).not.to.include('We do not know whether');
    expect(region()!.textContent).to.include('did not reach the shop.');
    expect(sent).to.have.length(1);
  });

  it('R7: a lost answer that arrived is told by the order, and nothing is left in doubt', async () => {
    const time = fakeTime();
    const shop = memory({ orders: [wardrobe([saturday()])], now: clockFrom(NOON) });
    let isThere = true;
    const element = await stand('doorstep-slot', {
      order: 'CH-77',
      adapter: {
        order: (...asked) =>
          isThere ? shop.order(...asked) : Promise.reject(new AdapterError('unavailable')),
        async act(...asked) {
          await shop.act(...asked);
          isThere = false;
          throw new AdapterError('timeout');
        },
      },
    });
    await time.pass(600);
    button(element, 'Keep Thu 26 Nov')!.click();
    await time.pass(20_000);
    await settle(element);
    expect(screen(element)).to.include('We do not know whether your answer reached the shop.');
    isThere = true;
    await time.pass(40_000);
    await settle(element);
    expect(screen(element)).to.include('You kept Thu 26 Nov.');
    expect(screen(element)).not.to.match(/We do not know|did not reach/);
  });

  it('R3: without contact nobody is told to answer again', async () => {
    const time = fakeTime();
    const shop = memory({ orders: [wardrobe([saturday()])], now: clockFrom(NOON) });
    let isThere = true;
    const element = await stand('doorstep-slot', {
      order: 'CH-77',
      adapter: {
        order: (...asked) =>
          isThere ? shop.order(...asked) : Promise.reject(new AdapterError('unavailable')),
        act: () => {
          isThere = false;
          return Promise.reject(new AdapterError('timeout'));
        },
      },
    });
    await time.pass(600);
    button(element, 'Accept Sat 28 Nov')!.click();
    await time.pass(120_000);
    await settle(element);
    expect(screen(element)).to.include(
      'We do not know whether your answer reached the shop. As soon as the shop’s system answers, this page says so.',
    );
    expect(screen(element)).not.to.include('You can answer again');
  });

  it('R10: an answer that comes too late, or to what was taken back, is refused in words', async () => {
    for (const [state, words] of [
      ['withdrawn', 'Who had asked took it back before your answer came.'],
      ['expired', 'The time to answer had ended.'],
    ] as const) {
      const shop = shopWith(saturday());
      const element = await stood({ order: shop.order, act: shop.act });
      change(shop, { state });
      button(element, 'Accept Sat 28 Nov')!.click();
      await settle(element);
      expect(screen(element)).to.include(words);
      expect(screen(element)).to.include('Agreed Thu 26 Nov, 07:00–14:00');
      expect(rows(element)).to.deep.equal([]);
      expect(region()!.textContent).to.include(words);
    }
  });

  it('the page may forbid it, and nothing is sent', async () => {
    const adapter = spy(wardrobe([saturday()]));
    const element = await stood(adapter);
    element.addEventListener('doorstep-action-request', (event) => event.preventDefault());
    button(element, 'Accept Sat 28 Nov')!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(0);
    expect(rows(element)[1]).not.to.include('Sending');
  });

  it('by keyboard alone: reached, given, and the reader stays in the card', async () => {
    const element = await stood(shopWith(saturday()));
    const keep = button(element, 'Keep Thu 26 Nov')!;
    keep.focus();
    await sendKeys({ press: 'Enter' });
    await settle(element);
    expect(which(focused())).to.include('Your wardrobe is promised');
    expect(region()!.textContent).to.include('Your wardrobe is promised between 07:00 and 14:00');

    const again = await stood(shopWith(saturday()));
    button(again, 'Keep Thu 26 Nov')!.focus();
    await sendKeys({ press: 'Tab' });
    expect(which(focused())).to.include('Accept Sat 28 Nov');
    await sendKeys({ press: isFirefox ? ' ' : 'Space' });
    await settle(again);
    expect(sentence(again)).to.include('on Sat 28 Nov.');
  });
});

describe('A deadline at midnight', () => {
  it('R6: is the end of the day before, by its name', async () => {
    const by = { kind: 'by', from: undefined, before: day('26', '00:00:00') } as const;
    const element = await stood(spy(wardrobe([saturday()], {}, by)));
    expect(screen(element)).not.to.include('00:00');
    expect(screen(element)).to.include('Agreed Wed 25 Nov');
    const plainly = await stood(spy(wardrobe([], {}, by)));
    expect(sentence(plainly)).to.equal('Your wardrobe is promised by Wed 25 Nov.');
  });
});

describe('What the customer has ruled out', () => {
  it('R5: of what was agreed it is said too, calmly, with what can be done', async () => {
    const element = await stood(
      memory({
        orders: [wardrobe([], { constraints: [{ weekday: 'thursday' }] })],
        now,
        slots: free,
      }),
    );
    expect(screen(element)).to.include(
      'You said: never on a Thursday It was agreed all the same, and counts until another time is agreed. Pick one, or call us.',
    );
    expect(button(element, 'Pick another time')).to.exist;
    expect(screen(await stood(shopWith()))).not.to.include('It was agreed all the same');
    const closed = wardrobe([], { constraints: [{ weekday: 'thursday' }] });
    const elsewhere = await stood(backend(closed, now, { slots: undefined as never }));
    expect(screen(elsewhere)).to.include('counts until another time is agreed. Call us.');
  });
});

describe('The refund beside an answer', () => {
  it('R7: shortly before it opens it is said that another time moves it', async () => {
    const offers: Order['offers'] = [
      { offerId: 'offer-1', remedy: 'refund', availableFrom: on('26').before! },
    ];
    const at = async (moment: string): Promise<string> => {
      const element = await stood(
        memory({
          orders: [wardrobe([saturday({ answerBy: undefined })], { offers })],
          now: () => Date.parse(moment),
        }),
      );
      return screen(element);
    };
    expect(await at(day('26', '13:00:00'))).to.include(
      'If you agree to another time, that time is what counts: the refund you could ask for today at 14:00 waits for it.',
    );
    expect(await at(NOON)).not.to.include('the refund you could ask for');
  });
});

describe('Another time', () => {
  it('R10: a picker that is open stays so when the time to answer, and the agreed time, run out', async () => {
    await import('../../src/elements/order/define.js');
    await import('../../src/elements/slot-picker/define.js');
    for (const [start, revisions] of [
      ['25T17:59:30', [saturday()]],
      ['26T13:59:30', []],
    ] as const) {
      const time = fakeTime();
      const clock = clockFrom(`2026-11-${start}+01:00`);
      const offers: Order['offers'] = [
        {
          offerId: 'offer-1',
          remedy: 'refund',
          amount: { amount: 39900, currency: 'CHF' },
          availableFrom: on('26').before!,
        },
      ];
      const element = await stand('doorstep-order', {
        adapter: memory({
          orders: [wardrobe([...revisions], { observedAt: undefined, offers })],
          now: clock,
          slots: free,
        }),
        order: 'CH-77',
      });
      await time.pass(600);
      await settle(element);
      button(element, 'Pick another time')!.click();
      await time.pass(50);
      await settle(element);
      const picker = one(element, 'doorstep-slot-picker')!;
      expect(picker, 'opened').to.exist;
      await time.pass(40_000);
      await settle(element);
      expect(one(element, 'doorstep-slot-picker') === picker, 'the very same').to.equal(true);
      expect(picker.checkVisibility?.() ?? true).to.equal(true);
      const { revision } = picker as HTMLElementTagNameMap['doorstep-slot-picker'];
      expect(revision, 'nothing is answered too late').to.equal(undefined);
      element.remove();
      time.restore();
    }
  });

  it('R5: is picked in place, and to keep what was agreed is there the answer that it is', async () => {
    const element = await stood(shopWith(saturday()));
    button(element, 'Pick another time')!.click();
    await import('../../src/elements/slot-picker/define.js');
    await settle(element);
    const picker = one(
      element,
      'doorstep-slot-picker',
    ) as HTMLElementTagNameMap['doorstep-slot-picker'];
    expect(picker.order).to.equal('CH-77');
    expect(picker.embedded).to.equal(true);
    expect(picker.agreed).to.deep.include({ kind: 'slot', from: on('26').from });
    expect(all(element, '.choices').length).to.equal(0);
    await untilSettledButton();
    picker.dispatchEvent(new CustomEvent('doorstep-keep', { bubbles: true, composed: true }));
    await settle(element);
    expect(one(element, 'doorstep-slot-picker')).to.equal(undefined);
    expect(rows(element)).to.have.length(0);
    expect(screen(element)).to.include('You kept Thu 26 Nov.');
  });

  it('R12: keeping is never lost because a hold is on its way', async () => {
    const shop = shopWith(saturday());
    let answer = (): void => {};
    const element = await stood({
      order: shop.order,
      slots: shop.slots!,
      act: async (command, request) => {
        if (command.type === 'hold') await new Promise<void>((resolve) => (answer = resolve));
        return shop.act(command, request);
      },
    });
    button(element, 'Pick another time')!.click();
    await import('../../src/elements/slot-picker/define.js');
    await settle(element);
    one(element, '[data-key="fri"]')!.click();
    await settle(element);
    const keep = one(element, '[part="keep"]')!;
    expect(keep.ariaDisabled).to.equal('true');
    keep.click();
    await settle(element);
    expect(one(element, 'doorstep-slot-picker'), 'still there').to.exist;
    answer();
    await settle(element);
    await untilSettledButton();
    expect(one(element, '[part="keep"]')!.ariaDisabled).to.equal('false');
    one(element, '[part="keep"]')!.click();
    await settle(element);
    expect(screen(element)).to.include('You kept Thu 26 Nov.');
  });

  it('R12: without slots, or without a way to say it, it is not promised', async () => {
    const shop = shopWith(saturday());
    expect(rows(await stood({ order: shop.order, act: shop.act }))).to.have.length(2);
    const mute = await stood({ order: shop.order });
    expect(rows(mute)).to.deep.equal([]);
    expect(screen(mute)).to.include('This page cannot send your answer. A person can take it.');
  });
});

describe('Every change', () => {
  it('R5: stays in view on demand, the newest first, the first promise last and marked as such', async () => {
    const element = await stood(
      shopWith(saturday({ state: 'declined', answeredAt: day('23', '11:46:00') })),
    );
    const unfold = button(element, 'All changes (1)')!;
    expect(unfold.ariaExpanded).to.equal('false');
    expect(screen(element)).not.to.include('This entry never changes');
    unfold.click();
    await settle(element);
    const entries = all(element, '[part="changes"] li').map((entry) => plain(entry.textContent));
    expect(entries).to.have.length(2);
    expect(entries[0]).to.include('Sat 28 Nov, 07:00–14:00');
    // Nobody said who answered: nobody is named.
    expect(entries[0]).to.include('What was agreed was kept today at 11:46.');
    expect(entries[1]).to.include('Thu 26 Nov, 07:00–14:00');
    expect(entries[1]).to.include('First promised. This entry never changes.');
    expect(screen(element)).to.include('This entry never changes');
  });

  it('R3: one whose state cannot be read leaves nobody knowing what counts, and it says so', async () => {
    const element = await stood(shopWith(saturday({ state: undefined })));
    expect(sentence(element)).to.equal('We are not sure when your wardrobe comes.');
    expect(screen(element)).to.include('First promised between 07:00 and 14:00 on Thu 26 Nov.');
    expect(screen(element)).to.include('Nobody can tell what counts now');
    expect(button(element, 'Add to calendar')).to.equal(undefined);
  });

  if (isChromium)
    it('is printed unfolded, without buttons', async () => {
      const element = await stood(shopWith(saturday()));
      await emulateMedia({ media: 'print' });
      try {
        expect(screen(element)).to.include('First promised. This entry never changes.');
        expect(screen(element)).not.to.include('Accept Sat 28 Nov');
        expect(screen(element)).to.include('Proposed Sat 28 Nov');
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
});

describe('Today’s estimate', () => {
  const named = (name: string) => slotStates.find((each) => each.name === name)!;
  const shown = async (name: string): Promise<string> =>
    screen(
      await stand('doorstep-slot', { adapter: slotAdapterFor(named(name), 'en'), order: 'CH-77' }),
    );

  it('R5: stands beside what was agreed, never instead of it, and says that it is one', async () => {
    const within = await shown('slot: on the day, expected within what was agreed');
    expect(within).to.include('Agreed Thu 26 Nov, 07:00–14:00');
    expect(within).to.include(
      'Expected Thu 26 Nov, 10:00–11:00 An estimate, within what was agreed. Alpline told us 4 minutes ago.',
    );
    const outside = await shown('slot: on the day, expected outside it');
    expect(outside).to.include('An estimate. It changes nothing of what was agreed.');
    expect(outside).to.include('Agreed Thu 26 Nov, 07:00–14:00');
    expect(outside).to.include(
      'is now expected today between 15:00 and 17:00, later than promised (today between 07:00 and 14:00).',
    );
    const estimate = {
      from: day('27', '10:00:00'),
      until: day('27', '12:00:00'),
      observedAt: NOON,
      maxAge: 3600,
    };
    const days = await stood(
      backend(wardrobe([], { shipments: [{ id: 'parcel-1', estimate }] }), now),
    );
    expect(sentence(days), 'both days are named').to.match(
      /expected on Fri 27 Nov between 10:00 and 12:00, later than promised \(between 07:00 and 14:00 on Thu 26 Nov\)/,
    );
  });
});

describe('The calendar', () => {
  it('is loaded on the press, takes what was agreed, and says when the entry is out of date', async () => {
    const files: Blob[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      files.push(blob as Blob);
      return createObjectURL.call(URL, blob);
    };
    // The download itself would leave the test.
    const stop = (event: Event): void => event.preventDefault();
    const click = HTMLAnchorElement.prototype.click;
    const names: string[] = [];
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    addEventListener('click', stop);
    try {
      const shop = shopWith(saturday());
      const element = await stood(shop);
      button(element, 'Add to calendar')!.click();
      await import('../../src/calendar/calendar.js');
      await settle(element);
      expect(names).to.deep.equal(['CH-77.ics']);
      const text = await files[0]!.text();
      expect(text).to.include('DTSTART:20261126T060000Z');
      expect(text).to.include('Delivery of your wardrobe');
      expect(screen(element)).not.to.include('entry you took');

      button(element, 'Accept Sat 28 Nov')!.click();
      await settle(element);
      expect(screen(element)).to.include(
        'The calendar entry you took shows Thu 26 Nov, 07:00–14:00. Take the new one: it replaces the old one.',
      );
      button(element, 'Update the calendar')!.click();
      await settle(element);
      expect(await files[1]!.text()).to.include('DTSTART:20261128T060000Z');
      expect(screen(element)).not.to.include('entry you took');
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
      removeEventListener('click', stop);
    }
  });

  it('a note that cannot be read is no note', async () => {
    for (const note of ['{', '"x"', '{"kind":"slot"}']) {
      localStorage.setItem('doorstep:calendar:CH-77:promise-1', note);
      const element = await stand('doorstep-slot', {
        adapter: shopWith(saturday()),
        order: 'CH-77',
      });
      expect(screen(element)).not.to.include('entry you took');
      expect(button(element, 'Add to calendar')).to.exist;
    }
  });
});

describe('What is spoken, and in which language', () => {
  it('French is written as people say it', async () => {
    const element = await stood(shopWith(saturday()), place({ lang: 'fr' }));
    expect(screen(element)).to.include('Convenu jeudi 26 novembre, de 7 h à 14 h');
    expect(rows(element)[0]).to.include('Garder le jeudi 26 novembre');
    expect(rows(element)[1]).to.include('Accepter le samedi 28 novembre');
    expect(screen(element)).to.include('Vous avez dit : jamais le samedi');
    expect(screen(element)).to.include(
      'Sans réponse de votre part d’ici au mercredi 25 novembre, 18 h, le jeudi 26 novembre reste valable.',
    );
    const kept = await stood(
      shopWith(saturday({ state: 'declined', answeredAt: day('02', '11:00:00') })),
      place({ lang: 'fr' }),
    );
    expect(sentence(kept)).to.equal(
      'L’arrivée de votre wardrobe est promise entre 7 h et 14 h le jeudi 26 novembre.',
    );
    expect(screen(kept)).to.include('Répondu le lundi 2 novembre à 11 h.');
    expect(screen(element)).not.to.match(/\.\.|undefined/);
  });

  it('the zone is said although its hours are the reader’s today: on the day they are not', async () => {
    const { getTimezoneOffset } = Date.prototype;
    // A reader in Tunis, where no clock changes, in the week before it does in Zurich.
    Date.prototype.getTimezoneOffset = () => -60;
    try {
      const march = (text: string): string => `2026-${text}`;
      const order = wardrobe(
        [],
        { observedAt: march('03-25T11:46:00+01:00') },
        {
          from: march('04-02T07:00:00+02:00'),
          before: march('04-02T14:00:00+02:00'),
          madeAt: march('03-20T16:20:00+01:00'),
        },
      );
      await import('../../src/elements/order/define.js');
      for (const tag of ['doorstep-slot', 'doorstep-order'] as const) {
        const adapter = backend(order, () => Date.parse(march('03-25T11:47:00+01:00')));
        const element = await stand(tag, { adapter, order: 'CH-77' });
        expect(screen(element), tag).to.include('All hours are Central European Time.');
        element.remove();
      }
      const adapter = backend(wardrobe([]), now);
      const november = await stand('doorstep-slot', { adapter, order: 'CH-77' });
      expect(screen(november)).not.to.include('All hours are');
    } finally {
      Date.prototype.getTimezoneOffset = getTimezoneOffset;
    }
  });

  it('the answers are a group with a name, each with its effect in its own', async () => {
    const element = await stood(shopWith(saturday()));
    const group = one(element, '.choices')!;
    expect(group.role).to.equal('group');
    expect(plain(group.ariaLabel!)).to.equal('Your answer about Sat 28 Nov');
    for (const svg of all(group, 'svg')) expect(svg.ariaHidden).to.equal('true');
  });

  it('from right to left nothing sticks out, at 320 px', async () => {
    for (const example of slotStates) {
      const parent = place({ dir: 'rtl' });
      parent.style.width = '320px';
      const element = await stand(
        'doorstep-slot',
        { adapter: slotAdapterFor(example, 'en'), order: 'CH-77' },
        parent,
      );
      expect(overflow(element), example.name).to.deep.equal([]);
      parent.remove();
    }
  });
});

describe('Inside <doorstep-order>', () => {
  it('the sentence stands at once; the answers are loaded because there is something to answer', async () => {
    await import('../../src/elements/order/define.js');
    const element = await stand('doorstep-order', {
      adapter: shopWith(saturday()),
      order: 'CH-77',
    });
    expect(sentence(element)).to.include('The carrier asks to move your delivery.');
    await untilSettledButton();
    pressSlot(element, 'keep');
    await settle(element);
    expect(sentence(element)).to.equal(
      'Your wardrobe is promised between 07:00 and 14:00 on Thu 26 Nov.',
    );
    expect(screen(element)).to.include('You kept Thu 26 Nov.');
  });

  it('an order without an agreed hour or a change has no such part', async () => {
    await import('../../src/elements/order/define.js');
    const order = wardrobe([]);
    const byDay = { ...order.promises![0]!, kind: 'date' as const, date: '2026-11-26' };
    const element = await stand('doorstep-order', {
      adapter: spy({ ...order, promises: [byDay] }),
      order: 'CH-77',
    });
    expect(one(element, 'doorstep-slot')).to.equal(undefined);
  });
});

describe('Bad data', () => {
  it('R3: whatever a revision is made of, nothing is thrown, nothing is agreed to by guess', async () => {
    const broken: unknown[] = [
      { id: 'x', state: 'proposed', window: { kind: 'slot', from: 'soon' } },
      { id: 'x', state: 'proposed', window: { ...on('28'), from: on('28').before } },
      { id: 'x', state: 'proposed', window: { ...on('28'), timeZone: 'Mars/Base' } },
      { id: 'x', state: 'accepted' },
      { id: 'x', state: 'moved', window: on('28') },
      { id: 'x', state: 'proposed', window: on('28'), answerBy: 'later', ifSilent: 'maybe' },
      { id: 'x' },
      {},
      7,
    ];
    for (const revision of broken) {
      const order = wardrobe([revision as Revision], { constraints: [noSaturday, 3 as never] });
      const element = await stand('doorstep-slot', { adapter: spy(order), order: 'CH-77' });
      expect(sentence(element), JSON.stringify(revision)).not.to.equal('');
      expect(screen(element)).not.to.match(/undefined|NaN|Invalid|\[object/);
      if (!(revision as Revision).window || (revision as Revision).id === undefined)
        expect(button(element, 'Accept')).to.equal(undefined);
      element.remove();
    }
  });
});
