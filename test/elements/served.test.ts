/** Every state as a server writes it, and as it is once the page is alive: the same as drawn by script alone. */
import { expect, nextFrame } from '@open-wc/testing';
import { slotAdapterFor, slotStates } from '../../demo/slot-states.js';
import { adapterFor, orderStates } from '../../demo/states.js';
import { AdapterError, type OrderAdapter } from '../../src/adapter/index.js';
import type { OrderAnswer } from '../../src/model/index.js';
import '../../src/elements/order/define.js';
import '../../src/elements/order/parts.js';
// Loaded by each that was served; here they are there from the start, however slow the machine.
import '../../src/elements/replace.js';
import '../../src/elements/remedy/more.js';
import '../../src/elements/slot/define.js';
import '../../src/i18n/locales/fr.js';
import {
  all,
  backend,
  clockFrom,
  day,
  deep,
  fakeTime,
  focused,
  guard,
  layOutAll,
  one,
  orderNamed,
  place,
  plain,
  refundButton,
  region,
  screen,
  sentence,
  settle,
  tick,
  untilSettledButton,
  waitUntil,
  warnings,
  which,
  type OrderTag,
} from './help.js';
import { put, request, write } from './served-first.js';

guard();
layOutAll();

type ServedTag = Exclude<OrderTag, 'doorstep-stock'> | 'doorstep-slot';

interface Example {
  readonly name: string;
  readonly reference: string;
  adapter(): OrderAdapter;
}

const orders: Example[] = orderStates
  .filter(({ order, fault }) => order && (!fault || fault === 'after-first'))
  .map((example) => ({
    name: example.name,
    reference: example.order!.reference,
    adapter: () => adapterFor(example),
  }));
const slots: Example[] = slotStates.map((example) => ({
  name: example.name,
  reference: example.order.reference,
  adapter: () => slotAdapterFor(example, 'en'),
}));

const serve = async (
  tag: ServedTag,
  answers: OrderAnswer[],
  readOnly: boolean[],
  options = {},
): Promise<string[]> =>
  (await write(
    answers.map((answer, index) => ({
      tag,
      answer,
      options: {
        ...{ styles: '/served.css', claim: { action: '/claim' } },
        ...{ readOnly: readOnly[index]!, ...options },
      },
    })),
  )) as string[];

/** A sheet that is there is not always applied yet. */
const untilStyled = (element: Element): Promise<void> =>
  waitUntil(() => getComputedStyle(one(element, '.as-of')!).paddingTop !== '0px');

const tags: [ServedTag, Example[]][] = [
  ['doorstep-order', [...orders, ...slots]],
  ['doorstep-parcel', orders],
  ['doorstep-remedy', orders],
  ['doorstep-slot', slots],
];

const narrow = (): HTMLElement => {
  const made = place();
  made.style.width = '375px';
  return made;
};

const drawAll = (elements: readonly Element[]): Promise<unknown> =>
  Promise.all(elements.map(settle));

/** Where things stand below the top of their element: the sentence, the line, the button that refunds. */
const placesOf = (element: Element): number[] => {
  const { top, height } = element.getBoundingClientRect();
  const parts = ['sentence', 'promise-line', 'refund'].map((part) =>
    one(element, `[part="${part}"]`),
  );
  const tops = parts.map((part) => (part ? part.getBoundingClientRect().top - top : 0));
  return [...tops, height].map(Math.round);
};

const AGES =
  /\b(today|tomorrow|yesterday|ago|(?<!sent )just now|closed now|until \d\d:\d\d(?! on))\b/;

