/**
 * One run: pages on two devices, a network that does its worst, a backend, and an oracle that sees both
 * ends.
 *
 * Real here: `Store`, `ServerClock`, `Live`, `Orders`, `Actions`; in one run of nine also `rest`, web
 * `Request` and `Response`, and `createHandler`; behind them the `memory` backend with its rule.
 *
 * Simulated: time (also the global timers, which `rest` uses), storage, visibility, connection and clock
 * of the devices, the network between page and backend, the customer, the bank and the carrier. Storage
 * that throws is simulated as what the browser's environment makes of it: nothing is kept, and nothing
 * fails. Pages follow the rules of the elements: an order is resumed with each copy, and while one
 * action is under way no other offer can be pressed.
 *
 * Not simulated: elements and their drawing, the stream of server-sent events (a connection that drops
 * and comes back stands for it), the back-forward cache, slowed timers of hidden pages, a request that
 * arrives more than 4.9 s after its connection has ended. So that they cost no time, copies by
 * `structuredClone` are not made (nothing here changes what it was given), and digests are synchronous.
 */
import { createHash } from 'node:crypto';
import type { AdapterRequest, OrderAdapter } from '../../../src/adapter/index.js';
import { createHandler } from '../../../src/adapters/rest/handler.js';
import { rest } from '../../../src/adapters/rest/rest.js';
import type { Order, OrderCommand } from '../../../src/model/index.js';
import { Actions, Orders, Store } from '../../../src/store/index.js';
import type { ActionState, Environment } from '../../../src/store/index.js';
import { direct, http, Network } from './network.js';
import type { Sender } from './network.js';
import { Oracle } from './oracle.js';
import { Draw, mix } from './schedule.js';
import type { DeviceTrouble, Schedule, Step } from './schedule.js';
import { OPENED, REFERENCE, Shop } from './shop.js';
import type { ShopFault } from './shop.js';
import { VirtualTime } from './time.js';

/** What pages are made of: the real thing, or a copy with a seeded fault. */
export interface Client {
  readonly Store: typeof Store;
  readonly Orders: typeof Orders;
  readonly Actions: typeof Actions;
}

export interface Options {
  readonly client?: Client | undefined;
  readonly shopFault?: ShopFault | undefined;
  /** Told of what happens, line by line. */
  readonly trace?: ((line: string) => void) | undefined;
}

/** What a run has shown. */
export interface Result {
  /** The first rule that was broken, and how. */
  readonly violation: string | undefined;
  /** Names of the messages that were harmed. */
  readonly faults: readonly string[];
  readonly messages: number;
  readonly presses: number;
}

/** Milliseconds after the last fault within which everything must have come to an end. */
const END = 240_000;
const LOCALE = 'en';

interface Device {
  readonly name: string;
  readonly places: Place[];
  readonly notes: Map<string, string>;
  wallOffset: number;
  online: boolean;
  storage: boolean;
  /** When its storage last lost something or did not work. */
  troubledAt: number;
}

const isUnderWay = ({ phase }: ActionState): boolean => phase === 'sending' || phase === 'unknown';

/** Where a tab is. After a reload there is another page in it. */
class Place implements Sender {
  readonly world: World;
  readonly device: Device;
  readonly index: number;
  readonly name: string;
  readonly sent = { order: 0, act: 0, outcome: 0 };
  readonly open: Sender['open'] = new Set();
  page: Page | undefined;

  constructor(world: World, device: Device, index: number) {
    this.world = world;
    this.device = device;
    this.index = index;
    this.name = `${device.name}${device.places.length + 1}`;
    this.load();
  }

  online(): boolean {
    return this.device.online;
  }

  load(): void {
    this.page ??= new Page(this);
  }

  close(): void {
    this.page?.close();
    this.page = undefined;
    for (const connection of [...this.open]) connection.forget();
  }
}

/** A page with the order on it. */
class Page implements Environment {
  readonly device: Device;
  readonly name: string;
  readonly #place: Place;
  readonly #world: World;
  readonly #draw: Draw;
  readonly #openedAt: number;
  readonly #orders: Orders;
  readonly #actions: Actions;
  readonly #listeners = new Set<() => void>();
  readonly #notes = new Map<string, number>();
  readonly #taken = new Map<OrderCommand, number | undefined>();
  readonly #seen = new Set<string>();
  #isOpen = true;
  #isVisible = true;
  #version = -1;
  #pressing: ReturnType<Oracle['pressed']> | undefined;
  live: { readonly change: () => void; readonly alive: (alive: boolean) => void } | undefined;

