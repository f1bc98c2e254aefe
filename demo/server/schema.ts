import type { Database } from './database.js';

/** Serialises the migrations of processes that start at once; any number that nobody else uses. */
const MIGRATION_LOCK = 7_304_201;
/** Serialises the filling of a database. */
export const SEED_LOCK = 7_304_202;

const TABLES = `
CREATE SEQUENCE IF NOT EXISTS versions;
CREATE SEQUENCE IF NOT EXISTS reference_numbers START 8842;
CREATE SEQUENCE IF NOT EXISTS order_numbers START 1043;

CREATE TABLE IF NOT EXISTS settings (
  key text PRIMARY KEY,
  value text NOT NULL
);

CREATE TABLE IF NOT EXISTS demo_clock (
  id integer PRIMARY KEY CHECK (id = 1),
  offset_ms double precision NOT NULL
);
INSERT INTO demo_clock (id, offset_ms) VALUES (1, 0) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS orders (
  reference text PRIMARY KEY,
  version bigint NOT NULL DEFAULT nextval('versions'),
  placed_at timestamptz NOT NULL,
  time_zone text NOT NULL,
  delivery_charge jsonb NOT NULL,
  method jsonb NOT NULL,
  -- The visitor who placed it: a random identifier from his cookie.
  customer text,
  -- Who brings it by appointment, and what the customer has ruled out; null if he was never asked.
  round text,
  ruled_out jsonb,
  shop text
);
ALTER TABLE orders ADD COLUMN IF NOT EXISTS round text, ADD COLUMN IF NOT EXISTS ruled_out jsonb,
  ADD COLUMN IF NOT EXISTS shop text;

CREATE TABLE IF NOT EXISTS lines (
  order_reference text NOT NULL REFERENCES orders ON DELETE CASCADE,
  id text NOT NULL,
  position integer NOT NULL,
  sku text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  price jsonb NOT NULL,
  name jsonb NOT NULL,
  noun jsonb NOT NULL,
  nouns jsonb,
  supply jsonb,
  PRIMARY KEY (order_reference, id)
);

CREATE TABLE IF NOT EXISTS promises (
  order_reference text NOT NULL REFERENCES orders ON DELETE CASCADE,
  id text NOT NULL,
  position integer NOT NULL,
  promise jsonb NOT NULL,
  PRIMARY KEY (order_reference, id)
);

-- What was asked of a promise, or done to it, after it was made. The promise itself never changes.
CREATE TABLE IF NOT EXISTS revisions (
  order_reference text NOT NULL,
  promise_id text NOT NULL,
  id text NOT NULL,
  position bigint GENERATED ALWAYS AS IDENTITY,
  state text NOT NULL CHECK (state IN
    ('proposed', 'accepted', 'declined', 'withdrawn', 'expired', 'replaced', 'imposed')),
  answer_by timestamptz,
  revision jsonb NOT NULL,
  PRIMARY KEY (order_reference, promise_id, id),
  FOREIGN KEY (order_reference, promise_id) REFERENCES promises ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS revisions_open ON revisions (answer_by) WHERE state = 'proposed';

-- A slot that somebody has been interested in; the others are as the plan has them. Whoever gives a
-- place of it away locks its row first.
CREATE TABLE IF NOT EXISTS slots (
  slot_id text PRIMARY KEY,
  capacity integer NOT NULL CHECK (capacity >= 0)
);

-- Places held until an instant, or, without one, agreed with an order.
CREATE TABLE IF NOT EXISTS slot_places (
  reference text PRIMARY KEY,
  slot_id text NOT NULL REFERENCES slots,
  place integer NOT NULL CHECK (place > 0),
  customer text,
  order_reference text REFERENCES orders ON DELETE CASCADE,
  promise_id text,
  since timestamptz NOT NULL,
  until timestamptz,
  ended_at timestamptz,
  CHECK (until IS NOT NULL OR (order_reference IS NOT NULL AND promise_id IS NOT NULL))
);
-- Each place is given once. This line is the protection; the lock spares the others their work.
CREATE UNIQUE INDEX IF NOT EXISTS slot_places_once ON slot_places (slot_id, place)
  WHERE ended_at IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS slot_holds_once ON slot_places (customer)
  WHERE until IS NOT NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS slot_agreed_once ON slot_places (order_reference, promise_id)
  WHERE until IS NULL AND ended_at IS NULL;
CREATE INDEX IF NOT EXISTS slot_holds_open ON slot_places (until) WHERE ended_at IS NULL;
CREATE INDEX IF NOT EXISTS slot_places_of ON slot_places (order_reference);

-- When a customer can never be there, before there is an order to keep it with.
CREATE TABLE IF NOT EXISTS ruled_out (
  customer text PRIMARY KEY,
  constraints jsonb NOT NULL
);

CREATE TABLE IF NOT EXISTS shipments (
  order_reference text NOT NULL REFERENCES orders ON DELETE CASCADE,
  id text NOT NULL,
  position integer NOT NULL,
  carrier jsonb NOT NULL,
  tracking_number text NOT NULL,
  tracking_url text,
  line_ids jsonb NOT NULL,
  news_every integer NOT NULL,
  observed_at timestamptz,
  status_words text,
  estimate jsonb,
  proof jsonb,
  units jsonb,
  repairs jsonb,
  doubts jsonb,
  account jsonb,
  carrier_offer jsonb,
  PRIMARY KEY (order_reference, id)
);
ALTER TABLE shipments ADD COLUMN IF NOT EXISTS units jsonb, ADD COLUMN IF NOT EXISTS repairs jsonb,
  ADD COLUMN IF NOT EXISTS doubts jsonb, ADD COLUMN IF NOT EXISTS account jsonb,
  ADD COLUMN IF NOT EXISTS carrier_offer jsonb;
CREATE INDEX IF NOT EXISTS shipments_by_number ON shipments (tracking_number);

-- The same event delivered twice is the same row: repeats are harmless.
CREATE TABLE IF NOT EXISTS tracking_events (
  order_reference text NOT NULL,
  shipment_id text NOT NULL,
  event_id text NOT NULL,
  happened_at timestamptz,
  event jsonb NOT NULL,
  PRIMARY KEY (order_reference, shipment_id, event_id),
  FOREIGN KEY (order_reference, shipment_id) REFERENCES shipments ON DELETE CASCADE
);

-- What the shop owes, met once: a promise, or units that it sold and cannot supply.
CREATE TABLE IF NOT EXISTS obligations (
  id text PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY,
  order_reference text NOT NULL REFERENCES orders ON DELETE CASCADE,
  promise_id text,
  lapses_at timestamptz NOT NULL,
  units jsonb,
  failure jsonb,
  UNIQUE (order_reference, promise_id),
  FOREIGN KEY (order_reference, promise_id) REFERENCES promises ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS offers (
  offer_id text PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY,
  obligation_id text NOT NULL REFERENCES obligations ON DELETE CASCADE,
  remedy text NOT NULL CHECK (remedy IN ('refund', 'reship', 'replace', 'wait')),
  way jsonb
);
ALTER TABLE offers ADD COLUMN IF NOT EXISTS way jsonb;

CREATE TABLE IF NOT EXISTS claims (
  reference text PRIMARY KEY,
  offer_id text NOT NULL UNIQUE REFERENCES offers ON DELETE CASCADE,
  obligation_id text NOT NULL REFERENCES obligations ON DELETE CASCADE,
  remedy text NOT NULL,
  asked_at timestamptz NOT NULL,
  expected_by jsonb,
  ended_at timestamptz
);
-- Money or goods, once for each obligation. This line is the protection; everything else spares work.
CREATE UNIQUE INDEX IF NOT EXISTS claims_once ON claims (obligation_id)
  WHERE ended_at IS NULL AND remedy <> 'wait';

CREATE TABLE IF NOT EXISTS refunds (
  reference text PRIMARY KEY REFERENCES claims ON DELETE CASCADE,
  obligation_id text NOT NULL REFERENCES obligations ON DELETE CASCADE,
  offer_id text NOT NULL,
  state text NOT NULL
    CHECK (state IN ('asked', 'ordered', 'sent', 'settled', 'failed', 'returned', 'withdrawn')),
  amount jsonb NOT NULL CHECK ((amount ->> 'amount')::bigint > 0),
  method jsonb NOT NULL,
  asked_at timestamptz NOT NULL,
  answer_by timestamptz NOT NULL,
  confirm_at timestamptz NOT NULL,
  ordered_at timestamptz,
  send_by jsonb NOT NULL,
  leaves_at timestamptz NOT NULL,
  sent_at timestamptz,
  expected_by jsonb NOT NULL,
  settles_at timestamptz NOT NULL,
  settled_at timestamptz,
  undo_until timestamptz NOT NULL,
  ended_at timestamptz,
  blocked jsonb
);
ALTER TABLE refunds ADD COLUMN IF NOT EXISTS blocked jsonb;
CREATE UNIQUE INDEX IF NOT EXISTS refunds_once ON refunds (obligation_id)
  WHERE state NOT IN ('withdrawn', 'failed', 'returned');

-- What has still to be told to the bank; written with the claim, taken by whichever process is free.
CREATE TABLE IF NOT EXISTS outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  refund_reference text NOT NULL REFERENCES refunds ON DELETE CASCADE,
  from_state text NOT NULL,
  due_at timestamptz NOT NULL,
  done_at timestamptz,
  UNIQUE (refund_reference, from_state)
);
CREATE INDEX IF NOT EXISTS outbox_open ON outbox (due_at) WHERE done_at IS NULL;

-- A key belongs to an order, or to the customer who acts before there is one.
CREATE TABLE IF NOT EXISTS idempotency_keys (
  scope text NOT NULL,
  key text NOT NULL,
  body_hash text NOT NULL,
  outcome jsonb,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);

-- Whoever changes what is free of a product locks its row first, several in the order of their SKUs.
CREATE TABLE IF NOT EXISTS products (
  sku text PRIMARY KEY,
  position integer NOT NULL,
  listed boolean NOT NULL,
  name jsonb NOT NULL,
  noun jsonb NOT NULL,
  nouns jsonb NOT NULL,
  price jsonb NOT NULL,
  parts jsonb,
  swap text,
  back jsonb,
  version bigint NOT NULL DEFAULT nextval('versions')
);

-- What is on the shelves and not sold. No count is unknown; below nought it cannot fall.
CREATE TABLE IF NOT EXISTS stock (
  sku text NOT NULL REFERENCES products,
  location text NOT NULL,
  sends boolean NOT NULL,
  quantity integer CHECK (quantity >= 0),
  PRIMARY KEY (sku, location)
);

CREATE TABLE IF NOT EXISTS awaited (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku text NOT NULL REFERENCES products,
  quantity integer NOT NULL CHECK (quantity >= 0),
  expected_on text NOT NULL,
  condition text
);

-- Units put aside. One that ran out holds nothing, even before the agenda ends it.
CREATE TABLE IF NOT EXISTS holds (
  reference text PRIMARY KEY,
  customer text NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX IF NOT EXISTS products_bundles ON products (sku) WHERE parts IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS holds_once ON holds (customer) WHERE ended_at IS NULL;
CREATE INDEX IF NOT EXISTS holds_open ON holds (until) WHERE ended_at IS NULL;
CREATE INDEX IF NOT EXISTS holds_of ON holds (customer, since);

CREATE TABLE IF NOT EXISTS hold_items (
  hold_reference text NOT NULL REFERENCES holds ON DELETE CASCADE,
  position integer NOT NULL,
  line_id text NOT NULL,
  sku text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  awaited_id bigint,
  PRIMARY KEY (hold_reference, position)
);
CREATE INDEX IF NOT EXISTS hold_items_by_sku ON hold_items (sku);

-- What could leave now for anybody: a hold that ran out counts until the agenda has ended it.
CREATE OR REPLACE VIEW free_units AS
  SELECT sku, sum(quantity)::int - coalesce((
      SELECT sum(i.quantity) FROM hold_items i JOIN holds h ON h.reference = i.hold_reference
      WHERE i.sku = stock.sku AND i.awaited_id IS NULL AND h.ended_at IS NULL), 0)::int AS quantity
  FROM stock WHERE sends GROUP BY sku HAVING bool_and(quantity IS NOT NULL);

CREATE TABLE IF NOT EXISTS subscriptions (
  id text PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY,
  customer text NOT NULL,
  sku text NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  channel text NOT NULL,
  address text,
  state text NOT NULL CHECK (state IN ('waiting', 'back', 'expired', 'used', 'cancelled')),
  since timestamptz NOT NULL,
  until timestamptz NOT NULL,
  told_at timestamptz
);
CREATE UNIQUE INDEX IF NOT EXISTS subscriptions_once ON subscriptions (customer, sku, channel)
  WHERE state = 'waiting';
CREATE INDEX IF NOT EXISTS subscriptions_waiting ON subscriptions (sku) WHERE state = 'waiting';
CREATE INDEX IF NOT EXISTS subscriptions_of ON subscriptions (customer);

-- What has to be written to customers: once for each wish.
CREATE TABLE IF NOT EXISTS tells (
  subscription_id text PRIMARY KEY REFERENCES subscriptions ON DELETE CASCADE,
  channel text NOT NULL,
  address text,
  told_at timestamptz NOT NULL
);

-- Each delivery of a carrier as it came, byte for byte: what could not be read can be read again.
CREATE TABLE IF NOT EXISTS webhook_inbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source text NOT NULL,
  received_at timestamptz NOT NULL,
  body bytea NOT NULL,
  status text NOT NULL CHECK (status IN ('processed', 'unmatched', 'unreadable')),
  unmapped jsonb NOT NULL DEFAULT '[]'
);
`;

/** Creates what is missing. Safe to run again, and by several processes at once. */
export const migrate = (database: Database): Promise<void> =>
  // One multi-statement message is one transaction; the lock ends with it.
  database.run(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK}); ${TABLES}`);

/** Empties everything but the settings. Versions go on counting, so nobody takes old for new. */
export const EMPTY = [
  `TRUNCATE orders, lines, promises, revisions, slots, slot_places, ruled_out, shipments, tracking_events, obligations, offers, claims, refunds,
     outbox, idempotency_keys, products, stock, awaited, holds, hold_items, subscriptions, tells,
     webhook_inbox`,
  `ALTER SEQUENCE reference_numbers RESTART`,
  `ALTER SEQUENCE order_numbers RESTART`,
];
