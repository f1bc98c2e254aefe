import { html, nothing, type TemplateResult } from 'lit';
import {
  gap,
  sentences,
  stopOf,
  stopped,
  type CheckoutMessages,
  type Formatter,
} from '../../i18n/index.js';
import {
  toEpoch,
  type BasketCheck,
  type BasketChoice,
  type BasketLine,
  type StockBatch,
} from '../../model/index.js';
import {
  BASKET_MAX_AGE,
  basketAfter,
  isNow,
  type BasketLineVerdict,
  type BasketVerdict,
} from '../../verdicts/basket.js';
import { isAhead } from '../../verdicts/freshness.js';
import { icon } from '../icons.js';
import { head } from '../templates/head.js';
import { contactLink } from '../templates/contact.js';
import type { Telling } from '../telling.js';

/** What was asked: the lines, and what the page's own basket was then. */
export interface Question {
  /** `undefined`: the page did not say, or nobody can read what it said. */
  readonly lines: readonly BasketLine[] | undefined;
  readonly basis: string;
  readonly choice?: BasketChoice | undefined;
}

/** Why nobody can say. */
export type Doubt = 'noAnswer' | 'offline' | 'noSense' | 'incomplete' | 'noBasket';

/** What the customer is told before anything is paid. */
export type Panel = {
  readonly question: Question;
  readonly check?: BasketCheck | undefined;
} & (
  | {
      readonly kind: 'changed';
      readonly check: BasketCheck;
      readonly verdict: BasketVerdict;
      /** Whether it replaces another answer that the customer has seen. */
      readonly again: boolean;
      /** When the answer came, server time. */
      readonly at: number;
    }
  | { readonly kind: 'unsure'; readonly verdict: BasketVerdict; readonly doubt: Doubt }
  | { readonly kind: 'not-taken' }
  | { readonly kind: 'noted' }
);

/** What the panel needs to be drawn. */
export interface View {
  readonly m: CheckoutMessages;
  readonly f: Formatter;
  readonly now: number;
  readonly level: number;
  /** The question that is on its way; `choiceId` if a choice was pressed. */
  readonly asking: { readonly choiceId: string | undefined; readonly quiet: boolean } | undefined;
  readonly mayPayUnsure: boolean;
  readonly expanded: boolean;
  readonly toggle: () => void;
  readonly take: (choice: BasketChoice) => void;
  readonly again: () => void;
  readonly anyway: () => void;
  readonly leave: () => void;
}

/** Lines that are told at once; the others are one press away. */
const FIRST = 5;

/** Until when the answer may be repeated: as long as it holds the units, else as its source allows. */
export const validUntil = ({ check }: { check: BasketCheck }): number =>
  toEpoch(check.hold?.until) ??
  (toEpoch(check.observedAt) ?? 0) + (check.maxAge ?? BASKET_MAX_AGE) * 1000;

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);

/** The panel: sentence, source, facts, ways to go on, a person. */
export const panelTemplate = (panel: Panel, view: View): TemplateResult => {
  const { m, level } = view;
  const { check } = panel;
  const gone = isGone(panel, view);
  return html`<article class="card arriving" part="card">
    ${head(tell(panel, view), m.before, undefined, level)} ${gone ? nothing : facts(panel, view)}
    <div class="stack">
      <p class="heading" id="choices">${m.choices}</p>
      <div class="choices" part="choices" role="group" aria-labelledby="choices">
        ${rows(panel, view)}
      </div>
    </div>
    <div class="way small" part="contact">${icon('phone')}<span>${person(check, view)}</span></div>
  </article>`;
};

/** Whether what the panel told may no longer be repeated. */
const isGone = (panel: Panel, { now }: View): boolean =>
  panel.kind === 'changed' && now >= validUntil(panel);

