/** What a page of the documentation does beyond being read: its colours, its search, its living example. */
import { chooseScheme } from '../shop/scheme.js';
import { openSearch } from './search.js';

chooseScheme();
openSearch();
// What does not have to be scrolled is no stop for the keys.
for (const wide of document.querySelectorAll('pre, .wide'))
  if (wide.scrollWidth <= wide.clientWidth) wide.removeAttribute('tabindex');
if (document.querySelector('[data-live],[data-state]'))
  void import('./live.js').then(({ enliven }) => enliven());
