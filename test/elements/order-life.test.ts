import { expect } from '@open-wc/testing';
import { barelyKnown, lostScreen, offers, orderStates } from '../../demo/states.js';
import { AdapterError } from '../../src/adapter/index.js';
import '../../src/elements/order/define.js';
// Loaded by the order itself; here it is there from the start.
import '../../src/elements/order/parts.js';
import { order as english } from '../../src/i18n/locales/en/order.js';
import { registerLocale } from '../../src/i18n/index.js';
import { setDefaultAdapter } from '../../src/store/index.js';
import {
  all,
  backend,
  button,
  clockFrom,
  day,
  fakeTime,
  guard,
  one,
  orderNamed,
  plain,
  place,
  refundButton,
  region,
  screen,
  sentence,
  settle,
  stand,
  standState,
  warnings,
  which,
} from './help.js';

guard();

const MISSED = day('23', '17:03:00');
const missed = 'We promised your display before 17:00. It has not arrived.';
const now = (): number => Date.parse(MISSED);
const lost = (more: Parameters<typeof backend>[2] = {}) => backend(lostScreen(), now, more);

/** A tag as a page writes it, with the shop's own words inside. */
const written = (attributes: Record<string, string>, parent = place()): HTMLElement => {
  const element = document.createElement('doorstep-order');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const words = document.createElement('p');
  words.textContent = 'Ask us about order FR-1042.';
  element.append(words);
  parent.append(element);
  return element;
};

describe('What the page served inside the tag', () => {
  afterEach(() => setDefaultAdapter(undefined));

  it('is visible without any attribute, without an adapter, and without an order', async () => {
    for (const attributes of [{}, { order: 'FR-1042' }]) {
      const element = written(attributes as Record<string, string>);
      await settle(element);
      expect(screen(element)).to.equal('Ask us about order FR-1042.');
    }
    const element = written({});
    (element as HTMLElementTagNameMap['doorstep-order']).adapter = lost();
    await settle(element);
    expect(screen(element)).to.equal('Ask us about order FR-1042.');
    expect(warnings).to.be.empty;
  });

  it('stays until there is an answer, then gives way to it', async () => {
    let reply: () => void = () => {};
    const adapter = lost();
    const order = adapter.order.bind(adapter);
    adapter.order = async (...asked) => {
      await new Promise<void>((resolve) => (reply = resolve));
      return order(...asked);
    };
    const element = written({ order: 'FR-1042' }) as HTMLElementTagNameMap['doorstep-order'];
    element.adapter = adapter;
    await settle(element);
    expect(screen(element)).to.equal('Ask us about order FR-1042.');
    reply();
    await settle(element);
    expect(sentence(element)).to.equal(missed);
    expect(screen(element)).not.to.contain('Ask us');
  });

  it('stands beside the reason when there is no answer', async () => {
    const element = written({ order: 'FR-1042' }) as HTMLElementTagNameMap['doorstep-order'];
    element.adapter = lost({ order: () => Promise.reject(new AdapterError('unavailable')) });
    await settle(element);
    expect(screen(element)).to.contain('does not answer').and.to.contain('Ask us about order');
  });

  it('comes back when drawing fails, said once, and gives way again when it works', async () => {
    const adapter = lost();
    const element = written({ order: 'FR-1042' }) as HTMLElementTagNameMap['doorstep-order'];
    element.adapter = adapter;
    await settle(element);
    expect(sentence(element)).to.equal(missed);
    try {
      registerLocale('en', {
        order: {
          missed: () => {
            throw new Error('a sentence of the shop is broken');
          },
        },
      });
      await settle(element);
      expect(screen(element)).to.equal('Ask us about order FR-1042.');
      adapter.change(lostScreen({ version: 2 }));
      await settle(element);
      expect(warnings.filter((warning) => warning.includes('could not be drawn'))).to.have.length(
        1,
      );
    } finally {
      registerLocale('en', { order: { missed: english.missed } });
    }
    await settle(element);
    expect(sentence(element)).to.equal(missed);
    expect(screen(element)).not.to.contain('Ask us');
    expect(refundButton(element)).to.exist;
  });

  it('is replaced at the way out by the contact slot', async () => {
    const element = await stand('doorstep-order', { adapter: lost(), order: 'FR-1042' });
    const link = document.createElement('a');
    link.slot = 'contact';
    link.href = 'https://shop.example/chat';
    link.textContent = 'Chat with us';
    element.append(link);
    await settle(element);
    expect(screen(element))
      .to.contain('Chat with us')
      .and.not.to.contain('Rather talk to a person');
  });
});

