import { expect } from '@open-wc/testing';
import { saturday, wardrobe } from '../../demo/slot-states.js';
import { lostScreen, orderStates, unsent } from '../../demo/states.js';
import '../../src/elements/order/define.js';
import '../../src/elements/order/parts.js';
import '../../src/elements/parcel/define.js';
import '../../src/elements/slot/define.js';
import '../../src/i18n/locales/fr.js';
import type { Order, Phase, Shipment, TrackingEvent } from '../../src/model/index.js';
import {
  backend,
  clockFrom,
  day,
  guard,
  orderNamed,
  place,
  screen,
  sentence,
  settle,
  stand,
} from './help.js';

guard();

const stood = async (order: Order, at: string, lang = 'en', tag = 'doorstep-order' as const) => {
  const element = await stand(
    tag,
    { adapter: backend(order, clockFrom(at)), order: order.reference },
    place({ lang }),
  );
  await settle(element);
  return element;
};

const example = (name: string, lang = 'en') => {
  const { now, order } = orderStates.find((state) => state.name === name)!;
  return stood(order!, `${now}`, lang);
};

const parcel = (events: TrackingEvent[], more: Partial<Shipment> = {}): Order =>
  lostScreen({
    offers: [],
    shipments: [{ ...lostScreen().shipments![0]!, events, ...more }],
  });

describe('R5: a promise is told to cover what it covers', () => {
  it('a part of one line', async () => {
    expect(sentence(await example('promised, two of five come later'))).to.equal(
      '3 of your 5 handles are promised before 13:00 on Wed 25 Nov. The other 2: about Tue 1 Dec.',
    );
    expect(sentence(await example('promised, two of five come later', 'fr'))).to.equal(
      'L’arrivée de 3 de vos 5 handles est promise avant 13 h le mercredi 25 novembre. Les 2 autres : vers le mar. 1er déc.',
    );
  });

  it('a part of several lines', async () => {
    const order = orderNamed('promised, two of five come later');
    const element = await stood(
      { ...order, lines: [...order.lines!, { id: 'hinge', quantity: 1 }] },
      day('22', '10:35'),
    );
    expect(sentence(element)).to.equal(
      'A part of your order is promised before 13:00 on Wed 25 Nov. The rest comes later.',
    );
  });
});

describe('R3: what was only announced was never scanned', () => {
  const order = parcel([{ at: day('20', '18:40'), phase: 'announced' }]);

  it('is said of a silent parcel, and of one that did not come', async () => {
    const silent = await stood(order, day('24', '19:00'));
    expect(screen(silent)).to.contain(
      'Announced to Relais Nord on Friday at 18:40; nothing since.',
    );
    expect(screen(silent)).not.to.match(/[Ll]ast scan/);
    const french = await stood(order, day('24', '19:00'), 'fr');
    expect(screen(french)).to.contain('Annoncé à Relais Nord vendredi à 18 h 40 ; rien depuis.');
  });

  it('what replaces another parcel has not been sent by that', async () => {
    const element = await stood(orderNamed('sent in place of another one'), day('23', '11:20'));
    const text = screen(element);
    expect(text).to.contain('Replaces parcel 1.');
    expect(text).not.to.match(/[Ss]ent in/);
  });
});

it('R9: of several parcels the one that is next and the one that was scanned last are named', async () => {
  const text = screen(await example('eight parcels'));
  expect(text).to.match(/Parcel \d is (expected|promised) /);
  expect(text).to.match(/Parcel \d, [\w ]+: .*, today at/);
});

describe('R2: what could be done until a time that has passed', () => {
  it('is not told as waiting, nor as gone', async () => {
    const element = await example('to be collected, too late');
    expect(sentence(element)).to.equal('Your display was waiting for you.');
    expect(screen(element)).to.contain(
      'It could be collected until Fri 27 Nov. We do not know whether it is still there. Call us: we look for a way with you.',
    );
    expect(screen(await example('to be collected, too late', 'fr'))).to.contain(
      'Il pouvait être retiré jusqu’au ven. 27 nov. Nous ne savons pas s’il y est encore. Appelez-nous',
    );
  });

  it('has no button any more', async () => {
    const order = orderNamed('held by customs, a duty to be paid');
    expect(screen(await stood(order, day('23', '15:30')))).to.contain('Pay it here');
    const late = screen(await stood(order, day('28', '09:00')));
    expect(late).to.contain('€12.40 was to be paid by Fri 27 Nov. Call us');
    expect(late).not.to.contain('Pay it here');
  });
});

