/** Hours, days and names with their articles: what a sentence is given changes the words before it. */
import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { formatterFor } from '../../../src/i18n/index.js';
import { tables as spanish } from '../../../src/i18n/locales/es/tables.js';
import { tables as french } from '../../../src/i18n/locales/fr/tables.js';
import { tables as italian } from '../../../src/i18n/locales/it/tables.js';
import { tables as polish } from '../../../src/i18n/locales/pl/tables.js';
import { tables as portuguese } from '../../../src/i18n/locales/pt/tables.js';
import '../../../src/i18n/locales/es.js';
import '../../../src/i18n/locales/it.js';
import '../../../src/i18n/locales/pl.js';
import '../../../src/i18n/locales/pt.js';

const at = (text: string): number => Date.parse(`${text}:00+01:00`);
const NOW = at('2026-11-23T17:03');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('R9: an hour, a day', () => {
  const told: [string, string, string, string, string, string][] = [
    [
      'es',
      'hoy a las 17:10',
      'el sábado a las 21:14',
      'el viernes 6 de noviembre a la 1:05',
      'de 7:30 a 14:00',
      '10–12',
    ],
    [
      'it',
      'oggi alle 17:10',
      'sabato alle 21:14',
      'venerdì 6 novembre all’1:05',
      'dalle 7:30 alle 14',
      '10–12',
    ],
    [
      'pt',
      'hoje às 17h10',
      'no sábado às 21h14',
      'na sexta‑feira, 6 de novembro à 1h05',
      'das 7h30 às 14h',
      '10–12h',
    ],
  ];
  for (const [language, ...wanted] of told)
    test(`as ${language} says it`, () => {
      const f = formatterFor(language, 'Europe/Paris');
      const found = [
        ...['2026-11-23T17:10', '2026-11-21T21:14', '2026-11-06T01:05'].map((text) =>
          f.moment(at(text), NOW),
        ),
        f.span(at('2026-11-26T07:30'), at('2026-11-26T14:00')),
        f.shortSpan(at('2026-11-26T10:00'), at('2026-11-26T12:00')),
      ];
      assert.deepEqual(found.map(plain), wanted);
    });

  test('a deadline is an hour or a day', () => {
    const said = [spanish, italian, portuguese].map(({ order }) =>
      ['1:00', '17:00', 'dom 22 nov, 21:14'].map((due, index) =>
        plain(order.by(order === portuguese.order && index < 2 ? due.replace(':00', 'h') : due)),
      ),
    );
    assert.deepEqual(said, [
      ['a más tardar a la 1:00', 'a más tardar a las 17:00', 'a más tardar el dom 22 nov, 21:14'],
      ['entro l’1:00', 'entro le 17:00', 'entro dom 22 nov, 21:14'],
      ['até à 1h', 'até às 17h', 'até dom 22 nov, 21:14'],
    ]);
  });

  test('days that begin with a vowel, and the first of a month, in Italian', () => {
    const about = ['1\u00a0dic', '8\u00a0dic', '11\u00a0dic', '18\u00a0dic'];
    assert.deepEqual(
      about.map((date) => plain(italian.stock.later(2, date))),
      ['2 verso il 1° dic', '2 verso l’8 dic', '2 verso l’11 dic', '2 verso il 18 dic'],
    );
  });
});

test('R9: Portuguese without a region is that of Portugal, in sums and dates as in words', () => {
  const sum = { amount: 1289000, currency: 'EUR' };
  const written = (language: string): string[] => {
    const f = formatterFor(language, 'Europe/Lisbon');
    return [f.money(sum), f.civil('2026-11-26'), f.shortDate('2026-12-01')].map(plain);
  };
  assert.deepEqual(written('pt'), written('pt-PT'));
  assert.deepEqual(written('pt'), ['12 890,00 €', 'quinta, 26/11', '1/12']);
  assert.equal(written('pt-BR')[0], '€ 12.890,00');
});

test('R9: counts that begin with a vowel, in Italian', () => {
  const { checkout, order, stock } = italian;
  assert.deepEqual(
    [8, 11, 18, 80].map((total) => checkout.things(3, total).slice(0, 14)),
    ['3 degli 8 arti', '3 degli 11 art', '3 dei 18 artic', '3 degli 80 art'],
  );
  assert.equal(order.arrivedSeveral(8), 'Tutti gli 8 pacchi sono stati consegnati.');
  assert.deepEqual(
    [7, 8, 11, 18, 80].map((count) => [stock.prepaid(count), checkout.things(count, count)]),
    ['I 7', 'Gli 8', 'Gli 11', 'I 18', 'Gli 80'].map((all) => [
      `${all} pezzi che mancano si ordinano dopo il pagamento.`,
      `${all} articoli del suo carrello`,
    ]),
  );
});

