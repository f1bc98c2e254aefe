import { expect } from '@open-wc/testing';
import { lostParcel, lostScreen, offers, refund } from '../../demo/states.js';
import { AdapterError, type OrderAdapter } from '../../src/adapter/index.js';
import '../../src/define.js';
import {
  all,
  backend,
  button,
  clockFrom,
  day,
  deep,
  fakeTime,
  guard,
  one,
  place,
  refundButton,
  screen,
  sentence,
  settle,
  stand,
  tick,
  warnings,
  which,
  type OrderTag,
} from './help.js';

guard();

const MISSED = day('23', '17:03:00');
const now = (): number => Date.parse(MISSED);
const missed = 'We promised your display before 17:00. It has not arrived.';
const TAGS: OrderTag[] = ['doorstep-order', 'doorstep-parcel', 'doorstep-remedy'];

const answering = (order: unknown): OrderAdapter =>
  backend(lostScreen(), now, { order: async () => ({ serverNow: MISSED, order }) as never });

/** Facts of the lost screen, with something wrong in them. */
const bent = (change: object): unknown => ({
  ...(JSON.parse(JSON.stringify(lostScreen())) as object),
  ...change,
});

const warnedOnce = (): void => {
  expect(warnings).to.deep.equal([...new Set(warnings)]);
};

describe('R10: an adapter that fails', () => {
  const failures: Record<string, () => unknown> = {
    rejects: () => Promise.reject(new Error('down')),
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that is the fault
    'rejects with nothing': () => Promise.reject(undefined),
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- that is the fault
    'rejects with a text': () => Promise.reject('down'),
    'throws at once': () => {
      throw new Error('down');
    },
    'returns nothing': () => undefined,
    'returns null': () => Promise.resolve(null),
    'returns a text': () => '<html>504</html>',
    'returns a list': () => [lostScreen()],
    'returns the order without its envelope': () => lostScreen(),
    'returns an order without a reference': () => ({ serverNow: MISSED, order: {} }),
    'returns an order that is a number': () => ({ serverNow: MISSED, order: 7 }),
    'returns something with a broken then': () => ({
      get then() {
        throw new Error('no');
      },
    }),
    'returns something whose members throw': () => ({
      get order() {
        throw new Error('no');
      },
    }),
    'throws a code nobody knows': () => {
      throw new AdapterError('gone fishing' as never);
    },
  };
  for (const tag of TAGS)
    for (const [name, order] of Object.entries(failures))
      it(`${name}: <${tag}> says so and names a person`, async () => {
        const element = await stand(tag, {
          adapter: { order } as never,
          order: 'FR-1042',
        });
        expect(sentence(element)).to.match(/^(The shop’s system does not|We cannot read)/);
        expect(screen(one(element, '[part="contact"]')!)).to.contain('FR-1042');
        warnedOnce();
      });

  for (const adapter of [
    {},
    { order: 'FR-1042' },
    7,
    'rest',
    () => {},
    Symbol('adapter'),
  ] as unknown[])
    it(`that is none at all (${String(typeof adapter)}) breaks nothing`, async () => {
      for (const tag of [...TAGS, 'doorstep-stock'] as const) {
        const element = await stand(tag, { adapter, order: 'FR-1042', sku: 'A' } as never);
        expect(screen(element)).not.to.match(/undefined|In stock|delivered/);
      }
      expect(warnings.length).to.be.at.most(4);
    });

  it('whose live connection throws, or cannot be closed, or says anything, is asked from time to time', async () => {
    const time = fakeTime();
    for (const watch of [
      () => {
        throw new Error('no');
      },
      () => undefined,
      () => 'stop',
      (_: unknown, notify: (change: unknown) => void, alive: (is: unknown) => void) => {
        for (const garbage of [null, 7, 'x', {}, { topic: 7, serverNow: {} }]) notify(garbage);
        alive('yes');
        return () => {
          throw new Error('no');
        };
      },
    ]) {
      const adapter = backend(lostScreen(), clockFrom(MISSED), { watch: watch as never });
      const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
      await time.pass(1000);
      expect(sentence(element)).to.equal(missed);
      element.remove();
      await time.pass(1000);
    }
  });

  it('R2: keeps what it knew, with its age, when answers become garbage', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen(), clockFrom(MISSED), { watch: undefined as never });
    const answer = adapter.order.bind(adapter);
    let garbage = false;
    adapter.order = (...asked) =>
      garbage ? (Promise.resolve('<html>') as never) : answer(...asked);
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    garbage = true;
    await time.pass(3 * 60_000);
    expect(sentence(element)).to.contain('This is our last copy');
    expect(screen(element))
      .to.contain('27-inch display, 4K')
      .and.to.match(/Copied today at 17:03/);
    warnedOnce();
  });

  it('R2: a change that cannot be fetched is not covered by heartbeats: the copy is called a copy, of then', async () => {
    const time = fakeTime();
    const spy = backend(lostScreen(), clockFrom(day('23', '12:00:00')));
    let fails = false;
    const adapter: OrderAdapter = {
      ...spy,
      order: async (...asked) => {
        if (fails) throw new AdapterError('unavailable');
        return spy.order(...asked);
      },
    };
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    // For hours nothing changes, and the connection says so; then the promise is missed.
    await time.pass(5 * 3_600_000 + 180_000);
    await settle(element);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('false');
    fails = true;
    spy.change(lostScreen());
    await time.pass(120_000);
    await settle(element);
    expect(sentence(element)).to.equal('The shop’s system does not answer. This is our last copy.');
    // It was current until then, and what was due by then stays due.
    expect(screen(element)).to.match(/Copied today at 17:0[23], [23] min(utes)? ago/);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
    await time.pass(600_000);
    await settle(element);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('true');
    fails = false;
    await time.pass(62_000);
    await settle(element);
    expect(refundButton(element)!.getAttribute('aria-disabled')).to.equal('false');
  });

  it('with an answer that never comes, says so after twenty seconds', async () => {
    const time = fakeTime();
    const element = await stand('doorstep-order', {
      adapter: { order: () => new Promise(() => {}) },
      order: 'FR-1042',
    });
    expect(screen(element)).to.contain('Asking the shop where your order is');
    await time.pass(20_100);
    expect(sentence(element)).to.match(/^The shop’s system does not answer/);
    expect(one(element, '[part="contact"]')).to.exist;
  });
});