  constructor(place: Place) {
    const { world, device } = place;
    this.#place = place;
    this.#world = world;
    this.device = device;
    this.name = `page ${place.name}`;
    this.#openedAt = world.time.now;
    this.#draw = new Draw(mix(world.schedule.seed, 17, place.index, this.#openedAt));
    const store = new world.client.Store(this.#adapter(), this);
    this.#orders = store.part(world.client.Orders);
    this.#actions = store.part(world.client.Actions);
    this.#actions.watch(() => this.#shows());
    this.#orders.watch(REFERENCE, LOCALE, () => {
      const { order } = this;
      if (!order) return;
      if (order.version! < this.#version)
        world.oracle.fail(`${this.name} goes back to an earlier copy of the order`);
      if (order.version! > this.#version)
        for (const { offerId } of order.offers ?? []) this.#seen.add(offerId);
      this.#version = order.version!;
      this.#actions.resume(order);
      this.#shows();
    });
  }

  monotonic(): number {
    return this.#world.time.now - this.#openedAt;
  }

  wallClock(): number {
    return OPENED + this.#world.time.now + this.device.wallOffset;
  }

  timer(run: () => void, delay: number): () => void {
    return this.#world.time.after(delay, () => {
      // Those of a page that is gone never run.
      if (this.#isOpen) run();
    });
  }

  random(): number {
    return this.#draw.next();
  }

  read(key: string): string | undefined {
    const note = this.device.storage ? this.device.notes.get(key) : undefined;
    if (note !== undefined)
      this.#notes.set(key, (JSON.parse(note) as { startedAt: number }).startedAt);
    return note;
  }

  write(key: string, value: string | undefined): void {
    const { notes, storage } = this.device;
    if (!storage || notes.get(key) === value) return;
    if (value === undefined) notes.delete(key);
    else notes.set(key, value);
    // The other tabs of the device are told a moment later.
    for (const { page } of this.device.places)
      if (page && page !== this) page.timer(() => page.changed(), this.#draw.between(0, 30));
  }

  visible(): boolean {
    return this.#isVisible;
  }

  online(): boolean {
    return this.device.online;
  }

  onChange(run: () => void): () => void {
    this.#listeners.add(run);
    return () => this.#listeners.delete(run);
  }

  warn(): void {}

  get order(): Order | undefined {
    return this.#orders.state(REFERENCE, LOCALE).order;
  }

  /** What the store says of actions on all offers that this page has seen. */
  get states(): readonly ActionState[] {
    const states: ActionState[] = [];
    for (const offerId of this.#seen) {
      const state = this.#actions.state(offerId);
      if (state) states.push(state);
    }
    return states;
  }

  close(): void {
    this.#isOpen = false;
    this.live = undefined;
    this.#world.oracle.closed(this);
  }

  changed(visible = this.#isVisible): void {
    this.#isVisible = visible;
    for (const run of [...this.#listeners]) run();
  }

  /** Presses an offer that stands open on the page, so often within one tick. */
  press(choice: number, times: number): void {
    const { refunds = [], claims = [], offers = [] } = this.order ?? {};
    const over: readonly string[] = ['withdrawn', 'failed', 'returned'];
    if (claims.length || refunds.some(({ state }) => !over.includes(state))) return;
    const open = offers.filter((one) => !one.unavailable);
    const offer = open[choice % open.length];
    if (!offer) return;
    const { offerId, amount } = offer;
    // Another one under way closes this one; a second press on the same one is left to the store.
    if (this.states.some((one) => isUnderWay(one) && one.command.offerId !== offerId)) return;
    for (let time = 0; time < times; time++)
      this.#perform({ type: 'claim', order: REFERENCE, offerId, ...(amount && { amount }) });
  }

  /** "It arrived after all", where the page shows a refund that can be taken back. */
  takeBack(): void {
    const offerId = this.order?.refunds?.findLast(
      ({ state }) => state === 'asked' || state === 'ordered',
    )?.offerId;
    if (offerId !== undefined && !this.states.some(isUnderWay))
      this.#perform({ type: 'withdraw', order: REFERENCE, offerId });
  }

  #perform(command: OrderCommand): void {
    const { oracle, trace } = this.#world;
    const before = this.#actions.state(command.offerId);
    this.#pressing = oracle.pressed(this, command);
    trace?.(`${this.name}: ${this.#pressing.name}, ${command.type} ${command.offerId}`);
    this.#actions.perform(command).catch((error: unknown) => {
      oracle.fail(`${this.name}: perform threw ${String(error)}`);
    });
    const after = this.#actions.state(command.offerId);
    if (after !== before) this.#pressing.startedAt = after?.startedAt;
    this.#pressing = undefined;
  }