for (const [tag, examples] of tags)
  describe(`<${tag}> as a server writes it`, () => {
    const found: Record<'dated' | 'still' | 'strict' | 'moved' | 'other', string[]> = {
      dated: [],
      still: [],
      strict: [],
      moved: [],
      other: [],
    };

    /** As few at once as a page may have: what follows from one must not wait long for the others. */
    const look = async (group: readonly Example[]): Promise<void> => {
      const answers = await Promise.all(
        group.map(({ adapter, reference }) => adapter().order(reference, request)),
      );
      const readOnly = group.map(({ adapter }) => !adapter().act);
      const markup = await serve(tag, answers, readOnly);
      const alive = markup.map((each) => put(narrow(), each));
      await Promise.all(alive.map(untilStyled));
      // A window that has only just opened is told its size with the first frame, and gives the room back.
      await nextFrame();
      await nextFrame();
      const served = alive.map((each) => ({ text: screen(each), places: placesOf(each) }));
      for (const [index, element] of alive.entries()) {
        const { name } = group[index]!;
        const { text } = served[index]!;
        if (AGES.test(text) || !/Copied on \w+ \d+ \w+ 2026 at \d\d:\d\d, [A-Z]/.test(text))
          found.dated.push(`${name}: ${text}`);
        for (const each of all(element, 'button'))
          if (!(each as HTMLButtonElement).disabled && !(each as HTMLButtonElement).form?.action)
            found.still.push(`${name}: ${plain(each.textContent)}`);
        for (const inner of deep(element))
          for (const { name: attribute } of inner.attributes)
            if (/^(style|on.*)$/.test(attribute) || /^(style|script)$/.test(inner.localName))
              found.strict.push(`${name}: ${inner.localName} ${attribute}`);
      }

      alive.forEach((each, index) => Object.assign(each, { adapter: group[index]!.adapter() }));
      const drawn = group.map(({ adapter, reference }) => {
        const element = document.createElement(tag);
        Object.assign(element, { adapter: adapter(), order: reference });
        narrow().append(element);
        return element;
      });
      await waitUntil(() => alive.every(({ shadowRoot }) => !shadowRoot!.querySelector('link')));
      await drawAll([...alive, ...drawn]);
      for (const [index, element] of alive.entries()) {
        const { name } = group[index]!;
        const [is, shall] = [screen(element), screen(drawn[index]!)];
        if (is !== shall) found.other.push(`${name}: ${is}\n${shall}`);
        const before = served[index]!.places.join();
        const after = placesOf(element).join();
        // Told only afterwards, in a line of its own: how long a silence has lasted. And a date that is a line
        // longer than "today" outside of the head.
        // Nor can a server write where a label of the line stands, which may break otherwise.
        const isOther =
          /No scan for|You asked for another carrier|A replacement for your display was promised/.test(
            screen(element),
          );
        if (before !== after && !isOther) found.moved.push(`${name}: ${before} to ${after}`);
      }
      for (const each of [...alive, ...drawn]) each.parentElement!.remove();
    };

    before(async () => {
      for (let from = 0; from < examples.length; from += 8)
        await look(examples.slice(from, from + 8));
      // `guard` looks at what the page was told only in tests.
      expect(warnings).to.deep.equal([]);
    });

    it(`has dates only, and as of when it is, in each of ${examples.length} states`, () => {
      expect(found.dated).to.deep.equal([]);
    });
    it('R7: has nothing to press but the buttons of a form', () => {
      expect(found.still.slice(0, 9)).to.deep.equal([]);
    });
    it('is markup that a strict policy allows', () => {
      expect(found.strict).to.deep.equal([]);
    });
    it('is, once it is alive, the very text of one that is drawn by script', () => {
      expect(found.other.slice(0, 3)).to.deep.equal([]);
    });
    it('does not move when it comes alive', () => {
      expect(found.moved.slice(0, 40)).to.deep.equal([]);
    });
  });

