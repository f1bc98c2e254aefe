import { html, nothing, type TemplateResult } from 'lit';
import type { RemedyMessages } from '../../i18n/index.js';
import type { Due, Refund } from '../../model/index.js';
import type { RefundStep, RefundVerdict } from '../../verdicts/index.js';
import { icon } from '../icons.js';
import { methodWords, type Context } from '../telling.js';

/** What each step is called: cash is fetched, and a charge that is taken back arrives nowhere. */
export const stepNames = (
  { method, reversal }: Refund,
  rm: RemedyMessages,
): Readonly<Record<RefundStep['step'], string>> => {
  const isCash = method?.kind === 'cash';
  return {
    asked: rm.asked,
    ordered: rm.ordered,
    sent: isCash ? rm.ready : rm.sent,
    settled: reversal ? rm.reversed : isCash ? rm.fetched : rm.settled,
  };
};

/** The path of the money: what happened is dated, what is to come has its date (R8). */
export const path = (
  refund: Refund,
  verdict: RefundVerdict,
  { m, f, now }: Context,
  rm: RemedyMessages,
): TemplateResult => {
  const names = stepNames(refund, rm);
  const dues: Partial<Record<string, Due | undefined>> = {
    ordered: refund.answerBy,
    sent: refund.sendBy,
    settled: refund.expectedBy,
  };
  const ended = ['failed', 'returned', 'withdrawn'].includes(refund.state);
  return html`<ol class="path" part="path">
    ${verdict.steps
      .filter(({ done }) => done || !ended)
      .map(({ step, done, at }, index, steps) => {
        const due = dues[step];
        const late =
          !done &&
          ((step === 'ordered' && verdict.late === 'answer') ||
            (step === 'sent' && verdict.late === 'sending') ||
            (step === 'settled' && verdict.late === 'arrival'));
        const last = done && !steps[index + 1]?.done;
        return html`<li
          class="${done ? 'good' : 'ahead-step'} ${last ? 'next' : ''}"
          aria-current=${last ? 'step' : nothing}
        >
          ${icon(done ? 'done' : 'ahead')}<span
            >${done ? html`<b>${names[step]}</b>` : names[step]}</span
          ><span class="when"
            >${
              done
                ? at === undefined
                  ? ''
                  : html`<time datetime=${new Date(at).toISOString()}>${f.stamp(at, now)}</time>`
                : due
                  ? m.by(
                      typeof due === 'string' && f.daysAway(Date.parse(due), now) === 0
                        ? f.time(Date.parse(due))
                        : f.due(due, now),
                    )
                  : m.noDate
            }</span
          >${
            late
              ? html`<small>${m.dateLate}</small>`
              : step === 'settled' && !done && due && !verdict.late
                ? html`<small>${rm.ifDatePasses}</small>`
                : nothing
          }
        </li>`;
      })}
  </ol>`;
};

/** The parts of a sum, where they add up to it; others would only raise doubts. */
export const partsOf = ({ parts, amount }: Refund): Refund['parts'] =>
  parts?.length &&
  amount &&
  parts.every((part) => part.amount.currency === amount.currency) &&
  parts.reduce((sum, part) => sum + part.amount.amount, 0) === amount.amount
    ? parts
    : undefined;

/** Amount, method, reference: what the customer gives on the phone. */
export const refundFacts = (
  refund: Refund,
  context: Context,
  rm: RemedyMessages,
): TemplateResult => {
  const { m, f } = context;
  const parts = partsOf(refund);
  const method = methodWords(refund.method, m);
  return html`<dl class="facts" part="facts">
    <dt>${rm.amount}</dt>
    <dd>
      <b>${refund.amount ? f.money(refund.amount) : rm.noAmount}</b>
      ${
        parts
          ? html`<small
              >${f.list(parts.map((part) => `${part.label}\u00a0${f.money(part.amount)}`))}</small
            >`
          : nothing
      }
    </dd>
    ${
      method
        ? html`<dt>${rm.to}</dt>
            <dd>${f.list([method, refund.method?.original && rm.paidWith])}</dd>`
        : nothing
    }
    ${
      refund.reference
        ? html`<dt>${rm.reference}</dt>
            <dd><b dir="auto">${refund.reference}</b> <small>${rm.sameEverywhere}</small></dd>`
        : nothing
    }
  </dl>`;
};