describe('R8: another one', () => {
  it('is promised at the door, with its day', async () => {
    expect(sentence(await example('another one is sent'))).to.equal(
      'A replacement for your display is promised at your door before 13:00 on Wed 25 Nov.',
    );
    expect(sentence(await example('another one is late'))).to.equal(
      'A replacement for your display was promised at your door today before 13:00. It has not arrived.',
    );
    expect(sentence(await example('another one is late', 'fr'))).to.equal(
      'Un remplacement pour votre display était promis chez vous aujourd’hui avant 13 h. Rien n’est arrivé.',
    );
  });
});

it('R3: another carrier has no name yet', async () => {
  const order = unsent({ stands: 'other' });
  const before = await stood(order, day('20', '19:00'));
  expect(screen(before)).to.contain('If you do nothing, the shop chooses another.');
  const after = await stood(order, day('20', '20:30'), 'fr');
  expect(screen(after)).to.contain('Le magasin en choisit maintenant un autre.');
});

describe('R5: what was agreed, beside another wish', () => {
  const told = async (order: Order, at: string) => {
    const element = await stand('doorstep-slot', {
      adapter: backend(order, clockFrom(at)),
      order: 'CH-77',
    });
    return screen(element);
  };
  const asked = wardrobe([saturday()]);

  it('counts until it was not kept', async () => {
    expect(await told(asked, day('25', '12:00'))).to.contain('It still counts.');
    const late = await told(asked, day('26', '15:00'));
    expect(late).to.contain('It was not kept.');
    expect(late).not.to.contain('still counts');
  });

  it('is not said to be broken where the money was asked for before its time', async () => {
    const refunds = [{ reference: 'RF-1', state: 'ordered' as const, askedAt: day('25', '12:00') }];
    const text = await told({ ...asked, refunds }, day('26', '15:00'));
    expect(text).not.to.match(/not kept|still counts/);
    const after = [{ ...refunds[0]!, askedAt: day('26', '14:30') }];
    expect(await told({ ...asked, refunds: after }, day('26', '15:00'))).to.contain(
      'It was not kept.',
    );
  });
});

describe('R10: where nothing can be pressed, it is said whom to call', () => {
  const way = 'Call us: we look for a way with you.';
  const at = (phase: Phase): TrackingEvent[] => [{ at: day('23', '09:00'), phase }];

  for (const phase of ['attempted', 'returned', 'cancelled'] as const)
    it(phase, async () => {
      expect(screen(await stood(parcel(at(phase)), day('23', '10:00')))).to.contain(way);
    });

  it('a silent parcel, unless news is promised', async () => {
    const events = [{ at: day('20', '09:00'), phase: 'in-transit' as const }];
    const silent = await stood(parcel(events, { nextNewsBy: undefined }), day('23', '10:00'));
    expect(screen(silent)).to.contain(way);
    const news = await stood(
      parcel(events, { nextNewsBy: day('23', '15:00') }),
      day('23', '10:00'),
    );
    expect(screen(news)).not.to.contain(way);
  });

  it('not where nobody can be called, nor where there is something to press, and once for several parcels', async () => {
    const nobody = { ...parcel(at('returned')), contacts: [] };
    expect(screen(await stood(nobody, day('23', '10:00')))).not.to.contain(way);
    const offers = lostScreen().offers!.map((offer) => ({
      ...offer,
      availableFrom: day('23', '09:00'),
    }));
    const pressable = { ...parcel(at('returned')), offers };
    expect(screen(await stood(pressable, day('23', '10:00')))).not.to.contain(way);
    const [one] = parcel(at('returned')).shipments!;
    const two = { ...parcel([]), shipments: [one!, { ...one!, id: 'parcel-2' }] };
    const text = screen(await stood(two, day('23', '10:00')));
    expect(text.split(way)).to.have.length(2);
  });
});

it('a day after a lapse is told as a day', async () => {
  const element = await stood(lostScreen({ offers: [] }), day('27', '10:00'), 'fr');
  expect(screen(element)).to.contain('Nous sommes le ven. 27 nov.');
  expect(screen(element)).not.to.contain('Il est ven.');
});
