/** What {@link memory} makes of commands about slots. */
import { civilDate, toEpoch } from '../../model/index.js';
import type {
  AnswerCommand,
  ChooseCarrierCommand,
  ChooseCommand,
  DeliveryPromise,
  Order,
  Outcome,
  Revision,
  Slot,
  SlotCommand,
  SlotHold,
  SlotList,
  SlotQuery,
  Window,
} from '../../model/index.js';

/** All slots there are, or a rule: it is asked for a query and the time in milliseconds since the Unix epoch. */
export type Slots = SlotList | ((query: SlotQuery, now: number) => SlotList);

const DAY = 86_400_000;
const HELD = 10 * 60_000;
const MOST_DAYS = 3660;
/** Pages of a rule that are looked through for one slot. */
const MOST_PAGES = 60;

const CUSTOMER = { kind: 'customer' } as const;
const DONE: Outcome = { status: 'done' };

const instant = (epoch: number) => new Date(epoch).toISOString();
const refused = (code: string, more: Partial<Outcome> = {}): Outcome => ({
  status: 'refused',
  code,
  ...more,
});

type Decided = { order: Order; outcome: Outcome };

/** The promise with one more word about it; the promise itself stays as it was first made (R5). */
const revised = (
  order: Order,
  promise: DeliveryPromise,
  change: (revisions: readonly Revision[]) => readonly Revision[],
): Decided => ({
  order: {
    ...order,
    promises: order.promises!.map((one) =>
      one === promise ? { ...promise, revisions: [...change(promise.revisions ?? [])] } : one,
    ),
  },
  outcome: DONE,
});

/** Why a proposal cannot be answered any more, if it cannot. */
const closedBy = ({ state, answerBy, answerable }: Revision, now: number): Outcome | undefined =>
  state === 'accepted' || state === 'declined'
    ? refused('answered')
    : state === 'withdrawn' || state === 'replaced'
      ? refused('withdrawn')
      : !(state === 'proposed' || (state === 'imposed' && answerable)) ||
          now >= (toEpoch(answerBy) ?? Infinity)
        ? refused('too-late')
        : undefined;

/** What else had been proposed is about a promise that counts no longer. */
const replaced = (revision: Revision): Revision =>
  revision.state === 'proposed' ? { ...revision, state: 'replaced' } : revision;

const answer = (order: Order, command: AnswerCommand, now: number): Decided => {
  const promise = order.promises?.find(({ id }) => id === command.promise);
  const asked = promise?.revisions?.find(({ id }) => id === command.revision);
  if (!promise || !asked) return { order, outcome: refused('unknown-proposal') };
  const state = command.answer === 'accept' ? 'accepted' : 'declined';
  // The same answer again is the same outcome, however often and from wherever it comes.
  if (asked.state === state) return { order, outcome: DONE };
  const closed = closedBy(asked, now);
  if (closed) return { order, outcome: closed };
  if (state === 'accepted' && !asked.window) return { order, outcome: refused('unavailable') };
  const answered: Revision = { ...asked, state, answeredAt: instant(now), answeredBy: CUSTOMER };
  return revised(order, promise, (revisions) =>
    revisions.map((one) => (one === asked ? answered : state === 'accepted' ? replaced(one) : one)),
  );
};

/** What counts now of a promise. */
const agreed = (promise: DeliveryPromise): Window =>
  promise.revisions?.findLast(({ state }) => state === 'accepted')?.window ?? promise;