describe('R3: facts that are broken', () => {
  const parts: Record<string, { change: object; shows?: RegExp }> = {
    'lists that are texts': {
      change: { lines: 'one display', shipments: 'lost', contacts: 'phone', offers: 7 },
    },
    'lists of nothing': {
      change: {
        lines: [null, undefined, 7, 'x', [], {}],
        shipments: [null, 7, {}],
        promises: [null, {}],
        offers: [null, {}],
        refunds: [null, {}],
        claims: [null, {}],
        contacts: [null, {}],
      },
    },
    'money that is no money': {
      change: {
        deliveryCharge: { amount: 'ten', currency: 'EUR' },
        lines: [{ id: 'a', name: 'Lamp', price: { amount: 1.5, currency: 'EUR' } }],
        refunds: [
          { reference: 'RF-1', state: 'ordered', amount: { amount: NaN, currency: 'euro' } },
        ],
      },
      shows: /Your refund of your money is ordered|RF-1/,
    },
    'times that are no times': {
      change: {
        placedAt: 'yesterday',
        observedAt: 7,
        shipments: [lostParcel({ events: [{ at: '2026-02-30T10:00:00Z', phase: 'in-transit' }] })],
      },
    },
    'a zone that is none': { change: { timeZone: 'Mars/Olympus' } },
    'a promise whose offset and zone disagree': {
      change: {
        promises: [
          { id: 'p', kind: 'by', before: '2026-11-23T17:00:00+05:00', timeZone: 'Europe/Paris' },
        ],
      },
      shows: /What was promised could not be read/,
    },
    'an offer whose beginning cannot be read': {
      change: { offers: [{ ...offers()[0], availableFrom: 'soon' }] },
      shows: /One of your choices could not be read/,
    },
    'numbers at the end of the scale': {
      change: {
        version: Number.MAX_SAFE_INTEGER,
        maxAge: Number.MAX_SAFE_INTEGER,
        promises: [{ ...lostScreen().promises![0], grace: Number.MAX_SAFE_INTEGER }],
        shipments: [lostParcel({ newsEvery: Number.MAX_SAFE_INTEGER })],
        lines: [
          {
            id: 'line-1',
            name: 'Lamp',
            quantity: Number.MAX_SAFE_INTEGER,
            price: { amount: Number.MAX_SAFE_INTEGER, currency: 'XTS' },
          },
        ],
      },
    },
    'years at the end of the calendar': {
      change: {
        placedAt: '0000-01-01T00:00:00Z',
        promises: [{ id: 'p', kind: 'date', date: '9999-12-31', timeZone: 'Pacific/Kiritimati' }],
        shipments: [
          lostParcel({
            estimate: { date: '0000-02-29', observedAt: MISSED },
            nextNewsBy: '9999-12-31T23:59:59Z',
            events: [{ at: '0000-01-01T00:00:00Z', phase: 'announced' }],
          }),
        ],
      },
    },
    'a date of a day that does not exist': {
      change: {
        promises: [{ id: 'p', kind: 'date', date: '2026-02-30', timeZone: 'Europe/Paris' }],
      },
    },
  };
  for (const tag of TAGS)
    for (const [name, { change, shows }] of Object.entries(parts))
      it(`${name}: <${tag}> shows the rest`, async () => {
        const element = await stand(tag, { adapter: answering(bent(change)), order: 'FR-1042' });
        expect(sentence(element)).to.match(/\S.*[.?]$/);
        expect(screen(element)).to.contain('FR-1042');
        expect(screen(element)).not.to.match(/undefined|NaN|\[object|Invalid/);
        expect(warnings.filter((warning) => warning.includes('could not be drawn'))).to.be.empty;
        if (shows && tag === 'doorstep-order') expect(screen(element)).to.match(shows);
        warnedOnce();
      });

  const claim = { offerId: 'offer-refund', reference: 'C-1', remedy: 'wait' };
  const taken: Record<string, [change: object, note: string]> = {
    'a refund in a state nobody knows': [
      { refunds: [{ offerId: 'offer-refund', reference: 'RF-1', state: 'pending' }] },
      'Part of your refund could not be read',
    ],
    'a refund without a reference': [
      { refunds: [{ offerId: 'offer-refund', state: 'asked' }] },
      'Part of your refund could not be read',
    ],
    'a refund that was taken back, and another one that cannot be read': [
      {
        refunds: [
          { offerId: 'offer-refund', reference: 'RF-1', state: 'withdrawn' },
          { offerId: 'offer-refund', reference: 'RF-2', state: 'open' },
        ],
      },
      'Part of your refund could not be read',
    ],
    'a claim for a remedy nobody knows': [
      { claims: [{ ...claim, remedy: 'voucher' }] },
      'One of your choices could not be read',
    ],
  };
  for (const tag of ['doorstep-order', 'doorstep-remedy'] as const)
    for (const [name, [change, note]] of Object.entries(taken))
      it(`R7: ${name} closes the offer it names, and says so, in <${tag}>`, async () => {
        const spy = backend(lostScreen(), now);
        const order = bent({ offers: offers(), ...change });
        const adapter = { ...spy, order: async () => ({ serverNow: MISSED, order }) as never };
        const element = await stand(tag, { adapter, order: 'FR-1042' });
        expect(which(refundButton(element))).to.equal('nothing');
        const row = button(element, 'Refund €289.00')!;
        expect(row.getAttribute('aria-disabled')).to.equal('true');
        row.click();
        await settle(element);
        expect(spy.acted).to.be.empty;
        expect(screen(row)).to.contain('Something is recorded for this already');
        expect(screen(element)).to.contain(note);
        expect(warnings).not.to.be.empty;
        // What it does not name can still be had.
        const other = button(element, 'Send another one')!;
        expect(other.getAttribute('aria-disabled')).to.equal('false');
      });

  it('R8: an offer whose sum cannot be read is told of and not made', async () => {
    const amount = { amount: 10.5, currency: 'EUR' };
    for (const tag of ['doorstep-order', 'doorstep-remedy'] as const) {
      const element = await stand(tag, {
        adapter: answering(bent({ offers: [{ ...offers()[0], amount }] })),
        order: 'FR-1042',
      });
      expect(which(button(element, /refund/i))).to.equal('nothing');
      expect(screen(element)).to.contain('One of your choices could not be read');
      expect(warnings.join()).to.contain('order.offers[].amount.amount');
      warnings.length = 0;
    }
  });

  it('warns once for a field, however often it is broken and asked', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen(), clockFrom(MISSED), {
      watch: undefined as never,
      order: async () =>
        ({
          order: bent({
            shipments: [lostParcel(), ...Array.from({ length: 50 }, () => ({ id: 7 }))],
          }),
        }) as never,
    });
    await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await time.pass(120_000);
    warnedOnce();
    expect(warnings.map((warning) => /"(.*?)"/.exec(warning)![1])).to.deep.equal([
      'order.shipments[].id',
      'order.shipments[]',
    ]);
  });

  it('tells the page which parts, once', async () => {
    const told: unknown[] = [];
    const listen = (event: Event): unknown => told.push((event as CustomEvent<unknown>).detail);
    document.addEventListener('doorstep-unreadable', listen);
    const element = await stand('doorstep-order', {
      adapter: answering(bent({ shipments: [lostParcel(), { carrier: 7 }] })),
      order: 'FR-1042',
    });
    element.requestUpdate();
    await settle(element);
    document.removeEventListener('doorstep-unreadable', listen);
    expect(told).to.deep.equal([{ order: 'FR-1042', paths: ['shipments.1'] }]);
  });

  it('tells the page once that nothing of an answer could be read, and again when it happens anew', async () => {
    const time = fakeTime();
    const told: unknown[] = [];
    const listen = (event: Event): unknown => told.push((event as CustomEvent<unknown>).detail);
    document.addEventListener('doorstep-unreadable', listen);
    const spy = backend(lostScreen(), clockFrom(MISSED));
    let isWhole = false;
    const adapter: OrderAdapter = {
      ...spy,
      order: async (...asked) => (isWhole ? spy.order(...asked) : (lostScreen() as never)),
    };
    await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await time.pass(300_000);
    expect(told.splice(0)).to.deep.equal([{ order: 'FR-1042', paths: [''] }]);
    isWhole = true;
    await time.pass(120_000);
    expect(told).to.be.empty;
    isWhole = false;
    spy.change(lostScreen());
    await time.pass(120_000);
    document.removeEventListener('doorstep-unreadable', listen);
    expect(told).to.deep.equal([{ order: 'FR-1042', paths: [''] }]);
  });
});

