/** The remedy around the press: what is said of it, what can be kept, and what can be wrong besides. */
import { expect } from '@open-wc/testing';
import { lostScreen, offers, orderStates, refund } from '../../demo/states.js';
import '../../src/elements/remedy/define.js';
import '../../src/i18n/locales/ja.js';
import type { Order, OrderCommand, Outcome, Refund } from '../../src/model/index.js';
import {
  act,
  all,
  backend,
  button,
  clockFrom,
  day,
  drawn,
  fakeTime,
  guard,
  isThorough,
  one,
  place,
  plain,
  refundButton,
  region,
  screen,
  sentence,
  settle,
  stand,
  standState,
  waitUntil,
} from './help.js';

guard();

const state = (name: string) => orderStates.find((example) => example.name === name)!;

describe('R7: bursts of activations', () => {
  const bursts = isThorough ? 1000 : 100;

  /** As a mouse, a double click, a keyboard and a finger make them. */
  const presses: readonly MouseEventInit[] = [
    { detail: 1 },
    { detail: 2 },
    { detail: 0 },
    { detail: 1 },
    { detail: 0 },
  ];

  it(`${bursts} bursts of ten are one request each`, async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen(), clockFrom(day('23', '17:03:00')), {
      act: async (): Promise<{ outcome: Outcome }> => ({ outcome: { status: 'pending' } }),
    });
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    const wrong: string[] = [];
    for (let burst = 0; burst < bursts; burst++) {
      const offerId = `offer-${burst}`;
      adapter.change(
        lostScreen({
          version: 2 * burst + 2,
          offers: offers().map((offer, index) => ({ ...offer, offerId: `${offerId}-${index}` })),
        }),
      );
      await drawn(element);
      await time.pass(600);
      const before = adapter.acted.length;
      for (let press = 0; press < 10; press++) {
        const kind = presses[(burst + press) % presses.length]!;
        const pointerType = (burst + press) % 3 ? 'mouse' : 'touch';
        refundButton(element)?.dispatchEvent(
          new PointerEvent('click', {
            ...{ bubbles: true, composed: true, cancelable: true, pointerType },
            ...kind,
          }),
        );
        // Some of them after the next drawing, as a slow finger's.
        if (press % 4 === 3) await element.updateComplete;
      }
      await drawn(element);
      const sent = adapter.acted.length - before;
      if (sent !== 1) wrong.push(`burst ${burst}: ${sent}`);
      adapter.change(
        lostScreen({
          version: 2 * burst + 3,
          refunds: [refund({ offerId: `${offerId}-0`, state: 'withdrawn' })],
          offers: [],
        }),
      );
      await drawn(element);
    }
    expect(wrong).to.deep.equal([]);
    expect(adapter.acted).to.have.length(bursts);
  }).timeout(300_000);
});

