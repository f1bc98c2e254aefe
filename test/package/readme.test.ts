import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ownBackend } from '../../demo/shop/own-backend.js';
import { AdapterError } from '../../src/adapter/index.js';
import { BasketAnswerSchema, OrderAnswerSchema, toEpoch } from '../../src/model/index.js';
import { basketVerdict } from '../../src/verdicts/index.js';
import { read } from '../read.js';
import { exampleAnswer, exampleBasket, readme, trueReadme } from './readme.js';

test('the README embeds the built file, shows the tested adapter and the measured sizes', async () => {
  assert.equal(readme(), await trueReadme(), 'run: npm run build && npm run readme');
});

test('the answer the README shows fits the model in every part', () => {
  assert.equal(read(OrderAnswerSchema, exampleAnswer).order.reference, 'FR-1042');
});

test('R4: the answer about a basket the README shows is told as short, with its choice', () => {
  const { serverNow, check } = read(BasketAnswerSchema, exampleBasket);
  const lines = [{ id: '1', sku: 'HND-BRASS', quantity: 5 }];
  const verdict = basketVerdict(lines, check, toEpoch(serverNow)!);
  assert.equal(verdict.state, 'changed');
  assert.equal(verdict.lines[0]!.now, 3);
  assert.equal(verdict.hold?.reference, 'hold_4KQ');
});

test('every command in the README exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = [...readme().matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name!);
  assert.ok(commands.length > 8);
  for (const name of commands) assert.ok(name === 'install' || name in scripts, `npm run ${name}`);
});

test('every file the README names exists', () => {
  const files = [...readme().matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, name]) => name!);
  for (const name of files) assert.ok(existsSync(name), name);
});

test('the adapter of the README is under 40 lines and fits the model', async () => {
  assert.ok(readFileSync('demo/shop/own-backend.ts', 'utf8').split('\n').length <= 40);
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.statusCode = request.url!.includes('NOBODY') ? 404 : 200;
    response.end(
      JSON.stringify({
        now: '2026-11-23T17:00:00+01:00',
        number: 'FR-1042',
        version: 3,
        due: '2026-11-23T17:00:00+01:00',
        zone: 'Europe/Paris',
        shipments: [
          { id: 'p', events: [{ at: '2026-11-22T21:14:00+01:00', phase: 'in-transit' }] },
        ],
        phone: '01 99 00 42 42',
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const own = globalThis.fetch;
  globalThis.fetch = (url, init) => own(new URL(url as string, origin), init);
  try {
    const request = {
      signal: new AbortController().signal,
      locale: 'en',
      freshness: 'any' as const,
    };
    const { order } = read(OrderAnswerSchema, await ownBackend.order('FR-1042', request));
    assert.equal(order.promises?.[0]?.before, '2026-11-23T17:00:00+01:00');
    await assert.rejects(ownBackend.order('NOBODY', request), { code: 'not-found' });
    assert.ok(new AdapterError('not-found'));
  } finally {
    globalThis.fetch = own;
    server.close();
  }
});
