/** What was agreed, first promised, expected and asked for, side by side. */
import { gap, sentences, stopOf } from '../../i18n/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { toEpoch, type DeliveryPromise, type Revision, type Window } from '../../model/index.js';
import {
  conflictOf,
  estimateFreshness,
  isWithin,
  windowEnd,
  type Proposal,
} from '../../verdicts/index.js';
import { icon } from '../icons.js';
import { estimateWords, type Context } from '../telling.js';
import type { Part } from './part.js';
import { constraintWords, nameOf, timeWords, type Speech } from './words.js';

/** What becomes of the refund by agreeing to another time: of one that is offered, or soon will be. */
export const refundNote = ({ context, speech }: Part): TemplateResult | typeof nothing => {
  const { order, asOf, verdict } = context;
  const { sm, f, now } = speech;
  if (verdict.offers.shown.some(({ offer, open }) => open && offer.remedy === 'refund'))
    return html`<p class="small">${sm.refundEnds}</p>`;
  const opens = order.offers
    ?.filter(({ remedy, unavailable }) => remedy === 'refund' && !unavailable)
    .map(({ availableFrom }) => toEpoch(availableFrom) ?? 0)
    .find((at) => asOf < at && at - asOf < SOON);
  return opens ? html`<p class="small">${sm.refundWaits(f.moment(opens, now))}</p>` : nothing;
};

/** What counts, what was promised first, what is expected, and where it was moved without asking. */
export const factsOf = (
  part: Part,
  only: Proposal | undefined,
  canPick: boolean,
): TemplateResult => {
  const { promise, verdict, context, speech, over } = part;
  const { agreed, since, first, imposed, narrowed, proposals, conflict } = verdict;
  const { sm, f, now } = speech;
  const told = (words: (moment: string) => string, at: string | undefined): string =>
    words(at === undefined ? '' : f.moment(toEpoch(at)!, now));
  const firstTold = told(
    promise.agreed ? sm.withYou : (moment) => sm.toldBy(nameOf(promise.source, speech), moment),
    promise.madeAt,
  );
  const sinceTold =
    since &&
    told(
      (moment) => sm.agreedBy(since.answeredBy ? nameOf(since.answeredBy, speech) : '', moment),
      since.answeredAt ?? since.madeAt,
    );
  const contested = imposed ?? proposals[0];
  const standing = agreed && contested && standingOf(part, windowEnd(agreed)!);
  const hasMoved = !agreed || timeWords(agreed, speech) !== timeWords(first, speech);
  return html`<dl class="facts" part="facts">
    <dt>${since || promise.agreed || !agreed ? sm.agreed : sm.promised}</dt>
    <dd>
      ${
        agreed
          ? html`<b>${timeWords(agreed, speech)}</b>
              <small
                >${sinceTold ?? firstTold}${standing ? html`${stopOf(standing)}${gap(standing)}${standing}` : nothing}</small
              >
              ${
                conflict && !over && context.asOf < windowEnd(agreed)!
                  ? html`<span class="flag care"
                        >${icon('slash')}<b
                          >${sm.youSaid(constraintWords(conflict, speech))}</b
                        ></span
                      ><small>${sm.countsAnyway(canPick)}</small>`
                  : nothing
              }`
          : html`<span class="flag unknown"
              >${icon('unknown')}<span>${sm.unreadAgreed}</span></span
            >`
      }
    </dd>
    ${
      hasMoved
        ? html`<dt>${sm.firstPromised}</dt>
            <dd>${timeWords(first, speech)} <small>${firstTold}</small></dd>`
        : nothing
    }
    ${
      imposed
        ? html`<dt>${sm.moved}</dt>
            <dd>${moved(imposed, sm.noConsent, context, speech)}</dd>`
        : nothing
    }
    ${
      // The same time once more says nothing new.
      narrowed && !isWithin(agreed!, narrowed.window!)
        ? html`<dt>${sm.narrowed}</dt>
            <dd>${moved(narrowed, sm.withinAgreed, context, speech)}</dd>`
        : nothing
    }
    ${estimateOf(promise, agreed, context, speech)}
    ${
      only && only.revision !== imposed
        ? html`<dt>${sm.proposed}</dt>
            <dd>${moved(only.revision, '', context, speech)}</dd>`
        : nothing
    }
  </dl>`;
};