  #shows(): void {
    const { oracle, trace } = this.#world;
    const { states } = this;
    for (const state of states) {
      // Set while the press is being taken up, so that what it says of itself is known to be its own.
      if (this.#pressing && state.command === this.#pressing.command)
        this.#pressing.startedAt = state.startedAt;
      oracle.told(this, state, this.#startOf(state));
    }
    trace?.(
      `${this.name} shows version ${this.#version}` +
        states.map((one) => `, ${one.command.type} ${one.command.offerId}: ${one.phase}`).join(''),
    );
  }

  /** The press a state is about: one of this page, or the one whose note it has taken up. */
  #startOf({ command, startedAt }: ActionState): number | undefined {
    const own = this.#world.oracle.activations.some(
      (one) => one.page === this && one.startedAt === startedAt,
    );
    if (own) return startedAt;
    if (!this.#taken.has(command))
      this.#taken.set(command, this.#notes.get(`doorstep:${command.offerId}`));
    return this.#taken.get(command);
  }

  #adapter(): OrderAdapter {
    const world = this.#world;
    const way = world.schedule.http ? this.#overHttp() : this.#straight();
    return {
      order: way.order,
      outcome: way.outcome!,
      act: (command, request) => {
        const ended = world.oracle.sent(this, command as OrderCommand, request.attemptKey);
        return way.act!(command, request).finally(ended);
      },
      ...(world.schedule.live && { watch: this.#watch }),
    };
  }

  #straight(): OrderAdapter {
    const { shop, network } = this.#world;
    const place = this.#place;
    // Nobody at the backend waits for the signal of the page.
    const there = ({ signal: _, ...request }: AdapterRequest): AdapterRequest => ({
      ...request,
      signal: NEVER,
    });
    return {
      order: (reference, request) =>
        network.send(
          place,
          'order',
          request.signal,
          direct,
          () => shop.order(reference, there(request)) as Promise<never>,
        ),
      act: (command, request) =>
        network.send(
          place,
          'act',
          request.signal,
          direct,
          () => shop.act(command, there(request)) as Promise<never>,
        ),
      outcome: (reference, offerId, request) =>
        network.send(
          place,
          'outcome',
          request.signal,
          direct,
          () => shop.outcome(reference, offerId, there(request)) as Promise<never>,
        ),
    };
  }

  #overHttp(): OrderAdapter {
    const { network, handler } = this.#world;
    return rest({
      baseUrl: 'https://shop.example/doorstep',
      fetch: (input, init) => {
        const url = input as string;
        const { signal, ...request } = init!;
        const kind =
          request.method === 'POST' ? 'act' : url.includes('/actions/') ? 'outcome' : 'order';
        return network.send(this.#place, kind, signal!, http, async () => {
          const answer = await handler(new Request(url, request));
          return answer!;
        });
      },
    });
  }

  readonly #watch: NonNullable<OrderAdapter['watch']> = (_topics, notify, alive) => {
    const connection = {
      change: () => this.live === connection && this.device.online && notify(undefined),
      alive: (is: boolean) => {
        if (this.live === connection && (!is || this.device.online)) alive(is);
      },
    };
    this.live = connection;
    this.timer(() => connection.alive(true), 30);
    return () => {
      if (this.live === connection) this.live = undefined;
    };
  };
}

const NEVER = new AbortController().signal;

class World {
  readonly time = new VirtualTime();
  readonly schedule: Schedule;
  readonly client: Client;
  readonly shop: Shop;
  readonly network: Network;
  readonly oracle: Oracle;
  readonly handler: ReturnType<typeof createHandler>;
  readonly trace: ((line: string) => void) | undefined;
  readonly #devices: readonly Device[];
  readonly #places: readonly Place[];
  readonly #draw: Draw;

