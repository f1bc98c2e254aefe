import {
  sentences,
  formatterFor,
  messagesFor,
  type Formatter,
  type WishMessages,
} from '../../i18n/index.js';
import { wishes as english } from '../../i18n/locales/en/wishes.js';
import { toEpoch, type Channel, type StockLevel, type Subscription } from '../../model/index.js';
import { Wishes, type Store, type WishState } from '../../store/index.js';
import { wishStyles } from '../../styles/wish.js';
import { announce, prepareAnnouncements } from '../announce.js';
import { linkButton, make, withAttributes } from '../dom.js';

/** What is to be shown below the source line. */
interface Facts {
  readonly store: Store;
  readonly sku: string;
  readonly level: StockLevel;
  readonly wanted: number;
  /** Server time, epoch milliseconds. */
  readonly now: number;
  readonly language: string;
  /** Whether a wish can be noted now. */
  readonly isOffered: boolean;
  /** Whether the form is open. */
  readonly tells: boolean;
  /** Whether the names behind the claim are shown. */
  readonly names: boolean;
}

/** The channels for which an address has to be asked, if the shop has none; and how it is written. */
const FIELDS = {
  email: { type: 'email', autocomplete: 'email', inputmode: 'email' },
  sms: { type: 'tel', autocomplete: 'tel', inputmode: 'tel' },
} as const;

const fieldOf = ({ kind, label }: Channel): keyof typeof FIELDS | undefined =>
  label === undefined && kind in FIELDS ? (kind as keyof typeof FIELDS) : undefined;

/** Below the source line of a badge: who says so, and the wish to be told when enough is there. */
export class More {
  readonly node = make('div', { class: 'more small' });
  readonly #open: (tells: boolean) => void;
  readonly #input = make('input', { class: 'input', part: 'input', id: 'address', required: '' });
  #shown = '';
  #facts: Facts | undefined;
  #stop: (() => void) | undefined;
  /** The channel whose address is asked for, and whether the last one could not be read. */
  #chosen: string | undefined;
  #isUnreadable = false;
  #said = '';

  /** @param open opens or closes the form */
  constructor(root: ShadowRoot, open: (tells: boolean) => void) {
    this.#open = open;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, wishStyles.styleSheet!];
    prepareAnnouncements();
  }

  draw(facts: Facts): void {
    if (this.#facts?.sku !== facts.sku || this.#facts.store !== facts.store) this.#forget();
    this.#facts = facts;
    const { store, sku, level, wanted, now, language, isOffered, tells, names } = facts;
    const m = messagesFor('wishes', language, english);
    const f = formatterFor(language);
    const wishes = store.part(Wishes);
    this.#stop ??= wishes.watch(() => {
      if (this.node.isConnected) return this.#redraw();
      this.#stop?.();
      this.#stop = undefined;
    });
    const { subscription, channels = [] } = level;
    const state = wishes.state(sku, subscription);
    const isSending = state?.phase === 'sending';
    const word = state && wordOf(state, m);
    const status = subscription && statusOf(subscription, m, f, now);
    const isWaiting = subscription?.state === 'waiting';
    // What the shop has taken is not asked for again.
    const isTaken = state?.phase === 'done' || state?.phase === 'pending';
    if (isTaken || isWaiting) this.#input.value = '';
    // What is noted is not asked; taken back, it is asked only on another press.
    if (isWaiting && tells) this.#open(false);
    const asks = isOffered && tells && !isWaiting && !isTaken;
    const source = names ? sourceOf(level, m, f, now) : '';

