import { html, nothing, type TemplateResult } from 'lit';
import { toEpoch, type TrackingEvent } from '../../model/index.js';
import { FUTURE_TOLERANCE, type JudgedShipment } from '../../verdicts/index.js';
import { icon, type IconName } from '../icons.js';
import { carrierOf, eventWords, type Context } from '../telling.js';

const FIRST = 5;
const WRONG = ['attempted', 'problem', 'returning', 'returned', 'cancelled'];

/**
 * What was recorded, newest first, by day; five at once. Nothing is hidden: an event without a time,
 * or dated in the future, stands at the end and says so.
 */
export const timeline = (
  subject: JudgedShipment,
  context: Context,
  all: boolean,
): TemplateResult => {
  const { m, f, now } = context;
  const unique = [
    ...new Map(
      (subject.shipment.events ?? []).map((event) => [event.id ?? JSON.stringify(event), event]),
    ).values(),
  ];
  const datable = (event: TrackingEvent) => {
    const at = toEpoch(event.at);
    return at !== undefined && at <= now + FUTURE_TOLERANCE ? at : undefined;
  };
  const dated = unique
    .filter((event) => datable(event) !== undefined)
    .sort((a, b) => datable(b)! - datable(a)!);
  const rest = unique.filter((event) => datable(event) === undefined);
  const shown = all ? dated : dated.slice(0, FIRST);
  const days = new Map<string, TrackingEvent[]>();
  for (const event of shown) {
    const day = f.date(datable(event)!, now);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return html`<div class="record" part="timeline">
    ${[...days].map(
      ([day, events]) =>
        html`<p class="day">${day}</p>
          <ol class="timeline">
            ${events.map((event) => row(event, subject, context))}
          </ol>`,
    )}
    ${
      (all || dated.length <= FIRST) && rest.length
        ? html`<p class="day">${m.noTime}</p>
            <ol class="timeline">
              ${rest.map((event) => row(event, subject, context))}
            </ol>`
        : nothing
    }
  </div>`;
};

/** How many events there are to show in all. */
export const eventCount = (subject: JudgedShipment): number =>
  new Set((subject.shipment.events ?? []).map((event) => event.id ?? JSON.stringify(event))).size;

const row = (event: TrackingEvent, subject: JudgedShipment, context: Context): TemplateResult => {
  const { m, f, now } = context;
  const at = toEpoch(event.at);
  const future = at !== undefined && at > now + FUTURE_TOLERANCE;
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
  const place = event.movement && event.phase === 'in-transit' ? undefined : event.place;
  const details = [
    event.phase === undefined ? m.inTheirWords(name) : name,
    place,
    event.localTime && at === undefined ? `${event.localTime}, ${m.localTime}` : undefined,
    future ? `${f.dateTime(at, now)}, ${m.future}` : undefined,
  ].filter(Boolean);
  return html`<li
    class=${mark === 'cross' ? 'care' : ''}
    aria-current=${current ? 'step' : nothing}
  >
    ${
      at !== undefined && !future
        ? html`<time datetime=${new Date(at).toISOString()}>${f.time(at)}</time>`
        : html`<span class="notime">–</span>`
    }
    ${icon(mark)}
    <div>
      ${current ? html`<b>${eventWords(event, m)}</b>` : html`<span>${eventWords(event, m)}</span>`}
      <small
        >${details.join(', ')}${said ? html`, <span lang=${event.lang ?? nothing}>${said}</span>` : nothing}${event.party && m.theirDoing[event.party] ? `. ${m.theirDoing[event.party]}` : nothing}</small
      >
    </div>
  </li>`;
};