  constructor(schedule: Schedule, options: Options) {
    const { time } = this;
    this.schedule = schedule;
    this.client = options.client ?? { Store, Orders, Actions };
    this.trace =
      options.trace &&
      ((line) => options.trace!(`${(time.now / 1000).toFixed(3).padStart(8)}  ${line}`));
    this.shop = new Shop({
      now: () => OPENED + time.now,
      later: (milliseconds) => new Promise((resolve) => time.after(milliseconds, resolve)),
      reoffers: schedule.reoffers,
      fault: options.shopFault,
    });
    this.oracle = new Oracle(this.shop, () => time.now);
    this.network = new Network(time, schedule, this.trace);
    this.handler = createHandler({
      basePath: '/doorstep',
      backend: this.shop,
      onError: (error) => this.oracle.fail(`the handler failed: ${String(error)}`),
    });
    this.#draw = new Draw(mix(schedule.seed, 5));
    this.#devices = ['a', 'b'].map((name) => ({
      name,
      places: [],
      notes: new Map(),
      wallOffset: 0,
      online: true,
      storage: true,
      troubledAt: -1,
    }));
    let index = 0;
    for (const [which, device] of this.#devices.entries())
      while (device.places.length < schedule.tabs[which]!)
        device.places.push(new Place(this, device, index++));
    this.#places = this.#devices.flatMap((device) => device.places);
    if (schedule.live) this.shop.tell(() => this.#tell());
  }

  async run(): Promise<Result> {
    const { schedule, time, oracle, network } = this;
    for (const step of schedule.steps)
      time.after(step.at, () => {
        this.trace?.(`* ${describe(step)}`);
        this.#do(step);
      });
    const last = Math.max(0, ...schedule.steps.map(({ at }) => at)) + 1;
    let over = false;
    const look = (): void => {
      over = this.#isOver();
      if (over) oracle.over();
      else if (time.now > last + END)
        oracle.fail(
          `it does not end: ${this.#places
            .flatMap((place) => place.page?.states.filter(isUnderWay).map(({ phase }) => phase))
            .join()}`,
        );
      else time.after(1_000, look);
    };
    time.after(last, () => {
      this.#mend();
      time.after(1_000, look);
    });
    await time.pass(() => over || oracle.violation !== undefined);
    return {
      violation: oracle.violation,
      faults: network.faults,
      messages: network.messages,
      presses: oracle.activations.filter((one) => one.startedAt !== undefined).length,
    };
  }

  /** The faults end: everybody is there, and sees and hears. */
  #mend(): void {
    this.trace?.('* the faults are over');
    this.network.faulty = false;
    for (const device of this.#devices) {
      device.online = true;
      this.#mendStorage(device);
    }
    for (const place of this.#places) {
      place.load();
      place.page!.changed(true);
      place.page!.live?.change();
      place.page!.live?.alive(true);
    }
  }

  #mendStorage(device: Device): void {
    if (!device.storage) device.troubledAt = this.time.now;
    device.storage = true;
  }

  #isOver(): boolean {
    return (
      this.network.underWay === 0 &&
      this.#places.every(
        ({ page, open }) =>
          open.size === 0 &&
          page?.order?.version === this.shop.version &&
          !page?.states.some(isUnderWay),
      )
    );
  }

  /** A change is told over the live connections; sometimes one of them drops at that very moment. */
  #tell(): void {
    for (const { page } of this.#places) {
      const { live } = page ?? {};
      if (!live) continue;
      if (this.network.faulty && this.#draw.below(8) === 0) {
        live.alive(false);
        page!.timer(
          () => {
            live.change();
            live.alive(true);
          },
          this.#draw.between(500, 4_000),
        );
      } else page!.timer(() => live.change(), this.#draw.between(5, 400));
    }
  }

  #do(step: Step): void {
    const { shop, time } = this;
    switch (step.do) {
      case 'press':
        return this.#places[step.tab]?.page?.press(step.offer, step.times);
      case 'take back':
        return this.#places[step.tab]?.page?.takeBack();
      case 'hide':
      case 'show':
        return this.#places[step.tab]?.page?.changed(step.do === 'show');
      case 'reload': {
        const place = this.#places[step.tab];
        place?.close();
        time.after(step.away, () => place?.load());
        return;
      }
      case 'set clock':
        this.#devices[step.device]!.wallOffset += step.hours * 3_600_000;
        return;
      case 'forget keys':
        return shop.forgetKeys();
      case 'parcel turns up':
        return shop.parcelTurnsUp();
      case 'late scan':
        return shop.lateScan();
      case 'change amount':
        return shop.changeAmount();
      case 'end offers':
        return shop.endOffers();
      case 'bank confirms':
        return shop.bank('confirms');
      case 'bank sends':
        return shop.bank('sends');
      case 'bank fails':
        return shop.bank('fails');
      default:
        return this.#trouble(this.#devices[step.device]!, step.do);
    }
  }

  #trouble(device: Device, what: DeviceTrouble): void {
    switch (what) {
      case 'evict storage':
        device.notes.clear();
        device.troubledAt = this.time.now;
        return;
      case 'break storage':
        device.storage = false;
        device.troubledAt = Infinity;
        return;
      case 'mend storage':
        return this.#mendStorage(device);
      case 'go offline':
      case 'go online':
        device.online = what === 'go online';
        for (const { page, open } of device.places) {
          if (!device.online) for (const connection of [...open]) connection.cut();
          page?.live?.alive(false);
          const { live } = page ?? {};
          if (device.online && live)
            page!.timer(() => {
              live.change();
              live.alive(true);
            }, 500);
          page?.changed();
        }
    }
  }
}

