import type { EpochMilliseconds } from '../../src/model/index.js';
import {
  allot,
  AWAITED,
  GLASSWARE,
  isBack,
  isNow,
  LOCATIONS,
  PRODUCTS,
  STOCKED,
  unitsOf,
} from '../rules/index.js';
import type {
  DrawFacts,
  Goods,
  HoldFacts,
  ProductFacts,
  ShelfFacts,
  WishFacts,
} from '../rules/index.js';
import type { Queryable } from './database.js';
import { CHANNEL, iso, json } from './records.js';

const epoch = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`;

/** A product, what its bundle is made of, and what could come instead: all that one answer looks at. */
const CLOSURE = `
  WITH asked AS (
    SELECT sku, parts, swap FROM products WHERE sku IN (SELECT jsonb_array_elements_text($1::jsonb))
  )
  SELECT sku FROM asked UNION SELECT swap FROM asked
  UNION SELECT part ->> 'sku' FROM asked, jsonb_array_elements(asked.parts) AS part`;

const WISH = `
  'id', w.id, 'customer', w.customer, 'sku', w.sku, 'quantity', w.quantity, 'channel', w.channel,
  'address', w.address, 'state', w.state, 'since', ${epoch('w.since')},
  'until', ${epoch('w.until')}, 'toldAt', ${epoch('w.told_at')}`;

// One statement is one snapshot: no unit is seen both on the shelf and as somebody's.
const LOAD = `
WITH wanted AS (${CLOSURE})
SELECT json_strip_nulls(json_build_object(
  'products', (SELECT coalesce(json_agg(json_build_object(
      'sku', p.sku, 'version', p.version, 'name', p.name, 'noun', p.noun, 'nouns', p.nouns,
      'price', p.price, 'parts', p.parts, 'swap', p.swap, 'back', p.back,
      'stock', (SELECT coalesce(json_agg(json_build_object(
          'location', s.location, 'quantity', s.quantity)), '[]') FROM stock s WHERE s.sku = p.sku),
      'awaited', (SELECT coalesce(json_agg(json_build_object(
          'id', a.id::text, 'quantity', a.quantity, 'from', a.expected_on, 'condition', a.condition
        ) ORDER BY a.expected_on, a.id), '[]') FROM awaited a WHERE a.sku = p.sku AND a.quantity > 0)
    )), '[]') FROM products p WHERE p.sku IN (SELECT sku FROM wanted)),
  'held', (SELECT coalesce(json_agg(json_build_object(
      'lineId', i.line_id, 'sku', i.sku, 'quantity', i.quantity, 'awaited', i.awaited_id::text
    )), '[]') FROM hold_items i JOIN holds h ON h.reference = i.hold_reference
    WHERE i.sku IN (SELECT sku FROM wanted) AND h.ended_at IS NULL AND h.until > $2
      AND h.customer IS DISTINCT FROM $3),
  'wishes', (SELECT coalesce(json_agg(json_build_object(${WISH}) ORDER BY w.position), '[]')
    FROM subscriptions w WHERE w.customer = $3 AND w.sku IN (SELECT sku FROM wanted)),
  'address', (SELECT w.address FROM subscriptions w WHERE w.customer = $3 AND w.address IS NOT NULL
    ORDER BY w.position DESC LIMIT 1)
)) AS loaded`;

/** What an answer about goods needs to know, for one customer. */
export interface LoadedGoods extends Goods {
  /** The customer's own wishes for these goods, the oldest first. */
  readonly wishes: readonly WishFacts[];
  /** The address the customer gave last. */
  readonly address: string | undefined;
}

// PostgreSQL's text has no NUL: such a SKU cannot exist.
const listed = (skus: readonly string[]): string | null =>
  json([...new Set(skus)].filter((sku) => !sku.includes('\0')));

/** Everything known of some goods. What is held by the customer himself is free for him. */
export const loadGoods = async (
  connection: Queryable,
  skus: readonly string[],
  customer: string | undefined,
  now: EpochMilliseconds,
): Promise<LoadedGoods> => {
  const [row] = await connection.query<{
    loaded: {
      products: (ProductFacts & ShelfFacts)[];
      held: DrawFacts[];
      wishes: WishFacts[];
      address?: string;
    };
  }>(LOAD, [listed(skus), iso(now), customer ?? null]);
  const { products, held, wishes, address } = row!.loaded;
  const bySku = new Map(products.map((product) => [product.sku, product]));
  return { products: bySku, shelves: bySku, held, wishes, address };
};

/**
 * Locks the products, the parts of bundles and what could come instead, in the order of their SKUs:
 * nobody waits for somebody who waits for him. Held until the transaction ends.
 */
export const lockProducts = (connection: Queryable, skus: readonly string[]): Promise<unknown> =>
  connection.query(`SELECT sku FROM products WHERE sku IN (${CLOSURE}) ORDER BY sku FOR UPDATE`, [
    listed(skus),
  ]);

/**
 * The customer's latest hold, also one that has ended.
 *
 * @param lock whether it must stay as it is until the transaction ends; products are locked before
 */
export const loadHold = async (
  connection: Queryable,
  customer: string,
  lock = false,
): Promise<HoldFacts | undefined> => {
  const [row] = await connection.query<{ hold: HoldFacts }>(
    `SELECT json_strip_nulls(json_build_object(
       'reference', h.reference, 'customer', h.customer, 'since', ${epoch('h.since')},
       'until', ${epoch('h.until')}, 'endedAt', ${epoch('h.ended_at')},
       'draws', (SELECT coalesce(json_agg(json_build_object(
           'lineId', i.line_id, 'sku', i.sku, 'quantity', i.quantity, 'awaited', i.awaited_id::text
         ) ORDER BY i.position), '[]') FROM hold_items i WHERE i.hold_reference = h.reference)
     )) AS hold FROM holds h WHERE h.customer = $1 ORDER BY h.since DESC, h.ended_at DESC NULLS FIRST LIMIT 1
     ${lock ? 'FOR UPDATE OF h' : ''}`,
    [customer],
  );
  return row?.hold;
};

/** Ends a hold. @returns the SKUs that are free again; none if it had ended already */
export const endHold = async (
  connection: Queryable,
  reference: string,
  now: EpochMilliseconds,
): Promise<readonly string[]> => {
  const rows = await connection.query<{ sku: string }>(
    `WITH ended AS (
       UPDATE holds SET ended_at = $2 WHERE reference = $1 AND ended_at IS NULL RETURNING reference
     )
     SELECT DISTINCT sku FROM hold_items WHERE hold_reference IN (SELECT reference FROM ended)`,
    [reference, iso(now)],
  );
  return rows.map(({ sku }) => sku);
};

/** Writes a hold as it is from now on. */
export const saveHold = async (connection: Queryable, hold: HoldFacts): Promise<void> => {
  await connection.query(
    `INSERT INTO holds (reference, customer, since, until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (reference) DO UPDATE SET until = excluded.until`,
    [hold.reference, hold.customer, iso(hold.since), iso(hold.until)],
  );
  await connection.query('DELETE FROM hold_items WHERE hold_reference = $1', [hold.reference]);
  await connection.query(
    `INSERT INTO hold_items (hold_reference, position, line_id, sku, quantity, awaited_id)
     SELECT $1, position, draw ->> 'lineId', draw ->> 'sku', (draw ->> 'quantity')::int,
       (draw ->> 'awaited')::bigint
     FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS item (draw, position)`,
    [hold.reference, json(hold.draws)],
  );
};

/** Takes units away for good. The table refuses to fall below nought; the caller has counted before. */
export const takeUnits = async (
  connection: Queryable,
  draws: readonly Omit<DrawFacts, 'lineId'>[],
): Promise<void> => {
  for (const { sku, quantity, awaited } of draws) {
    if (awaited !== undefined)
      await connection.query('UPDATE awaited SET quantity = quantity - $2 WHERE id = $1', [
        awaited,
        quantity,
      ]);
    else
      // From one place after the other, those with the most first.
      await connection.query(
        `UPDATE stock SET quantity = stock.quantity - least(stock.quantity, greatest($2 - earlier, 0))
         FROM (SELECT location, coalesce(sum(quantity) OVER (
             ORDER BY quantity DESC, location ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
           ), 0) AS earlier FROM stock WHERE sku = $1 AND sends) AS place
         WHERE stock.sku = $1 AND stock.location = place.location`,
        [sku, quantity],
      );
  }
};

/** Takes units off the shelf that nobody holds. @returns false if so many are not free */
export const takeFree = async (
  connection: Queryable,
  wanted: readonly { readonly sku: string; readonly quantity: number }[],
  now: EpochMilliseconds,
): Promise<boolean> => {
  const skus = wanted.map(({ sku }) => sku);
  await lockProducts(connection, skus);
  const goods = await loadGoods(connection, skus, undefined, now);
  const lines = wanted.map((one, index) => ({ ...one, id: `${index}` }));
  const { parts, draws } = allot(lines, goods);
  const here = (id: string) => unitsOf((parts.get(id) ?? []).filter(isNow));
  if (!lines.every(({ id, quantity }) => here(id) === quantity)) return false;
  await takeUnits(connection, draws);
  await shelfChanged(connection, [...new Set([...skus, ...draws.map(({ sku }) => sku)])], now);
  return true;
};

/** Where a product is counted: a place that sends, if there is one. */
const MAIN = `(SELECT location FROM stock WHERE sku = $1 ORDER BY sends DESC, location LIMIT 1)`;

/** Sets the count of a product, `null` for unknown. @returns false if there is no such product */
export const setStock = async (
  connection: Queryable,
  sku: string,
  quantity: number | null,
): Promise<boolean> => {
  const counted = await connection.query(
    `UPDATE stock SET quantity = CASE WHEN location = ${MAIN} THEN $2::int ELSE 0 END
     WHERE sku = $1 RETURNING 1`,
    [sku, quantity],
  );
  return counted.length > 0;
};

/** Units arrive. @returns false if there is no such product */
export const addStock = async (
  connection: Queryable,
  sku: string,
  quantity: number,
): Promise<boolean> => {
  const added = await connection.query(
    `UPDATE stock SET quantity = coalesce(quantity, 0) + $2 WHERE sku = $1 AND location = ${MAIN} RETURNING 1`,
    [sku, quantity],
  );
  return added.length > 0;
};

/** Writes a wish as it is from now on. One that waits already for the same is a race, and is refused. */
export const saveWish = (connection: Queryable, wish: WishFacts): Promise<unknown> =>
  connection.query(
    `INSERT INTO subscriptions (id, customer, sku, quantity, channel, address, state, since, until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (id) DO UPDATE SET quantity = excluded.quantity, address = excluded.address,
       state = excluded.state`,
    [
      ...[wish.id, wish.customer, wish.sku, wish.quantity, wish.channel, wish.address ?? null],
      ...[wish.state, iso(wish.since), iso(wish.until)],
    ],
  );

/** Ends wishes whose customer has bought what he waited for. */
export const useWishes = (
  connection: Queryable,
  wishes: readonly Pick<WishFacts, 'id'>[],
): Promise<unknown> =>
  connection.query(
    `UPDATE subscriptions SET state = 'used'
     WHERE id IN (SELECT jsonb_array_elements_text($1::jsonb))`,
    [json(wishes.map(({ id }) => id))],
  );

/**
 * What follows when something of a product has changed, whose row is locked: its next version, a word
 * to those who wait for it if enough is free, and to every process that it changed.
 */
export const shelfChanged = async (
  connection: Queryable,
  changed: readonly string[],
  now: EpochMilliseconds,
): Promise<void> => {
  if (changed.length === 0) return;
  await connection.query(
    `UPDATE products SET version = nextval('versions')
     WHERE sku IN (SELECT jsonb_array_elements_text($1::jsonb))`,
    [listed(changed)],
  );
  // A bundle changes with its parts.
  const rows = await connection.query<{ sku: string; waits: boolean }>(
    `SELECT sku, EXISTS (
         SELECT 1 FROM subscriptions w WHERE w.sku = p.sku AND w.state = 'waiting' AND w.until > $2
       ) AS waits
     FROM products p
     WHERE sku IN (SELECT jsonb_array_elements_text($1::jsonb)) OR (p.parts IS NOT NULL AND EXISTS (
       SELECT 1 FROM jsonb_array_elements(p.parts) AS part
       WHERE part ->> 'sku' IN (SELECT jsonb_array_elements_text($1::jsonb))))`,
    [listed(changed), iso(now)],
  );
  const awaited = rows.filter(({ waits }) => waits).map(({ sku }) => sku);
  if (awaited.length) await tellWaiting(connection, awaited, now);
  await connection.query(
    `SELECT pg_notify($1, 'stock:' || sku) FROM jsonb_array_elements_text($2::jsonb) AS sku`,
    [CHANNEL, json(rows.map(({ sku }) => sku))],
  );
};

/** Tells those who wait for what is back, each once. */
const tellWaiting = async (
  connection: Queryable,
  skus: readonly string[],
  now: EpochMilliseconds,
): Promise<void> => {
  const goods = await loadGoods(connection, skus, undefined, now);
  const waiting = await connection.query<Pick<WishFacts, 'id' | 'sku' | 'quantity'>>(
    `SELECT id, sku, quantity FROM subscriptions WHERE state = 'waiting' AND until > $2
       AND sku IN (SELECT jsonb_array_elements_text($1::jsonb))`,
    [listed(skus), iso(now)],
  );
  const back = waiting.filter((wish) => isBack(wish, goods)).map(({ id }) => id);
  if (back.length)
    await connection.query(
      `WITH told AS (
         UPDATE subscriptions SET state = 'back', told_at = $2 WHERE state = 'waiting'
           AND id IN (SELECT jsonb_array_elements_text($1::jsonb)) RETURNING id, channel, address
       )
       INSERT INTO tells (subscription_id, channel, address, told_at)
       SELECT id, channel, address, $2 FROM told ON CONFLICT DO NOTHING`,
      [json(back), iso(now)],
    );
};

/** Fills the shop. */
export const stockShop = async (connection: Queryable): Promise<void> => {
  const first = PRODUCTS.length - GLASSWARE.length;
  await connection.query(
    `INSERT INTO products (sku, position, listed, name, noun, nouns, price, parts, swap, back)
     SELECT p ->> 'sku', position, position > $2, p -> 'name', p -> 'noun', p -> 'nouns', p -> 'price',
       p -> 'parts', p ->> 'swap', p -> 'back'
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS item (p, position)`,
    [json(PRODUCTS), first],
  );
  await connection.query(
    `INSERT INTO stock (sku, location, sends, quantity)
     SELECT s ->> 'sku', s ->> 'location', (s ->> 'sends')::boolean, (s ->> 'quantity')::int
     FROM jsonb_array_elements($1::jsonb) AS s`,
    [json(STOCKED.map((one) => ({ ...one, sends: LOCATIONS[one.location].sends })))],
  );
  await connection.query(
    `INSERT INTO awaited (sku, quantity, expected_on, condition)
     SELECT a ->> 'sku', (a ->> 'quantity')::int, a ->> 'from', a ->> 'condition'
     FROM jsonb_array_elements($1::jsonb) AS a`,
    [json(AWAITED)],
  );
};