/** What is said first, and where it comes from. */
export const tell = (panel: Panel, view: View): Telling => {
  const { m, f, now } = view;
  if (panel.kind === 'unsure')
    return {
      kind: 'unsure',
      tone: 'unknown',
      icon: panel.doubt === 'offline' ? 'offline' : 'unknown',
      sentence: m.unconfirmed,
      strong: m[panel.doubt],
      source: view.mayPayUnsure ? m.notCharged : sentences(m.blocked, m.notCharged),
    };
  if (panel.kind === 'not-taken')
    return {
      kind: 'not-taken',
      tone: 'care',
      icon: 'cross',
      sentence: m.notTaken,
      strong: m.notCharged,
      source: m.pageKept,
    };
  if (panel.kind === 'noted') {
    const { channel } = panel.question.choice!;
    return {
      kind: 'noted',
      tone: 'good',
      icon: 'done',
      sentence: m.noted,
      strong: m.notCharged,
      source: channel === undefined ? '' : m.writesTo(channel),
    };
  }
  const { check, verdict, again } = panel;
  if (isGone(panel, view)) {
    const until = toEpoch(check.hold?.until);
    return {
      kind: 'ended',
      tone: 'unknown',
      icon: 'old',
      sentence: until === undefined ? m.tooOld : m.holdEnded(f.brief(until, now)),
      strong: m.notCharged,
      source: m.askingAgain,
    };
  }
  const age = now - (verdict.freshness.observedAt ?? now);
  const isOld = age >= 60_000;
  return {
    kind: 'changed',
    tone: 'good',
    icon: 'done',
    sentence: sentenceOf(verdict, m),
    strong: isOld ? m.checked(f.ago(age)) : again ? m.changedNow : m.checkedNow,
    source: again && !isOld ? m.notCharged : m.whole,
  };
};

const sentenceOf = ({ lines }: BasketVerdict, m: CheckoutMessages): string => {
  const short = lines.filter(({ state }) => state === 'short');
  const count = sum(short.map(({ broken }) => broken));
  const say = short.every(({ broken, missing }) => missing >= broken)
    ? m.soldOut
    : short.some(({ line }) => line.promised?.some((batch) => !isNow(batch)))
      ? m.notAsTold
      : m.notOnShelf;
  if (short.length !== 1)
    return say(m.things(count, sum(lines.map(({ line }) => line.quantity))), count);
  const { line, checked } = short[0]!;
  const { quantity } = line;
  const noun = line.noun ?? checked?.noun;
  const nouns = line.nouns ?? checked?.nouns;
  const name = nameOf(short[0]!);
  return say(
    quantity === 1
      ? noun
        ? m.yours(noun)
        : name
      : nouns
        ? m.goods(count, quantity, nouns)
        : m.named(count, quantity, name),
    count,
  );
};

const nameOf = ({ line, checked }: BasketLineVerdict): string =>
  line.name ?? checked?.name ?? line.sku;

/** What can be had of the lines that are not as told; the others are counted. */
const facts = (panel: Panel, view: View): TemplateResult | typeof nothing => {
  if (panel.kind !== 'changed' && panel.kind !== 'unsure') return nothing;
  const { m, f, now, expanded } = view;
  const { lines, hold } = panel.verdict;
  const telling = lines.filter(({ state }) => state !== 'as-promised');
  const rest = lines.length - telling.length;
  // Nothing is known of any of them: the sentence has said so.
  if (panel.kind === 'unsure' && !rest) return nothing;
  const shown = expanded ? telling : telling.slice(0, FIRST);
  const until = toEpoch(hold?.until);
  return html`<div class="stack">
    ${
      lines.length === 1
        ? factsOf(telling[0]!, panel.verdict, view)
        : html`<ul class="rows">
            ${shown.map(
              (verdict) =>
                html`<li>
                  <p class="heading name">
                    <bdi>${verdict.line.quantity} × ${nameOf(verdict)}</bdi>
                  </p>
                  ${factsOf(verdict, panel.verdict, view)}
                </li>`,
            )}
          </ul>`
    }
    ${
      telling.length > FIRST
        ? html`<button
            type="button"
            class="button"
            part="button"
            aria-expanded=${expanded}
            @click=${view.toggle}
          >
            ${expanded ? m.showFewer : m.showAll(telling.length)}
          </button>`
        : nothing
    }
    ${rest ? html`<p class="small">${m.rest(rest)}</p>` : nothing}
    ${until === undefined ? nothing : html`<p class="small">${m.afterHold(f.brief(until, now))}</p>`}
  </div>`;
};

