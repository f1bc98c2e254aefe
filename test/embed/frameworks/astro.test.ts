/** Rendered on a server, taken over in the page: the app of React as an island of Astro. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { drive } from './checks.js';

drive('astro', {
  build: { bin: 'astro', args: ['build'] },
  types: { bin: 'astro', args: ['check'] },
  keeps: false,
});

test('what astro serves has the words inside the tags, for a page without JavaScript', () => {
  const page = readFileSync('test/embed/apps/astro/dist/index.html', 'utf8');
  const order = /<doorstep-order order="FR-1042"[^>]*>.*?<\/doorstep-order>/s.exec(page)?.[0];
  assert.match(order ?? '', /Your delivery is promised for Monday\./);
  assert.match(page, /<doorstep-stock sku="HINGE" quantity="3">HINGE.*?a few/);
  // What is no word cannot be served, and must not be served as something else.
  assert.doesNotMatch(page, /\[object|adapter=|basket=/);
});
