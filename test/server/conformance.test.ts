import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rest } from '../../src/adapters/rest/rest.js';
import type { Money } from '../../src/model/index.js';
import { conformance, reportText } from '../../src/testing/index.js';
import { ORDER, suite } from './fixture.js';

suite('R7, R8: the conformance suite against the reference backend', (fixture) => {
  test('every check holds, and none is left out', async (context) => {
    const shop = await fixture.start(context);
    const headers = { Authorization: `Bearer ${shop.server.token(ORDER)}` };
    const http = {
      baseUrl: 'http://shop.example/doorstep',
      headers,
      fetch: ((input: string, init?: RequestInit) =>
        shop.request(input.replace('http://shop.example', ''), init)) as typeof fetch,
    };
    // One order that begins anew for each check.
    const anew = async (time: string): Promise<string> => {
      await shop.post('/demo/reset', {});
      await shop.clock(time);
      return ORDER;
    };
    const report = await conformance({
      device: () => rest({ ...http, headers: () => headers }),
      brokenOrder: () => anew('23T17:03:00'),
      earlyOrder: () => anew('23T16:59:59'),
      pass: async (seconds) => {
        const now = new Date(shop.server.now() + seconds * 1000).toISOString();
        await shop.post('/demo/clock', { now });
      },
      payouts: () =>
        fixture.database
          .query<{ amount: Money }>(
            `SELECT amount FROM refunds WHERE state NOT IN ('withdrawn', 'failed', 'returned')`,
          )
          .then((rows) => rows.map(({ amount }) => amount)),
      http,
    });
    assert.deepEqual(
      report.results.filter(({ state }) => state !== 'holds'),
      [],
      reportText(report),
    );
  });
});
