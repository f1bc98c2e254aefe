/** The words of the answers to a change, and of what happens without one. */
import { html, type TemplateResult } from 'lit';
import type { AnswerCommand, Revision, Window } from '../../model/index.js';
import { windowEnd, type Proposal } from '../../verdicts/index.js';
import { capital } from '../telling.js';
import type { Part } from './part.js';
import {
  dayWords,
  doerOf,
  hoursWords,
  instantWords,
  shortWords,
  timeWords,
  type Speech,
} from './words.js';

/** Whether the time to answer has run out. */
export const isLate = ({ ends = Infinity }: Proposal, asOf: number): boolean => asOf >= ends;

/** An answer as its button names it: "Keep Thu 26 Nov". */
export const answerWords = (
  { window, state }: Revision,
  agreed: Window | undefined,
  answer: AnswerCommand['answer'],
  speech: Speech,
): string => {
  const { sm } = speech;
  const [mine, other] = answer === 'keep' ? [agreed, window] : [window, agreed];
  if (!mine) return sm.keepAgreed;
  const { words } = shortWords(mine, other, speech);
  return (answer === 'accept' ? sm.accept : state === 'imposed' ? sm.insist : sm.keep)(words);
};

/** What happens without an answer, only as the backend says it. */
export const silence = (
  proposal: Proposal,
  { verdict, speech, context }: Part,
  canPick: boolean,
): TemplateResult => {
  const { sm, m, f, now } = speech;
  const { revision, ends } = proposal;
  const { ifSilent, answerBy, window, source } = revision;
  const name = doerOf(source, speech);
  // A day that has gone does not "stand"; what was agreed of it does.
  const { agreed } = verdict;
  const ahead = agreed && context.asOf < (windowEnd(agreed) ?? 0) ? agreed : undefined;
  const stands = ahead ? sm.stands(sm.onDay(dayWords(ahead, speech))) : sm.standsAgreed;
  if (isLate(proposal, context.asOf))
    return html`${sm.tooLate(f.moment(ends!, now))}
    ${
      ifSilent === 'stands'
        ? html`<b>${capital(stands)}</b>`
        : ifSilent === 'moves'
          ? sm.lateMoves(capital(name))
          : sm.lateCounts
    }
    ${ahead && canPick ? sm.pickStill : ''}`;
  // Whatever they say, no answer counts here once what was agreed is over.
  const due = answerBy === undefined ? '' : m.by(instantWords(ends!, speech));
  return html`${sm.ifSilent(due)}
  ${
    ifSilent === 'stands'
      ? html`<b>${stands}</b>`
      : ifSilent === 'moves'
        ? sm.moves(
            name === m.we ? m.we.toLowerCase() : name,
            !window
              ? sm.otherTime
              : sm.atOther(
                  (shortWords(window, verdict.agreed, speech).byHours ? timeWords : dayWords)(
                    window,
                    speech,
                  ),
                ),
          )
        : sm.nobodySaid
  }`;
};

/** What a row says: the answer, and what follows from it. */
export const rowWords = (
  { verdict, speech }: Part,
  { revision, conflict, narrows }: Proposal,
  answer: AnswerCommand['answer'],
): { title: string; detail: string } => {
  const { sm } = speech;
  const { agreed } = verdict;
  const { window } = revision;
  const title = answerWords(revision, agreed, answer, speech);
  if (answer === 'keep') {
    if (!agreed) return { title, detail: sm.nothingMoves };
    const { byHours } = shortWords(agreed, window, speech);
    const rest = byHours ? dayWords(agreed, speech) : hoursWords(agreed, speech);
    return { title, detail: sm.asAgreed(rest) };
  }
  const { byHours } = shortWords(window!, agreed, speech);
  const hours = hoursWords(window!, speech);
  const detail = narrows
    ? sm.narrower
    : byHours
      ? dayWords(window!, speech)
      : agreed && hours && hours === hoursWords(agreed, speech)
        ? sm.sameHours(hours)
        : hours || sm.wholeDay;
  return { title, detail: conflict ? sm.once(detail) : detail };
};