describe('R1: whoever said it', () => {
  const said = ({ order }: typeof spanish): string[] =>
    [order.bank, order.carrier, order.us, 'La Rapide', 'El Faro'].map((who) =>
      order.recorded(who, order.stop),
    );

  test('a badge joins whatever article a source has, in sentences that no rule passes over', () => {
    const dated = ({ stock }: typeof italian, names: readonly string[]): string =>
      names.map((who) => stock.dateFrom(who, '').replace(/^Data (indicata|dada) |, $/g, '')).join();
    assert.equal(
      dated(italian, [
        'il maker',
        'lo studio',
        'la sede',
        'gli editori',
        'i negozi',
        'le sedi',
        'l’officina',
        'La Rapide',
      ]),
      'dal maker,dallo studio,dalla sede,dagli editori,dai negozi,dalle sedi,dall’officina,da La Rapide',
    );
    assert.equal(
      dated(portuguese, ['o fabricante', 'a Bosch', 'os editores', 'as lojas', 'Orla']),
      'pelo fabricante,pela Bosch,pelos editores,pelas lojas,por Orla',
    );
  });

  test('stands with its own article, and a name keeps the one that belongs to it', () => {
    const names = ['La Rapide', 'El Faro'];
    assert.deepEqual(said(spanish).map(before), [
      'por el banco de la tienda',
      'por el transportista',
      'por nosotros',
      ...names.map((name) => `por ${name}`),
    ]);
    assert.deepEqual(said(italian).map(before), [
      'dalla banca del negozio',
      'dal corriere',
      'da noi',
      ...names.map((name) => `da ${name}`),
    ]);
    assert.deepEqual(said(portuguese).map(before), [
      'pelo banco da loja',
      'pela transportadora',
      'por nós',
      ...names.map((name) => `por ${name}`),
    ]);
  });

  const before = (text: string): string => text.replace(/^\S+ | \.+$/g, '');
});

test('R1: a place keeps its article, and French has none to give it: "dépôt" needs one, "Lyon" has none', () => {
  const { arrivedIn, leftFrom, onlyAnnounced } = french.order;
  assert.deepEqual(['dépôt', 'Le Mans'].map(arrivedIn), ['Arrivé (dépôt)', 'Arrivé (Le Mans)']);
  assert.equal(leftFrom('Le Mans'), 'Parti (Le Mans)');
  assert.deepEqual(
    ['le transporteur', 'Pennine Post'].map((who) => onlyAnnounced(who, 'lundi')),
    [
      'Annoncé au transporteur lundi\u202f; rien depuis.',
      'Annoncé à Pennine Post lundi\u202f; rien depuis.',
    ],
  );
  assert.equal(spanish.order.arrivedIn('El Ferrol'), 'Llegó a El Ferrol');
  // Porto has an article and Braga has none; both stand without.
  assert.equal(portuguese.order.arrivedIn('Porto'), 'Chegou a um ponto de passagem (Porto)');
  assert.equal(portuguese.order.leftFrom('Braga'), 'Saiu de um ponto de passagem (Braga)');
});

describe('R9: Polish', () => {
  const { order, slotPicker, stock, slot } = polish;

  test('counts parcels, scans and times by its own plurals', () => {
    assert.deepEqual(
      [0, 1, 2, 5, 12, 22, 25].map((arrived) => order.several(arrived, 30, 0, 0)),
      [
        'Żadna z Twoich 30 paczek jeszcze nie dotarła.',
        'Dotarła 1 z Twoich 30 paczek.',
        'Dotarły 2 z Twoich 30 paczek.',
        'Dotarło 5 z Twoich 30 paczek.',
        'Dotarło 12 z Twoich 30 paczek.',
        'Dotarły 22 z Twoich 30 paczek.',
        'Dotarło 25 z Twoich 30 paczek.',
      ],
    );
    const silent = (hours: number, every: number) =>
      order.silentFor(hours * 3600, every * 3600).replace('Brak skanu od ', '');
    assert.equal(silent(31, 6), '31 godzin; zwykle jest raz na 6 godzin.');
    assert.equal(silent(3, 2), '3 godzin; zwykle jest raz na 2 godziny.');
    assert.equal(silent(22, 22), '22 godzin; zwykle jest raz na 22 godziny.');
    assert.deepEqual([1, 3, 5, 23].map(slotPicker.nowFree), [
      '1 termin jest wolny.',
      '3 terminy są wolne.',
      '5 terminów jest wolnych.',
      '23 terminy są wolne.',
    ]);
    assert.deepEqual([1, 4, 14].map(stock.nowAloud), [
      '1 sztuka do wysłania od razu',
      '4 sztuki do wysłania od razu',
      '14 sztuk do wysłania od razu',
    ]);
  });

  test('declines the days, which it knows, and no name, which it does not', () => {
    const f = formatterFor('pl', 'Europe/Warsaw');
    const days = ['16', '17', '18', '21', '22'].map((day) =>
      f.day(at(`2026-11-${day}T12:00`), NOW),
    );
    assert.deepEqual(days.map(plain), [
      'w poniedziałek 16 listopada',
      'we wtorek 17 listopada',
      'w środę 18 listopada',
      'w sobotę 21 listopada',
      'w niedzielę 22 listopada',
    ]);
    assert.equal(slot.never('sobota', '', '', '10:00'), 'nigdy w soboty przed 10:00');
    assert.equal(order.recorded('Poczta Północna', 'dziś'), 'Zapisano dziś (Poczta Północna).');
  });
});
