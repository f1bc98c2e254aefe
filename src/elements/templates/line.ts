import { html, nothing, type TemplateResult } from 'lit';
import { sentences, type ParcelMessages } from '../../i18n/index.js';
import { toEpoch } from '../../model/index.js';
import { agreedOf } from '../../verdicts/index.js';
import { estimateWords, eventWords, firstPromise, promiseWords, type Context } from '../telling.js';
import { place } from './place.js';

const LATE = 86;
const NOW_WHEN_LATE = 98.5;

/**
 * The promise line: solid is recorded, dashed is silence, the ring is now, the bar is expected, the tall
 * tick is the promise, which never moves, the hatch is late. One picture with one full sentence.
 *
 * @param elsewhere whether what was first promised is shown elsewhere, where something else counts now
 */
export const promiseLine = (
  context: Context,
  p: ParcelMessages,
  elsewhere = false,
): TemplateResult | undefined => {
  const { verdict, order, m, f, now, inContact } = context;
  const { promise, promiseVerdict, subject, lead } = verdict;
  const deadline = promiseVerdict?.deadline;
  const agreed = promise && agreedOf(promise);
  if (!agreed || deadline === undefined) return undefined;

  // A local time of nobody knows which zone has no place on the line.
  const last = subject?.verdict.lastEvent;
  const lastEvent = last?.at === undefined ? undefined : last;
  const delivered = promiseVerdict!.state.startsWith('kept')
    ? subject?.verdict.deliveredAt
    : undefined;
  const missed = promiseVerdict!.state === 'missed';
  const silent = lead.kind === 'missed' ? lead.silent : lead.kind === 'silent' || !inContact;
  const estimate = lead.kind === 'expected' ? lead.estimate : undefined;
  const from = toEpoch(estimate?.from);
  const until = toEpoch(estimate?.until);
  const end = Math.min(deadline, delivered ?? deadline);
  // A delivery that is recorded ends the line; otherwise the line begins at the last thing recorded. Where
  // nobody has said when anything began, it has no beginning (R3).
  const begins = [
    delivered === undefined && lastEvent
      ? {
          at: toEpoch(lastEvent.at),
          // What was only announced was never scanned.
          label:
            silent && lastEvent.phase !== 'announced' ? p.lastScanLabel : eventWords(lastEvent, m),
        }
      : undefined,
    { at: toEpoch(order.placedAt), label: p.orderedLabel },
    { at: toEpoch(promise.madeAt), label: p.madeLabel },
  ].find((each) => each?.at !== undefined && each.at < end);
  const start = Math.min(begins?.at ?? now, now, end - 1);
  const isAnotherDay = f.daysAway(deadline, now) !== 0;
  const lateMark = delivered !== undefined ? delivered > deadline : now > deadline;
  const scale = Math.max(deadline, until ?? 0) - start || 1;
  const at = (epoch: number): number =>
    Math.min(Math.max(((epoch - start) / scale) * (lateMark ? LATE : 100), 0), 100);
  const due = at(deadline);
  const ring =
    delivered !== undefined
      ? lateMark
        ? NOW_WHEN_LATE
        : at(delivered)
      : lateMark
        ? NOW_WHEN_LATE
        : at(now);

  const promiseText = promiseWords(promise, context);
  const first = firstPromise(promise, context);
  const dueDay = agreed.kind === 'date' ? deadline - 1 : deadline;
  const day = f.daysAway(dueDay, now) === 0 ? '' : f.date(dueDay, now);
  const expected = estimate && estimateWords(estimate, context);
  const spoken = sentences(
    begins && p.lineSince(begins.label, f.moment(begins.at!, now)),
    delivered !== undefined
      ? p.lineDelivered(f.moment(delivered, now), promiseText)
      : missed
        ? p.lineMissed(promiseText)
        : expected
          ? p.lineExpected(expected.words, promiseText)
          : now >= deadline
            ? p.lineMissed(promiseText)
            : p.lineOpen(promiseText),
    first,
  );
  const windowText =
    from !== undefined && until !== undefined ? `${f.time(from)}–${f.time(until)}` : undefined;
  // Two labels above need room between them.
  const crowded =
    windowText !== undefined && from !== undefined && at((from + until!) / 2) - ring < 34;

  return html`
    <div
      class="promise ${missed ? 'missed' : ''} ${lead.kind === 'expected' && lead.atRisk ? 'risk' : ''}"
      part="promise-line"
      role="img"
      aria-label=${spoken}
    >
      <div class="top" aria-hidden="true">
        ${
          delivered !== undefined
            ? html`<span class="end">${p.deliveredMark} <b>${f.brief(delivered, now)}</b></span>`
            : lateMark
              ? html`<span class="end"
                  >${missed ? html`<b class="missed-mark">${p.missedMark}</b> ` : nothing}${p.now(isAnotherDay)}
                  <b>${isAnotherDay ? f.date(now, now) : f.time(now)}</b></span
                >`
              : windowText !== undefined
                ? html`${crowded ? nothing : html`<span class=${ring < 20 ? 'start-label' : 'now-label'} ${place(ring)}>${p.now(false)} <b>${f.time(now)}</b></span>`}
                    <span
                      class="expected ${crowded || at((from! + until!) / 2) > 70 ? 'end' : ''}"
                      ${place(at((from! + until!) / 2))}
                      >${p.expected} <b dir="auto">${windowText}</b></span
                    >`
                : html`<span
                    class=${ring > 80 ? 'end' : ring < 20 ? 'start-label' : ''}
                    ${place(ring)}
                    >${p.now(false)} <b>${f.time(now)}</b></span
                  >`
        }
      </div>
      <div class="rail" aria-hidden="true">
        ${
          !begins || (silent && delivered === undefined)
            ? html`<i class="silent" ${place(0, Math.min(ring, due))}></i>`
            : html`<i class="known" ${place(0, Math.min(ring, due))}></i>`
        }
        ${lateMark ? nothing : html`<i class="ahead" ${place(ring, 100)}></i>`}
        ${windowText !== undefined && !lateMark ? html`<i class="window" ${place(at(from!), at(until!))}></i>` : nothing}
        ${lateMark && (missed || delivered !== undefined) ? html`<i class="late" ${place(due, ring)}></i>` : nothing}
        ${begins ? html`<i class="dot start"></i>` : nothing}
        <i class="due" ${place(due)}></i>
        <i class=${delivered !== undefined ? 'dot' : 'ring'} ${place(ring)}></i>
      </div>
      <div class="bottom" aria-hidden="true">
        <span>${begins ? html`${begins.label}<b>${f.brief(begins.at!, now)}</b>` : nothing}</span>
        <span ${place(0, 100 - due > 40 ? 0 : 100 - due)}
          >${agreed.kind === 'date' ? m.promisedRow : p.promisedLabel(day)}<b
            >${
              agreed.kind === 'by'
                ? m.before(f.time(deadline), '')
                : agreed.kind === 'slot'
                  ? f.span(toEpoch(agreed.from)!, deadline)
                  : promiseText
            }</b
          ></span
        >
      </div>
    </div>
    ${first && !elsewhere ? html`<p class="small">${first}</p>` : nothing}
  `;
};
