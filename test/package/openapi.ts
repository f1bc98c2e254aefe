/**
 * Writes `src/adapters/rest/openapi.json` from the schemas of the model, with the words of their
 * comments, so that the contract cannot say anything else than the code.
 *
 * `--write` writes it; without, the exit code is 1 if the file is not what it would write.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import * as model from '../../src/model/index.js';

const file = fileURLToPath(new URL('../../src/adapters/rest/openapi.json', import.meta.url));
const sources = fileURLToPath(new URL('../../src/model/', import.meta.url));

/** A part of the document; what is in it is checked by the test of the document. */
export type Json = { [key: string]: Json | undefined } | Json[] | string | number | boolean;
type JsonObject = Record<string, Json>;

/** What the comments of the model say: of schemas by name, of their members by `Schema.member`. */
const comments = (): Map<string, string> => {
  const found = new Map<string, string>();
  for (const name of readdirSync(sources)) {
    const text = readFileSync(sources + name, 'utf8');
    const tree = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const wordsOf = (node: ts.Node): string | undefined => {
      const words = ts
        .getJSDocCommentsAndTags(node)
        .filter(ts.isJSDoc)
        .map((comment) => ts.getTextOfJSDocComment(comment.comment) ?? '')
        .join('\n');
      // The rules are numbered in the design, not here.
      return words && words.replace(/ ?\(R\d+(, R\d+)*\)/g, '').replace(/\{@link (\w+)\}/g, '$1');
    };
    const visitMembers = (node: ts.Node, owner: string): void => {
      if (ts.isPropertyAssignment(node)) {
        const words = wordsOf(node);
        if (words) found.set(`${owner}.${node.name.getText()}`, words);
        // Members of an object within an object are described by the member itself.
        return;
      }
      ts.forEachChild(node, (child) => visitMembers(child, owner));
    };
    for (const statement of tree.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const declaration of statement.declarationList.declarations) {
        const schema = declaration.name.getText();
        const words = wordsOf(statement);
        if (words) found.set(schema, words);
        // A list in the comment describes the members it names.
        for (const [, member, said] of words?.matchAll(/^- `(\w+)`: (.+)$/gm) ?? [])
          found.set(`${schema}.${member}`, said![0]!.toUpperCase() + said!.slice(1));
        if (declaration.initializer) visitMembers(declaration.initializer, schema);
      }
    }
  }
  return found;
};

/** What a check cannot express in JSON Schema, it says in words; formats are stated where there is one. */
const formats: Record<string, JsonObject> = {
  Instant: { format: 'date-time', examples: ['2026-11-23T17:00:00+01:00'] },
  CivilDate: { format: 'date', examples: ['2026-11-23'] },
  HttpsUrl: { format: 'uri', pattern: '^[Hh][Tt][Tt][Pp][Ss]://[^\\s]+$' },
  TimeZone: { examples: ['Europe/Paris'] },
};

/** What tells two schemas apart, kept by `optional`: the very test, members, words or item. */
const core = (schema: model.Definition): unknown =>
  schema.kind === 'text'
    ? (schema.test ?? 'text')
    : schema.kind === 'object'
      ? schema.fields
      : schema.kind === 'choice' || schema.kind === 'either'
        ? schema.options
        : schema;

const schemas = (): JsonObject => {
  const words = comments();
  const entries = Object.entries(model).filter(([name]) => name.endsWith('Schema')) as [
    string,
    model.Definition,
  ][];
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  const names = new Map(
    entries.map(([name, schema]) => [core(schema), name.replace(/Schema$/, '')]),
  );

  const use = (schema: model.Definition): JsonObject => {
    const name = names.get(core(schema));
    return name === undefined ? define(schema) : { $ref: `#/components/schemas/${name}` };
  };
  const define = (schema: model.Definition, owner = ''): JsonObject => {
    switch (schema.kind) {
      case 'text':
        return { type: 'string', minLength: 1 };
      case 'integer':
        return { type: 'integer', minimum: schema.least, maximum: Number.MAX_SAFE_INTEGER };
      case 'flag':
        return { type: 'boolean' };
      case 'choice':
        return { type: 'string', enum: [...schema.options] };
      case 'list':
        return { type: 'array', items: use(schema.item) };
      case 'either':
        return { anyOf: schema.options.map(use) };
      case 'object': {
        const required = Object.keys(schema.fields).filter(
          (member) => !schema.fields[member]!.optional,
        );
        const properties: JsonObject = {};
        for (const [member, field] of Object.entries(schema.fields)) {
          const said =
            words.get(`${owner}.${member}`) ??
            (member in model.factEntries ? words.get(`factEntries.${member}`) : undefined);
          properties[member] = said ? { ...use(field), description: said } : use(field);
        }
        return { type: 'object', ...(required.length && { required }), properties };
      }
    }
  };

  const made: JsonObject = {};
  for (const [name, schema] of entries) {
    const short = name.replace(/Schema$/, '');
    const refused =
      schema.kind === 'object'
        ? schema.checks.map(([, reason]) => reason)
        : schema.kind === 'text' && schema.refused !== undefined
          ? [schema.refused]
          : [];
    const description = [
      words.get(name)?.startsWith('See ') ? undefined : words.get(name),
      refused.length ? `Refused: ${refused.join('; ')}.` : undefined,
    ]
      .filter(Boolean)
      .join('\n\n');
    made[short] = {
      ...(description && { description }),
      ...define(schema, name),
      ...formats[short],
    };
  }
  return made;
};

