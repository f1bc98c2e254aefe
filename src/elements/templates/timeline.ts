import { html, nothing, type TemplateResult } from 'lit';
import { toEpoch, type TrackingEvent } from '../../model/index.js';
import {
  distinctEvents,
  happened,
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

/** What a row says of its event, whatever stands beside it. */
interface Told {
  readonly day: string;
  readonly time: TemplateResult;
  readonly mark: IconName;
  readonly words: string;
  /** Without a phase these are the carrier's own words, in its language. */
  readonly lang: string | undefined;
  readonly details: TemplateResult;
}

const known = new WeakMap<TrackingEvent, readonly [told: Told, ...madeFrom: unknown[]]>();

/** Worked out once for each minute: most of a record was there before. */
const toldOf = (
  event: TrackingEvent,
  future: boolean,
  subject: JudgedShipment,
  { m, f, now }: Context,
  p: ParcelMessages,
): Told => {
  const name = event.source?.name ?? carrierOf(subject, m);
  const madeFrom = [m, f, p, name, future, Math.floor(now / 60_000)];
  const [last, ...before] = known.get(event) ?? [];
  if (last && madeFrom.every((each, index) => each === before[index])) return last;
  const at = toEpoch(event.at);
  const local = at === undefined ? wallOf(event.localTime) : undefined;
  const place = at ?? local;
  const said =
    event.phase && event.words && !(event.movement && event.place)
      ? m.quoted(event.words)
      : undefined;
  const details = [
    event.phase === undefined ? p.inTheirWords(name) : name,
    event.movement && event.phase === 'in-transit' ? undefined : event.place,
    at === undefined && (future || local === undefined) ? event.localTime : undefined,
    at === undefined && event.localTime ? m.localTime : undefined,
    future && at !== undefined ? f.dateTime(at, now) : undefined,
    future && p.future,
  ];
  const told: Told = {
    day: future || place === undefined ? m.noTime : (event.at ? f : f.wall).date(place, now),
    time:
      at !== undefined && !future
        ? html`<time datetime=${new Date(at).toISOString()}>${f.time(at)}</time>`
        : local !== undefined && !isDay(event) && !future
          ? html`<time datetime=${new Date(local).toISOString().slice(0, 16)}
              >${f.wall.time(local)}</time
            >`
          : html`<span class="notime">–</span>`,
    mark: WRONG.includes(event.phase ?? '')
      ? 'cross'
      : event.phase === 'delivered'
        ? 'done'
        : event.phase
          ? 'dot'
          : 'unknown',
    words: eventWords(event, m),
    lang: event.phase ? undefined : event.words && event.lang,
    details: html`${f.list(details)}${said ? html`${f.locale.comma}<span lang=${event.lang ?? nothing} dir="auto">${said}</span>` : nothing}${event.party && m.theirDoing[event.party] ? html`${m.stop}${gap(m.stop)}${m.theirDoing[event.party]}` : nothing}`,
  };
  known.set(event, [told, ...madeFrom]);
  return told;
};

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
  const { now } = context;
  // Sorting keeps the order of those that are equal, and that does not depend on how they were told.
  const sorted = distinctEvents(subject.shipment)
    .map((event) => ({ event, place: happenedBy(event, now) ?? -Infinity }))
    .sort((a, b) => b.place - a.place || 0);
  const rows = (all ? sorted : sorted.slice(0, FIRST)).map(({ event, place }) => ({
    event,
    ...toldOf(event, place === -Infinity && happened(event) !== undefined, subject, context, p),
  }));
  return html`<ol class="timeline" part="timeline" aria-label=${p.recorded}>
    ${rows.map(({ event, day, time, mark, words, lang, details }, index) => {
      const current = event === subject.verdict.event;
      return html`<li
        class="${mark === 'cross' ? 'care' : ''} ${rows[index + 1]?.day === day ? '' : 'last'}"
        aria-current=${current ? 'step' : nothing}
      >
        ${rows[index - 1]?.day === day ? nothing : html`<p class="day">${day}</p>`} ${time}
        ${icon(mark)}
        <div>
          ${
            current
              ? html`<b lang=${lang ?? nothing} dir=${lang ? 'auto' : nothing}>${words}</b>`
              : html`<span lang=${lang ?? nothing} dir=${lang ? 'auto' : nothing}>${words}</span>`
          }
          <small>${details}</small>
        </div>
      </li>`;
    })}
  </ol>`;
};