describe('A served order', () => {
  const now = (): number => Date.parse(day('23', '17:03:00'));
  const answer = { serverNow: day('23', '17:03:00'), order: orderNamed('missed') };

  const stood = async (language = 'en'): Promise<HTMLElementTagNameMap['doorstep-order']> => {
    const [markup] = await serve('doorstep-order', [answer], [false], { language });
    const element = put(narrow(), markup!) as HTMLElementTagNameMap['doorstep-order'];
    await settle(element);
    return element;
  };

  it('comes alive in one go: nothing is there twice, and nothing of the copy is left', async () => {
    const element = await stood();
    expect(screen(element)).to.contain('Copied on');
    element.adapter = backend(orderNamed('missed'), now);
    await waitUntil(() => !element.shadowRoot!.querySelector('link'));
    await settle(element);
    expect(all(element, '[part="sentence"]')).to.have.length(1);
    expect(all(element, '[part="refund"]')).to.have.length(1);
    expect(screen(element)).not.to.contain('Copied on');
    expect(all(element, 'form, link')).to.have.length(0);
  });

  it('stays while there is no backend to ask', async () => {
    const element = await stood();
    expect(sentence(element)).to.contain('It has not arrived.');
    expect(refundButton(element)!.form!.method).to.equal('post');
  });

  it('R7: one press on what has come alive is one claim', async () => {
    const element = await stood();
    const spy = backend(orderNamed('missed'), now);
    element.adapter = spy;
    await waitUntil(() => !element.shadowRoot!.querySelector('link'));
    await settle(element);
    await untilSettledButton();
    refundButton(element)!.click();
    refundButton(element)!.click();
    await settle(element);
    expect(spy.acted).to.have.length(1);
    expect(spy.acted[0]).to.include({ type: 'claim', order: 'FR-1042' });
  });

  it('says nothing aloud once it has left the page', async () => {
    const time = fakeTime();
    const element = await stood();
    element.adapter = backend(orderNamed('missed'), now);
    while (element.shadowRoot!.querySelector('link')) await tick();
    await settle(element);
    element.remove();
    // Long after, in a page that lives on: nobody was heard meanwhile.
    performance.now = () => 1e9;
    await time.pass(3000);
    expect(region()!.textContent).to.equal('');
  });

  it('R7: after a reload a request on its way is judged by the time of the answer, not of the device', async () => {
    localStorage.setItem(
      'doorstep:offer-refund',
      JSON.stringify({ offerId: 'offer-refund', startedAt: now() }),
    );
    const time = fakeTime();
    const element = await stood();
    element.adapter = backend(orderNamed('missed'), clockFrom(day('23', '17:03:20')), {
      outcome: async () => ({ outcome: { status: 'none' } }),
    });
    while (element.shadowRoot!.querySelector('link')) await tick();
    await time.pass(20_000);
    // Another tab may have sent it only now: what it waits for can still arrive.
    expect(sentence(element)).to.match(/^We are checking/);
    await time.pass(20_000);
    expect(sentence(element)).to.equal('Your request did not reach the shop.');
  });

  it('R7: a request on its way is told at once although no backend answers, and read as soon as one does', async () => {
    localStorage.setItem(
      'doorstep:offer-refund',
      JSON.stringify({ offerId: 'offer-refund', startedAt: now() }),
    );
    const time = fakeTime();
    const element = await stood();
    let isDown = true;
    const asked: string[] = [];
    const spy = backend(orderNamed('missed'), clockFrom(day('23', '17:03:20')), {
      outcome: async (_order, offerId) => {
        asked.push(offerId);
        return { outcome: { status: 'none' } };
      },
    });
    element.adapter = {
      ...spy,
      watch: undefined!,
      order: (reference, by) =>
        isDown
          ? new Promise((_, reject) =>
              setTimeout(() => reject(new AdapterError('unavailable')), 5000),
            )
          : spy.order(reference, by),
    };
    const tellsOfIt = (): void => {
      expect(screen(element)).to.contain('We are checking').and.not.contain('Copied on');
      expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
      refundButton(element)!.click();
      expect(spy.acted).to.deep.equal([]);
    };
    // No time passes: what was served only waits for what is loaded.
    for (let round = 0; round < 100 && element.shadowRoot!.querySelector('link'); round++)
      await tick();
    tellsOfIt();
    await time.pass(60_000);
    tellsOfIt();
    expect(asked, 'nobody has said what time it is').to.deep.equal([]);
    isDown = false;
    // A minute until it is asked again, at most; then for another tab that may have sent it only now.
    await time.pass(120_000);
    expect(sentence(element)).to.equal('Your request did not reach the shop.');
    expect(new Set(asked)).to.deep.equal(new Set(['offer-refund']));
  });

  it('R3: nothing is said to be checked where nobody will answer, and nothing can be asked a second time', async () => {
    localStorage.setItem(
      'doorstep:offer-refund',
      JSON.stringify({ offerId: 'offer-refund', startedAt: now() }),
    );
    const time = fakeTime();
    const element = await stood();
    const spy = backend(orderNamed('missed'), clockFrom(day('23', '17:03:20')));
    element.adapter = {
      ...spy,
      watch: undefined!,
      order: () => Promise.reject(new AdapterError('forbidden')),
    };
    await time.pass(60_000);
    expect(screen(element)).to.contain('sign in again').and.not.contain('We are checking');
    refundButton(element)?.click();
    expect(spy.acted).to.deep.equal([]);
  });

  it('keeps the focus on the link that was focused, and on the sentence for a button that is gone', async () => {
    for (const [selector, words] of [
      ['a[href^="tel:"]', /^a .*42/],
      ['[part="refund"]', /It has not arrived\.$/],
    ] as const) {
      const element = await stood();
      one(element, selector)!.focus();
      element.adapter = backend(orderNamed('missed'), now);
      await waitUntil(() => !element.shadowRoot!.querySelector('link'));
      await settle(element);
      expect(which(focused())).to.match(words);
      element.remove();
    }
  });

  it('R2: is told as a copy of then when the backend does not answer, and nothing can be pressed', async () => {
    const element = await stood();
    element.adapter = { order: () => Promise.reject(new AdapterError('unavailable')) };
    await waitUntil(() => !element.shadowRoot!.querySelector('link'));
    await settle(element);
    expect(sentence(element)).to.contain('copy');
    expect(screen(element)).to.contain('It has not arrived.');
    expect(refundButton(element)).to.equal(undefined);
  });

  it('speaks its language from the first moment on', async () => {
    const element = await stood('fr');
    expect(screen(element)).to.match(/Copie prise le lundi 23 novembre 2026 à 17 h 03/);
    element.adapter = backend(orderNamed('missed'), now);
    await waitUntil(() => !element.shadowRoot!.querySelector('link'));
    await settle(element);
    expect(screen(element)).to.contain('rembours');
  });

  it('R3: the facts of another order, or of nobody knows when, say nothing', async () => {
    for (const facts of [
      { ...answer, order: { ...answer.order, reference: 'FR-1' } },
      { order: answer.order },
      'nothing',
    ]) {
      const element = document.createElement('doorstep-order');
      Object.assign(element, {
        facts,
        order: 'FR-1042',
        adapter: { order: () => new Promise(() => {}) },
      });
      narrow().append(element);
      await settle(element);
      expect(sentence(element)).to.equal('');
    }
  });

  it('R2: facts that a page hands over by property are told as of then, until the answer', async () => {
    const element = document.createElement('doorstep-order');
    let reply = (_answer: OrderAnswer): void => {};
    const adapter: OrderAdapter = {
      order: () => new Promise((resolve) => (reply = resolve)),
      act: () => new Promise(() => {}),
    };
    Object.assign(element, { facts: answer, order: 'FR-1042', adapter });
    narrow().append(element);
    await settle(element);
    expect(sentence(element)).to.contain('It has not arrived.');
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
    reply(answer);
    await settle(element);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('false');
  });
});