describe('Setting things up in any order', () => {
  afterEach(() => setDefaultAdapter(undefined));

  const steps: Record<string, (element: HTMLElementTagNameMap['doorstep-order']) => void> = {
    adapter: (element) => (element.adapter = lost()),
    order: (element) => (element.order = 'FR-1042'),
    page: (element) => place().append(element),
  };
  for (const sequence of [
    ['adapter', 'order', 'page'],
    ['order', 'adapter', 'page'],
    ['page', 'adapter', 'order'],
    ['page', 'order', 'adapter'],
    ['adapter', 'page', 'order'],
    ['order', 'page', 'adapter'],
  ])
    it(sequence.join(', then '), async () => {
      const element = document.createElement('doorstep-order');
      for (const step of sequence) {
        steps[step]!(element);
        await settle(element);
      }
      expect(sentence(element)).to.equal(missed);
    });

  it('a default adapter for the page, set before or after', async () => {
    const early = written({ order: 'FR-1042' });
    setDefaultAdapter(lost());
    await settle(early);
    expect(sentence(early)).to.equal(missed);
    const late = written({ order: 'FR-1042' });
    await settle(late);
    expect(sentence(late)).to.equal(missed);
    setDefaultAdapter(undefined);
    await settle(early);
    expect(screen(early)).to.equal('Ask us about order FR-1042.');
  });

  it('properties set before the class is known are kept', async () => {
    const { DoorstepOrder } = await import('../../src/elements/order/order.js');
    const element = document.createElement('late-order') as HTMLElementTagNameMap['doorstep-order'];
    element.adapter = lost();
    element.order = 'FR-1042';
    place().append(element);
    customElements.define('late-order', class extends DoorstepOrder {});
    await settle(element);
    expect(sentence(element)).to.equal(missed);
  });

  it('another adapter: what the first one said is gone, and it is let go', async () => {
    const time = fakeTime();
    const first = lost();
    const element = await stand('doorstep-order', { adapter: first, order: 'FR-1042' });
    await time.pass(100);
    element.adapter = backend(orderNamed('delivered in time'), now);
    await settle(element);
    expect(sentence(element)).to.match(/was delivered/);
    await time.pass(100);
    expect(first.watched()).to.equal(first.stopped());
  });

  it('another order: nothing of the first one stays', async () => {
    const adapter = lost();
    adapter.order = async (reference) => ({
      serverNow: MISSED,
      order: reference === 'FR-1042' ? lostScreen() : { reference },
    });
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    expect(sentence(element)).to.equal(missed);
    element.order = 'FR-2000';
    await settle(element);
    expect(screen(element))
      .to.contain('FR-2000')
      .and.not.to.match(/display|FR-1042|289/);
    expect(which(refundButton(element))).to.equal('nothing');
    element.removeAttribute('order');
    element.order = undefined;
    await settle(element);
    expect(screen(element)).to.equal('');
  });
});