const choose = (order: Order, command: ChooseCommand, chosen: Window, now: number): Decided => {
  const { promises = [] } = order;
  const facts = { source: CUSTOMER, madeAt: instant(now) };
  // The first promise of an order that had none is what the customer chooses.
  if (!promises.length && command.promise === undefined)
    return {
      order: { ...order, promises: [{ id: 'delivery', ...chosen, ...facts, agreed: true }] },
      outcome: DONE,
    };
  const promise =
    command.promise === undefined && promises.length === 1
      ? promises[0]
      : promises.find(({ id }) => id === command.promise);
  if (!promise) return { order, outcome: refused('unknown-promise') };
  const before = agreed(promise);
  if (before.kind === 'slot' && before.from === chosen.from && before.before === chosen.before)
    return { order, outcome: DONE };
  const asked = promise.revisions?.find(({ id }) => id === command.revision);
  if (command.revision !== undefined) {
    const closed = asked ? closedBy(asked, now) : refused('unknown-proposal');
    if (closed) return { order, outcome: closed };
  }
  const answered = { answeredAt: instant(now), answeredBy: CUSTOMER };
  return revised(order, promise, (revisions) => [
    ...revisions.map((one) =>
      one === asked ? { ...one, state: 'declined' as const, ...answered } : replaced(one),
    ),
    {
      id: `chosen-${revisions.length + 1}`,
      window: chosen,
      state: 'accepted',
      ...facts,
      ...answered,
    },
  ]);
};

/** Another carrier for a parcel that has not left; who it is in the end, what follows says. */
const chooseCarrier = (order: Order, command: ChooseCarrierCommand, now: number): Decided => {
  const shipment = order.shipments?.find(({ id }) => id === command.shipment);
  const offer = shipment?.carrierOffer;
  const chosen = offer?.choices.find(({ choiceId }) => choiceId === command.choice);
  if (!shipment || !offer || !chosen) return { order, outcome: refused('unknown-choice') };
  const { stands, chosenAt } = offer;
  if (stands === command.choice && chosenAt !== undefined) return { order, outcome: DONE };
  const left = shipment.events?.some(({ phase }) => phase !== undefined && phase !== 'announced');
  if (left || now >= (toEpoch(offer.until) ?? Infinity))
    return { order, outcome: refused('too-late') };
  if (chosen.unavailable)
    return { order, outcome: refused('unavailable', { reason: chosen.unavailable.reason }) };
  const { carrier } = chosen;
  const after = {
    ...shipment,
    ...(carrier !== undefined &&
      carrier !== shipment.carrier?.name && { carrier: { name: carrier } }),
    carrierOffer: { ...offer, stands: command.choice, chosenAt: instant(now) },
  };
  return {
    order: {
      ...order,
      shipments: order.shipments!.map((one) => (one === shipment ? after : one)),
    },
    outcome: DONE,
  };
};

/** Slots with their places, who holds them, and what customers have ruled out. */
export class SlotDesk {
  readonly #now: () => number;
  #slots: Slots | undefined;
  /** By customer: one hold at a time. */
  readonly #holds = new Map<string, SlotHold>();
  /** What was chosen, by order and promise. */
  readonly #chosen = new Map<string, string>();
  /** What customers have ruled out before there is an order. */
  readonly #constraints = new Map<string, SlotList['constraints']>();
  #made = 0;

  constructor(now: () => number, slots: Slots | undefined) {
    this.#now = now;
    this.#slots = slots;
  }

  /** From now on there are these. */
  replace(slots: Slots): void {
    this.#slots = slots;
  }