const ref = (kind: string, name: string): JsonObject => ({ $ref: `#/components/${kind}/${name}` });
const problem = (description: string, headers: JsonObject = {}): JsonObject => ({
  description,
  headers: { 'Doorstep-Now': ref('headers', 'Doorstep-Now'), ...headers },
  content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
});
const answer = (description: string, schema: string, headers: JsonObject = {}): JsonObject => ({
  description,
  headers: { 'Doorstep-Now': ref('headers', 'Doorstep-Now'), ...headers },
  content: { 'application/json': { schema: ref('schemas', schema) } },
});

/** Answers that every operation may give. */
const always: JsonObject = {
  '500': ref('responses', 'Broken'),
  '502': ref('responses', 'Unreadable'),
  '503': ref('responses', 'Unavailable'),
};
const aboutOrder: JsonObject = {
  '401': ref('responses', 'SignInAgain'),
  '404': ref('responses', 'NotFound'),
  ...always,
};
/** What a request with a body may be answered, apart from its own answer. */
const refusedBody: JsonObject = {
  '400': ref('responses', 'NotUnderstood'),
  '403': problem('The request came from another site. Nothing was done.'),
  '413': problem('The body is longer than any of its kind. Nothing was done.'),
  '415': problem('The body is not `application/json`. Nothing was done.'),
  '501': ref('responses', 'NotOffered'),
};
const attemptKey: JsonObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'The same for every attempt at the same action. The same key with another body is a 422.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
const otherAction = problem('This key was used for another action. Nothing was done.');
const language = ref('parameters', 'Accept-Language');
const freshness = ref('parameters', 'Cache-Control');
/** What slots are asked for with, about an order or about goods. */
const slotParameters: JsonObject[] = [
  {
    name: 'sku',
    in: 'query',
    description: 'Goods that are about to be ordered, one for each: `sku=A&sku=B`.',
    style: 'form',
    explode: true,
    schema: { type: 'array', maxItems: 200, items: ref('schemas', 'Text') },
  },
  {
    name: 'from',
    in: 'query',
    description:
      'From this day on, in the zone of the delivery address; the first possible one if not stated. It is the `next` of the list before.',
    schema: ref('schemas', 'CivilDate'),
  },
  {
    name: 'days',
    in: 'query',
    description:
      'How many days; your choice if not stated. More than 92 count as 92, and you may list fewer: `next` says where it goes on.',
    schema: { type: 'integer', minimum: 1 },
  },
  language,
  freshness,
];
const slotAnswers: JsonObject = {
  '200': answer('The slots of some days, with what limits them.', 'SlotsAnswer'),
  '400': ref('responses', 'NotUnderstood'),
  '501': ref('responses', 'NotOffered'),
  ...aboutOrder,
};

/** Commands about slots as they are sent for an order: the path names it. */
const slotActions = (): JsonObject[] => {
  const { options } = model.SlotCommandSchema as model.Definition & { kind: 'either' };
  const made = schemas();
  return options.map((option) => {
    const [name] = Object.entries(model).find(([, schema]) => (schema as unknown) === option)!;
    const { properties, required, ...more } = made[name.replace(/Schema$/, '')] as {
      properties: JsonObject;
      required: string[];
    };
    const others = Object.entries(properties).filter(([member]) => member !== 'order');
    return {
      ...more,
      required: required.filter((member) => member !== 'order'),
      properties: Object.fromEntries(others),
    };
  });
};