describe('Coming and going', () => {
  it('moved in the page it keeps what it knows, without a flash of waiting', async () => {
    const adapter = lost();
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    const waiting: boolean[] = [];
    const observer = new MutationObserver(() => waiting.push(!!one(element, '[aria-busy="true"]')));
    observer.observe(element.shadowRoot!, { childList: true, subtree: true });
    place().append(element);
    await settle(element);
    observer.disconnect();
    expect(sentence(element)).to.equal(missed);
    expect(waiting).not.to.include(true);
  });

  it('removed it lets everything go: connection, timers, questions', async () => {
    const time = fakeTime();
    const adapter = lost();
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await time.pass(1000);
    expect(adapter.watched() - adapter.stopped()).to.equal(1);
    // With a drawing still to come.
    element.requestUpdate();
    element.remove();
    await time.pass(1000);
    expect(adapter.watched()).to.equal(adapter.stopped());
    const asked = adapter.asked.length;
    let draws = 0;
    for (const inner of [element, ...all(element, 'doorstep-remedy')] as (typeof element)[]) {
      const { requestUpdate } = inner;
      inner.requestUpdate = (...change) => {
        draws++;
        requestUpdate.apply(inner, change);
      };
    }
    adapter.change(lostScreen({ version: 9 }));
    await time.pass(10 * 60_000);
    expect(adapter.asked).to.have.length(asked);
    expect(draws).to.equal(0);
  });

  it('put back it asks again and shows what is true now', async () => {
    const adapter = lost();
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    const parent = element.parentElement!;
    element.remove();
    await settle(element);
    adapter.change(orderNamed('delivered in time'));
    parent.append(element);
    await settle(element);
    expect(sentence(element)).to.match(/was delivered/);
  });

  it('taken away in the middle of a question it stays silent', async () => {
    let reply: () => void = () => {};
    const adapter = lost({
      order: async () => {
        await new Promise<void>((resolve) => (reply = resolve));
        return { serverNow: MISSED, order: lostScreen() };
      },
    });
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    element.remove();
    reply();
    await settle(element);
    expect(region()?.textContent ?? '').to.equal('');
  });

  it('inside another shadow root it finds its language outside', async () => {
    const host = document.createElement('div');
    place({ lang: 'fr' }).append(host);
    const root = host.attachShadow({ mode: 'open' });
    const element = await stand('doorstep-order', { adapter: lost(), order: 'FR-1042' }, root);
    expect(sentence(element)).to.match(/^Nous avions promis|^Nous/);
    expect(refundButton(element)).to.exist;
  });

  it('inside a form it submits nothing', async () => {
    const form = document.createElement('form');
    place().append(form);
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      submitted++;
      event.preventDefault();
    });
    const element = await stand('doorstep-order', { adapter: lost(), order: 'FR-1042' }, form);
    for (const each of all(element, 'button')) each.click();
    await settle(element);
    for (const each of all(element, 'button')) each.click();
    await settle(element);
    expect(submitted).to.equal(0);
  });

  it('hidden it takes no room, whatever the page says', async () => {
    const element = await stand('doorstep-order', {
      adapter: lost(),
      order: 'FR-1042',
      hidden: true,
    });
    expect(element.getBoundingClientRect().height).to.equal(0);
    element.hidden = false;
    expect(element.getBoundingClientRect().height).to.be.above(100);
  });

  it('from right to left the line, the icons and the rows are mirrored', async () => {
    const left = await stand('doorstep-order', { adapter: lost(), order: 'FR-1042' });
    const right = await stand(
      'doorstep-order',
      { adapter: lost(), order: 'FR-1042' },
      place({ dir: 'rtl' }),
    );
    const offset = (element: Element, selector: string, side: 'left' | 'right'): number =>
      Math.round(
        Math.abs(
          one(element, selector)!.getBoundingClientRect()[side] -
            element.getBoundingClientRect()[side],
        ),
      );
    for (const selector of ['.rail .due', '.rail .start', '.choices .icon', '.source .icon'])
      expect(offset(right, selector, 'right'), selector).to.be.closeTo(
        offset(left, selector, 'left'),
        2,
      );
  });
});

describe('Languages', () => {
  const FRENCH = /^Nous .*écran|^Nous .*display/;

  it('the nearest lang, on itself or above', async () => {
    const inside = await stand(
      'doorstep-order',
      { adapter: lost(), order: 'FR-1042' },
      place({ lang: 'fr' }),
    );
    expect(sentence(inside)).to.match(FRENCH);
    const own = await stand(
      'doorstep-order',
      { adapter: lost(), order: 'FR-1042', lang: 'en' },
      place({ lang: 'fr' }),
    );
    expect(sentence(own)).to.equal(missed);
  });

  it('fr-CA is French, and a language nobody has registered is English, marked as such', async () => {
    const canadian = await stand('doorstep-order', {
      adapter: lost(),
      order: 'FR-1042',
      lang: 'fr-CA',
    });
    expect(sentence(canadian)).to.match(FRENCH);
    for (const lang of ['de', 'fr_FR', 'english', '__proto__', 'x-klingon', '42']) {
      const element = await stand('doorstep-order', { adapter: lost(), order: 'FR-1042', lang });
      expect(sentence(element), lang).to.equal(missed);
      expect(one(element, '.base')!.lang, lang).to.equal('en');
    }
    expect(warnings).to.be.empty;
  });

  it('a change of lang changes everything, what is inside too, and asks the backend in it', async () => {
    const adapter = lost();
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    element.lang = 'fr';
    await settle(element);
    expect(sentence(element)).to.match(FRENCH);
    expect(screen(element)).not.to.match(/Not delivered|Send another|Rather|Promised/);
    expect(one(element, '.base')!.lang).to.equal('fr');
    expect(adapter.asked.at(-1)!.request.locale).to.equal('fr');
    element.lang = 'en';
    await settle(element);
    expect(sentence(element)).to.equal(missed);
    expect(screen(element)).to.contain('Not delivered: refund');
  });

  it('a language registered later is spoken at once', async () => {
    const element = await stand('doorstep-order', {
      adapter: lost(),
      order: 'FR-1042',
      lang: 'eo',
    });
    expect(sentence(element)).to.equal(missed);
    registerLocale('eo', { order: { missed: () => 'Ĝi ne alvenis.' } });
    await settle(element);
    expect(sentence(element)).to.equal('Ĝi ne alvenis.');
  });

  it('heading levels can be set, and one that is none is the default', async () => {
    const element = await stand('doorstep-order', { adapter: lost(), order: 'FR-1042' });
    for (const [said, level] of [
      ['2', '2'],
      ['6', '6'],
      ['0', '3'],
      ['9', '3'],
      ['two', '3'],
    ] as const) {
      element.setAttribute('heading-level', said);
      await settle(element);
      expect(one(element, '[role="heading"]')!.ariaLevel).to.equal(level);
    }
  });
});