  /** Gives a hold back before its time. */
  release(reference: string): void {
    for (const [customer, hold] of this.#holds)
      if (hold.reference === reference) this.#holds.delete(customer);
  }

  /** What a customer may choose from, with the places that are left. */
  list(query: SlotQuery, customer: string, order: Order | undefined): SlotList {
    const list = this.#days(query);
    const hold = this.#heldBy(customer);
    const constraints = order?.constraints ?? this.#constraints.get(customer) ?? list.constraints;
    return {
      observedAt: instant(this.#now()),
      ...list,
      slots: list.slots.map((slot) =>
        slot.capacity === undefined
          ? slot
          : { ...slot, capacity: Math.max(0, slot.capacity - this.#taken(slot.slotId)) },
      ),
      ...(hold && { hold }),
      ...(constraints && { constraints }),
    };
  }

  /** Carries out a command; `order` is the one it names, if it names one. */
  decide(
    command: SlotCommand,
    customer: string,
    order: Order | undefined,
  ): { order: Order | undefined; outcome: Outcome } {
    const now = this.#now();
    if (command.type === 'constrain') {
      const { constraints } = command;
      if (order) return { order: { ...order, constraints }, outcome: DONE };
      this.#constraints.set(customer, constraints);
      return { order, outcome: DONE };
    }
    if (command.type === 'answer') {
      const decided = answer(order!, command, now);
      // They come at another time: the place that was chosen is free again.
      if (decided.order !== order && command.answer === 'accept')
        this.#chosen.delete(`${command.order} ${command.promise}`);
      return decided;
    }
    if (command.type === 'choose-carrier') return chooseCarrier(order!, command, now);
    const found = this.#find(command.slot, command.order);
    if (!found) return { order, outcome: refused('unknown-slot') };
    const { slot, timeZone } = found;
    if (command.type === 'hold') return { order, outcome: this.#hold(slot, customer, now) };
    const decided = choose(
      order!,
      command,
      { kind: 'slot', from: slot.from, before: slot.before, timeZone },
      now,
    );
    if (decided.order === order) return decided;
    const refusal = this.#refusal(slot, customer, now);
    if (refusal) return { order, outcome: refusal };
    const promise = command.promise ?? decided.order.promises![0]!.id;
    this.#chosen.set(`${command.order} ${promise}`, slot.slotId);
    this.#holds.delete(customer);
    return decided;
  }

  #hold(slot: Slot, customer: string, now: number): Outcome {
    const held = this.#heldBy(customer);
    // The same again is the same hold: nobody keeps a slot for ever by asking for it.
    if (held?.slotId === slot.slotId)
      return { ...DONE, reference: held.reference, until: held.until };
    const refusal = this.#refusal(slot, customer, now);
    if (refusal) return refusal;
    const reference = `SH-${++this.#made}`;
    const until = instant(now + HELD);
    this.#holds.set(customer, { reference, slotId: slot.slotId, until });
    return { ...DONE, reference, until };
  }

  /** Why a slot cannot be had, if it cannot. */
  #refusal(slot: Slot, customer: string, now: number): Outcome | undefined {
    if (now >= toEpoch(slot.from)!) return refused('past');
    if (slot.unavailable) return refused('unavailable', { reason: slot.unavailable.reason });
    const own = this.#heldBy(customer)?.slotId === slot.slotId ? 1 : 0;
    return this.#taken(slot.slotId) - own >= (slot.capacity ?? Infinity)
      ? refused('taken')
      : undefined;
  }

  #heldBy(customer: string): SlotHold | undefined {
    const hold = this.#holds.get(customer);
    return hold && this.#now() < toEpoch(hold.until)! ? hold : undefined;
  }

  #taken(slotId: string): number {
    const held = [...this.#holds.keys()].filter((one) => this.#heldBy(one)?.slotId === slotId);
    return held.length + [...this.#chosen.values()].filter((one) => one === slotId).length;
  }

  /** The days that are asked for. */
  #days(query: SlotQuery): SlotList {
    if (typeof this.#slots === 'function') return this.#slots(query, this.#now());
    const list = this.#slots ?? { timeZone: 'UTC', slots: [] };
    const dayOf = ({ from }: Slot) => civilDate(list.timeZone, toEpoch(from)!)!;
    const all = [...list.slots.map(dayOf), ...(list.closed ?? []).map(({ date }) => date)].sort();
    const first = query.from ?? all[0] ?? '';
    const days = Math.min(query.days ?? MOST_DAYS, MOST_DAYS);
    const after = instant((Date.parse(first) || 0) + days * DAY).slice(0, 10);
    const isIn = (date: string) => date >= first && (query.days === undefined || date < after);
    const next = query.days === undefined ? list.next : all.find((date) => date >= after);
    return {
      ...list,
      slots: list.slots.filter((slot) => isIn(dayOf(slot))),
      ...(list.closed && { closed: list.closed.filter(({ date }) => isIn(date)) }),
      next,
    };
  }

  #find(slotId: string, order: string | undefined) {
    let from: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { slots, next, timeZone } = this.#days({ order, from });
      const slot = slots.find((one) => one.slotId === slotId);
      if (slot) return { slot, timeZone };
      if (next === undefined) return undefined;
      from = next;
    }
    return undefined;
  }
}
