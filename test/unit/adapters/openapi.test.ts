import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AdapterError } from '../../../src/adapter/index.js';
import { memory } from '../../../src/adapters/memory/memory.js';
import { createHandler } from '../../../src/adapters/rest/handler.js';
import * as model from '../../../src/model/index.js';
import { openApiDocument, openApiFile, openApiText } from '../../package/openapi.js';
import { DEADLINE, order, slots, stock, wardrobe } from './fixture.js';

/** Any part of the document, by the members that are looked at here. */
interface Part {
  readonly $ref?: string;
  readonly description?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean | string[];
  readonly schema?: Part;
  readonly type?: string;
  readonly pattern?: string;
  readonly enum?: string[];
  readonly summary?: string;
  readonly operationId?: string;
  readonly parameters?: Part[];
  readonly properties?: Record<string, Part>;
  readonly headers?: Record<string, Part>;
  readonly content?: Record<string, Part>;
  readonly responses?: Record<string, Part>;
}

const document = openApiDocument() as unknown as {
  readonly openapi: string;
  readonly jsonSchemaDialect: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly license: { readonly name: string };
  };
  readonly paths: Record<string, Record<string, Part>>;
  readonly components: { readonly schemas: Record<string, Part> };
};

const everyPart = function* (part: unknown, path = '#'): Generator<[string, Part]> {
  if (typeof part !== 'object' || part === null) return;
  yield [path, part];
  for (const [key, child] of Object.entries(part)) yield* everyPart(child, `${path}/${key}`);
};

const resolve = (part: Part): Part => {
  if (part.$ref === undefined) return part;
  const keys = part.$ref.slice(2).split('/');
  const found = keys.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    document,
  );
  assert.ok(found, part.$ref);
  return found;
};

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