/** Units of a line that are held. */
const heldOf = ({ line, now }: BasketLineVerdict, { hold }: BasketVerdict): number =>
  !hold
    ? 0
    : Math.min(
        now,
        hold.lines
          ? sum(
              hold.lines.filter(({ lineId }) => lineId === line.id).map(({ quantity }) => quantity),
            )
          : now,
      );

const factsOf = (
  verdict: BasketLineVerdict,
  basket: BasketVerdict,
  { m, f, now }: View,
): TemplateResult => {
  const { line, checked, later, missing, state } = verdict;
  const units = (count: number): string => {
    const noun = count === 1 ? (line.noun ?? checked?.noun) : (line.nouns ?? checked?.nouns);
    return m.units(count, line.quantity, noun);
  };
  if (state === 'unknown')
    return html`<dl class="facts" part="facts">
      <dt>${m.unknown}</dt>
      <dd>${m.unknownHelp}</dd>
    </dl>`;
  const held = heldOf(verdict, basket);
  const time = f.brief(toEpoch(basket.hold?.until) ?? now, now);
  const told = line.promised?.some((batch) => !isNow(batch)) ? line.promised : undefined;
  return html`<dl class="facts" part="facts">
    ${
      told
        ? html`<dt>${m.told}</dt>
            <dd>${f.list(told.map((batch) => briefly(batch, m, f, now)))}</dd>`
        : nothing
    }
    ${
      verdict.now
        ? html`<dt>${m.now}</dt>
            <dd>
              <b>${units(verdict.now)}</b>${
                held === verdict.now ? m.held(time) : held ? m.someHeld(held, time) : nothing
              }${checked?.where ? html`<small>${checked.where}</small>` : nothing}
            </dd>`
        : nothing
    }
    ${later.map(
      (batch, index) =>
        html`<dt>${index ? nothing : m.later}</dt>
          <dd>
            <b>${units(batch.quantity)}</b
            >${m.about(isAhead(batch.from, now) ? f.civil(batch.from) : undefined)}${
              batch.condition ? html`<small>${m[batch.condition]}</small>` : nothing
            }
          </dd>`,
    )}
    ${
      missing
        ? html`<dt>${m.none}</dt>
            <dd><b>${units(missing)}</b></dd>`
        : nothing
    }
  </dl>`;
};

const briefly = (batch: StockBatch, m: CheckoutMessages, f: Formatter, now: number): string =>
  isNow(batch)
    ? `${batch.quantity} ${m.now.toLowerCase()}`
    : m.comes(
        batch.quantity,
        m.about(isAhead(batch.from, now) ? f.shortDate(batch.from) : undefined),
      );

/** The ways to go on, equal in weight; none is chosen beforehand, going back is always among them. */
const rows = (panel: Panel, view: View): TemplateResult[] => {
  const { m, asking } = view;
  const busy = asking !== undefined && !asking.quiet;
  const found: TemplateResult[] = [];
  if (panel.kind === 'changed') {
    const locked = busy || isGone(panel, view);
    for (const choice of panel.check.choices ?? []) {
      if (!isOffered(choice)) continue;
      const { unavailable } = choice;
      found.push(
        row(
          titleOf(choice, panel.verdict, view),
          unavailable
            ? m.notPossible(unavailable.reason)
            : busy && asking.choiceId === choice.choiceId
              ? m.checking
              : consequenceOf(choice, panel.verdict, view),
          () => view.take(choice),
          locked || unavailable !== undefined,
          unavailable !== undefined,
        ),
      );
    }
  }
  if (panel.kind === 'unsure') {
    found.push(row(m.again, busy ? m.checking : m.againHelp, view.again, busy));
    if (view.mayPayUnsure) found.push(row(m.anyway, m.anywayHelp, view.anyway, busy));
  }
  const verdict = panel.kind === 'changed' && !isGone(panel, view) ? panel.verdict : undefined;
  const held = verdict ? sum(verdict.lines.map((line) => heldOf(line, verdict))) : 0;
  found.push(
    row(
      m.back,
      held
        ? m.staysHeld(held, view.f.brief(toEpoch(verdict!.hold!.until)!, view.now))
        : m.nothingCharged,
      view.leave,
    ),
  );
  return found;
};