/** The whole document. */
export const openApiDocument = (): JsonObject => ({
  openapi: '3.1.0',
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  info: {
    title: 'Doorstep',
    version: '1.0.0',
    summary: 'What a shop answers so that its customers get the straight story about an order.',
    description: [
      'A shop serves these operations under one path of its own and points the components at it. Orders are the only part that is required: a shop without `stock`, `slots`, `basket`, `actions` or `changes` answers 501 (or 404) there, and the components do without.',
      'Leave out what you do not know: a missing field is shown as unknown, a guessed one as true. `null` counts as missing. A part of an answer that does not fit its schema is taken out and shown as unknown; the rest stays.',
      'Who the customer is, your session says: a cookie of the same origin, or a header that your page adds. An order that belongs to somebody else is answered like one that does not exist. No answer may be stored by a browser or a proxy: each carries `Cache-Control: private, no-store`.',
      'No operation answers with a redirect; the client does not follow any.',
    ].join('\n\n'),
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/doorstep', description: 'Any path of the shop.' }],
  paths: {
    '/orders/{reference}': {
      get: {
        operationId: 'readOrder',
        summary: 'The whole order',
        description:
          'Asked when a component appears, when something changed, and from time to time where there is no stream of changes.',
        parameters: [
          ref('parameters', 'reference'),
          {
            name: 'If-None-Match',
            in: 'header',
            description:
              'The `ETag` of the last answer. If the order is still the same, answer 304.',
            schema: { type: 'string' },
          },
          language,
          freshness,
        ],
        responses: {
          '200': answer('The order as it is known now.', 'OrderAnswer', {
            ETag: ref('headers', 'ETag'),
          }),
          '304': {
            description:
              'The order is the same as in the last answer. Its time is not: `Doorstep-Now` tells it.',
            headers: {
              'Doorstep-Now': ref('headers', 'Doorstep-Now'),
              ETag: ref('headers', 'ETag'),
            },
          },
          ...aboutOrder,
        },
      },
    },
    '/orders/{reference}/actions': {
      post: {
        operationId: 'act',
        summary: 'Carry out what the customer asked',
        description: [
          'One obligation (a promise, else a shipment) is met once, whatever the number of requests, tabs and devices: the same offer again gets the same outcome, another offer of the same obligation is refused with `already-resolved`. A key alone does not ensure that; a constraint in your database does.',
          'Every outcome is a 200, a refusal too. If the answer is lost the client does not send again, it reads the outcome.',
          'Codes of a refusal: `not-yet`, `expired`, `amount-changed` (with the amount that is on offer), `already-resolved`, `unavailable`, `unknown-offer`, and `too-late` for a withdrawal after the payout left.',
          'Of slots: `taken` (by somebody else, or held by them), `past` (it has begun), `unavailable` (with the reason), `unknown-slot`, `unknown-promise` (there are several, or none of that name); of a proposed change `answered` (otherwise, on another device), `withdrawn` (or replaced by a later one), `too-late`, `unknown-proposal`. The last place is given once, whatever the number of requests, and the same answer or choice again is the same outcome. What the customer chose or accepted is a new accepted revision; the promise itself never changes.',
          'A request from another site is refused: by `Sec-Fetch-Site`, else by `Origin`, and because a form can send neither this content type nor the key.',
        ].join('\n\n'),
        parameters: [ref('parameters', 'reference'), attemptKey, language, freshness],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { anyOf: [ref('schemas', 'Action'), ref('schemas', 'SlotAction')] },
            },
          },
        },
        responses: {
          '200': answer('What became of it.', 'OutcomeAnswer'),
          ...refusedBody,
          '422': otherAction,
          ...aboutOrder,
        },
      },
    },
    '/orders/{reference}/actions/{offerId}': {
      get: {
        operationId: 'readOutcome',
        summary: 'What became of the action on an offer',
        description: 'Asked when an answer was lost, and while an outcome is pending.',
        parameters: [
          ref('parameters', 'reference'),
          {
            name: 'offerId',
            in: 'path',
            required: true,
            description: 'The `offerId` of the offer, as the order states it.',
            schema: ref('schemas', 'Text'),
          },
          language,
          freshness,
        ],
        responses: {
          '200': answer('The outcome; its status is `none` if nobody ever asked.', 'OutcomeAnswer'),
          '501': ref('responses', 'NotOffered'),
          ...aboutOrder,
        },
      },
    },
    '/orders/{reference}/slots': {
      get: {
        operationId: 'readOrderSlots',
        summary: 'Windows from which another one can be chosen for an order',
        description:
          'As `/slots`, with what this order limits. `constraints` are those the order has; `hold` is what this customer holds.',
        parameters: [ref('parameters', 'reference'), ...slotParameters],
        responses: slotAnswers,
      },
    },
    '/slots': {
      get: {
        operationId: 'readSlots',
        summary: 'Windows to choose from, before there is an order',
        description: [
          'Some days at a time: full slots and days without any included, with the reason. `next` is the first day after these, for the list that follows; without it there are none.',
          'Offsets are those of the list’s `timeZone`. A slot whose offset is another one, or whose time does not exist there, is left out by the components; so is the second of two with one `slotId`. A day in `closed` that has slots is shown as closed.',
          'A slot is put aside with `hold` and chosen with `choose`. What is free changes all the time: tell the topic `slots`, and the components ask again.',
        ].join('\n\n'),
        parameters: slotParameters,
        responses: slotAnswers,
      },
    },
    '/stock': {
      get: {
        operationId: 'readStock',
        summary: 'Stock of many SKUs in one call',
        parameters: [
          {
            name: 'sku',
            in: 'query',
            required: true,
            description: 'One for each SKU: `sku=A&sku=B`. The client asks for up to 100 at once.',
            style: 'form',
            explode: true,
            schema: { type: 'array', minItems: 1, items: ref('schemas', 'Text') },
          },
          language,
          freshness,
        ],
        responses: {
          '200': answer(
            'What is known, in any order. A SKU that is missing is shown as "not sure".',
            'StockAnswer',
          ),
          '400': ref('responses', 'NotUnderstood'),
          '501': ref('responses', 'NotOffered'),
          '401': ref('responses', 'SignInAgain'),
          '404': ref('responses', 'NotFound'),
          ...always,
        },
      },
    },
    '/basket': {
      post: {
        operationId: 'checkBasket',
        summary: 'Whether a whole basket can be had, right before payment',
        description: [
          'Ask your stock, not a cache. Two lines that draw on the same units, or a bundle and its parts, do not each pass alone: answer for all lines together.',
          'For each line name the units that can be had, never more than were asked for. A line you leave out is shown as "not confirmed", and nothing is paid.',
          'If you can hold the units for a while, do, and say until when. With `hold` in the request its own units count as free, and the hold is renewed if you allow it. A hold that nobody uses ends by itself; the client gives it back when its answer came too late.',
          'The choices are yours: each carries the whole basket as it is after it, and what is to be paid. The one the customer takes comes back as `choice`, with that basket, to be confirmed once more.',
        ].join('\n\n'),
        parameters: [language, freshness],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: ref('schemas', 'Basket') } },
        },
        responses: {
          '200': answer('What can be had, and how to go on.', 'BasketAnswer'),
          ...refusedBody,
          '401': ref('responses', 'SignInAgain'),
          '404': ref('responses', 'NotFound'),
          ...always,
        },
      },
    },
    '/actions': {
      post: {
        operationId: 'actBeforeOrder',
        summary: 'Carry out what the customer asked before there is an order',
        description:
          'A wish to be told when something is back, its end, a slot put aside for a while (refused with `taken`, `past`, `unavailable` or `unknown-slot`), the end of a hold, or what the customer has ruled out. The state of a wish comes with the stock level, a hold and what was ruled out with the list of slots, so that the customer can see them later.',
        parameters: [attemptKey, language, freshness],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: ref('schemas', 'ShopCommand') } },
        },
        responses: {
          '200': answer('What became of it.', 'OutcomeAnswer'),
          ...refusedBody,
          '422': otherAction,
          '401': ref('responses', 'SignInAgain'),
          '404': ref('responses', 'NotFound'),
          ...always,
        },
      },
    },
    '/changes': {
      get: {
        operationId: 'watchChanges',
        summary: 'Tells that something changed, as it happens',
        description: [
          'A stream of server-sent events on one connection. `event: change` names a topic, and the client asks again; it carries nothing of the order itself. Its `id` counts up by one on each connection, so that a gap shows a lost event. `event: heartbeat` is sent at once and every 15 seconds; after 40 silent seconds the client gives the connection up and comes back.',
          'What was missed between two connections is not sent again: the client asks for everything after each one. A topic the customer may not see never changes.',
        ].join('\n\n'),
        parameters: [
          {
            name: 'topic',
            in: 'query',
            required: true,
            description:
              '`order:<reference>`, `stock:<sku>`, or `slots` for what is free: one for each, up to 200.',
            style: 'form',
            explode: true,
            schema: {
              type: 'array',
              minItems: 1,
              items: { type: 'string', pattern: '^((order|stock):.|slots$)' },
            },
            example: ['order:FR-1042', 'stock:DSP-27-4K'],
          },
          language,
        ],
        responses: {
          '200': {
            description:
              'The stream. The data of a `change` is a `Change`, of a `heartbeat` a `Heartbeat`.',
            headers: { 'Doorstep-Now': ref('headers', 'Doorstep-Now') },
            content: {
              'text/event-stream': {
                schema: { type: 'string' },
                example:
                  'event: heartbeat\ndata: {"serverNow":"2026-11-23T16:00:00.000Z"}\n\nevent: change\nid: 1\ndata: {"topic":"order:FR-1042","serverNow":"2026-11-23T16:00:02.000Z"}\n\n',
              },
            },
          },
          '400': ref('responses', 'NotUnderstood'),
          '501': ref('responses', 'NotOffered'),
          ...aboutOrder,
        },
      },
    },
  },
  components: {
    parameters: {
      reference: {
        name: 'reference',
        in: 'path',
        required: true,
        description: 'The reference of the order, as the customer knows it.',
        schema: ref('schemas', 'Text'),
      },
      'Accept-Language': {
        name: 'Accept-Language',
        in: 'header',
        description: 'The language the customer reads (BCP 47), for the texts you write.',
        schema: { type: 'string' },
        example: 'fr-CH',
      },
      'Cache-Control': {
        name: 'Cache-Control',
        in: 'header',
        description:
          '`no-cache`: the customer asks now, pass every cache of yours. `max-age=60`: what you learned in the last minute will do.',
        schema: { type: 'string' },
      },
    },
    headers: {
      'Doorstep-Now': {
        description:
          'The time at the backend when it answered, on every answer. Deadlines run on this clock, not on that of the device.',
        required: true,
        schema: ref('schemas', 'Instant'),
      },
      ETag: {
        description:
          'A strong tag of the order, without `serverNow`: the same order, the same tag.',
        required: true,
        schema: { type: 'string' },
      },
      'Retry-After': {
        description: 'Seconds until it is worth asking again, or an HTTP date.',
        required: true,
        schema: { type: 'string' },
      },
    },
    responses: {
      NotUnderstood: problem('The request lacks something or cannot be read. Nothing was done.'),
      SignInAgain: problem('The session is over: the customer must sign in again.', {
        'WWW-Authenticate': {
          description: 'How to sign in, as HTTP asks for with this status.',
          schema: { type: 'string' },
        },
      }),
      NotFound: problem('There is no such order, or it is not this customer’s. Never say which.'),
      NotOffered: problem('This shop does not offer the operation; the components do without.'),
      Broken: problem('A fault in the shop’s software.', {
        'Retry-After': ref('headers', 'Retry-After'),
      }),
      Unreadable: problem('A system behind the shop gave an answer that cannot be read.'),
      Unavailable: problem('No answer now. 429 means the same to the client.', {
        'Retry-After': ref('headers', 'Retry-After'),
      }),
    },
    schemas: {
      ...schemas(),
      Action: {
        description: 'An `OrderCommand` without its `order`, which the path names.',
        type: 'object',
        properties: {
          type: { enum: ['claim', 'withdraw'], type: 'string' },
          offerId: ref('schemas', 'Text'),
          amount: ref('schemas', 'Money'),
        },
        required: ['type', 'offerId'],
      },
      SlotAction: {
        description: 'A `SlotCommand` without its `order`, which the path names.',
        anyOf: slotActions(),
      },
      Heartbeat: {
        description: 'A sign of life of the stream.',
        type: 'object',
        properties: { serverNow: ref('schemas', 'Instant') },
        required: ['serverNow'],
      },
      Problem: {
        description:
          'An error (RFC 9457). It says what kind it is and nothing of what went wrong inside; the words for the customer are the components’.',
        type: 'object',
        properties: {
          type: { type: 'string', format: 'uri-reference', examples: ['about:blank'] },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string', enum: ['not-found', 'forbidden', 'unavailable', 'invalid'] },
        },
        required: ['type', 'title', 'status', 'code'],
      },
    },
  },
});

/** The document as it stands in the file. */
export const openApiText = async (): Promise<string> =>
  format(JSON.stringify(openApiDocument()), { ...(await resolveConfig(file)), parser: 'json' });

/** The file as it is. */
export const openApiFile = (): string => readFileSync(file, 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await openApiText();
  if (process.argv.includes('--write')) writeFileSync(file, text);
  else if (openApiFile() !== text) {
    const written = openApiFile().split('\n');
    const line = text.split('\n').findIndex((one, index) => one !== written[index]);
    console.error(
      `openapi.json is not current: line ${line + 1} should be\n${text.split('\n')[line] ?? ''}\nRun: npm run openapi`,
    );
    process.exitCode = 1;
  }
}