describe('openapi.json', () => {
  test('the file says what the schemas say (npm run openapi writes it)', async () => {
    assert.equal(openApiFile(), await openApiText());
  });

  test('it is an OpenAPI 3.1 document whose references all lead somewhere', () => {
    assert.match(document.openapi, /^3\.1\.\d+$/);
    assert.equal(document.jsonSchemaDialect, 'https://json-schema.org/draft/2020-12/schema');
    assert.ok(document.info.title && document.info.version && document.info.license.name);
    let references = 0;
    for (const [path, node] of everyPart(document)) {
      if (node.$ref === undefined) continue;
      references++;
      assert.match(node.$ref, /^#\/components\//, path);
      resolve(node);
    }
    assert.ok(references > 100);
  });

  test('schemas keep to JSON Schema 2020-12: types are known, patterns compile, required members exist', () => {
    const types = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);
    const schemas = [...everyPart(document.components.schemas)];
    for (const [path, node] of schemas) {
      assert.ok(!('nullable' in node), `${path}: nullable is of OpenAPI 3.0`);
      if (typeof node.type === 'string') assert.ok(types.has(node.type), path);
      const { pattern } = node;
      if (typeof pattern === 'string') assert.doesNotThrow(() => new RegExp(pattern, 'u'), path);
      if (Array.isArray(node.required))
        for (const member of node.required)
          assert.ok(node.properties?.[member], `${path}: ${member}`);
    }
    for (const name of Object.keys(model).filter((one) => one.endsWith('Schema')))
      assert.ok(document.components.schemas[name.replace(/Schema$/, '')], name);
  });

  test('every operation, parameter, header and answer is explained, and path parameters are declared', () => {
    const ids = new Set<string>();
    for (const { path, method, operation } of operations) {
      const where = `${method} ${path}`;
      assert.ok(operation.summary, where);
      assert.ok(operation.operationId && !ids.has(operation.operationId), where);
      ids.add(operation.operationId);
      const parameters = (operation.parameters ?? []).map(resolve);
      for (const parameter of parameters) {
        assert.ok(parameter.description && parameter.schema, `${where} ${parameter.name}`);
        if (parameter.in === 'path') assert.equal(parameter.required, true);
      }
      assert.deepEqual(
        parameters.filter((one) => one.in === 'path').map((one) => `{${one.name}}`),
        path.match(/\{\w+\}/g) ?? [],
        where,
      );
      for (const [status, response] of Object.entries(operation.responses ?? {})) {
        assert.match(status, /^[2-5]\d\d$/);
        assert.ok(resolve(response).description, `${where} ${status}`);
        for (const header of Object.values(resolve(response).headers ?? {}))
          assert.ok(resolve(header).description && resolve(header).schema, `${where} ${status}`);
      }
    }
  });

  test('what the handler answers is in the document: status, headers, type and content', async () => {
    const backend = memory({
      orders: [order(), wardrobe()],
      stock: stock(),
      slots: slots(),
      now: () => DEADLINE,
    });
    const base = 'https://shop.test/doorstep';
    const action = (body: object, headers: Record<string, string> = {}): RequestInit => ({
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': JSON.stringify(body),
        ...headers,
      },
      body: JSON.stringify(body),
    });
    const claim = {
      type: 'claim',
      offerId: 'offer-refund',
      amount: { amount: 28900, currency: 'EUR' },
    };
    const without = { now: backend.now, order: backend.order };
    const failing = (error: unknown) => ({
      ...without,
      order: () => Promise.reject(error instanceof Error ? error : new Error()),
    });
    const full = createHandler({ basePath: '/doorstep', backend });
    const bare = createHandler({ basePath: '/doorstep', backend: without });
    const broken = (error: unknown) =>
      createHandler({ basePath: '/doorstep', backend: failing(error), onError: () => {} });
    const tag = (await full(new Request(`${base}/orders/FR-1042`)))!.headers.get('ETag')!;

    const actions = '/orders/{reference}/actions';
    const cases: [ReturnType<typeof createHandler>, string, string, RequestInit, number][] = [
      [full, '/orders/{reference}', '/orders/FR-1042', {}, 200],
      [full, '/orders/{reference}', '/orders/FR-1042', { headers: { 'If-None-Match': tag } }, 304],
      [full, '/orders/{reference}', '/orders/FR-9', {}, 404],
      [broken(new AdapterError('forbidden')), '/orders/{reference}', '/orders/FR-1042', {}, 401],
      [broken(new AdapterError('invalid')), '/orders/{reference}', '/orders/FR-1042', {}, 502],
      [broken(new AdapterError('timeout')), '/orders/{reference}', '/orders/FR-1042', {}, 503],
      [broken(new Error('a secret')), '/orders/{reference}', '/orders/FR-1042', {}, 500],
      [full, actions, '/orders/FR-1042/actions', action(claim), 200],
      [
        full,
        actions,
        '/orders/FR-1042/actions',
        action({ type: 'withdraw', offerId: 'offer-refund' }),
        200,
      ],
      [full, actions, '/orders/FR-1042/actions', action({ type: 'steal' }), 400],
      [
        full,
        actions,
        '/orders/FR-1042/actions',
        action(claim, { 'Sec-Fetch-Site': 'cross-site' }),
        403,
      ],
      [
        full,
        actions,
        '/orders/FR-1042/actions',
        action({ ...claim, more: 'x'.repeat(20_000) }, { 'Idempotency-Key': 'k' }),
        413,
      ],
      [
        full,
        actions,
        '/orders/FR-1042/actions',
        action(claim, { 'Content-Type': 'text/plain' }),
        415,
      ],
      [
        full,
        actions,
        '/orders/FR-1042/actions',
        action(
          { type: 'claim', offerId: 'offer-wait' },
          { 'Idempotency-Key': JSON.stringify(claim) },
        ),
        422,
      ],
      [
        full,
        actions,
        '/orders/FR-9/actions',
        action({ type: 'claim', offerId: 'offer-wait' }),
        404,
      ],
      [bare, actions, '/orders/FR-1042/actions', action(claim), 501],
      [
        full,
        '/orders/{reference}/actions/{offerId}',
        '/orders/FR-1042/actions/offer-refund',
        {},
        200,
      ],
      [
        full,
        '/orders/{reference}/actions/{offerId}',
        '/orders/FR-1042/actions/offer-wait',
        {},
        200,
      ],
      [
        bare,
        '/orders/{reference}/actions/{offerId}',
        '/orders/FR-1042/actions/offer-wait',
        {},
        501,
      ],
      [full, actions, '/orders/FR-2077/actions', action({ type: 'hold', slot: 'thu-10' }), 200],
      [full, actions, '/orders/FR-2077/actions', action({ type: 'choose', slot: 'thu-14' }), 200],
      [full, '/actions', '/actions', action({ type: 'constrain', constraints: [] }), 200],
      [full, '/slots', '/slots?sku=A&sku=B&from=2026-11-26&days=1', {}, 200],
      [full, '/slots', '/slots?from=tomorrow', {}, 400],
      [bare, '/slots', '/slots', {}, 501],
      [full, '/orders/{reference}/slots', '/orders/FR-2077/slots', {}, 200],
      [full, '/orders/{reference}/slots', '/orders/FR-9/slots', {}, 404],
      [bare, '/orders/{reference}/slots', '/orders/FR-2077/slots', {}, 501],
      [full, '/stock', '/stock?sku=DSP-27-4K&sku=NOBODY-KNOWS', {}, 200],
      [full, '/stock', '/stock', {}, 400],
      [bare, '/stock', '/stock?sku=A', {}, 501],
      [full, '/changes', '/changes?topic=stock:A', {}, 200],
      [full, '/changes', '/changes?topic=everything', {}, 400],
      [bare, '/changes', '/changes?topic=stock:A', {}, 501],
    ];
    for (const [handler, path, url, init, status] of cases) {
      const where = `${init.method ?? 'GET'} ${url} ${status}`;
      const response = (await handler(new Request(base + url, init)))!;
      assert.equal(response.status, status, where);
      const operation = document.paths[path]?.[(init.method ?? 'GET').toLowerCase()];
      const answer = operation?.responses?.[status];
      assert.ok(answer, where);
      const documented = resolve(answer);
      assert.equal(
        response.headers.get('Cache-Control')?.startsWith('private, no-store'),
        true,
        where,
      );
      for (const [name, header] of Object.entries(documented.headers ?? {})) {
        const value = response.headers.get(name);
        if (resolve(header).required) assert.ok(value, `${where}: ${name}`);
      }
      if (!documented.content) {
        assert.equal(await response.text(), '', where);
        continue;
      }
      const type = response.headers.get('Content-Type')!.split(';')[0]!;
      assert.ok(documented.content[type], `${where}: ${type}`);
      if (type === 'text/event-stream') {
        await response.body!.cancel();
        continue;
      }
      const body: unknown = await response.json();
      const name = documented.content[type].schema!.$ref!.split('/').at(-1)!;
      if (name === 'Problem') {
        const { properties } = document.components.schemas['Problem']!;
        const problem = body as { status: number; code: string };
        assert.deepEqual(Object.keys(problem).sort(), Object.keys(properties!).sort(), where);
        assert.equal(problem.status, status);
        assert.ok(properties!['code']!.enum!.includes(problem.code), where);
        assert.doesNotMatch(JSON.stringify(body), /secret/);
      } else {
        const schema = model[`${name}Schema` as 'OrderAnswerSchema'];
        const parsed = model.parse(schema, body);
        assert.deepEqual(parsed.broken, [], where);
        assert.deepEqual(parsed.value, body, `${where}: nothing the document does not know`);
      }
    }
  });
});
