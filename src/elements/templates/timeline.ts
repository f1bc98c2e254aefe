import { html, nothing, type TemplateResult } from 'lit';
import { toEpoch, type TrackingEvent } from '../../model/index.js';
import {
  distinctEvents,
  happenedBy,
  isDay,
  wallOf,
  type JudgedShipment,
} from '../../verdicts/index.js';
import { icon, type IconName } from '../icons.js';
import { carrierOf, eventWords, type Context } from '../telling.js';
import { gap, type ParcelMessages } from '../../i18n/index.js';

/** Events that are shown at once. */
export const FIRST = 5;
const WRONG = ['attempted', 'problem', 'returning', 'returned', 'cancelled'];

/**
 * What was recorded, newest first, by day; five at once. Nothing is hidden: an event without a time,
 * or dated in the future, stands at the end and says so.
 */
export const timeline = (
  subject: JudgedShipment,
  context: Context,
  p: ParcelMessages,
  all: boolean,
): TemplateResult => {
  const { m, f, now } = context;
  // Sorting keeps the order of those that are equal, and that does not depend on how they were told.
  const sorted = [...distinctEvents(subject.shipment)].sort(
    (a, b) => (happenedBy(b, now) ?? -Infinity) - (happenedBy(a, now) ?? -Infinity) || 0,
  );
  let last: string | undefined;
  return html`<ol class="timeline" part="timeline" aria-label=${p.recorded}>
    ${(all ? sorted : sorted.slice(0, FIRST)).map((event, index, shown) => {
      const dayOf = (one: TrackingEvent): string => {
        const at = happenedBy(one, now);
        return at === undefined ? m.noTime : (one.at ? f : f.wall).date(at, now);
      };
      const day = dayOf(event);
      const first = day !== last;
      last = day;
      const next = shown[index + 1];
      return row(event, subject, context, p, first ? day : undefined, !next || dayOf(next) !== day);
    })}
  </ol>`;
};

const row = (
  event: TrackingEvent,
  subject: JudgedShipment,
  context: Context,
  p: ParcelMessages,
  day: string | undefined,
  ends: boolean,
): TemplateResult => {
  const { m, f, now } = context;
  const at = toEpoch(event.at);
  const local = at === undefined ? wallOf(event.localTime) : undefined;
  const future = (at ?? local) !== undefined && happenedBy(event, now) === undefined;
  const name = event.source?.name ?? carrierOf(subject, m);
  const current = event === subject.verdict.event;
  const mark: IconName = WRONG.includes(event.phase ?? '')
    ? 'cross'
    : event.phase === 'delivered'
      ? 'done'
      : event.phase
        ? 'dot'
        : 'unknown';
  const said =
    event.phase && event.words && !(event.movement && event.place)
      ? m.quoted(event.words)
      : undefined;
  const words = eventWords(event, m);
  // Without a phase these are the carrier's own words, in its language.
  const lang = event.phase ? undefined : event.words && event.lang;
  const place = event.movement && event.phase === 'in-transit' ? undefined : event.place;
  const details = [
    event.phase === undefined ? p.inTheirWords(name) : name,
    place,
    at === undefined && (future || local === undefined) ? event.localTime : undefined,
    at === undefined && event.localTime ? m.localTime : undefined,
    future && at !== undefined ? f.dateTime(at, now) : undefined,
    future && p.future,
  ];
  return html`<li
    class="${mark === 'cross' ? 'care' : ''} ${ends ? 'last' : ''}"
    aria-current=${current ? 'step' : nothing}
  >
    ${day === undefined ? nothing : html`<p class="day">${day}</p>`}
    ${
      at !== undefined && !future
        ? html`<time datetime=${new Date(at).toISOString()}>${f.time(at)}</time>`
        : local !== undefined && !isDay(event) && !future
          ? html`<time datetime=${new Date(local).toISOString().slice(0, 16)}
              >${f.wall.time(local)}</time
            >`
          : html`<span class="notime">–</span>`
    }
    ${icon(mark)}
    <div>
      ${
        current
          ? html`<b lang=${lang ?? nothing} dir=${lang ? 'auto' : nothing}>${words}</b>`
          : html`<span lang=${lang ?? nothing} dir=${lang ? 'auto' : nothing}>${words}</span>`
      }
      <small
        >${f.list(details)}${said ? html`${f.locale.comma}<span lang=${event.lang ?? nothing} dir="auto">${said}</span>` : nothing}${event.party && m.theirDoing[event.party] ? html`${m.stop}${gap(m.stop)}${m.theirDoing[event.party]}` : nothing}</small
      >
    </div>
  </li>`;
};
