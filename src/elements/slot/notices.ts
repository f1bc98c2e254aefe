/** What has become of the customer's own answer, and of what was last asked for. */
import { sentences } from '../../i18n/index.js';
import { nothing, type TemplateResult } from 'lit';
import { toEpoch, type AnswerCommand } from '../../model/index.js';
import type { SlotActionState } from '../../store/index.js';
import { agreedOf } from '../../verdicts/index.js';
import type { IconName } from '../icons.js';
import { capital } from '../telling.js';
import { noted, type Notice } from '../templates/notice.js';
import { answerWords, isLate } from './answers.js';
import type { Part } from './part.js';
import { dayWords, doerOf, nameOf, shortWords, timeWords } from './words.js';

/** What was last answered, taken back or left to run out, where nothing waits any more. */
export const lastOf = (part: Part): TemplateResult | typeof nothing => {
  const { verdict, speech, over } = part;
  const { sm, m, f, now } = speech;
  const last = verdict.revisions[0];
  if (!last || over || verdict.proposals.length) return nothing;
  const agreed = verdict.agreed ? sm.onDay(dayWords(verdict.agreed, speech)) : sm.whatAgreed;
  const asked = sm.hadAsked(
    capital(doerOf(last.source, speech)),
    last.window ? shortWords(last.window, verdict.agreed, speech).words : sm.anotherTime,
  );
  const by = last.answeredBy;
  const note = (name: IconName, strong: string, rest: string): TemplateResult =>
    noted({ tone: 'unknown', icon: name, strong, rest });
  switch (last.state) {
    case 'declined':
      return note(
        'done',
        capital(sm.kept(by?.kind, nameOf(by, speech), agreed)),
        sentences(
          asked,
          last.answeredAt !== undefined && sm.answered(f.moment(toEpoch(last.answeredAt)!, now)),
        ),
      );
    case 'withdrawn':
      return note(
        'recent',
        sm.withdrawn(capital(doerOf(last.source, speech))),
        sentences(asked, capital(sm.stands(agreed))),
      );
    case 'expired':
      return note('recent', m.timeOver, sentences(asked, capital(sm.stands(agreed))));
    default:
      return nothing;
  }
};

/** What became of the customer's own answer, until what counts says the same. */
export const noticeOf = (part: Part, action: SlotActionState | undefined): Notice | undefined => {
  const { promise, speech, context, verdict } = part;
  const { sm, f, now } = speech;
  const { online, inContact } = context;
  const { command, phase, outcome } = action ?? {};
  if (command?.type !== 'answer' || command.promise !== promise.id || phase === 'sending')
    return undefined;
  const waits = verdict.proposals.find(({ revision }) => revision.id === command.revision);
  const counts = verdict.agreed ? sm.counts(timeWords(verdict.agreed, speech)) : sm.below;
  const revision = promise.revisions?.find(({ id }) => id === command.revision);
  // As it was when this was asked.
  const revisions = promise.revisions?.filter((one) => one !== revision) ?? [];
  const was = agreedOf({ ...promise, revisions });
  const words = (answer: AnswerCommand['answer']): string =>
    revision ? answerWords(revision, was, answer, speech) : '';
  if (phase === 'refused') {
    const { code, reason, nextStep } = outcome!;
    const { state } = revision ?? {};
    const first = state === 'accepted' ? 'accept' : state === 'declined' ? 'keep' : undefined;
    const why =
      code === 'answered' && first
        ? sm.why.answered(words(first))
        : (f.apart(reason) ??
          (code === 'withdrawn'
            ? sm.why.withdrawn
            : code === 'too-late' || code === 'expired'
              ? sm.why.late
              : sm.why.other));
    return {
      tone: 'bad',
      icon: 'cross',
      strong: sm.refused(words(command.answer), f.moment(action!.at, now)),
      rest: sentences(why, f.apart(nextStep), counts),
    };
  }
  if (!waits) return undefined;
  if (phase === 'not-sent' || phase === 'lost')
    return {
      tone: 'care',
      icon: online ? 'cross' : 'offline',
      strong:
        phase === 'lost'
          ? sm.neverArrived(f.moment(action!.at, now))
          : online
            ? sm.notSent
            : sm.notSentOffline,
      rest: isLate(waits, context.asOf)
        ? counts
        : !online
          ? sm.pressOnline
          : inContact
            ? sm.pressOnce
            : sm.pressLater,
    };
  return phase === 'unknown'
    ? {
        tone: 'unknown',
        icon: 'working',
        strong: sm.lost,
        rest: inContact && online ? sm.lostHelp : sm.lostLater,
      }
    : {
        tone: 'unknown',
        icon: 'working',
        strong: sm.received(words(command.answer)),
        rest: sm.receivedHelp,
      };
};