describe('R9: what is wrong is said once, and nothing has to be written', () => {
  const standWrong = async (language = 'en') => {
    const example = state('delivered, and something is wrong');
    const time = fakeTime();
    const adapter = backend(example.order!, clockFrom(example.now));
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042', lang: language });
    await time.pass(600);
    return { adapter, element, time };
  };

  it('one press opens it, one says what, one asks; no field is to be filled in', async () => {
    const { adapter, element, time } = await standWrong();
    expect(sentence(element)).to.match(/^Your display was delivered/);
    expect(refundButton(element)).to.equal(undefined);
    button(element, 'Something else is wrong')!.click();
    await settle(element);
    expect(all(element, 'input')).to.have.length(4);
    expect(all(element, 'input:not([type="radio"]), textarea')).to.deep.equal([]);
    expect(all(element, 'input:checked'), 'nothing is chosen before').to.deep.equal([]);
    const label = all(element, 'label').find((each) =>
      each.textContent.includes('I have not got'),
    )!;
    label.click();
    await settle(element);
    await time.pass(600);
    button(element, /^Refund €289\.00/)!.click();
    await settle(element);
    const { statement, ...command } = adapter.acted[0] as OrderCommand;
    expect(command).to.deep.equal({
      type: 'claim',
      order: 'FR-1042',
      offerId: 'offer-refund',
      amount: { amount: 28900, currency: 'EUR' },
    });
    expect(statement?.ground).to.equal('not-received');
    expect(statement?.shown?.sentence).to.equal(sentenceThen);
    expect(statement?.shown?.version).to.equal(1);
    expect(statement?.words).to.equal(undefined);
  });
  const sentenceThen = 'Your display was delivered today\u00a0at\u00a014:52.';

  it('Close closes it, and another order has a form of its own', async () => {
    const { element, adapter } = await standWrong();
    button(element, 'Something else is wrong')!.click();
    await settle(element);
    button(element, 'Close')!.click();
    await settle(element);
    expect(one(element, '[part="grounds"]')).to.equal(undefined);
    button(element, 'Something else is wrong')!.click();
    await settle(element);
    element.order = 'FR-2000';
    await settle(element);
    expect(adapter.asked.at(-1)!.reference).to.equal('FR-2000');
    expect(one(element, '[part="grounds"]')).to.equal(undefined);
  });

  it('R6: what is for other grounds is not offered for a broken promise', async () => {
    const time = fakeTime();
    const order = lostScreen({
      offers: offers().map((offer) => ({ ...offer, grounds: ['damaged' as const] })),
    });
    const adapter = backend(order, clockFrom(day('23', '17:03:00')));
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    await time.pass(600);
    expect(refundButton(element)).to.equal(undefined);
    expect(button(element, 'Something else is wrong')).to.exist;
  });
});