describe('R1: every fact has a source and an age', () => {
  for (const example of orderStates.filter(
    ({ fault, name, order }) => !fault && order && name !== 'nothing but the reference',
  ))
    it(example.name, async () => {
      const element = await standState('doorstep-order', example);
      const source = one(element, '[part="source"]');
      expect(screen(source!)).to.match(
        /Relais Nord|Nordfracht|the carrier|No carrier|Said by us|bank|Asked|You took|Refused|Held up by|Checked|checked|told us|Sent|Recorded|closed|Silence|last scanned|taken back|We |passed|owed/i,
      );
      expect(screen(one(element, '[part="head"]')!)).to.match(/\d|just now|No carrier/);
    });

  it('an age grows by itself', async () => {
    const time = fakeTime();
    const adapter = backend(orderNamed('expected, live'), clockFrom(day('23', '11:20:00')));
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    expect(screen(element)).to.contain('Live. Relais Nord told us 4 minutes ago.');
    await time.pass(60_000);
    expect(screen(element))
      .to.contain('Relais Nord told us 5 minutes ago.')
      .and.not.to.contain('Live.');
  });
});

describe('R2: live means live', () => {
  it('an estimate past its age is withdrawn by itself, and never in the present tense again', async () => {
    const time = fakeTime();
    const adapter = backend(orderNamed('expected, live'), clockFrom(day('23', '11:20:00')));
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    expect(sentence(element)).to.match(/is expected today between 14:00 and 16:00/);
    await time.pass(5 * 60_000 + 59_900);
    expect(sentence(element)).to.match(/is expected/);
    await time.pass(200);
    expect(sentence(element)).to.equal('We are not sure when your display comes.');
    expect(screen(element)).to.contain('Last checked 10 minutes ago.');
    expect(screen(element)).not.to.match(/is expected|Live\./);
    expect(which(one(element, '.rail .window'))).to.equal('nothing');
  });

  it('a copy is called a copy, with its age, when the backend falls silent; what was promised stays', async () => {
    const time = fakeTime();
    const adapter = backend(orderNamed('expected, live'), clockFrom(day('23', '11:20:00')), {
      watch: undefined as never,
    });
    const answer = adapter.order.bind(adapter);
    let down = false;
    adapter.order = (...asked) =>
      down ? Promise.reject(new AdapterError('unavailable')) : answer(...asked);
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    down = true;
    await time.pass(3 * 60_000);
    expect(sentence(element)).to.equal('The shop’s system does not answer. This is our last copy.');
    expect(screen(element)).to.match(/Copied today at 11:20, [23] minutes ago\./);
    expect(screen(element)).to.contain('before 17:00');
    down = false;
    button(element, 'Try now')!.click();
    await settle(element);
    expect(sentence(element)).not.to.match(/last copy/);
  });

  describe('a copy that nobody has vouched for since the page was last seen', () => {
    const see = (visibilityState: string): void => {
      Object.defineProperty(document, 'visibilityState', {
        value: visibilityState,
        configurable: true,
      });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    afterEach(() => void Reflect.deleteProperty(document, 'visibilityState'));

    const words: Record<string, [asking: string, silent: string, since: RegExp]> = {
      en: [
        'We are asking the shop’s system. Until it answers, this is our last copy.',
        'The shop’s system does not answer. This is our last copy.',
        /Copied today at 11:20, 10 minutes ago\./,
      ],
      fr: [
        'Nous interrogeons le système du magasin. En attendant sa réponse, voici notre dernière copie.',
        'Le système du magasin ne répond pas. Voici notre dernière copie.',
        /Copie prise aujourd’hui à 11 h 20, il y a 10 minutes\./,
      ],
    };
    for (const [language, [asking, silent, since]] of Object.entries(words))
      it(`is asked about, and only what has failed does not answer (${language})`, async () => {
        const time = fakeTime();
        const adapter = backend(orderNamed('expected, live'), clockFrom(day('23', '11:20:00')), {
          watch: undefined as never,
        });
        const element = await stand('doorstep-order', {
          adapter,
          order: 'FR-1042',
          lang: language,
        });
        see('hidden');
        await time.pass(10 * 60_000);
        adapter.order = () => new Promise(() => {});
        see('visible');
        await time.pass(399);
        expect(sentence(element))
          .to.match(/\./)
          .and.not.match(/system/);
        await time.pass(2);
        expect(sentence(element)).to.equal(asking);
        expect(screen(one(element, '[part="source"]')!)).to.match(since);
        // What was promised stays, and nothing of the copy is told as present.
        expect(screen(element)).to.match(/before 17:00|avant 17 h/);
        expect(button(element, /^(Try now|Réessayer)/)!.ariaDisabled).to.equal('true');
        await time.pass(19_500);
        expect(sentence(element)).to.equal(asking);
        await time.pass(200);
        expect(sentence(element)).to.equal(silent);
        // Asked again after a failure it still has not answered.
        button(element, /^(Try now|Réessayer)/)!.click();
        await time.pass(1_000);
        expect(sentence(element)).to.equal(silent);
      });
  });

  it('a sign of life before the first answer makes no copy live, however wrong the device’s clock', async () => {
    const time = fakeTime();
    // Days behind the device.
    const adapter = backend(orderNamed('expected, live'), clockFrom(day('23', '11:20:00')), {
      latency: 200,
    });
    const answer = adapter.order.bind(adapter);
    let down = false;
    adapter.order = (...asked) =>
      down ? Promise.reject(new AdapterError('unavailable')) : answer(...asked);
    adapter.watch = (_topics, _notify, alive) => {
      alive(true);
      return () => {};
    };
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await time.pass(1_000);
    expect(sentence(element)).to.match(/is expected/);
    down = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await time.pass(62_000);
    expect(sentence(element)).to.equal('The shop’s system does not answer. This is our last copy.');
  });

  it('a connection that is lost was heard until then: nothing is called a copy while another is made', async () => {
    const time = fakeTime();
    let sign: (alive: boolean) => void = () => {};
    const adapter = backend(lostScreen(), clockFrom(MISSED), {
      watch: (_topics, _notify, alive) => {
        sign = alive;
        return () => {};
      },
    });
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    for (let beat = 0; beat < 11; beat++) {
      await time.pass(15_000);
      sign(true);
    }
    await time.pass(10_000);
    const asked = adapter.asked.length;
    sign(false);
    // The page's own minute passes.
    await time.pass(10_000);
    expect(adapter.asked).to.have.length(asked);
    expect(sentence(element)).to.equal(missed);
    // Still out of reach a minute after it was last heard.
    adapter.order = () => Promise.reject(new AdapterError('unavailable'));
    await time.pass(41_000);
    expect(sentence(element)).to.match(/last copy/);
  });

  it('a copy of an order that is not found any more says that, not that nobody answers', async () => {
    const time = fakeTime();
    const adapter = lost();
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    adapter.order = () => Promise.reject(new AdapterError('not-found'));
    document.dispatchEvent(new Event('visibilitychange'));
    await time.pass(1_000);
    expect(sentence(element)).to.equal('We cannot find this order here.');
    expect(screen(element)).to.contain('Copied today at 17:03, just now.');
  });

  it('what is offered cannot be pressed while the backend does not answer', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen(), clockFrom(MISSED), { watch: undefined as never });
    const answer = adapter.order.bind(adapter);
    let down = false;
    adapter.order = (...asked) =>
      down ? Promise.reject(new AdapterError('unavailable')) : answer(...asked);
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    down = true;
    await time.pass(3 * 60_000);
    const main = refundButton(element)!;
    expect(main.getAttribute('aria-disabled')).to.equal('true');
    main.click();
    await settle(element);
    expect(adapter.acted).to.be.empty;
  });
});

