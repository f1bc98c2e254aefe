import assert from 'node:assert/strict';
import { test } from 'node:test';
import { owner, suite } from './fixture.js';

suite('who brings a parcel', (fixture) => {
  const take = (choice: string, shipment = 'parcel-7') => ({
    ...{ type: 'choose-carrier', shipment, choice },
  });

  test('story 5, R7: another carrier until 18:00, once; the reasons of what is refused, and who decides', async (context) => {
    const shop = await fixture.start(context);
    const mine = owner(shop, 'UK-310');
    const parcel = async () => (await mine.order()).shipments![6]!;
    const before = await parcel();
    assert.equal(before.carrierOffer!.stands, 'pennine');
    assert.equal(before.carrierOffer!.chosenAt, undefined);
    assert.equal(Date.parse(before.carrierOffer!.until!), Date.parse('2026-11-23T18:00:00Z'));

    const answer = async (...parameters: Parameters<typeof mine.act>) => {
      const { status, code, reason, nextStep } = await mine.act(...parameters);
      return [status, code, reason, nextStep];
    };
    // Two devices at once: the order tells one of them, and both are told the truth.
    const both = await Promise.all([mine.act(take('tamesis')), mine.act(take('tamesis'))]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['done', 'done'],
    );
    const after = await parcel();
    assert.deepEqual([after.carrier!.name, after.carrierOffer!.stands], ['Tamesis', 'tamesis']);
    assert.ok(after.carrierOffer!.chosenAt);

    const [status, code, reason] = await answer(take('nordfracht'));
    assert.deepEqual(
      [status, code, reason],
      ['refused', 'unavailable', 'it takes nothing longer than a metre.'],
    );
    assert.equal((await mine.act(take('nobody'))).code, 'unknown-choice');
    assert.equal((await mine.act(take('tamesis', 'parcel-1'))).code, 'unknown-choice');
    assert.equal((await mine.act(take('other'))).status, 'done');
    assert.equal((await parcel()).carrierOffer!.stands, 'other');

    await shop.clock('23T19:00:00');
    const late = await answer(take('pennine'));
    assert.deepEqual(late.slice(0, 2), ['refused', 'too-late']);
    assert.match(late[2]!, /The choice ended on .* Our warehouse decides now\./);
    assert.match(late[3]!, /^Call 020 /);
    assert.equal((await parcel()).carrierOffer!.stands, 'other');
  });

  test('what has left has its carrier: nothing is offered, and the choice is refused', async (context) => {
    const shop = await fixture.start(context);
    const mine = owner(shop, 'UK-310');
    const scanned = await mine.order();
    assert.deepEqual(
      scanned.shipments!.filter(({ carrierOffer }) => carrierOffer).map(({ id }) => id),
      ['parcel-7'],
    );
    const other = owner(shop, 'FR-1042');
    assert.equal((await other.act(take('tamesis', 'parcel-1'))).code, 'unknown-choice');
  });
});
