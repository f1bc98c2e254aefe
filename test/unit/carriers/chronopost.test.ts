import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementsOf } from '../../../src/carriers/xml.js';
import { documented } from './documented.js';
import { delivered, formats, one } from './formats.js';

const { chronopost } = formats;
const { codes } = documented.chronopost;

test('R1: an event keeps its label, office and offset; a computer is no place', () => {
  assert.deepEqual(
    { ...one(chronopost, {}).event, id: '' },
    {
      id: '',
      at: '2026-11-22T21:14:00+01:00',
      code: 'TS',
      words: 'Colis en cours d’acheminement',
      place: 'LYON CHRONOPOST',
      source: { kind: 'carrier', name: 'Chronopost' },
    },
  );
  assert.equal(one(chronopost, { officeLabel: 'Web Services' }).event.place, undefined);
});

test('R3: each code has its meaning', () => {
  for (const [code, meaning] of Object.entries(codes)) {
    const eventLabel = code === 'D' ? 'Livraison effectuée' : 'Étape';
    assert.deepEqual(one(chronopost, { code, eventLabel }).meaning, meaning, code);
  }
});

test('R3: partners reuse the letters, so a delivery is only believed in words', () => {
  const of = (eventLabel?: string) => one(chronopost, { code: 'D', eventLabel }).meaning;
  assert.deepEqual(of('Delivered'), ['delivered']);
  assert.deepEqual(of('Colis livré'), ['delivered']);
  assert.deepEqual(of('Departure'), ['-']);
  assert.deepEqual(of(undefined), ['-']);
  assert.deepEqual(of('Le colis n’a pas pu être livré'), ['-']);
});

const XML = `<?xml version="1.0"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
<ns2:trackSkybillV2Response xmlns:ns2="http://cxf.tracking.soap.chronopost.fr/"><return>
<errorCode>0</errorCode><!-- <events><code>D</code></events> -->
<listEventInfoComp>
<events><code>DC</code><eventDate>2026-11-21T10:00:00+01:00</eventDate>
<eventLabel>Pr&#233;paration &amp; d&#xE9;part</eventLabel><NPC/><officeLabel>Web Services</officeLabel></events>
<events><code>D</code><eventDate>2026-11-24T09:12:00+01:00</eventDate>
<eventLabel><![CDATA[Livré <à> l’accueil]]></eventLabel><officeLabel>LYON CHRONOPOST</officeLabel></events>
<skybillNumber>XTEST00008FR</skybillNumber></listEventInfoComp></return>
</ns2:trackSkybillV2Response></soap:Body></soap:Envelope>`;

test('the XML of the service is read as it is, one event or several', () => {
  const [entry] = chronopost.read(XML)!.shipments;
  assert.equal(entry!.trackingNumber, 'XTEST00008FR');
  assert.deepEqual(
    entry!.shipment.events!.map(({ phase, words, place }) => [phase, words, place]),
    [
      ['announced', 'Préparation & départ', undefined],
      ['delivered', 'Livré <à> l’accueil', 'LYON CHRONOPOST'],
    ],
  );
  assert.equal(
    entry!.shipment.trackingUrl,
    'https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=XTEST00008FR',
  );
  const single = XML.replace(/<events><code>DC[\s\S]*?<\/events>/, '');
  assert.equal(chronopost.read(single)!.shipments[0]!.shipment.events!.length, 1);
});

test('an error, a fault or another text is not read', () => {
  for (const other of [
    '',
    '<',
    'listEventInfoComp',
    '<a><b></a>',
    XML.replaceAll('listEvent', 'x'),
  ])
    assert.equal(chronopost.read(other), undefined);
});

test('XML: names like those of objects, nesting and length do no harm', () => {
  assert.deepEqual(Object.keys(elementsOf('<__proto__><a>1</a></__proto__>')), ['__proto__']);
  assert.equal(({} as Record<string, unknown>)['a'], undefined);
  assert.deepEqual(elementsOf('<a>1</a><a>2</a>'), { a: ['1', '2'] });
  assert.deepEqual(elementsOf('<a>&bogus;&#9999999;&lt;</a>'), { a: '&bogus;&#9999999;<' });
  for (const piece of ['<a>', '<a', '<![CDATA[', '<!--', '</a>', '<a/>', '<a:', '&#1;'])
    elementsOf(piece.repeat(20_000));
});

test('R3: the whole journey ends delivered, once', () => {
  const { events } = chronopost.read(delivered(chronopost))!.shipments[0]!.shipment;
  assert.equal(events!.filter(({ phase }) => phase === 'delivered').length, 1);
});
