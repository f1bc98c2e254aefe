/** What a page of the documentation does beyond being read: its colours, its search, its living example. */
import { chooseScheme } from '../shop/scheme.js';
import { openSearch } from './search.js';

chooseScheme();
openSearch();
if (document.querySelector('[data-live],[data-state]'))
  void import('./live.js').then(({ enliven }) => enliven());
