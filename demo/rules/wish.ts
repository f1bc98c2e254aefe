import type {
  Channel,
  EpochMilliseconds,
  Outcome,
  SubscribeCommand,
  Subscription,
} from '../../src/model/index.js';
import { allot, unitsOf, isNow, ZONE } from './basket.js';
import type { Goods } from './basket.js';
import type { HoldFacts, WishFacts } from './facts.js';
import type { Policy } from './policy.js';
import { inZone } from './time.js';
import { explain, languageOf } from './words.js';

/** "c•••@example.com" for "camille@example.com". */
export const masked = (address: string): string => address.replace(/^(.)[^@]*/, '$1•••');

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** How the shop can tell a customer. Without a known address he is asked for one. */
export const channelsFor = (address: string | undefined): Channel[] => [
  { id: 'email', kind: 'email', ...(address ? { label: masked(address) } : {}) },
  { id: 'account', kind: 'account' },
];

/** The wish as it stands at an instant: one that nobody answered ends by itself. */
export const standingWish = (wish: WishFacts, now: EpochMilliseconds): WishFacts =>
  wish.state === 'waiting' && now >= wish.until ? { ...wish, state: 'expired' } : wish;

/** What the customer sees of his wish. */
export const wishView = (wish: WishFacts, now: EpochMilliseconds): Subscription => {
  const { id, state, quantity, since, until, toldAt, channel, address } = standingWish(wish, now);
  return {
    id,
    state,
    quantity,
    channel: channelsFor(address).find((one) => one.id === channel)!,
    since: inZone(since, ZONE),
    until: inZone(until, ZONE),
    ...(toldAt === undefined ? {} : { toldAt: inZone(toldAt, ZONE) }),
  };
};

/** Whether what a wish waits for is on the shelf, free for this customer. */
export const isBack = ({ sku, quantity }: Pick<WishFacts, 'sku' | 'quantity'>, goods: Goods) =>
  unitsOf((allot([{ id: sku, sku, quantity }], goods).parts.get(sku) ?? []).filter(isNow)) >=
  quantity;

/**
 * Whether an order of a wish's goods is what the customer waited for. What still waits, and was noted
 * with the choice that this order is of, or since its units were put aside, is for other units.
 *
 * @param choice the choice that came with the order: its kind, or its identifier
 * @param hold the hold that the order is sold from
 */
export const isUsedBy = (
  { state, since }: WishFacts,
  choice: string | undefined,
  hold: HoldFacts | undefined,
): boolean =>
  state === 'back' ||
  (state === 'waiting' &&
    choice?.split(':')[0] !== 'notify' &&
    (hold?.endedAt !== undefined || since < (hold?.since ?? Infinity)));

/** Why a wish cannot be noted or taken back. */
export const refusedWish = (
  code: 'unknown-sku' | 'unknown-channel' | 'address-needed' | 'unknown-wish',
  locale: string,
  policy: Policy,
): Outcome => ({
  status: 'refused',
  code,
  ...explain(code, {
    language: languageOf(locale),
    timeZone: ZONE,
    phone: policy.phone.number,
  }),
});

/**
 * The answer to a wish to be told, and what is to be written. Asked again for the same SKU and channel
 * while it waits, it is the same wish. Refusal codes: `unknown-sku`, `unknown-channel`, `address-needed`.
 *
 * @param waiting the wishes of this customer
 * @param known the address the shop already has
 */
export const subscribe = (
  { sku, quantity = 1, channel, address }: Omit<SubscribeCommand, 'type'>,
  wishes: readonly WishFacts[],
  context: {
    readonly id: string;
    readonly customer: string;
    readonly known: string | undefined;
    readonly goods: Goods;
    readonly now: EpochMilliseconds;
    readonly locale: string;
    readonly policy: Policy;
  },
): { readonly outcome: Outcome; readonly wish?: WishFacts } => {
  const { id, customer, known, goods, now, locale, policy } = context;
  const refused = (code: Parameters<typeof refusedWish>[0]) => ({
    outcome: refusedWish(code, locale, policy),
  });
  if (!goods.products.has(sku)) return refused('unknown-sku');
  if (channel !== 'email' && channel !== 'account') return refused('unknown-channel');
  const where = channel === 'email' ? (address ?? known) : undefined;
  if (channel === 'email' && !ADDRESS.test(where ?? '')) return refused('address-needed');
  const waiting = wishes.find(
    (wish) =>
      wish.sku === sku && wish.channel === channel && standingWish(wish, now).state === 'waiting',
  );
  const wish: WishFacts = {
    ...(waiting ?? {
      id,
      customer,
      sku,
      channel,
      state: 'waiting',
      since: now,
      until: now + policy.wishDays * 86_400_000,
    }),
    quantity,
    ...(where === undefined ? {} : { address: where }),
  };
  return { outcome: wishOutcome(wish), wish };
};

/** What is said of a wish that is noted, or was taken back. */
export const wishOutcome = ({ id, since }: WishFacts): Outcome => ({
  status: 'done',
  reference: id,
  askedAt: inZone(since, ZONE),
});