/**
 * A window that somebody else has named: who, when and why, where the sentence does not say so.
 *
 * @param how it was made without asking; empty for a proposal
 */
export const moved = (
  revision: Revision,
  how: string,
  { verdict, order, inContact }: Context,
  speech: Speech,
): TemplateResult => {
  const { sm, m, f, now } = speech;
  const { window, source, madeAt, reason, lang } = revision;
  const { lead } = verdict;
  const isTold =
    inContact &&
    ((lead.kind === 'imposed' && lead.revision === revision) ||
      (lead.kind === 'proposed' && lead.revisions.at(-1) === revision));
  const by = (how ? sm.movedBy : sm.askedBy)(
    nameOf(source, speech),
    madeAt === undefined ? '' : f.moment(toEpoch(madeAt)!, now),
  );
  const conflict = window && conflictOf(window, order.constraints, window.timeZone);
  return html`${
    window
      ? timeWords(window, speech)
      : html`<span class="flag unknown">${icon('unknown')}<b>${sm.unreadWindow}</b></span>
          <small>${sm.unreadWindowHelp}</small>`
  }
  ${
    isTold
      ? how && html`<small>${how}</small>`
      : html`<small
          >${f.list([by, how])}${
            reason
              ? html`${m.stop}${gap(m.stop)}${sm.reason}${gap(sm.reason)}<span
                    lang=${lang ?? nothing}
                    dir="auto"
                    >${m.quoted(reason)}</span
                  >`
              : nothing
          }</small
        >`
  }
  ${
    conflict
      ? html`<span class="flag bad"
          >${icon('slash')}<b>${sm.youSaid(constraintWords(conflict, speech))}</b></span
        >`
      : nothing
  }`;
};

/** Today's estimate, while it may be repeated (R2): beside what was agreed, never instead. */
const estimateOf = (
  promise: DeliveryPromise,
  agreed: Window | undefined,
  { verdict, asOf }: Context,
  speech: Speech,
): TemplateResult | typeof nothing => {
  const { sm, m, f, now } = speech;
  const { shipment } =
    verdict.shipments.find(({ shipment: { id } }) => id === promise.shipmentId) ??
    (promise.shipmentId === undefined && verdict.shipments.length === 1
      ? verdict.shipments[0]!
      : { shipment: undefined });
  const estimate = shipment?.estimate;
  const fresh = estimate && estimateFreshness(estimate, promise.timeZone, asOf);
  const words = estimate && estimateWords(estimate, speech);
  if (!words || (fresh!.state !== 'live' && fresh!.state !== 'recent')) return nothing;
  const { from, until, date, source, observedAt } = estimate;
  const whole: Window | undefined =
    from !== undefined && until !== undefined && Date.parse(from) < Date.parse(until)
      ? { kind: 'slot', from, before: until, timeZone: promise.timeZone }
      : date !== undefined
        ? { kind: 'date', date, timeZone: promise.timeZone }
        : undefined;
  const kind = !agreed || !whole ? sm.estimate : isWithin(whole, agreed) ? sm.within : sm.outside;
  const name = source?.name ?? shipment?.carrier?.name ?? m.carrier;
  return html`<dt>${sm.expected}</dt>
    <dd>
      ${whole ? timeWords(whole, speech) : words.words}
      <small>${sentences(kind, m.toldUs(name, f.ago(now - toEpoch(observedAt)!)))}</small>
    </dd>`;
};

/** Beside what somebody else wants: whether what was agreed counts or, only where that is known, was not kept. */
const standingOf = (
  { promise, context: { verdict, asOf }, speech: { sm }, over }: Part,
  end: number,
): string => {
  const state = verdict.promise?.id === promise.id && verdict.promiseVerdict?.state;
  // What was given up before its time was broken by nobody.
  const wasAwaited =
    over !== 'cancelled' &&
    (over !== 'paid' ||
      (toEpoch(verdict.refund?.askedAt ?? verdict.refund?.orderedAt) ?? 0) >= end);
  return state === 'kept-late' || (state === 'missed' && wasAwaited)
    ? sm.notKept
    : over || asOf >= end
      ? ''
      : sm.stillCounts;
};

/** Milliseconds: a refund that will be offered so soon is on the customer's mind. */
const SOON = 86_400_000;
