import { html, nothing, type TemplateResult } from 'lit';
import { gap, messagesFor, type RemedyMessages } from '../../i18n/index.js';
import { remedy as english } from '../../i18n/locales/en/remedy.js';
import { lawOf, lawVerdict } from '../../law/law.js';
import { toEpoch, type Blocked, type Ground, type Refund } from '../../model/index.js';
import { path as pathStyles } from '../../styles/path.js';
import { remedyStyles } from '../../styles/remedy.js';
import { refundVerdict, type RefundVerdict, type ShownOffer } from '../../verdicts/index.js';
import { announce } from '../announce.js';
import { make } from '../dom.js';
import { icon, type IconName } from '../icons.js';
import { amountWords, capital, carrierOf, methodWords, who, type Context } from '../telling.js';
import { path, refundFacts, stepNames } from '../templates/path.js';
import { wear } from '../wear.js';
import { later } from './later.js';
import { receiptText } from './receipt.js';

/** What the element lends: how an offer is drawn and pressed, and that it is drawn again. */
export interface Host {
  readonly root: ShadowRoot;
  language(): string;
  draw(): void;
  row(
    entry: ShownOffer,
    context: Context,
    more: { readonly title?: string; readonly help?: string; readonly ground?: Ground },
  ): TemplateResult;
  canAct(): boolean;
  isLocked(context: Context): boolean;
  withdraw(offerId: string, context: Context): void;
}

/** What stands around the button and the path of the money, and is needed after them. */
export class More {
  readonly #host: Host;
  /** Of which order the form is open, and what was chosen in it. */
  #form: { readonly order: string; readonly ground?: Ground } | undefined;
  /** What became of a press on the receipt, of which refund. */
  #told: { readonly reference: string; readonly words: string } | undefined;

  constructor(host: Host) {
    this.#host = host;
    wear(host.root, pathStyles, remedyStyles);
  }

  get #rm(): RemedyMessages {
    return messagesFor('remedy', this.#host.language(), english);
  }

  /** Once there is a refund: the path of the money, and what belongs to it. */
  after(refund: Refund, context: Context): TemplateResult {
    return html`<div class="column arriving">
      ${this.#money(refund, context)} ${this.#others(refund, context)}
    </div>`;
  }

  #money(refund: Refund, context: Context): TemplateResult {
    const rm = this.#rm;
    const money = refundVerdict(refund, context.asOf);
    const leads = refund === context.verdict.refund;
    return html`${path(refund, money, context, rm)} ${refundFacts(refund, context, rm)}
    ${leads ? this.#takeBack(refund, money, context) : nothing}
    ${refund.blocked ? this.#blocked(refund.blocked, money, context) : nothing}
    ${refund.reversal ? this.#note(rm.reversal, rm.reversalHelp) : nothing}
    ${leads ? html`${this.#choices(context)} ${this.#lawOf(refund, context)}` : nothing}
    ${this.#receipt(refund, context)}`;
  }

  /** The order's other refunds, the latest first, and what all of them that stand come to. */
  #others(refund: Refund, context: Context): TemplateResult | typeof nothing {
    const all = (context.order.refunds ?? []).filter(({ state }) => state !== 'withdrawn');
    const others = all.filter((each) => each !== refund).reverse();
    if (!others.length) return nothing;
    const rm = this.#rm;
    const { f, m } = context;
    const standing = all.filter(({ state }) => state !== 'failed' && state !== 'returned');
    const currency = standing[0]?.amount?.currency;
    const adds =
      standing.length > 1 && standing.every(({ amount }) => amount?.currency === currency);
    const total = standing.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0);
    const stateOf = (each: Refund): string => ({ ...rm.over, ...stepNames(each, rm) })[each.state];
    return html`<div class="stack" part="refunds">
      ${others.map(
        (each) =>
          html`<details>
            <summary class="small">
              ${rm.another(
                m.refund(each.reference),
                each.amount ? f.money(each.amount) : '',
                stateOf(each).toLocaleLowerCase(f.language),
              )}
            </summary>
            <div class="column">${this.#money(each, context)}</div>
          </details>`,
      )}
      ${
        adds && currency
          ? html`<p class="small">
              <b>${rm.inAll(f.money({ amount: total, currency }), standing.length)}</b>
            </p>`
          : nothing
      }
    </div>`;
  }

  /** Below the offers: what else can be wrong, and what the law says. */
  around(context: Context, openOffers: boolean): TemplateResult {
    return html`${this.#grounds(context)} ${openOffers ? this.#law(context) : nothing}`;
  }