const row = (
  title: string,
  detail: string,
  press: () => void,
  locked = false,
  unavailable = false,
): TemplateResult =>
  html`<button type="button" aria-disabled=${locked} @click=${() => !locked && press()}>
    <span><b>${title}</b> <small>${detail}</small></span
    >${icon(unavailable ? 'slash' : 'chevron', 'flip')}
  </button>`;

/** A choice that leaves nothing to pay for makes sense only where the customer wants to be told. */
const isOffered = ({ kind, lines }: BasketChoice): boolean => lines.length > 0 || kind === 'notify';

const titleOf = (choice: BasketChoice, { lines }: BasketVerdict, { m, f }: View): string => {
  const { total, dueNow, kind } = choice;
  const amount =
    total && dueNow
      ? m.dueNow(f.money(dueNow), f.money(total))
      : total
        ? m.amount(f.money(total))
        : '';
  const count = sum(choice.lines.map(({ quantity }) => quantity));
  const one = lines.length === 1;
  switch (kind) {
    case 'all':
      return one ? m.pay(count, amount) : m.payAll(amount);
    case 'available':
      return one ? m.payShelf(count, amount) : m.payAllShelf(amount);
    case 'swap':
      return m.swap(choice.goods, amount);
    case 'notify':
      return count ? m.payRest(amount) : m.beTold;
  }
};

/** What a choice leads to: what can leave now, what comes when, and what the shop says of it. */
const consequenceOf = (choice: BasketChoice, verdict: BasketVerdict, view: View): string => {
  const { m, f } = view;
  const batches = basketAfter(choice, verdict).flatMap(
    ({ promised, quantity }): readonly StockBatch[] => promised ?? [{ quantity }],
  );
  const now = sum(batches.filter(isNow).map(({ quantity }) => quantity));
  const later = new Map<string, number>();
  for (const { from, condition, quantity } of batches.filter((batch) => !isNow(batch))) {
    // The condition stands among the facts, but for what was not asked about.
    const words =
      m.about(isAhead(from, view.now) ? f.shortDate(from) : undefined) +
      (choice.kind === 'swap' && condition ? `${f.locale.comma}${m[condition]}` : '');
    later.set(words, (later.get(words) ?? 0) + quantity);
  }
  const words = f.list([
    ...(now ? [later.size ? m.canLeave(now) : m.allCanLeave(now)] : []),
    ...[...later].map(([about, count]) => m.comes(count, about)),
  ]);
  const told = [
    batches.length ? words : m.nothingPaid,
    choice.kind === 'notify' && m.writes(choice.channel),
    f.apart(choice.note?.replace(/[.。]$/, '')),
  ].filter((each) => !!each) as string[];
  // A date may end with a full stop of its own.
  return sentences(...told.slice(0, -1).map(stopped), told.at(-1));
};

/** The way out (R10): who the backend names, else the shop's own words. */
const person = (check: BasketCheck | undefined, { m, f, now }: View): unknown => {
  for (const contact of check?.contacts ?? []) {
    const link = contactLink(contact, m, f, now);
    if (link) return html`${m.person}${gap(m.person)}${link}${stopOf(m.person)}`;
  }
  return html`<slot name="help">${m.personNoWay}</slot>`;
};
