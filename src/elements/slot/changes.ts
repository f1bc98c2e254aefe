import { gap } from '../../i18n/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { toEpoch, type DeliveryPromise, type Revision } from '../../model/index.js';
import type { SlotVerdict } from '../../verdicts/index.js';
import { icon, type IconName } from '../icons.js';
import { capital } from '../telling.js';
import { nameOf, timeWords, type Speech } from './words.js';

const MARKS: Readonly<Record<NonNullable<Revision['state']>, IconName>> = {
  proposed: 'swap',
  accepted: 'done',
  declined: 'slash',
  withdrawn: 'slash',
  expired: 'recent',
  replaced: 'slash',
  imposed: 'cross',
};

/** What became of a change, in one sentence. */
const stateWords = (
  revision: Revision,
  isNarrowing: boolean,
  asOf: number,
  speech: Speech,
): string => {
  const { sm, f, now } = speech;
  const { state, answeredBy, answeredAt, answerBy } = revision;
  const at = toEpoch(answeredAt);
  const moment = at === undefined ? '' : f.moment(at, now);
  const name = capital(nameOf(answeredBy, speech));
  switch (state) {
    case undefined:
      return sm.state.unknown;
    case 'accepted':
      // What the customer has picked was agreed to by picking it.
      return revision.source?.kind === 'customer'
        ? ''
        : sm.state.accepted(answeredBy?.kind, name, moment);
    case 'declined':
      return sm.state.declined(answeredBy?.kind, name, moment);
    case 'proposed':
      return asOf >= (toEpoch(answerBy) ?? Infinity) ? sm.state.late : sm.state.proposed;
    default:
      return isNarrowing ? sm.state.narrowed : sm.state[state];
  }
};

/** How it began: picked by the customer, made without asking, or asked for. */
const accountOf = (
  { state, source }: Revision,
  { chosen, movedTo, askedFor }: Speech['sm'],
): ((who: string) => string) =>
  state === 'accepted' && source?.kind === 'customer'
    ? chosen
    : state === 'imposed'
      ? movedTo
      : askedFor;

/** Every change, the newest first, and at the end what was first promised (R5). Folded, it is still printed. */
export const changes = (
  promise: DeliveryPromise,
  { revisions, narrowed }: SlotVerdict,
  speech: Speech,
  folded: boolean,
  asOf: number,
): TemplateResult => {
  const { sm, m, f, now } = speech;
  const stamp = (madeAt: string | undefined): TemplateResult => {
    const at = toEpoch(madeAt);
    return at === undefined
      ? html`${capital(m.noTime)}${m.stop}`
      : html`<time datetime=${new Date(at).toISOString()}>${capital(f.stamp(at, now))}</time>.`;
  };
  return html`<ol class="path changes ${folded ? 'folded' : ''}" part="changes">
    ${revisions.map(
      (revision) =>
        html`<li class=${revision.state === 'imposed' && revision !== narrowed ? 'bad' : 'unknown'}>
          ${icon(revision === narrowed ? 'done' : revision.state ? MARKS[revision.state] : 'unknown')}<span
            >${revision.window ? timeWords(revision.window, speech) : sm.unreadWindow}</span
          ><small
            >${stamp(revision.madeAt)}
            ${accountOf(revision, sm)(nameOf(revision.source, speech))}${
              revision.reason
                ? html` ${sm.reason}${gap(sm.reason)}<span
                      lang=${revision.lang ?? nothing}
                      dir="auto"
                      >${m.quoted(revision.reason)}</span
                    >${m.stop}`
                : nothing
            }
            ${stateWords(revision, revision === narrowed, asOf, speech)}</small
          >
        </li>`,
    )}
    <li class="unknown">
      ${icon('done')}<span><b>${timeWords(promise, speech)}</b></span
      ><small>${stamp(promise.madeAt)} ${sm.first}</small>
    </li>
  </ol>`;
};