describe('an element that is moved into a frame of the page', () => {
  const frameIn = async (): Promise<Document> => {
    const frame = document.createElement('iframe');
    place().append(frame);
    await tick();
    return frame.contentDocument!;
  };
  const looks = (element: HTMLElement): string =>
    getComputedStyle(element.shadowRoot!.querySelector('.base')!).containerType;

  for (const tag of TAGS)
    it(`<${tag}> looks as before, there and back again`, async () => {
      const page = await frameIn();
      const adapter = backend(lostScreen(), now);
      const element = await stand(tag, { adapter, order: 'FR-1042' });
      const [home, before] = [element.parentElement!, looks(element)];
      const { length } = element.shadowRoot!.adoptedStyleSheets;
      expect(before).not.to.equal('normal');
      page.body.append(element);
      await settle(element);
      expect(looks(element)).to.equal(before);
      expect(element.shadowRoot!.adoptedStyleSheets.length).to.equal(length);
      home.append(element);
      await settle(element);
      expect(looks(element)).to.equal(before);
      expect(element.shadowRoot!.adoptedStyleSheets.length).to.equal(length);
    });

  it('made here and first drawn there, it shows everything, and nothing is thrown', async () => {
    const page = await frameIn();
    const adapter = backend(lostScreen({ refunds: [refund()] }), now);
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' }, page.body);
    expect(sentence(element)).to.match(/refund of €289.00 is ordered/);
    expect(one(element, '[part="path"]')).to.exist;
    expect(looks(element)).not.to.equal('normal');
    expect(warnings).to.be.empty;
  });
});

