import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { lostParcel, lostScreen } from '../../demo/states.js';
import '../../src/elements/parcel/define.js';
import type { TrackingEvent } from '../../src/model/index.js';
import {
  all,
  backend,
  button,
  clockFrom,
  day,
  fakeTime,
  focused,
  guard,
  one,
  orderNamed,
  screen,
  sentence,
  seed,
  settle,
  stand,
  which,
} from './help.js';

guard();

const NOW = day('23', '11:20:00');
const now = (): number => Date.parse(NOW);
const events = (count: number): TrackingEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `scan-${index}`,
    at: new Date(now() - (count - index) * 3_600_000).toISOString(),
    phase: 'in-transit' as const,
    place: `Stop ${index}`,
  }));
const withEvents = (list: TrackingEvent[]) =>
  stand('doorstep-parcel', {
    adapter: backend(lostScreen({ shipments: [lostParcel({ events: list })] }), now),
    order: 'FR-1042',
  });

describe('<doorstep-parcel>', () => {
  it('shows the newest five at once and all of them on demand, with the focus kept', async () => {
    const element = await withEvents(events(9));
    expect(all(element, '.timeline li')).to.have.length(5);
    expect(screen(all(element, '.timeline li')[0]!)).to.contain('Stop 8');
    const more = button(element, 'Show all 9 events')!;
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.focus();
    more.click();
    await settle(element);
    expect(all(element, '.timeline li')).to.have.length(9);
    expect(which(focused())).to.equal('button button Show fewer events');
    expect(focused()!.getAttribute('aria-expanded')).to.equal('true');
    expect(element.open).to.equal(true);
    button(element, 'Show fewer events')!.click();
    await settle(element);
    expect(all(element, '.timeline li')).to.have.length(5);
  });

  it('the attribute opens it', async () => {
    const element = await withEvents(events(9));
    element.setAttribute('open', '');
    await settle(element);
    expect(all(element, '.timeline li')).to.have.length(9);
  });

  it('the same event told again is one, and any order of them reads the same', async () => {
    const list = events(4);
    const one_ = await withEvents(list);
    const other = await withEvents([...list].reverse().concat(list[2]!, list[0]!));
    expect(screen(other)).to.equal(screen(one_));
    expect(all(other, '.timeline li')).to.have.length(4);
  });

  it('R3: whatever the order and repetition of its events, the screen is the same', async () => {
    const list = [
      ...events(3),
      { id: 'same-a', at: NOW, phase: 'out-for-delivery' as const },
      { id: 'same-b', at: NOW, words: 'opération 0417', lang: 'fr' },
      { id: 'no-time', words: 'contrôle', lang: 'fr' },
      { id: 'future', at: new Date(now() + 86_400_000).toISOString(), phase: 'delivered' as const },
    ];
    const expected = screen(await withEvents(list));
    for (let turn = 1; turn < list.length; turn++) {
      const turned = [...list.slice(turn), ...list.slice(0, turn)];
      for (const told of [turned, [...turned].reverse(), [...turned, ...list.slice(turn - 1)]])
        expect(screen(await withEvents(told.map((event) => ({ ...event }))))).to.equal(expected);
    }
    expect(expected).not.to.contain('was delivered');
    // The seed that the run has printed: any order, with any of them told again.
    const again = fc.array(fc.constantFrom(...list), { maxLength: 6 });
    const shuffled = again.chain((more) => {
      const told = [...list, ...more];
      return fc.shuffledSubarray(told, { minLength: told.length });
    });
    for (const told of fc.sample(shuffled, { numRuns: 30, seed }))
      expect(
        screen(await withEvents(told.map((event) => ({ ...event })))),
        `seed ${seed}: ${told.map(({ id }) => id).join(' ')}`,
      ).to.equal(expected);
  });

  it('is one ordered list, and paper shows all of it', async () => {
    const element = await withEvents(events(9));
    expect(all(element, 'ol.timeline')).to.have.length(1);
    expect(all(element, '.timeline li')).to.have.length(5);
    dispatchEvent(new Event('beforeprint'));
    await settle(element);
    expect(all(element, '.timeline li')).to.have.length(9);
    dispatchEvent(new Event('afterprint'));
    await settle(element);
    expect(all(element, '.timeline li')).to.have.length(5);
  });

  it('marks the last recorded step, and its time for machines', async () => {
    const element = await withEvents(events(3));
    const current = all(element, '[aria-current="step"]');
    expect(current).to.have.length(1);
    expect(screen(current[0]!)).to.contain('Stop 2');
    expect(one(current[0]!, 'time')!.getAttribute('datetime')).to.equal(
      new Date(now() - 3_600_000).toISOString(),
    );
  });

  it('hides nothing: an event without a time stands at the end, in the carrier’s own words and language', async () => {
    const element = await withEvents([
      ...events(2),
      { id: 'local', localTime: 'vers 10 h 30', words: 'contrôle', lang: 'fr' },
    ]);
    const rows = all(element, '.timeline li');
    expect(screen(rows.at(-1)!))
      .to.contain('no time')
      .and.to.contain('vers 10 h 30, local time')
      .and.to.contain('contrôle');
  });

  it('R3: local times whose zone nobody states take their place in time and are said to be local', async () => {
    const local = (localTime: string, phase: 'announced' | 'in-transit' | 'out-for-delivery') => ({
      id: `x${localTime.length}${phase}`,
      localTime,
      phase,
      place: 'Dallas, TX, US',
    });
    const element = await withEvents([
      local('2026-11-23T09:10:00', 'out-for-delivery'),
      local('2026-11-21', 'announced'),
      local('2026-11-22T21:00:00', 'in-transit'),
    ]);
    expect(sentence(element)).to.equal('Your display is out for delivery.');
    expect(screen(one(element, '[part="source"]')!)).to.contain(
      'out for delivery, Mon 23 Nov, 09:10, local time',
    );
    const rows = all(element, '.timeline li');
    expect(rows.map((row) => screen(row).split(' Dallas')[0])).to.eql([
      'Mon 23 Nov 09:10 Out for delivery Relais Nord,',
      'Sun 22 Nov 21:00 On its way Relais Nord,',
      'Sat 21 Nov – Announced to the carrier Relais Nord,',
    ]);
    expect(screen(rows[0]!)).to.contain('local time');
    expect(screen(element)).not.to.contain('no time');
    expect(one(rows[0]!, 'time')!.getAttribute('datetime')).to.equal('2026-11-23T09:10');
    expect(rows[0]!.getAttribute('aria-current')).to.equal('step');
  });

  it('R3: what a carrier said in words nobody can map is never told as nothing', async () => {
    const told = async (event: TrackingEvent) => {
      const element = await stand('doorstep-parcel', {
        adapter: backend(
          lostScreen({ promises: [], shipments: [lostParcel({ events: [event] })] }),
          now,
        ),
        order: 'FR-1042',
      });
      return `${sentence(element)} ${screen(one(element, '[part="source"]')!)}`;
    };
    const dated = { id: 'x', at: day('23', '09:00:00'), words: 'opération 0417', lang: 'fr' };
    expect(await told(dated)).to.equal(
      'We do not know where your display is. Relais Nord: “opération 0417”, today at 09:00.',
    );
    expect(await told({ ...dated, at: undefined })).to.equal(
      'We do not know where your display is. Recorded by Relais Nord, without a time.',
    );
  });

  it('R1: a scan that tells of a place is said as a person would', async () => {
    const scan = { id: 'x', at: day('23', '09:00:00'), phase: 'in-transit' as const };
    const told = async (movement: 'arrived' | 'left') => {
      const element = await withEvents([{ ...scan, movement, place: 'Leeds' }]);
      return `${screen(one(element, '[part="source"]')!)} ${screen(one(element, '.timeline li')!)}`;
    };
    expect(await told('left'))
      .to.contain('Relais Nord: left Leeds, today at 09:00.')
      .and.to.contain('Left Leeds');
    expect(await told('arrived')).to.contain('Relais Nord: arrived at Leeds, today at 09:00.');
  });

  it('makes no object of Intl before a date has to be shown', async () => {
    const made: string[] = [];
    const names = ['DateTimeFormat', 'NumberFormat', 'RelativeTimeFormat'] as const;
    const real = names.map((name) => [name, Intl[name]] as const);
    const count = (name: string) => ({
      construct: (target: never, parts: never) => (
        made.push(name),
        Reflect.construct(target, parts)
      ),
      apply: (target: never, self: never, parts: never) => (
        made.push(name),
        Reflect.apply(target, self, parts)
      ),
    });
    const show = async (language: string, dated: boolean) => {
      const [first] = events(1);
      const parcel = lostParcel({ events: [{ ...first, at: dated ? first!.at : undefined }] });
      await stand('doorstep-parcel', {
        adapter: backend({ reference: 'FR-1042', shipments: [parcel] }, now),
        order: 'FR-1042',
        lang: language,
      });
      return [...made];
    };
    try {
      for (const [name, format] of real)
        Object.defineProperty(Intl, name, {
          value: new Proxy(format, count(name) as never),
          configurable: true,
          writable: true,
        });
      // Languages that nothing else here is shown in: what is made once is not made yet.
      expect(await show('en-ZA', false)).to.eql([]);
      expect(await show('en-NZ', true)).not.to.eql([]);
    } finally {
      for (const [name, format] of real) Object.assign(Intl, { [name]: format });
    }
  });

  it('shows the shipment it was given, and says so when there is none of that name', async () => {
    const adapter = backend(orderNamed('three parcels'), now);
    const element = await stand('doorstep-parcel', { adapter, order: 'FR-1042', shipment: 'a' });
    expect(sentence(element)).to.match(/was delivered/);
    expect(screen(element)).to.contain('Parcel 1 of 3');
    element.shipment = 'b';
    await settle(element);
    expect(sentence(element)).not.to.match(/was delivered/);
    expect(screen(element)).to.contain('Parcel 2 of 3');
    element.setAttribute('shipment', 'nobody');
    await settle(element);
    expect(sentence(element)).not.to.match(/was delivered|on its way|out for/);
    expect(screen(element)).not.to.match(/Parcel \d of/);
    expect(all(element, '.timeline li')).to.be.empty;
    expect(one(element, '[part="contact"]')).to.exist;
  });

  it('R3: says by itself that nobody knows, once the usual time for news has passed', async () => {
    const time = fakeTime();
    const adapter = backend(
      lostScreen({ shipments: [lostParcel({ newsEvery: 6 * 3600 })] }),
      clockFrom(day('23', '03:13:30')),
    );
    const element = await stand('doorstep-parcel', { adapter, order: 'FR-1042' });
    expect(sentence(element)).to.equal('Your display is on its way.');
    await time.pass(29_500);
    expect(sentence(element)).to.equal('Your display is on its way.');
    await time.pass(1000);
    expect(sentence(element)).to.equal('We do not know where your display is.');
  });

  it('never offers money: that is another element’s', async () => {
    const element = await stand('doorstep-parcel', {
      adapter: backend(lostScreen(), () => Date.parse(day('23', '17:03:00'))),
      order: 'FR-1042',
    });
    expect(which(one(element, '[part="refund"]'))).to.equal('nothing');
  });
});
