/** Alone in its file: here what comes beside the order has not been loaded before the first drawing. */
import { expect } from '@open-wc/testing';
import { lostScreen } from '../../demo/states.js';
import '../../src/elements/order/define.js';
import { backend, day, guard, one, place, refundButton, sentence, tick } from './help.js';

guard();

it('R6: the sentence and the button wait for no file, and do not move when the promise line comes', async () => {
  const element = document.createElement('doorstep-order');
  const adapter = backend(lostScreen(), () => Date.parse(day('23', '17:03:00')));
  Object.assign(element, { adapter, order: 'FR-1042' });
  place().append(element);
  while (!refundButton(element)) await tick();
  expect(sentence(element)).to.contain('It has not arrived.');
  expect(one(element, '.promise'), 'not loaded yet').to.equal(undefined);
  // The button itself still rises a little where it has just appeared; what holds it does not.
  const top = (): number => one(element, 'doorstep-remedy')!.getBoundingClientRect().top;
  const before = top();
  while (!one(element, '.promise')) await tick();
  expect(top()).to.be.closeTo(before, 1);
});