describe('R3: unknown is an answer', () => {
  const OPTIMISTIC =
    /is expected|was delivered|on its way|out for delivery|in time|Live\.|\bis ordered|has been paid/i;
  const unknown: Record<string, unknown> = {
    'nothing at all': {},
    'empty lists': { shipments: [], promises: [], offers: [], refunds: [], lines: [] },
    'a parcel without events': { shipments: [{ id: 'a' }] },
    'an event without a phase': {
      shipments: [{ id: 'a', events: [{ at: day('23', '11:00:00') }] }],
    },
    'an event without a time': { shipments: [{ id: 'a', events: [{ words: 'livré' }] }] },
    'a phase nobody knows': {
      shipments: [{ id: 'a', events: [{ at: day('23', '11:00:00'), phase: 'teleported' }] }],
    },
    'an event from the future': {
      shipments: [{ id: 'a', events: [{ at: day('29', '11:00:00'), phase: 'delivered' }] }],
    },
    'an estimate that nobody dated': {
      shipments: [
        { id: 'a', estimate: { from: day('23', '18:00:00'), until: day('23', '19:00:00') } },
      ],
    },
    'an estimate observed in the future': {
      shipments: [
        {
          id: 'a',
          estimate: {
            from: day('23', '18:00:00'),
            until: day('23', '19:00:00'),
            observedAt: day('24', '18:00:00'),
          },
        },
      ],
    },
    'an estimate that ends before it begins': {
      shipments: [
        {
          id: 'a',
          estimate: {
            from: day('23', '19:00:00'),
            until: day('23', '18:00:00'),
            observedAt: day('23', '17:02:00'),
          },
        },
      ],
    },
    'a refund in a state nobody knows': { refunds: [{ reference: 'RF-1', state: 'wired' }] },
  };
  for (const [name, facts] of Object.entries(unknown))
    it(name, async () => {
      const element = await stand('doorstep-order', {
        adapter: lost({
          order: async () => ({
            serverNow: MISSED,
            order: { reference: 'FR-1042', ...(facts as object) },
          }),
        }),
        order: 'FR-1042',
      });
      expect(sentence(element)).not.to.equal('');
      expect(sentence(element)).not.to.match(OPTIMISTIC);
    });
});