/** A step in words. */
export const describe = ({ at: _, do: what, ...about }: Step): string =>
  [what, ...Object.entries(about).map(([name, value]) => `${name} ${value}`)].join(' ');

/** An abort signal without the machinery of events, which costs more than the code that is tested. */
class Signal {
  aborted = false;
  reason: unknown;
  readonly #listeners = new Set<() => void>();

  addEventListener(_: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason as Error;
  }

  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = new Error('aborted');
    for (const listener of this.#listeners) listener();
  }
}
class Controller {
  readonly signal = new Signal();

  abort(): void {
    this.signal.abort();
  }
}

/** Runs something with other globals, which are put back afterwards. */
const withGlobals = async <T>(others: object, run: () => Promise<T>): Promise<T> => {
  const kept = Object.fromEntries(
    Object.keys(others).map((name) => [name, (globalThis as Record<string, unknown>)[name]]),
  );
  const { stackTraceLimit } = Error;
  // Traces that nobody reads are half of what an error costs.
  Error.stackTraceLimit = 0;
  Object.assign(globalThis, others);
  try {
    return await run();
  } finally {
    Object.assign(globalThis, kept);
    Error.stackTraceLimit = stackTraceLimit;
  }
};

const structuredClone = <T>(value: T): T => value;

/** Runs one schedule through HTTP. Runs must not overlap: the global timers are theirs meanwhile. */
const runHttp = (schedule: Schedule, options: Options): Promise<Result> => {
  const world = new World(schedule, options);
  const { digest } = crypto.subtle;
  crypto.subtle.digest = (_, bytes) => {
    const hash = createHash('sha256')
      .update(bytes as Uint8Array)
      .digest();
    return Promise.resolve(new Uint8Array(hash).buffer);
  };
  return withGlobals(
    {
      setTimeout: (run: () => void, delay: number) => world.time.after(delay, run),
      clearTimeout: (cancel?: () => void) => cancel?.(),
      structuredClone,
    },
    () => world.run(),
  ).finally(() => (crypto.subtle.digest = digest));
};

/**
 * Runs schedules; what goes straight to the backend side by side, each in its own time, so that all of them
 * wait for the event loop once. @returns the results in order
 */
export const runAll = async (
  schedules: readonly Schedule[],
  options: Options = {},
): Promise<readonly Result[]> => {
  const straight = await withGlobals({ structuredClone, AbortController: Controller }, () =>
    Promise.all(
      schedules.map(async (schedule) =>
        schedule.http ? undefined : new World(schedule, options).run(),
      ),
    ),
  );
  const results: Result[] = [];
  for (const [index, schedule] of schedules.entries())
    results.push(straight[index] ?? (await runHttp(schedule, options)));
  return results;
};

/** Runs one schedule. */
export const run = async (schedule: Schedule, options: Options = {}): Promise<Result> =>
  (await runAll([schedule], options))[0]!;
