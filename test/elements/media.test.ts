/** Forced colours, print and reduced motion: Chromium alone lets a test set them. */
import { expect } from '@open-wc/testing';
import { emulateMedia, executeServerCommand } from '@web/test-runner-commands';
import '../../src/elements/order/define.js';
import {
  all,
  backend,
  day,
  guard,
  isChromium,
  one,
  orderNamed,
  plain,
  settle,
  stand,
  waitUntil,
  which,
} from './help.js';

guard();

const now = (): number => Date.parse(day('23', '17:03:00'));
const lost = () =>
  stand('doorstep-order', { adapter: backend(orderNamed('missed'), now), order: 'FR-1042' });
const media = (features: Record<string, string>): Promise<boolean> =>
  executeServerCommand('doorstep:media', features);

describe('Media', () => {
  if (!isChromium) {
    it('cannot be set in this engine, and the server says so', async () => {
      expect(await media({ 'forced-colors': 'active' })).to.equal(false);
    });
    return;
  }
  afterEach(async () => {
    await media({});
    await emulateMedia({ media: 'screen' });
  });

  it('forced colours: the marks of the line keep their shapes in the reader’s colours', async () => {
    const element = await lost();
    await waitUntil(() => one(element, '.rail'), 'the promise line');
    const before = getComputedStyle(one(element, '.rail .due')!).backgroundColor;
    expect(await media({ 'forced-colors': 'active' })).to.equal(true);
    await settle(element);
    const canvas = document.createElement('div');
    canvas.style.cssText = 'color: CanvasText; background: Canvas; forced-color-adjust: none';
    element.parentElement!.append(canvas);
    const { color, backgroundColor } = getComputedStyle(canvas);
    for (const mark of ['.rail .due', '.rail .start'])
      expect(getComputedStyle(one(element, mark)!).backgroundColor, mark).to.equal(color);
    expect(getComputedStyle(one(element, '.rail .ring')!).backgroundColor).to.equal(
      backgroundColor,
    );
    expect(getComputedStyle(one(element, '.rail .late')!).borderTopColor).to.equal(color);
    expect(before).not.to.equal('rgba(0, 0, 0, 0)');
    const { borderTopWidth, borderTopStyle } = getComputedStyle(one(element, '[part="refund"]')!);
    expect(parseFloat(borderTopWidth)).to.be.at.least(1);
    expect(borderTopStyle).to.equal('solid');
  });

  it('print: the facts and their day, without the buttons, on one page, in ink on white', async () => {
    const element = await lost();
    await emulateMedia({ media: 'print' });
    dispatchEvent(new Event('beforeprint'));
    await settle(element);
    for (const button of all(element, 'button'))
      expect(button.getBoundingClientRect().height, which(button)).to.equal(0);
    expect(one(element, '[part="sentence"]')!.getBoundingClientRect().height).to.be.above(0);
    expect(getComputedStyle(one(element, '.card')!).breakInside).to.equal('avoid');
    const { content } = getComputedStyle(one(element, '.way')!, '::before');
    expect(plain(content), '"today" is read later').to.equal('"Mon 23 Nov 2026, 17:03"');
    dispatchEvent(new Event('afterprint'));
  });

  it('reduced motion: nothing moves', async () => {
    await media({ 'prefers-reduced-motion': 'reduce' });
    const element = await lost();
    expect(
      all(element, '.arriving').map((inner) => getComputedStyle(inner).animationName),
    ).to.deep.equal(all(element, '.arriving').map(() => 'none'));
    for (const button of all(element, '.button'))
      expect(getComputedStyle(button).transitionDuration).to.match(/^0s/);
  });
});