describe('R5: a promise is never rewritten', () => {
  it('stays on the screen beside a later estimate', async () => {
    const element = await standState(
      'doorstep-order',
      orderStates.find(({ name }) => name === 'expected too late')!,
    );
    expect(sentence(element)).to.contain('later than promised (today before 17:00)');
    expect(one(element, '[role="img"]')!.ariaLabel).to.contain('Promised before 17:00.');
  });
});

describe('R10: always a way out', () => {
  const ways = {
    phone: { contact: { kind: 'phone', value: '+33 1 99 00 42 42' }, href: 'tel:+33199004242' },
    'e-mail': {
      contact: { kind: 'email', value: 'help@shop.example' },
      href: 'mailto:help%40shop.example',
    },
    page: {
      contact: { kind: 'page', value: 'https://shop.example/chat', label: 'Chat' },
      href: 'https://shop.example/chat',
    },
  } as const;
  for (const [name, { contact, href }] of Object.entries(ways))
    it(`a ${name}`, async () => {
      const element = await stand('doorstep-order', {
        adapter: backend(lostScreen({ contacts: [contact] }), now),
        order: 'FR-1042',
      });
      expect(one(element, '[part="contact"] a')!.getAttribute('href')).to.equal(href);
      expect(screen(one(element, '[part="contact"]')!)).to.contain('FR-1042');
    });

  for (const value of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'http://shop.example',
    'data:text/html,x',
    '//x',
  ])
    it(`never to ${value}`, async () => {
      const element = await stand('doorstep-order', {
        adapter: backend(lostScreen({ contacts: [{ kind: 'page', value }] }), now),
        order: 'FR-1042',
      });
      const way = one(element, '[part="contact"]')!;
      expect(all(way, 'a')).to.be.empty;
      expect(screen(way)).to.equal('Rather talk to a person? Ask the shop and give FR-1042.');
    });

  it('says until when, by the clock of the backend', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen({ offers: offers() }), clockFrom(day('23', '18:59:30')));
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    expect(screen(element)).to.contain('01 99 00 42 42, until 19:00.');
    await time.pass(31_000);
    expect(screen(element)).to.contain('01 99 00 42 42, closed now.');
  });

  it('the reason for no answer goes with a button that asks again and keeps the focus', async () => {
    let down = true;
    const adapter = lost();
    const answer = adapter.order.bind(adapter);
    adapter.order = (...asked) =>
      down ? Promise.reject(new AdapterError('unavailable')) : answer(...asked);
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    const again = button(element, 'Try now')!;
    again.focus();
    again.click();
    await settle(element);
    expect(which(element.shadowRoot!.activeElement)).to.contain('Try now');
    down = false;
    button(element, 'Try now')!.click();
    await settle(element);
    expect(sentence(element)).to.equal(missed);
    expect(element.shadowRoot!.activeElement?.part.value).to.equal('sentence');
  });

  for (const retryAfter of [NaN, Infinity, -5, 1e300, 0, 30])
    it(`a pause of ${retryAfter} seconds breaks nothing`, async () => {
      const time = fakeTime();
      let asked = 0;
      const element = await stand('doorstep-order', {
        adapter: lost({
          order: () => {
            asked++;
            return Promise.reject(new AdapterError('unavailable', { retryAfter }));
          },
        }),
        order: 'FR-1042',
      });
      await time.pass(2000);
      expect(sentence(element)).to.match(/^The shop’s system does not answer/);
      expect(asked).to.be.below(6);
      expect(warnings).to.be.empty;
    });
});