describe('R8: a receipt to keep', () => {
  const rows = (element: Element): string[] =>
    one(element, '.receipt pre')!.textContent.split('\n').map(plain);
  const full = (change: Partial<Refund> = {}): Refund =>
    refund({
      state: 'settled',
      sentAt: day('24', '12:01:00'),
      settledAt: day('26', '23:30:00'),
      statement: { ground: 'not-delivered' },
      ...change,
    });
  const standReceipt = (
    refunds: Refund[],
    now = day('27', '09:00:00'),
    more: Partial<Order> = {},
  ) =>
    stand('doorstep-remedy', {
      adapter: backend(lostScreen({ refunds, ...more }), clockFrom(now)),
      order: 'FR-1042',
    });

  it('has both references, the sum with its parts, the way, what was wrong and every date with its year', async () => {
    const element = await standReceipt([full()]);
    expect(rows(element).slice(0, -1)).to.deep.equal([
      'Refund: RF-8842',
      'Order: FR-1042',
      'Amount: €289.00 (display €279.00, delivery €10.00)',
      'To: Visa ••42',
      'What was wrong: It has not come',
      'Asked: Mon 23 Nov 2026, 17:03',
      'Ordered: Mon 23 Nov 2026, 17:10',
      'Sent by the bank: Tue 24 Nov 2026, 12:01',
      'On your account: Thu 26 Nov 2026, 23:30',
    ]);
    expect(rows(element).at(-1)).to.match(/^Written: Fri 27 Nov 2026, 09:0\d$/);
  });

  it('says what is expected as expected, and nothing that nobody has said', async () => {
    const element = await standReceipt([refund({ orderedAt: undefined, state: 'asked' })]);
    const text = rows(element).join('\n');
    expect(text).to.contain('Expected by: Fri 27 Nov 2026');
    expect(text).not.to.match(/Ordered|Sent|On your account/);
  });

  it('R7: for a thousand generated sums it equals the ledger to the minor unit, in both languages', async () => {
    const element = await standReceipt([full()]);
    const adapter = element.adapter as ReturnType<typeof backend>;
    await waitUntil(adapter.watched);
    let seed = 7;
    const next = (limit: number): number => (seed = (seed * 48271) % 2147483647) % limit;
    const wrong: string[] = [];
    for (let round = 0; round < (isThorough ? 1000 : 120); round++) {
      element.lang = round % 2 ? 'fr' : 'en';
      const currency = ['EUR', 'JPY', 'KWD'][round % 3]!;
      const amounts = Array.from({ length: 1 + next(4) }, () => next(1_000_000));
      const amount = { amount: amounts.reduce((sum, each) => sum + each, 0), currency };
      const parts = amounts.map((each, index) => ({
        label: `part ${index}`,
        amount: { amount: each, currency },
      }));
      adapter.change(
        lostScreen({
          version: round + 2,
          refunds: [full({ reference: `RF-${round}`, amount, parts })],
        }),
      );
      await drawn(element);
      const [reference, , line = ''] = rows(element);
      expect(reference).to.match(new RegExp(`^${round % 2 ? 'Remb' : 'Ref'}.* RF-${round}$`));
      const digits = { EUR: 2, JPY: 0, KWD: 3 }[currency]!;
      const minor = line
        .replaceAll(/part \d/g, '|')
        .split(/[(|]/)
        .map((each) => each.replace(/^[^:]*: ?/, ''))
        .map((each) => {
          const [, whole = '', cents = ''] =
            new RegExp(`([\\d ,.]*?\\d)(?:[.,](\\d{${digits}}))?(?=\\D*$)`).exec(each) ?? [];
          return Number(
            `${(digits ? whole : whole + cents).replace(/\D/g, '')}${digits ? cents : ''}`,
          );
        })
        .filter((_, index) => index !== 1);
      const expected = [amount.amount, ...amounts].join();
      if (minor.join() !== expected) wrong.push(`${line} is not ${expected} (${minor.join()})`);
    }
    expect(wrong.slice(0, 3)).to.deep.equal([]);
  }).timeout(120_000);

  it('R7: says that it failed, came back or was taken back, and of a reversal that the charge is gone', async () => {
    const end = { settledAt: undefined, endedAt: day('25', '10:12:00') };
    for (const [state, words] of [
      ['failed', 'Did not go through: Wed 25 Nov 2026, 10:12'],
      ['returned', 'Came back to us: Wed 25 Nov 2026, 10:12'],
    ] as const) {
      const text = rows(await standReceipt([full({ ...end, state })])).join('\n');
      expect(text).to.contain(words);
      expect(text).not.to.match(/On your account|Expected by/);
    }
    const reversed = rows(await standReceipt([full({ reversal: true })])).join('\n');
    expect(reversed).to.contain('Gone from your statement: Thu 26 Nov 2026, 23:30');
    expect(reversed).not.to.contain('On your account');
  });

  it('R3: a step that is done without a date is told as done, and nothing is expected of it any more', async () => {
    const text = rows(await standReceipt([full({ sentAt: undefined, settledAt: undefined })])).join(
      '\n',
    );
    expect(text).to.contain('Sent by the bank: date not given');
    expect(text).to.contain('On your account: date not given');
    expect(text).not.to.contain('Expected by');
  });

  it('R8: in Japanese the year stands first, also of a day that is only expected', async () => {
    const element = await stand(
      'doorstep-remedy',
      {
        adapter: backend(lostScreen({ refunds: [refund()] }), clockFrom(day('24', '09:00:00'))),
        order: 'FR-1042',
      },
      place({ lang: 'ja' }),
    );
    expect(rows(element)).to.contain('予定の期限：2026年11月27日(金)');
  });

  it('R7: cash is fetched: nothing of it is said to leave a bank or to be on an account', async () => {
    const cash = full({ method: { kind: 'cash' }, state: 'sent', settledAt: undefined });
    const element = await standReceipt([cash], day('24', '13:00:00'));
    expect(sentence(element)).to.equal('Your refund of €289.00 is ready in cash in the shop.');
    const text = screen(element);
    for (const words of ['Ready in the shop', 'Fetched by you']) expect(text).to.contain(words);
    expect(text).not.to.match(/bank|account/i);
  });

  for (const state of ['asked', 'ordered', 'settled', 'failed'] as const)
    it(`R1: no bank is named where the shop pays in cash: ${state}`, async () => {
      const element = await standReceipt([
        full({
          ...{ method: { kind: 'cash' }, state, orderedBy: undefined, source: undefined },
          ...(state === 'asked' && { orderedAt: undefined }),
          ...(state === 'failed' && { endedAt: day('24', '13:00:00') }),
          ...(state !== 'settled' && { sentAt: undefined, settledAt: undefined }),
        }),
      ]);
      const text = screen(element);
      expect(text).to.match(/the shop/i);
      expect(text).not.to.match(/bank/i);
    });

  it('R1: nor while the answer to the press says no more than that it was received', async () => {
    const cash = { ...offers()[0]!, method: { kind: 'cash' as const } };
    const time = fakeTime();
    const adapter = backend(lostScreen({ offers: [cash] }), clockFrom(day('23', '17:03:00')));
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    await time.pass(600);
    refundButton(element)!.click();
    await settle(element);
    expect(sentence(element)).to.equal(
      'You asked for €289.00 back. The shop has not confirmed yet.',
    );
  });

  it('leaves out parts in another currency, whatever their sum', async () => {
    const parts = [{ label: 'display', amount: { amount: 28900, currency: 'JPY' } }];
    const element = await standReceipt([full({ parts })]);
    expect(rows(element)[2]).to.equal('Amount: €289.00');
  });

  it('leaves out parts that do not add up', async () => {
    const element = await standReceipt([
      full({ parts: [{ label: 'display', amount: { amount: 1, currency: 'EUR' } }] }),
    ]);
    expect(rows(element)[2]).to.equal('Amount: €289.00');
  });

  it('is copied whole, and selected where copying is not allowed', async () => {
    const element = await standReceipt([full()]);
    (one(element, '.receipt') as HTMLDetailsElement).open = true;
    const written: string[] = [];
    const clipboard = { writeText: async (text: string) => void written.push(text) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    try {
      button(element, 'Copy')!.click();
      await settle(element);
      expect(plain(written[0]!)).to.contain('Refund: RF-8842 Order: FR-1042');
      expect(screen(element)).to.contain('Copied.');
      expect(plain(region()!.textContent)).to.equal('Copied.');
      clipboard.writeText = () => Promise.reject(new Error('not allowed'));
      button(element, 'Copy')!.click();
      await settle(element);
      expect(screen(element)).to.contain('The text is selected');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('is saved as a text, and its date as a reminder', async () => {
    const element = await standReceipt(
      [refund({ state: 'sent', sentAt: day('24', '12:01:00') })],
      day('24', '13:00:00'),
    );
    (one(element, '.receipt') as HTMLDetailsElement).open = true;
    const saved: [string, Promise<string>][] = [];
    const { createObjectURL } = URL;
    const click = HTMLAnchorElement.prototype.click;
    let blob: Blob | undefined;
    URL.createObjectURL = (given) => {
      blob = given as Blob;
      return 'blob:none';
    };
    HTMLAnchorElement.prototype.click = function () {
      saved.push([this.download, blob!.text()]);
    };
    try {
      button(element, 'Save as text')!.click();
      button(element, 'Remind me')!.click();
      while (saved.length < 2) await settle(element);
      expect(saved.map(([name]) => name)).to.deep.equal(['RF-8842.txt', 'RF-8842.ics']);
      expect(plain(await saved[0]![1])).to.contain('Amount: €289.00');
      const calendar = await saved[1]![1];
      expect(calendar).to.contain('DTSTART;VALUE=DATE:20261127');
      expect(calendar).to.match(/SUMMARY:€289\.00 should be back by today/);
      expect(calendar).to.match(/UID:refund\.RF-8842@/);
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
  });
});

describe('R8: several refunds of one order', () => {
  const euros = (minor: number) => ({ amount: minor, currency: 'EUR' });
  const part = (number: number, change: Partial<Refund>): Refund =>
    refund({
      ...{ reference: `RF-${number}`, offerId: `offer-${number}`, parts: undefined },
      askedAt: day('23', `17:0${number}:00`),
      ...change,
    });
  const standAll = (refunds: Refund[], lang = 'en') =>
    stand('doorstep-remedy', {
      adapter: backend(lostScreen({ refunds }), clockFrom(day('24', '09:00:00'))),
      ...{ order: 'FR-1042', lang },
    });

  it('each can be read, with its receipt, and what stands adds up to the minor unit', async () => {
    const refunds = [
      part(1, { amount: euros(3780), state: 'settled', settledAt: day('23', '18:00:00') }),
      part(2, { amount: euros(9999), state: 'failed', endedAt: day('23', '17:30:00') }),
      part(3, { amount: euros(5000), state: 'withdrawn' }),
      part(4, { amount: euros(25121) }),
    ];
    const element = await standAll(refunds);
    const text = screen(element);
    expect(text).to.contain('Refund RF-4');
    expect(text).to.contain('RF-1, €37.80: on your account');
    expect(text).to.contain('RF-2, €99.99: did not go through');
    expect(text).not.to.contain('RF-3');
    expect(text).to.contain('€289.01 in all, in 2 refunds.');
    expect(
      all(element, '.receipt pre').map((each) => plain(each.textContent).slice(0, 12)),
    ).to.deep.equal(['Refund: RF-4', 'Refund: RF-2', 'Refund: RF-1']);
    expect(screen(await standAll(refunds, 'fr'))).to.contain(
      '289,01 € en tout, en 2 remboursements.',
    );
  });

  it('R3: without every amount, or in two currencies, no sum is told', async () => {
    for (const amount of [undefined, { amount: 100, currency: 'GBP' }])
      expect(screen(await standAll([part(1, { amount }), part(2, {})]))).not.to.contain('in all');
  });
});

describe('R8, R10: money that is held up, taken back, or late', () => {
  const read = async (name: string, language = 'en'): Promise<string> => {
    const example = state(name);
    const element = await standState('doorstep-remedy', example, language);
    await act(example, [element]);
    return screen(element);
  };

  const standAfter = (order: Order): Promise<HTMLElement> =>
    stand('doorstep-remedy', {
      adapter: backend(order, clockFrom(day('26', '11:00:00'))),
      order: 'FR-1042',
    });

  it('R8: a sum that cannot be read is said to be unknown, and left out of the sentence', async () => {
    const sentences = {
      asked: 'You asked for your money back. The bank has not confirmed yet.',
      ordered: 'Your refund is ordered.',
      sent: 'Your refund has left our bank.',
      settled: 'Your refund has been paid.',
      failed: 'Your refund did not go through. We still owe it to you.',
      returned: 'Your refund came back to us. We still owe it to you.',
    } as const;
    for (const [state, words] of Object.entries(sentences)) {
      const amount = { amount: 28.9, currency: 'EUR' };
      const order = lostScreen({ refunds: [refund({ state: state as 'asked', amount })] });
      const element = await standAfter(order);
      expect(sentence(element)).to.equal(words);
      expect(screen(element)).to.contain('Amount We do not know it');
      expect(plain(one(element, '.receipt pre')!.textContent)).to.contain(
        'Amount: We do not know it',
      );
      element.remove();
    }
  });

  it('R1: names nobody who has not said it: the shop’s system told of it, and the bank only where it did', async () => {
    const told = async (change: Partial<Refund>): Promise<string> => {
      const element = await standAfter(lostScreen({ refunds: [refund(change)] }));
      return plain(one(element, '[part="source"]')!.textContent);
    };
    const orderedBy = undefined;
    expect(await told({ orderedBy })).to.match(/^Confirmed by the shop on Mon/);
    expect(await told({ orderedBy: { kind: 'bank' } })).to.match(/^Confirmed by the shop’s bank /);
    expect(await told({ orderedBy, source: { kind: 'bank', name: 'Alpha' } })).to.match(
      /by Alpha /,
    );
    const settled = { state: 'settled', settledAt: day('26', '10:12:00') } as const;
    expect(await told(settled)).to.match(/^Recorded by the shop /);
    expect(await told({ ...settled, source: { kind: 'bank' } })).to.match(
      /^Recorded by the shop’s bank/,
    );
    const failed = { state: 'failed', endedAt: day('26', '10:12:00') } as const;
    expect(await told(failed)).to.match(/^Nobody gave a reason \(/);
  });

  it('held up: by whom, since when, what it takes, who sees to it, by when', async () => {
    const text = await read('refund held up');
    for (const words of [
      'Your refund of €289.00 is held up. Held up by Banque du Rhône since Tue 24 Nov, 09:12.',
      'Held up by Banque du Rhône since Tue 24 Nov, 09:12',
      'What it takes The bank checks the account number.',
      'Who sees to it Inès, customer accounts',
      'Next step by Wed 25 Nov, 12:00',
    ])
      expect(text).to.contain(words);
    expect(text).not.to.contain('That time has passed');
    expect(await read('refund held up', 'fr')).to.contain(
      'Votre remboursement de 289,00 € est bloqué. Bloqué par Banque du Rhône depuis le mar. 24 nov., 9 h 12.',
    );
  });

  it('says by itself that the next step is overdue', async () => {
    const time = fakeTime();
    const order = state('refund held up, the next step overdue').order!;
    const element = await stand('doorstep-remedy', {
      adapter: backend(order, clockFrom(day('25', '11:59:59'))),
      order: 'FR-1042',
    });
    expect(screen(element)).not.to.contain('That time has passed');
    await time.pass(1100);
    expect(screen(element)).to.contain('That time has passed. Call us');
    expect(screen(element)).to.contain('Held up by you');
  });

  it('a reversal is told as one, never as a credit', async () => {
    const text = await read('the charge is taken back');
    expect(text).to.contain('It disappears from your statement; no separate credit appears.');
    expect(text).to.contain('Gone from your statement by Fri 27 Nov.');
    expect(text).not.to.contain('On your account');
  });

  it('late by law: what is owed on top, with the article; nothing where the merchant has not switched it on', async () => {
    const text = await read('refund late by law');
    expect(text).to.contain(
      'If it has not reached you, by law the sum has grown by 10 %: €28.90 on top, €317.90 in all.',
    );
    expect(text).to.contain('From Tue 22 Dec it grows by 20 %.');
    expect(text).to.contain('art. L241-4 C. conso.');
    expect(await read('refund late')).not.to.match(/law/);
  });

  it('the shop’s promise is told apart from what the law asks', async () => {
    const text = await read('missed, with what the law says');
    expect(text).to.contain('our own promise, beyond what the law asks of us');
    expect(text).to.contain('Your rights stand, whatever you choose here.');
  });

  it('R12: what comes after the money has left is a choice of equals', async () => {
    const example = state('it turns up after the money has left');
    const time = fakeTime();
    const adapter = backend(example.order!, clockFrom(example.now));
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    await time.pass(600);
    expect(all(element, '.choices button').map((row) => plain(row.textContent))).to.deep.equal([
      'Keep it and pay €289.00 back Charged to Visa ••42',
      'Send it back Nothing to pay',
    ]);
    expect(all(element, '.primary')).to.deep.equal([]);
    expect(button(element, 'It arrived after all')).to.equal(undefined);
    button(element, 'Send it back')!.click();
    await settle(element);
    expect((adapter.acted[0] as OrderCommand).offerId).to.equal('offer-return');
  });
});

describe('R7, R8: the whole path aloud', () => {
  const transcripts = {
    en: [
      'We promised your display before 17:00. It has not arrived.',
      'Sending your request',
      'You asked for €289.00 back. The bank has not confirmed yet.',
      'Your refund of €289.00 is ordered.',
      'Your refund of €289.00 is held up.',
      'Your refund of €289.00 is ordered.',
      'Your refund of €289.00 has left our bank.',
      'Your refund of €289.00 has been paid.',
    ],
    fr: [
      'Nous avions promis votre écran avant 17 h. Rien n’est arrivé.',
      'Envoi de votre demande',
      'Vous avez demandé le remboursement de 289,00 €. La banque n’a pas encore confirmé.',
      'Nous avons donné l’ordre de vous rembourser 289,00 €.',
      'Votre remboursement de 289,00 € est bloqué.',
      'Nous avons donné l’ordre de vous rembourser 289,00 €.',
      'Votre remboursement de 289,00 € a quitté notre banque.',
      'Votre remboursement de 289,00 € a été versé.',
    ],
  };

  for (const language of ['en', 'fr'] as const)
    it(`is this transcript, in ${language}`, async () => {
      const time = fakeTime();
      const inWords = (change: Partial<Order>): Order => {
        const order = lostScreen(change);
        const [line] = order.lines!;
        const noun = language === 'fr' ? 'écran' : 'display';
        return { ...order, lines: [{ ...line!, noun }] };
      };
      const adapter = backend(inWords({}), clockFrom(day('23', '16:59:30')), {
        act: async (): Promise<{ outcome: Outcome }> => ({
          outcome: { status: 'pending', amount: { amount: 28900, currency: 'EUR' } },
        }),
      });
      const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042', lang: language });
      const said: string[] = [];
      const observer = new MutationObserver((records) =>
        said.push(
          ...records.flatMap(({ addedNodes }) =>
            [...addedNodes].map((node) => plain(node.textContent ?? '')),
          ),
        ),
      );
      observer.observe(region()!, { childList: true });
      await time.pass(31_000);
      await settle(element);
      await time.pass(3 * 60_000);
      refundButton(element)!.click();
      await settle(element);
      const blocked = { by: { kind: 'bank' as const }, since: day('24', '09:12:00') };
      const sent = { state: 'sent' as const, sentAt: day('24', '12:01:00') };
      const steps: Partial<Refund>[] = [
        { state: 'asked', orderedAt: undefined },
        {},
        { blocked },
        {},
        sent,
        { ...sent, state: 'settled', settledAt: day('26', '23:30:00') },
      ];
      for (const [index, step] of steps.entries()) {
        adapter.change(inWords({ version: index + 2, refunds: [refund(step)] }));
        await settle(element);
        // Ageing says nothing.
        await time.pass(61_000);
      }
      observer.disconnect();
      expect(said).to.deep.equal(transcripts[language]);
    });
});

describe('R10: a lost offer does not take its answer with it', () => {
  it('a refusal is told although its offer is no longer made; the new one can be pressed', async () => {
    const time = fakeTime();
    const adapter = backend(lostScreen(), clockFrom(day('23', '17:03:00')), {
      act: async (): Promise<{ outcome: Outcome }> => {
        adapter.change(
          lostScreen({
            version: 2,
            offers: offers({ amount: { amount: 27900, currency: 'EUR' } }).map((offer) => ({
              ...offer,
              offerId: `${offer.offerId}-2`,
            })),
          }),
        );
        return { outcome: { status: 'refused', code: 'amount-changed' } };
      },
    });
    const element = await stand('doorstep-remedy', { adapter, order: 'FR-1042' });
    await time.pass(600);
    refundButton(element)!.click();
    await settle(element);
    expect(screen(element)).to.contain(
      'The amount has changed. The new one is below; nothing was done.',
    );
    expect(plain(refundButton(element)!.textContent)).to.contain('refund €279.00');
    await time.pass(600);
    refundButton(element)!.click();
    await settle(element);
    expect(adapter.acted).to.have.length(2);
    expect((adapter.acted[1] as OrderCommand).amount?.amount).to.equal(27900);
  });
});
