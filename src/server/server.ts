/**
 * What a server writes into a page, so that it says what is known before any script runs, and without one.
 *
 * What is served is a copy: each time in it is a date with its zone, it says as of when, and nothing in it can
 * be pressed but a plain form whose offer your backend judges anew. Needs `@lit-labs/ssr` beside this package.
 *
 * @example
 * import 'doorstep-elements/locales/fr';
 * import { renderOrder } from 'doorstep-elements/server';
 *
 * // `undefined` where your backend fails: the tag then asks by itself, once the script is there.
 * const answer = await adapter.order('FR-1042', request).catch(() => undefined);
 * page += renderOrder(answer, {
 *   language: 'fr',
 *   styles: '/doorstep/served.css', // `doorstep-elements/served.css`, served by you
 *   attributes: { order: 'FR-1042', src: '/doorstep' },
 *   content: '<p>Your order FR-1042: 01 99 00 42 42</p>', // read while there is no answer
 *   claim: { action: '/claim' },
 * });
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { OrderAdapter } from '../adapter/index.js';
import { phraseOf, sourceOf } from '../elements/stock/words.js';
import { messagesFor, spoken } from '../i18n/index.js';
import { stock as english } from '../i18n/locales/en/stock.js';
import {
  OrderAnswerSchema,
  parse,
  SlotsAnswerSchema,
  StockAnswerSchema,
  toEpoch,
  type OrderAnswer,
  type SlotsAnswer,
  type StockAnswer,
} from '../model/index.js';
import { Store, type Environment } from '../store/index.js';
import { asAsked } from '../store/orders.js';
import { brokenSlots } from '../verdicts/slot.js';
import { stockVerdict } from '../verdicts/stock.js';
import { AbsoluteFormatter } from './absolute.js';
import { times } from './picker.js';
import { escape, onPage, write, type Page } from './served.js';

/** How an element is written. */
export interface ServedOptions {
  /** BCP 47; English if not stated. Import `doorstep-elements/locales/…` for any other. */
  readonly language?: string;
  /** IANA zone of times whose own nobody states, UTC if not stated; an order's are those of its address. */
  readonly timeZone?: string;
  /** Attributes of the tag, such as `src`; `id` or `class` if you like. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** How an element about an order is written. */
export interface ServedOrderOptions extends ServedOptions {
  /** Where your server has `doorstep-elements/served.css`: a strict policy forbids styles inside the page. */
  readonly styles: string;
  /**
   * Attributes of the tag. With `order`, the reference, it can ask by itself where there is no answer, and an
   * answer about another order is not shown.
   */
  readonly attributes?: Readonly<Record<string, string>>;
  /**
   * Markup of your own for the element's slots: `<img slot="logo" …>`. Not escaped. What has no slot is read
   * where there is no answer.
   */
  readonly content?: string;
  /** Whether your adapter has no `act`, so that nothing is offered. */
  readonly readOnly?: boolean;
  /**
   * Where a form is posted that takes an offer, for those without a script: `order`, `offerId`, and with a sum
   * `amount` in minor units and `currency`, as the customer saw them. Judge it like any other claim: once for
   * each `offerId`. Without it no offer can be taken, and the card leads to a person.
   */
  readonly claim?: {
    readonly action: string;
    /** Further hidden fields, such as your token against forged requests. */
    readonly fields?: Readonly<Record<string, string>>;
  };
}

const frozen = (now: number): Environment => ({
  monotonic: () => 0,
  wallClock: () => now,
  timer: () => () => {},
  random: () => 0,
  read: () => undefined,
  write: () => {},
  visible: () => true,
  online: () => true,
  onChange: () => () => {},
  warn: (message) => console.warn(message),
});

const never = (): Promise<never> => new Promise(() => {});

/** What is offered here: nothing is asked or sent, but what could be is told. */
const ACTS: OrderAdapter = { order: never, act: never, slots: never };
const READS: OrderAdapter = { order: never };

const attributesOf = (attributes: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escape(value)}"`))
    .join('');

const element =
  (
    tag: string,
    draw: (order: string, attributes: Readonly<Record<string, string>>) => TemplateResult,
  ) =>
  (answer: OrderAnswer | undefined, options: ServedOrderOptions): string => {
    const { language = 'en', timeZone = 'UTC', styles, attributes = {}, content = '' } = options;
    const { value, broken } = parse(OrderAnswerSchema, answer);
    const asked = attributes['order'];
    const order = asked ? asAsked(asked, value?.order) : value?.order;
    const own = { lang: language, order: order?.reference, ...attributes };
    if (!own.order)
      console.warn(
        `Doorstep: <${tag}> has no answer that can be read, and no \`order\` among its attributes to ask for: it stays empty.`,
      );
    const now = toEpoch(value?.serverNow);
    // Nobody could say as of when it is.
    if (!order || now === undefined) return `<${tag}${attributesOf(own)}>${content}</${tag}>`;
    const page: Page = {
      ...{ language, now, timeZone, styles, claim: options.claim },
      store: new Store(options.readOnly ? READS : ACTS, frozen(now)),
      state: {
        order,
        unreadable: broken.map(({ path }) => path.replace(/^order\./, '')),
        confirmedAt: now,
        error: undefined,
        asking: false,
      },
    };
    const shadow = onPage(page, () => write(draw(order.reference, attributes)));
    const root = shadow.slice(shadow.indexOf('<template'), shadow.lastIndexOf('</'));
    return `<${tag}${attributesOf({ ...own, facts: JSON.stringify(answer) })}>${root}${content}</${tag}>`;
  };

/** `<doorstep-order>` with all that it shows. */
export const renderOrder = element(
  'doorstep-order',
  (order, { 'heading-level': level }) =>
    html`<doorstep-order .order=${order} heading-level=${level ?? nothing}></doorstep-order>`,
);

/** `<doorstep-parcel>`; which one is its attribute `shipment`. */
export const renderParcel = element(
  'doorstep-parcel',
  (order, { shipment, 'heading-level': level }) =>
    html`<doorstep-parcel
      .order=${order}
      .shipment=${shipment}
      heading-level=${level ?? nothing}
    ></doorstep-parcel>`,
);

/** `<doorstep-remedy>`. */
export const renderRemedy = element(
  'doorstep-remedy',
  (order, { 'heading-level': level }) =>
    html`<doorstep-remedy .order=${order} heading-level=${level ?? nothing}></doorstep-remedy>`,
);

/** `<doorstep-slot>`; which promise is its attribute `promise`. */
export const renderSlot = element(
  'doorstep-slot',
  (order, { promise, 'heading-level': level }) =>
    html`<doorstep-slot
      .order=${order}
      .promise=${promise}
      heading-level=${level ?? nothing}
    ></doorstep-slot>`,
);

/**
 * `<doorstep-stock>` with the words of what is known of a SKU inside it, as text of your page: it has your
 * fonts and colours, stands until something truer is known, and is withdrawn when it is too old.
 *
 * @param attributes `sku`, and `quantity` where more than one is wanted
 */
export const renderStock = (
  answer: StockAnswer | undefined,
  options: ServedOptions & {
    readonly attributes: { readonly sku: string; readonly quantity?: string };
  },
): string => {
  const { language = 'en', timeZone = 'UTC', attributes } = options;
  const { sku, quantity } = attributes;
  const { value } = parse(StockAnswerSchema, answer);
  const level = value?.stock.find((each) => each.sku === sku);
  const now = toEpoch(value?.serverNow);
  const m = messagesFor('stock', spoken(language), english);
  const f = new AbsoluteFormatter(language, timeZone, now ?? 0);
  const wanted = Math.max(Math.ceil(Number(quantity)) || 1, 1);
  // Nobody could say as of when it is.
  const verdict = stockVerdict(now === undefined ? undefined : level, wanted, now ?? 0);
  const { observedAt } = verdict.freshness;
  const [, phrase] = phraseOf(verdict, level, m, f, now ?? 0);
  const source = sourceOf(
    verdict,
    level,
    false,
    { ...m, checkedNow: (where) => m.checked(f.zoned(now! - observedAt!), where) },
    f,
    now ?? 0,
  );
  const own = {
    ...{ lang: language, ...attributes },
    'observed-at': level?.observedAt,
    'max-age': level?.maxAge?.toString(),
  };
  return `<doorstep-stock${attributesOf(own)}><b>${escape(phrase)}</b> ${escape(source)}</doorstep-stock>`;
};

/**
 * `<doorstep-slot-picker>` with the times inside it as radio buttons of your own form: they submit what the
 * picker submits, the slot's identifier as `name`. Your server judges it anew; the picker takes the choice over.
 *
 * @param attributes `name`; `value` if one is chosen already; `required`, `disabled`, `skus`, `src` if you like
 */
export const renderSlotPicker = (
  answer: SlotsAnswer | undefined,
  options: ServedOptions & {
    readonly attributes: Readonly<Record<string, string>> & { readonly name: string };
  },
): string => {
  const { language = 'en', attributes } = options;
  const { name, required, disabled } = attributes;
  const { value, broken } = parse(SlotsAnswerSchema, answer);
  const now = toEpoch(value?.serverNow);
  // Nobody could say as of when it is.
  const inside =
    value && now !== undefined
      ? write(
          times(
            value.slots,
            now,
            language,
            {
              name,
              required: required !== undefined,
              disabled: disabled !== undefined,
              value: attributes['value'],
            },
            broken.length + brokenSlots(value.slots).length > 0,
          ),
        )
      : '';
  return `<doorstep-slot-picker${attributesOf({ lang: language, ...attributes })}>${inside}</doorstep-slot-picker>`;
};
