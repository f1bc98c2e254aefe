/** A page of its own: WebKit may go on using an observer that it has met before. */
import {} from '@open-wc/testing';
import { stockAdapterFor, stockStates } from '../../demo/states.js';
import '../../src/elements/stock/define.js';
import { guard, place, screen, waitUntil } from './help.js';

guard();

describe('<doorstep-stock> where nothing can tell what is near', () => {
  it('is awake at once', async () => {
    Object.defineProperty(window, 'IntersectionObserver', { value: undefined });
    const far = place();
    far.style.marginTop = '6000px';
    const badge = document.createElement('doorstep-stock');
    Object.assign(badge, { adapter: stockAdapterFor(stockStates[0]!), sku: 'A' });
    badge.textContent = 'Twelve in stock at 9:00';
    far.append(badge);
    // Not by `updateComplete`, which would wake it.
    await waitUntil(() => screen(badge).includes('Checked now'));
  });
});