  /** It came after all, or the customer has changed his mind: as long as the payout has not left. */
  #takeBack(
    { offerId, undoUntil }: Refund,
    money: RefundVerdict,
    context: Context,
  ): TemplateResult {
    const { order, verdict, action, m, f, now } = context;
    const { turnedUp } = verdict;
    const at = turnedUp?.verdict.deliveredAt;
    const rm = this.#rm;
    const busy = action?.command.type === 'withdraw' && this.#host.isLocked(context);
    const ofLine = order.offers?.some((one) => one.offerId === offerId && one.lineId !== undefined);
    return html`${
      turnedUp
        ? this.#note(
            rm.turnedUp(carrierOf(turnedUp, m), at === undefined ? '' : f.moment(at, now)),
            money.undoable ? rm.turnedUpHelp : '',
            'parcel',
          )
        : nothing
    }
    ${
      money.undoable && offerId && this.#host.canAct()
        ? html`<div class="stack">
            <button
              type="button"
              class="button"
              part="button"
              aria-disabled=${busy}
              @click=${() => this.#host.withdraw(offerId, context)}
            >
              ${busy ? m.withdrawing : ofLine ? rm.otherMind : rm.arrivedAfterAll}
              <small>${rm.arrivedUntil(f.dateTime(toEpoch(undoUntil)!, now))}</small>
            </button>
          </div>`
        : nothing
    }`;
  }

  #note(strong: string, rest: string, mark: IconName = 'recent'): TemplateResult {
    return html`<p class="note small unknown">
      ${icon(mark)}<span><b>${strong}</b>${rest}</span>
    </p>`;
  }

  /** By whom, since when, what makes it go on, who sees to it, and by when. */
  #blocked(
    { by, since, unblocks, owner, deadline }: Blocked,
    { stuck }: RefundVerdict,
    { m, f, now }: Context,
  ): TemplateResult {
    const rm = this.#rm;
    const from = toEpoch(since);
    const step = toEpoch(deadline);
    const name = by?.kind === 'customer' && !by.name ? rm.you : by ? who(by, m) : m.somebody;
    const row = (label: string, value: string, help = ''): TemplateResult =>
      html`<dt>${label}</dt>
        <dd><b>${value}</b>${help && html` <small>${help}</small>`}</dd>`;
    return html`<dl class="facts" part="facts">
      ${row(rm.heldBy, name, from === undefined ? '' : rm.since(f.dateTime(from, now)))}
      ${unblocks ? row(rm.takes, unblocks) : nothing} ${owner ? row(rm.owner, owner) : nothing}
      ${step === undefined ? nothing : row(rm.nextStep, f.stamp(step, now), stuck ? rm.stepLate : '')}
    </dl>`;
  }

  /** Goods that came after the money had left: what the backend gives. */
  #choices(context: Context): TemplateResult | typeof nothing {
    const { after } = context.verdict.offers;
    if (!after.length) return nothing;
    const rm = this.#rm;
    return html`<div class="stack">
      <p class="small">${rm.cameLate}</p>
      <div class="choices" role="group" aria-label=${context.m.whatNow} part="choices">
        ${after.map((entry) => {
          const { remedy, amount, method } = entry.offer;
          const keeps = remedy === 'keep';
          const way = methodWords(method, context.m);
          return this.#host.row(entry, context, {
            title: keeps ? rm.keep(amount ? amountWords(amount, context) : '') : rm.giveBack,
            help: !keeps ? rm.giveBackHelp : way ? rm.chargedTo(way) : rm.keepHelp,
          });
        })}
      </div>
    </div>`;
  }

  #articles(
    words: readonly string[],
    articles: readonly { readonly cited: string; readonly url: string }[],
  ): TemplateResult {
    const seen = articles.filter(
      (each, index) => articles.findIndex(({ cited }) => cited === each.cited) === index,
    );
    return html`<details class="law" part="law">
      <summary class="small">${this.#rm.law}</summary>
      <p class="small">
        ${words.map((sentence) => html`<bdi>${sentence}</bdi>${gap(sentence)}`)}
        ${seen.map(
          ({ cited, url }) =>
            html`<a href=${url} target="_blank" rel="noreferrer" lang="en" dir="auto"
              >${cited}</a
            > `,
        )}
      </p>
    </details>`;
  }

  #says({ says }: { readonly says: Readonly<Record<'en' | 'fr', string>> }): string {
    return says[/^fr\b/.test(this.#host.language()) ? 'fr' : 'en'];
  }

  /** What a broken promise means by law, and that the shop's own offer goes further. */
  #law({ order, verdict }: Context): TemplateResult | typeof nothing {
    const pack = lawOf(order.law);
    if (!pack) return nothing;
    const own = verdict.offers.shown.some(({ offer, open }) => open && offer.basis === 'promise');
    const rm = this.#rm;
    return this.#articles(
      [
        own ? rm.ownPromise : '',
        this.#says(pack.delivery),
        this.#says(pack.refund),
        rm.rightsStand,
      ].filter(Boolean),
      [pack.delivery, pack.refund],
    );
  }

  /** The day the law sets for the money, and what it adds once that has passed. */
  #lawOf(refund: Refund, { order, f, asOf }: Context): TemplateResult | typeof nothing {
    const pack = lawOf(order.law);
    if (!pack) return nothing;
    const rm = this.#rm;
    const { lastDay, growth, next } = lawVerdict(pack, refund, f.zone, asOf);
    const { late } = pack;
    const day = (date: string): string => f.civil(date);
    const due = lastDay ? rm.lawDay(day(lastDay)) : this.#says(pack.refund);
    return html`${
      growth
        ? this.#note(
            rm.lawGrown(
              growth.percent,
              f.money(growth.more),
              f.money(growth.total),
              // What was only ordered may have been paid in time, and nobody said so.
              refund.state !== 'asked' && refund.state !== 'ordered',
            ),
            next ? rm.lawGrows(next.percent, day(next.from)) : '',
          )
        : nothing
    }
    ${
      refund.state === 'settled' && !growth
        ? nothing
        : this.#articles([due, late ? this.#says(late) : ''].filter(Boolean), [
            pack.refund,
            ...(late ? [late] : []),
          ])
    }`;
  }

  /** One structured statement: what is wrong, then what is to be done. No free text. */
  #grounds(context: Context): TemplateResult | typeof nothing {
    const { order, verdict } = context;
    const told = verdict.offers.told.filter(({ open }) => open);
    if (!told.length) return nothing;
    const rm = this.#rm;
    const { reference } = order;
    const form = this.#form?.order === reference ? this.#form : undefined;
    const choose = (ground?: Ground | null): void => {
      this.#form = ground === null ? undefined : { order: reference, ...(ground && { ground }) };
      this.#host.draw();
    };
    if (!form)
      return html`<button type="button" class="button" part="button" @click=${() => choose()}>
        ${rm.other}
      </button>`;
    const grounds = (Object.keys(rm.ground) as Ground[]).filter((ground) =>
      told.some(({ offer }) => offer.grounds!.includes(ground)),
    );
    const chosen = grounds.find((ground) => ground === form.ground);
    return html`<div class="stack arriving" part="grounds">
      <fieldset>
        <legend class="heading">${rm.what}</legend>
        ${grounds.map(
          (ground) =>
            html`<label class="ground"
              ><input
                type="radio"
                name="ground"
                .checked=${ground === chosen}
                @change=${() => choose(ground)}
              />${rm.ground[ground]}</label
            >`,
        )}
      </fieldset>
      ${
        chosen
          ? html`<p class="small">${rm.attached}</p>
              <div class="choices" role="group" aria-label=${rm.thenWhat} part="choices">
                ${told
                  .filter(({ offer }) => offer.grounds!.includes(chosen))
                  .map((entry) => this.#host.row(entry, context, { ground: chosen }))}
              </div>`
          : nothing
      }
      <button type="button" class="button" part="button" @click=${() => choose(null)}>
        ${rm.close}
      </button>
    </div>`;
  }

  #receipt(refund: Refund, context: Context): TemplateResult {
    const rm = this.#rm;
    const { reference, expectedBy, state } = refund;
    const text = receiptText(refund, context, rm);
    const told = this.#told?.reference === reference ? this.#told.words : '';
    const action = (label: string, run: () => void): TemplateResult =>
      html`<button type="button" class="button" part="button" @click=${run}>${label}</button>`;
    return html`<details class="receipt" part="receipt">
      <summary class="small">${rm.receipt}</summary>
      <div class="stack">
        <pre class="small">${text}</pre>
        <div class="two">
          ${action(rm.copy, () => void this.#copy(reference, text))}
          ${action(rm.save, () => this.#save(`${reference}.txt`, text, 'text/plain'))}
          ${action(rm.print, () => window.print())}
          ${
            expectedBy && (state === 'asked' || state === 'ordered' || state === 'sent')
              ? action(rm.remind, () => void this.#remind(refund, context))
              : nothing
          }
        </div>
        ${told ? html`<p class="small">${told}</p>` : nothing}
      </div>
    </details>`;
  }

  #say(reference: string, words: string): void {
    this.#told = { reference, words };
    announce(words, this.#host.language());
    this.#host.draw();
  }

  async #copy(reference: string, text: string): Promise<void> {
    const rm = this.#rm;
    try {
      await navigator.clipboard.writeText(text);
      this.#say(reference, rm.copied);
    } catch {
      const shown = this.#host.root.querySelector('.receipt pre');
      if (shown) getSelection()?.selectAllChildren(shown);
      this.#say(reference, rm.notCopied);
    }
  }

  #save(name: string, content: string, type: string): void {
    const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
    make('a', { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  async #remind(refund: Refund, context: Context): Promise<void> {
    const rm = this.#rm;
    const { reference } = refund;
    try {
      const { reminderFile } = await import('../../calendar/calendar.js');
      const words = {
        summary: rm.remindWhat(capital(amountWords(refund.amount, context))),
        description: receiptText(refund, context, rm),
      };
      const file = reminderFile(refund, words, { host: location.hostname, now: context.now });
      if (file) this.#save(`${reference}.ics`, file, 'text/calendar');
    } catch {
      this.#say(reference, rm.notMade);
    }
  }
}

later.More = More;