describe('An order that comes in several parts', () => {
  const standNamed = (name: string) =>
    standState(
      'doorstep-order',
      orderStates.find((example) => example.name === name)!,
    );

  it('R5: just placed, it tells each promise and what is put aside, and no parcel that nobody sent', async () => {
    const element = await standNamed('just placed, in two parts');
    expect(sentence(element)).to.equal('Your first parcel is promised before 13:00 on Wed 25 Nov.');
    const text = screen(element);
    expect(text).to.contain('Also promised by Wed 2 Dec');
    expect(text).to.contain('3 put aside for you (Lyon warehouse)');
    expect(text).to.contain('2 about Tue 1 Dec, ordered once you have paid');
    expect(text).to.not.match(/parcels|Parcel \d/);
  });

  it('R3: when the first part has come, the promise for the rest is not called kept', async () => {
    const element = await standNamed('three of five arrived');
    expect(sentence(element)).to.equal('Your parcel was delivered today at 12:12.');
    const text = screen(element);
    expect(text).to.not.contain('In time.');
    expect(text).to.contain('2 about Tue 1 Dec');
    expect(one(element, '[part="promise-line"]')!.ariaLabel).to.contain(
      'That time has not passed yet.',
    );
  });
});

describe('The promise line', () => {
  const bare = barelyKnown();
  const line = async (order: Parameters<typeof backend>[0]) =>
    one(
      await stand('doorstep-order', { adapter: backend(order, now), order: 'FR-1042' }),
      '.promise',
    )!;

  it('R3: begins nowhere where nobody has said when anything began', async () => {
    const element = await line(bare);
    expect(plain(element.ariaLabel!)).to.equal('Promised before 17:00. That time has passed.');
    expect(element.querySelector('.start')).to.equal(null);
    expect(element.querySelector('.bottom')!.firstElementChild!.textContent).to.equal('');
    expect(element.querySelector('.silent')).to.exist;
    // The deadline keeps its place, and what is late stays short.
    expect(element.querySelector<HTMLElement>('.due')!.style.getPropertyValue('--a')).to.equal(
      '86.00%',
    );
  });

  it('R1: a promise made is not an order placed, and a scan after the deadline is not its beginning', async () => {
    const made = { ...bare.promises![0]!, madeAt: day('20', '10:31') };
    expect(plain((await line({ ...bare, promises: [made] })).ariaLabel!)).to.match(
      /^Promise made: on Friday at 10:31\./,
    );
    const events = [{ at: day('23', '17:01'), phase: 'in-transit' as const }];
    const late = { ...bare, placedAt: day('20', '10:30'), shipments: [{ id: 's', events }] };
    expect(plain((await line(late)).ariaLabel!)).to.match(/^Ordered: on Friday at 10:30\./);
  });
});
