import type { ActionState } from '../../../src/store/index.js';
import type { OrderCommand } from '../../../src/model/index.js';
import type { Processed, Shop } from './shop.js';

/** What the oracle must know of a page. */
interface Page {
  readonly name: string;
  readonly device: { readonly name: string; readonly troubledAt: number };
}

/** One press, and what is known of it at both ends. */
interface Activation {
  readonly name: string;
  readonly page: Page;
  readonly command: OrderCommand;
  readonly pressedAt: number;
  /** By the page's clock; `undefined` while (or if) the page has not taken the press up. */
  startedAt: number | undefined;
  requests: number;
  taken: boolean;
  told: boolean;
  /** Its page is gone. */
  orphaned: boolean;
}

const isOn = (command: OrderCommand, { type, offerId }: OrderCommand): boolean =>
  command.type === type && command.offerId === offerId;

/**
 * Sees both ends: the ledger of the backend, and what each page says. It keeps the first rule that was
 * broken.
 */
export class Oracle {
  readonly #shop: Shop;
  readonly #now: () => number;
  violation: string | undefined;
  readonly activations: Activation[] = [];
  readonly #keys = new Map<string, Activation>();
  readonly #inFlight = new Map<Page, number>();
  /** Activations of which some page has said that they were not sent: one of each group is meant. */
  readonly #notSent: (readonly Activation[])[] = [];

  constructor(shop: Shop, now: () => number) {
    this.#shop = shop;
    this.#now = now;
    shop.onProcessed = (processed) => this.#processed(processed);
    shop.onChanged = () => {
      const double = shop.double();
      if (double.length) this.fail(`R7: paid twice, ${double.join(' and ')}`);
    };
  }

  fail(what: string): void {
    this.violation ??= what;
  }

  /** A press begins. */
  pressed(page: Page, command: OrderCommand): Activation {
    const activation: Activation = {
      name: `press ${this.activations.length + 1}`,
      page,
      command,
      pressedAt: this.#now(),
      startedAt: undefined,
      requests: 0,
      taken: false,
      told: false,
      orphaned: false,
    };
    this.activations.push(activation);
    return activation;
  }

  /** A request leaves a page. @returns what to call when the page waits for it no more */
  sent(page: Page, command: OrderCommand, key: string | undefined): () => void {
    const activation = this.activations.findLast(
      (one) => one.page === page && isOn(command, one.command),
    );
    if (!activation) this.fail(`R7: ${page.name} sends ${command.type} that nobody pressed`);
    else {
      if (++activation.requests > 1) this.fail(`R7: ${page.name} sends ${activation.name} again`);
      if (key === undefined || (this.#keys.get(key) ?? activation) !== activation)
        this.fail(`R7: ${page.name} sends ${activation.name} without a key of its own`);
      this.#keys.set(key ?? '', activation);
    }
    const before = this.#inFlight.get(page) ?? 0;
    if (before) this.fail(`R7: ${page.name} has two requests in flight for one obligation`);
    this.#inFlight.set(page, before + 1);
    return () => this.#inFlight.set(page, this.#inFlight.get(page)! - 1);
  }

  #processed({ key, taken }: Processed): void {
    const activation = this.#keys.get(key);
    if (!activation || !taken) return;
    activation.taken = true;
    for (const group of this.#notSent)
      if (group.includes(activation) && group.every((one) => one.taken))
        this.fail(`R7: ${activation.name} was told as not sent, and now the backend has it`);
  }

  /**
   * What a page shows of an action.
   *
   * @param startedAt of the press it is about, as the page itself or the note says
   */
  told(page: Page, { command, phase }: ActionState, startedAt: number | undefined): void {
    if (phase === 'sending' || phase === 'unknown') return;
    const all = this.activations.filter(
      (one) => one.page.device === page.device && isOn(command, one.command),
    );
    const spoken = `R7: ${page.name} says "${phase}" of ${command.type} ${command.offerId}`;
    if (phase !== 'not-sent') {
      for (const one of all) one.told = true;
      if (!this.#shop.said.has(`${command.type} ${command.offerId} ${phase}`))
        this.fail(`${spoken}, which the backend has not said`);
      return;
    }
    const meant = all.filter((one) => one.startedAt === startedAt);
    const own = meant.filter((one) => one.page === page);
    const group = own.length ? own : meant;
    if (!group.length) return;
    // Who pressed in two tabs hears of the offer, not of each press.
    const latest = Math.max(...group.map((one) => one.pressedAt));
    for (const one of all) if (one.pressedAt <= latest) one.told = true;
    if (group.every((one) => one.taken)) this.fail(`${spoken}, which the backend has`);
    this.#notSent.push(group);
  }

  /** A page is gone; what it knew is in the notes of its device, if at all. */
  closed(page: Page): void {
    for (const one of this.activations) if (one.page === page) one.orphaned = true;
  }

  /** When everything has come to an end: nothing that was pressed may be lost without a word. */
  over(): void {
    for (const one of this.activations) {
      const { command, page } = one;
      // A press on what was under way already is none. What was not taken back stands in the order.
      if (one.startedAt === undefined || command.type === 'withdraw') continue;
      // No page can know what its device has forgotten.
      if (one.orphaned && page.device.troubledAt >= one.pressedAt) continue;
      // After a reload an offer that is no longer made is not asked about: the order stands as it is.
      if (one.orphaned && !this.#shop.offers(command.offerId)) continue;
      if (!one.taken && !one.told && !this.#shop.wasTaken(command.offerId))
        this.fail(`R7: ${one.name} of ${page.name} is lost, and no page says so`);
    }
  }
}
