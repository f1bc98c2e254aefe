/** What the HTTP contract's document says, as pages: its requests, and the shapes in them. */
import openapi from '../../src/adapters/rest/openapi.json' with { type: 'json' };
import { escape, slug } from './html.js';
import { inline, markdown } from './markdown.js';
import type { DocsPage, Section, Term } from './page.js';

interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly format?: string;
}
interface Described {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Operation {
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Described[];
  readonly requestBody?: Described;
  readonly responses: Readonly<Record<string, Described>>;
}

const { components, paths } = openapi as unknown as {
  components: Record<string, Record<string, Described>> & { schemas: Record<string, Schema> };
  paths: Record<string, Record<string, Operation>>;
};

const nameOf = (ref: string): string => ref.split('/').at(-1)!;
/** What a reference stands for, with what is said beside it. */
const whole = (described: Described): Described => {
  const [, , group, name] = described.$ref?.split('/') ?? [];
  return name ? components[group!]![name]! : described;
};

const toModel = (name: string): string =>
  `<a href="./model.html#${slug(name)}"><code>${name}</code></a>`;

/** A TypeScript type, with links from the names of the model and of the interface. */
export const types = (text: string): string =>
  escape(text).replace(/\b[A-Z]\w+\b/g, (name) =>
    name in components.schemas
      ? toModel(name)
      : name === 'OrderAdapter'
        ? `<a href="./adapter.html#the-interface"><code>${name}</code></a>`
        : name,
  );

/** What a value must look like, in a few words. */
const shape = (schema: Schema): string => {
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (schema.$ref) return toModel(nameOf(schema.$ref));
  if (several) return several.map(shape).join(' or ');
  if ('const' in schema) return `<code>${escape(String(schema.const))}</code>`;
  if (schema.enum)
    return schema.enum.map((value) => `<code>${escape(String(value))}</code>`).join(', ');
  if (schema.type === 'array') return `list of ${schema.items ? shape(schema.items) : 'anything'}`;
  if (schema.type === 'object') return 'object';
  return [schema.type].flat().filter(Boolean).join(' or ') || 'anything';
};

const fieldsOf = (schema: Schema): Schema | undefined =>
  schema.properties ? schema : schema.items && fieldsOf(schema.items);

/** What is said of a field; else what is said of the objects in it. */
const saying = (field: Schema): string => {
  const named = components.schemas[nameOf(field.$ref ?? field.items?.$ref ?? '')];
  const general = named?.type === 'object' ? (named.description ?? '') : '';
  return field.description ?? /^[^]*?\.(?=\s|$)/.exec(general)?.[0] ?? '';
};

/** The fields of an object, and of those inside it that have no name of their own. */
const fields = (schema: Schema, owner: string, terms: Term[]): string => {
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const id = slug(owner, name);
    terms.push({
      id,
      name,
      kind: `field of ${owner.split('-')[0]}`,
      about: saying(field),
    });
    const inner = field.$ref ? undefined : fieldsOf(field);
    const needed = schema.required?.includes(name) ? ', required' : '';
    return `<div id="${id}"><dt><a class="here" href="#${id}"><code>${name}</code></a> <span class="beside">${shape(field)}${needed}</span></dt><dd>${inline(saying(field))}${inner ? fields(inner, `${owner}-${name}`, terms) : ''}</dd></div>`;
  });
  return `<dl class="terms">${rows.join('')}</dl>`;
};

/** What an order is made of; the others follow by their names. */
const FIRST = [
  ...['OrderAnswer', 'Order', 'Line', 'DeliveryPromise', 'Revision', 'Shipment', 'TrackingEvent'],
  ...['RemedyOffer', 'Refund', 'Outcome', 'StockLevel', 'BasketCheck', 'SlotList', 'Slot'],
  ...['Money', 'Instant', 'CivilDate', 'Due', 'Source', 'Contact'],
];

const schemaSection = (name: string, schema: Schema): Section => {
  const terms: Term[] = [];
  const shown = schema.properties
    ? fields(schema, name, terms)
    : (schema.anyOf ?? schema.oneOf)?.some(fieldsOf)
      ? (schema.anyOf ?? schema.oneOf)!
          .map((each, index) =>
            each.properties ? fields(each, `${name}-${index + 1}`, terms) : `<p>${shape(each)}</p>`,
          )
          .join('<p class="or">or</p>')
      : `<p>${shape(schema)}</p>`;
  return {
    id: slug(name),
    title: name,
    terms,
    body: `${markdown(schema.description ?? '')}${shown}`,
  };
};

const bodyOf = (described: Described): string =>
  Object.values(described.content ?? {})
    .map(({ schema }) => shape(schema))
    .join(' or ');

const operation = (method: string, path: string, about: Operation): Section => {
  const id = slug(method, path);
  const parameters = (about.parameters ?? []).map(whole).map(({ name = '', ...rest }) => {
    const kind = `${rest.in} ${rest.schema ? shape(rest.schema) : ''}`;
    return `<div><dt><code>${name}</code> <span class="beside">${kind}${rest.required ? ', required' : ''}</span></dt><dd>${inline(rest.description ?? '')}</dd></div>`;
  });
  const request = about.requestBody && whole(about.requestBody);
  const responses = Object.entries(about.responses).map(([status, given]) => {
    const response = whole(given);
    return `<div><dt><code>${status}</code> <span class="beside">${bodyOf(response)}</span></dt><dd>${inline(response.description ?? '')}</dd></div>`;
  });
  return {
    id,
    title: `${method.toUpperCase()} ${path}`,
    body: `<p>${inline(about.summary)}.</p>${markdown(about.description ?? '')}${
      parameters.length ? `<h3>Asked with</h3><dl class="terms">${parameters.join('')}</dl>` : ''
    }${request ? `<p>Body: ${bodyOf(request)}</p>` : ''}<h3>Answers</h3><dl class="terms">${responses.join('')}</dl>`,
  };
};

export const httpPage = (): DocsPage => ({
  name: 'http',
  title: 'The HTTP contract',
  about: 'Every request a widget with `src` makes, and what may be answered.',
  group: 'Reference',
  lead: `${markdown(openapi.info.description)}<p>The same as an OpenAPI ${openapi.openapi.slice(0, 3)} document: <code>doorstep-elements/openapi.json</code>.</p>`,
  sections: Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'put', 'delete'].includes(method))
      .map(([method, about]) => operation(method, path, about)),
  ),
});

export const modelPage = (): DocsPage => ({
  name: 'model',
  title: 'The data model',
  about: 'The JSON that an adapter returns and the contract carries, field by field.',
  group: 'Reference',
  lead: markdown(
    'The JSON that an adapter returns and the contract carries. Little is required; what is missing is shown as unknown, and what does not fit is taken out alone.',
  ),
  sections: [...new Set([...FIRST, ...Object.keys(components.schemas)])].map((name) =>
    schemaSection(name, components.schemas[name]!),
  ),
});