    // Built anew only when something else is to be seen: somebody may be writing.
    const shown = JSON.stringify([
      language,
      wanted,
      source,
      word,
      status,
      asks && [channels, this.#chosen, this.#isUnreadable],
      isOffered,
      isSending,
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const focused = (this.node.getRootNode() as ShadowRoot).activeElement;

    const parts: Node[] = [];
    if (source) parts.push(make('p', {}, source));
    const wish = make('div', { class: 'wish', part: 'wish', tabindex: '-1' });
    if (word || status) {
      const said = make('p', {}, sentences(status, word));
      if (isWaiting && !isTaken)
        said.append(
          ' ',
          this.#link(m.stop, isSending, () => this.#unsubscribe(subscription)),
        );
      else if (status && isOffered && !asks && !isTaken)
        said.append(
          ' ',
          this.#link(m.again, isSending, () => this.#open(true)),
        );
      wish.append(said);
    }
    if (asks) wish.append(this.#form(channels, wanted, isSending, m));
    if (wish.firstChild) parts.push(wish);
    const hadFocus = this.node.contains(focused);
    this.node.replaceChildren(...parts);
    // What was pressed may be gone: whoever came by keyboard goes on where the answer is told.
    if (hadFocus) (focused === this.#input && this.#input.isConnected ? this.#input : wish).focus();

    const aloud = word ?? status ?? '';
    if (this.#said && aloud && aloud !== this.#said) announce(aloud, language);
    this.#said = aloud || ' ';
  }

  #form(
    channels: readonly Channel[],
    wanted: number,
    isSending: boolean,
    m: WishMessages,
  ): HTMLElement {
    const form = make(
      'div',
      { role: 'group', 'aria-labelledby': 'how' },
      make('b', { id: 'how' }, m.how(wanted)),
    );
    const choices = make('div', { class: 'choices' });
    // A single address that has to be asked for is asked for at once.
    const chosen =
      channels.length === 1 && fieldOf(channels[0]!)
        ? channels[0]
        : channels.find(({ id }) => id === this.#chosen);
    for (const channel of channels) {
      if (channels.length === 1 && channel === chosen) break;
      const choice = make(
        'button',
        { type: 'button', part: 'button', 'aria-disabled': `${isSending}` },
        make('b', {}, m.channel[channel.kind]),
      );
      if (channel.label) choice.append(' ', make('span', {}, channel.label));
      if (fieldOf(channel)) choice.setAttribute('aria-expanded', `${channel === chosen}`);
      choice.addEventListener('click', () => {
        if (!fieldOf(channel)) return this.#subscribe(channel);
        this.#chosen = channel === chosen ? undefined : channel.id;
        this.#isUnreadable = false;
        this.#redraw();
        if (this.#chosen) this.#input.focus();
      });
      choices.append(choice);
    }
    if (choices.firstChild) form.append(choices);
    const field = chosen && fieldOf(chosen);
    if (field) form.append(...this.#address(chosen, field, isSending, m));
    return form;
  }

  /** One address, with its own kind of keyboard. Enter sends it, and so does the button. */
  #address(
    channel: Channel,
    field: keyof typeof FIELDS,
    isSending: boolean,
    m: WishMessages,
  ): Node[] {
    const input = this.#input;
    withAttributes(input, FIELDS[field]);
    input.setAttribute('aria-invalid', `${this.#isUnreadable}`);
    const send = (): void => {
      input.value = input.value.trim();
      this.#isUnreadable = !input.checkValidity();
      if (this.#isUnreadable) {
        this.#redraw();
        input.focus();
      } else this.#subscribe(channel, input.value);
    };
    input.onkeydown = (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      send();
    };
    const button = make(
      'button',
      { type: 'button', class: 'send', part: 'button', 'aria-disabled': `${isSending}` },
      m.send,
    );
    button.addEventListener('click', send);
    const nodes: Node[] = [
      make('label', { for: 'address' }, m.address[field]),
      make('div', { class: 'row' }, input, button),
    ];
    if (this.#isUnreadable) {
      input.setAttribute('aria-describedby', 'problem');
      nodes.push(make('p', { id: 'problem', class: 'problem' }, m.unreadable[field]));
    } else input.removeAttribute('aria-describedby');
    return nodes;
  }

  #link(label: string, isLocked: boolean, run: () => void): HTMLButtonElement {
    return linkButton(label, run, { 'aria-disabled': `${isLocked}` });
  }

  #subscribe({ id }: Channel, address?: string): void {
    const { store, sku, wanted, language } = this.#facts!;
    void store.part(Wishes).send(
      sku,
      {
        type: 'subscribe',
        sku,
        quantity: wanted,
        channel: id,
        ...(address !== undefined && { address }),
      },
      language,
    );
  }

  #unsubscribe({ id }: Subscription): void {
    const { store, sku, language } = this.#facts!;
    void store.part(Wishes).send(sku, { type: 'unsubscribe', subscription: id }, language);
  }

  #redraw(): void {
    if (this.#facts) this.draw(this.#facts);
  }

  #forget(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#shown = this.#said = '';
    this.#chosen = undefined;
    this.#isUnreadable = false;
    this.#input.value = '';
  }
}

/** Who said it and when, and where the units are. */
const sourceOf = (
  { source, where, observedAt }: StockLevel,
  m: WishMessages,
  f: Formatter,
  now: number,
): string =>
  sentences(
    source && m.saidBy(source.name ?? m.kinds[source.kind], f.moment(toEpoch(observedAt)!, now)),
    where && where !== source?.name ? m.countedAt(where) : undefined,
  );

/** How the wish stands, in the shop's own record. */
const statusOf = (
  { state, quantity = 1, channel, since, until, toldAt }: Subscription,
  m: WishMessages,
  f: Formatter,
  now: number,
): string => {
  const moment = (at: string | undefined) => at && f.moment(toEpoch(at)!, now);
  const day = until && f.date(toEpoch(until)!, now);
  switch (state) {
    case 'waiting':
      return m.waiting(quantity, channel?.kind, channel?.label, moment(since), day);
    case 'back':
      return m.back(moment(toldAt));
    case 'expired':
      return m.expired(day);
    default:
      return m[state];
  }
};

/** What became of the last press; the subscription alone says what holds. */
const wordOf = ({ type, phase, outcome, code }: WishState, m: WishMessages): string => {
  switch (phase) {
    case 'sending':
      return m.asking;
    case 'done':
      return m.noted;
    case 'pending':
      return m.pending;
    case 'unknown':
      return type === 'subscribe' ? m.lost : m.lostStop;
    case 'not-sent':
      return code === 'offline' ? m.offline : code === 'forbidden' ? m.signIn : m.refused;
    case 'refused':
      return sentences(outcome?.reason ?? m.refused, outcome?.nextStep);
  }
};
