#!/usr/bin/env node
/**
 * `npx doorstep-check <base url> --order <reference> …`: the conformance suite against a running backend.
 */
import { parseArgs } from 'node:util';
import { AdapterError } from '../adapter/index.js';
import { rest } from '../adapters/rest/rest.js';
import { checks, conformance, reportText } from './conformance.js';
import { FAILED } from './failed.js';

const USAGE = `Checks that a backend of the Doorstep contract refunds a broken promise once, whatever happens.

  npx doorstep-check https://test.shop.example/doorstep --order T-1 --order T-2 … [options]

  --order REF      a TEST order whose promise is broken and whose refund is open. It is really claimed:
                   never use a customer's. Each check takes one; some take two.
  --early REF      a test order whose promise has not lapsed yet
  --header "A: b"  sent with each request: a session or a token
  --check ID       run this check alone; may be given several times
  --list           show the checks
`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      order: { type: 'string', multiple: true, default: [] },
      early: { type: 'string', multiple: true, default: [] },
      header: { type: 'string', multiple: true, default: [] },
      check: { type: 'string', multiple: true },
      list: { type: 'boolean', default: false },
    },
  });
  if (values.list) {
    for (const { id, rule, says } of checks) say(`${id.padEnd(16)} ${rule.padEnd(6)} ${says}`);
    return 0;
  }
  const [baseUrl] = positionals;
  if (!baseUrl || !/^https?:\/\//.test(baseUrl) || !values.order.length) {
    complain(USAGE);
    return 2;
  }
  const unknown = values.check?.filter((wanted) => !checks.some(({ id }) => id === wanted)) ?? [];
  if (unknown.length) {
    complain(`There is no check ${unknown.join(', ')}. --list shows them.`);
    return 2;
  }
  const headers = Object.fromEntries(
    values.header.map((line) => {
      const [name = '', ...rest_] = line.split(':');
      return [name.trim(), rest_.join(':').trim()] as const;
    }),
  );
  const device = () => rest({ baseUrl, headers: () => headers });
  const orders = [...values.order];
  // Two dozen checks that find no door would hide that it is the door.
  try {
    const signal = AbortSignal.timeout(20_000);
    await device().order(orders[0]!, { signal, locale: 'en', freshness: 'fresh' });
  } catch (error) {
    const why = error instanceof AdapterError ? FAILED[error.code] : String(error);
    complain(`Nothing could be checked: asked for order ${orders[0]} at ${baseUrl}, ${why}.`);
    return 2;
  }
  let missing = 0;
  const early = [...values.early];
  const report = await conformance(
    {
      device,
      brokenOrder() {
        if (!orders.length) missing++;
        return orders.shift();
      },
      earlyOrder: () => early.shift(),
      http: { baseUrl, headers },
    },
    values.check,
  );
  say(reportText(report));
  if (missing) say(`For the others, give at least ${missing} more test orders with --order.`);
  return report.holds ? 0 : 1;
};

process.exitCode = await main().catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error));
  return 2;
});
