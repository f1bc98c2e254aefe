#!/usr/bin/env node
/**
 * `npx doorstep-check <base url> --order <reference> …`: the conformance suite against a running backend.
 */
import { parseArgs } from 'node:util';
import { AdapterError } from '../adapter/index.js';
import { rest } from '../adapters/rest/rest.js';
import { checks, conformance, reportText, type Result } from './conformance.js';
import { FAILED, NO_EARLY_ORDER, NO_ORDER } from './failed.js';

const USAGE = `Checks that a backend of the Doorstep contract refunds a broken promise once, whatever happens.

  npx doorstep-check https://test.shop.example/doorstep --order T-1 … --order T-8 --early T-9 [options]

  --order REF      a TEST order whose promise is broken and whose refund is open. It is really claimed:
                   never use a customer's. Eight are needed, since so many checks claim one each.
  --early REF      a test order whose promise has not lapsed yet
  --header "A: b"  sent with each request: a session or a token
  --check ID       run this check alone; may be given several times
  --partial        end well although something could not be checked
  --list           show the checks

It ends with 0 if everything holds, with 1 if something does not or could not be checked, with 2 if it
could not begin.
`;

/** What is missing, and for which rules. */
const missing = (results: readonly Result[]): string => {
  const reasons = new Map<string, Result[]>();
  for (const result of results)
    if (result.state === 'not-checked')
      reasons.set(result.why!, [...(reasons.get(result.why!) ?? []), result]);
  const wants = (why: string, count: number): string =>
    why === NO_ORDER
      ? `${count} more with --order`
      : why === NO_EARLY_ORDER
        ? 'one with --early'
        : why;
  return [...reasons]
    .map(([why, unchecked]) => {
      const of = unchecked.map(({ check: { rule, id } }) => `${rule} ${id}`).join(', ');
      return `${wants(why, unchecked.length)} (for ${of})`;
    })
    .join('; ');
};

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
      partial: { type: 'boolean', default: false },
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
  const look = async (reference: string) => {
    const signal = AbortSignal.timeout(20_000);
    return (await device().order(reference, { signal, locale: 'en', freshness: 'fresh' })).order;
  };
  // Two dozen checks that find no door would hide that it is the door.
  try {
    await look(orders[0]!);
  } catch (error) {
    const why = error instanceof AdapterError ? FAILED[error.code] : String(error);
    complain(`Nothing could be checked: asked for order ${orders[0]} at ${baseUrl}, ${why}.`);
    return 2;
  }
  const early = [...values.early];
  const report = await conformance(
    {
      device,
      async brokenOrder(use) {
        // Used up by an earlier run, or by a claim that should have been refused.
        while (orders[0] && (await look(orders[0])).refunds?.length)
          say(`Order ${orders.shift()} has a refund already, and is left out.`);
        return use === 'look' ? orders[0] : orders.shift();
      },
      earlyOrder: () => early.shift(),
      http: { baseUrl, headers },
    },
    values.check ?? checks.filter(({ movesTime }) => !movesTime).map(({ id }) => id),
  );
  say(reportText(report));
  if (!report.complete) {
    say(`Missing: ${missing(report.results)}.`);
    if (!values.partial)
      say('What is not checked is not passed: this ends with 1, unless you say --partial.');
  }
  if (!values.check) {
    const left = checks.filter(({ movesTime }) => movesTime).map(({ rule, id }) => `${rule} ${id}`);
    say(
      `Not part of this command, which cannot move the time at your backend: ${left.join(', ')}. ` +
        'Your own tests can: `conformance` with `pass`.',
    );
  }
  return report.holds && (report.complete || values.partial) ? 0 : 1;
};

process.exitCode = await main().catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error));
  return 2;
});