describe('R3: facts that are hostile', () => {
  it('addresses other than https are never followed or loaded', async () => {
    const evil = 'javascript:alert(document.domain)';
    const shipment = lostParcel({
      trackingUrl: evil,
      proof: { photo: 'data:text/html,<script>alert(1)</script>', signatory: 'x' },
    });
    const order = bent({
      shipments: [shipment, { ...shipment, id: 'b', trackingUrl: 'JaVaScRiPt:alert(1)' }],
      lines: [{ id: 'line-1', name: 'Lamp', image: 'http://evil.example/pixel.gif' }],
      contacts: [{ kind: 'page', value: evil }],
    });
    for (const tag of TAGS) {
      const element = await stand(tag, { adapter: answering(order), order: 'FR-1042' });
      for (const each of all(element, '[aria-expanded="false"]')) each.click();
      await settle(element);
      for (const inner of deep(element))
        for (const { name, value } of inner.attributes)
          if (['href', 'src', 'srcset', 'action', 'xlink:href'].includes(name))
            expect(value).to.match(/^(https|tel|mailto):/);
    }
  });

  it('markup stays text', async () => {
    const markup = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>';
    const order = bent({
      lines: [{ id: 'line-1', name: markup, noun: markup }],
      shipments: [
        lostParcel({
          carrier: { name: markup },
          trackingNumber: markup,
          events: [{ at: day('23', '11:00:00'), words: markup, place: markup, lang: '"><b>' }],
        }),
      ],
      contacts: [{ kind: 'phone', value: markup, label: markup }],
    });
    for (const tag of TAGS) {
      const element = await stand(tag, { adapter: answering(order), order: 'FR-1042' });
      expect(all(element, 'script, img')).to.be.empty;
      expect(screen(element)).to.contain('<img src=x');
    }
    expect((window as { pwned?: number }).pwned).to.equal(undefined);
  });

  it('characters that turn text around are gone', async () => {
    const order = bent({
      lines: [{ id: 'line-1', name: 'Lamp \u202edednufer\u2066\u200f', noun: 'la\u202emp' }],
      shipments: [lostParcel({ carrier: { name: '\u2067Relais\u0000' } })],
    });
    for (const tag of TAGS) {
      const element = await stand(tag, { adapter: answering(order), order: 'FR-1042' });
      expect(screen(element)).not.to.match(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u0000]/);
    }
  });

  it('keys of the prototype change nothing', async () => {
    const order = JSON.parse(
      `{"reference":"FR-1042","__proto__":{"polluted":1,"offers":[]},"constructor":{"prototype":{"polluted":1}},
        "lines":[{"id":"__proto__","name":"toString","noun":"constructor"}],
        "shipments":[{"id":"__proto__","lines":[{"lineId":"__proto__"}],"events":[{"phase":"constructor","party":"__proto__","at":"${MISSED}"}]}],
        "offers":[{"offerId":"__proto__","remedy":"constructor"},{"offerId":"__proto__","remedy":"refund","method":{"kind":"__proto__"}}],
        "contacts":[{"kind":"__proto__","value":"x"}]}`,
    ) as unknown;
    for (const tag of TAGS) {
      const element = await stand(tag, { adapter: answering(order), order: 'FR-1042' });
      expect(sentence(element)).to.match(/\.$/);
      expect(screen(element)).not.to.match(/function|native code|\[object/);
    }
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
    expect(Object.keys(localStorage).filter((key) => key.includes('__proto__'))).to.be.empty;
  });

  it('texts without end and lists without end still fit', async () => {
    const huge = 'W'.repeat(20_000);
    const order = bent({
      lines: [{ id: 'line-1', name: huge, noun: huge }],
      shipments: [
        lostParcel({
          carrier: { name: huge },
          trackingNumber: huge,
          events: Array.from({ length: 2000 }, (_, index) => ({
            id: String(index),
            at: new Date(now() - index * 60_000).toISOString(),
            words: `scan ${index}`,
          })),
        }),
      ],
    });
    for (const tag of TAGS) {
      const element = await stand(tag, { adapter: answering(order), order: 'FR-1042' });
      element.style.width = '320px';
      const card = one(element, '.card')!;
      expect(card.scrollWidth).to.be.at.most(card.clientWidth + 1);
      expect(all(element, '.timeline li').length).to.be.at.most(5);
    }
  });

  it('an event from the future and one without a code the shop knows are shown as what they are', async () => {
    const element = await stand('doorstep-parcel', {
      adapter: answering(
        bent({
          shipments: [
            lostParcel({
              events: [
                { at: day('29', '11:00:00'), phase: 'delivered', id: 'future' },
                { at: day('23', '11:00:00'), code: 'ZX9', words: 'opération 0417', lang: 'fr' },
              ],
            }),
          ],
        }),
      ),
      order: 'FR-1042',
    });
    expect(screen(element)).to.contain('dated in the future by its source');
    expect(screen(element)).to.contain('“opération 0417”').and.to.contain('in its own words');
    expect(sentence(element)).not.to.contain('delivered');
  });

  it('an order whose reference is not the one that was asked for', async () => {
    const element = await stand('doorstep-order', {
      adapter: answering(bent({ reference: 'SOMEBODY-ELSES' })),
      order: 'FR-1042',
    });
    expect(sentence(element)).to.match(/\.$/);
    expect(which(refundButton(element))).to.not.contain('undefined');
  });

  it('nothing personal is written to storage or the address', async () => {
    const address = location.href;
    const adapter = backend(lostScreen(), now);
    const element = await stand('doorstep-order', { adapter, order: 'FR-1042' });
    await new Promise((resolve) => setTimeout(resolve, 520));
    refundButton(element)!.click();
    const written = JSON.stringify({ ...localStorage, ...sessionStorage });
    expect(written).not.to.match(/FR-1042|289|Visa|display|99 00 42/);
    expect(location.href).to.equal(address);
    expect(document.cookie).to.equal('');
  });

  it('a badge does not listen to what is stored, which makes a browser read it; an order does', async () => {
    const { addEventListener } = window;
    const heard: string[] = [];
    window.addEventListener = (...given: Parameters<typeof addEventListener>): void => {
      heard.push(given[0]);
      addEventListener.apply(window, given);
    };
    try {
      await stand('doorstep-stock', { adapter: backend(lostScreen(), now), sku: 'HND-BRASS' });
      expect(heard).to.include('online').and.not.include('storage');
      await stand('doorstep-order', { adapter: backend(lostScreen(), now), order: 'FR-1042' });
      expect(heard).to.include('storage');
    } finally {
      window.addEventListener = addEventListener;
    }
  });
});
