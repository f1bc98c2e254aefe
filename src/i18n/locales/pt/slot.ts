import type { SlotMessages } from '../en/slot.js';
import { onDay } from './base.js';
import { contracted } from './contracted.js';

const isUs = (who: string): boolean => /^nós$/i.test(who);
/** `si` is who somebody else speaks to, and no subject of a sentence. */
const isYou = (who: string): boolean => /^si$/i.test(who);
const subject = (who: string): string => (isYou(who) ? '' : `${who} `);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the slot element says of an agreed time and of changes to it, in European Portuguese. */
export const slot = contracted<SlotMessages>({
  day: (_day, longDay) => longDay,
  onDay: (day) => day,
  window: (day, hours) => (hours ? `${day}, ${hours}` : day),
  wholeDay: 'O dia todo',
  you: 'si',
  carrier: 'a transportadora',

  agreed: 'Combinado',
  promised: 'Prometido',
  firstPromised: 'Primeira promessa',
  expected: 'Previsto',
  proposed: 'Proposto',
  moved: 'Mudado para',
  narrowed: 'Mais exato',
  withYou: (moment) => `consigo${moment && `, ${moment}`}`,
  toldBy: (who, moment) => `por ${who}${moment && `, ${moment}`}`,
  agreedBy: (who, moment) => `aceite${who && ` por ${who}`}${moment && ` ${moment}`}`,
  stillCounts: 'Continua a valer.',
  notKept: 'Não foi cumprido.',
  unreadAgreed:
    'Ninguém pode dizer o que vale agora: seguiu-se uma alteração que não se consegue ler.',
  within: 'Uma estimativa, dentro do que foi combinado.',
  outside: 'Uma estimativa. Não muda nada do que foi combinado.',
  estimate: 'Uma estimativa, não uma promessa.',
  noConsent: 'sem o seu consentimento',
  withinAgreed: 'dentro do que foi combinado',
  askedBy: (who, moment) => `pedido por ${who}${moment && `, ${moment}`}`,
  movedBy: (who, moment) => `por ${who}${moment && `, ${moment}`}`,
  reason: 'O motivo indicado:',
  unreadWindow: 'Um horário que não conseguimos ler',
  unreadWindowHelp: 'Ninguém o pode aceitar aqui.',

  youSaid: (what) => `Disse: ${what}`,
  never: (weekday, date, from, until) =>
    `nunca${weekday ? ` à ${weekday}`.replace(/à (?=sábado|domingo)/, 'ao ') : date && ` em ${date}`}${
      from && until
        ? ` entre as ${from} e as ${until}`
        : from
          ? ` depois de as ${from}`
          : until && ` antes de as ${until}`
    }`,

  countsAnyway: (canPick) =>
    `Mesmo assim está combinado, e vale enquanto não se combinar outro momento. ${canPick ? 'Escolha um ou ligue-nos.' : 'Ligue-nos.'}`,

  answers: (what) => `A sua resposta: ${what}`,
  unreadProposal: 'a alteração que não se consegue ler',
  keep: (what) => `Manter ${what}`,
  insist: (what) => `Exigir ${what}`,
  keepAgreed: 'Manter o que foi combinado',
  asAgreed: (when) => `Como combinado${when && `, ${when}`}`,
  nothingMoves: 'Nada muda',
  accept: (what) => `Aceitar ${what}`,
  sameHours: (hours) => `As mesmas horas, ${hours}`,
  narrower: 'Um horário mais curto, dentro do que foi combinado',
  once: (words) => `${words}, só desta vez`,
  another: 'Escolher outro momento',
  anotherHelp: 'Entre os horários livres',
  sending: 'A enviar a sua resposta',
  oneAnswer: 'A sua resposta está a caminho',
  notLoaded: 'Não foi possível carregar os horários livres. Prima de novo.',
  elsewhere: 'Esta página não pode enviar a sua resposta. Uma pessoa pode tomar nota dela.',
  ifSilent: (due) => `Se não responder${due && ` ${due}`},`,
  stands: (what) => `${what} continua a valer.`,
  standsAgreed: 'o que foi combinado continua a valer.',
  refundEnds:
    'Se aceitar outro momento, é esse que vale, e o reembolso oferecido aqui pode deixar de existir.',
  refundWaits: (moment) =>
    `Se aceitar outro momento, é esse que vale: o reembolso que poderia pedir ${moment} espera até lá.`,
  moves: (who, what) =>
    `${isUs(who) ? 'iríamos' : `${who} iria`} ${what} sem o seu consentimento. O que foi combinado continuaria a valer.`,
  atOther: onDay,
  otherTime: 'nesse outro momento',
  nobodySaid: 'ninguém nos disse o que acontece. Vale o que foi combinado.',
  tooLate: (moment) => `O prazo para responder terminou ${moment}.`,
  lateMoves: (who) =>
    `${isUs(who) ? 'Poderíamos' : `${who} poderia`} ir nesse outro momento sem o seu consentimento, e assim não se cumpriria o prometido.`,
  lateCounts: 'Ninguém nos disse o que acontece agora. Vale o que foi combinado.',
  pickStill: 'Ainda pode escolher outro momento.',
  pickOver:
    'Esse momento já passou, por isso não se pode escolher outro aqui. Ligue-nos: uma pessoa combina-o consigo, e nada do que lhe é devido se perde.',
  notAsked:
    'Ninguém lhe perguntou, e o que deixar sem resposta não é consentimento. Vale o que foi combinado.',
  imposedHelp:
    'Esta página não pode enviar uma resposta a essa alteração. Ligue-nos: vale o que foi combinado.',

  kept: (by, name, what) =>
    !by
      ? `Manteve-se ${what}.`
      : by === 'customer'
        ? `Manteve ${what}.`
        : `${isUs(name) ? 'Mantivemos' : `${name} manteve`} ${what} por si.`,
  whatAgreed: 'o que foi combinado',
  hadAsked: (who, what) =>
    `${isUs(who) ? 'Tínhamos' : capital(`${subject(who)}tinha`)} pedido ${what}.`,
  anotherTime: 'outro momento',
  withdrawn: (who) =>
    `${isUs(who) ? 'Já não pedimos' : capital(`${subject(who)}já não pede`)} outro momento.`,
  answered: (moment) => `Respondido ${moment}.`,
  lost: 'Não sabemos se a sua resposta chegou à loja.',
  lostHelp: 'Até agora nada mudou aqui. Pode responder de novo: só conta uma resposta.',
  lostLater: 'Assim que o sistema da loja responder, esta página diz.',
  neverArrived: (moment) => `A sua resposta, dada ${moment}, não chegou à loja.`,
  received: (what) => `A loja tem a sua resposta${what && ` «${what}»`}.`,
  receivedHelp: 'Ainda não se sabe aqui o que resulta dela.',
  notSent: 'A sua resposta não foi enviada.',
  notSentOffline: 'A sua resposta não foi enviada. Está sem ligação.',
  pressOnce: 'Nada mudou. Prima mais uma vez.',
  pressOnline: 'Nada mudou. Quando voltar a ter ligação, prima mais uma vez.',
  pressLater: 'Nada mudou. Quando o sistema da loja voltar a responder, prima mais uma vez.',
  refused: (what, moment) => `A sua resposta${what && ` «${what}»`}, dada ${moment}, não conta.`,
  why: {
    answered: (what) => `Outra resposta chegou primeiro: «${what}».`,
    withdrawn: 'O pedido foi retirado antes de chegar a sua resposta.',
    late: 'O prazo para responder tinha terminado.',
    other: 'O sistema da loja não indicou o motivo.',
  },
  counts: (what) => `O que vale agora: ${what}.`,
  below: 'Vale o que vê aqui.',

  changes: (count) => `Todas as alterações (${count})`,
  fewer: 'Ocultar as alterações',
  first: 'Primeira promessa. Esta linha nunca muda.',
  askedFor: (who) => `Pedido por ${who}.`,
  movedTo: (who) => `Por ${who}.`,
  chosen: (who) => `Escolhido por ${who}.`,
  state: {
    proposed: 'À espera da sua resposta.',
    late: 'Ninguém respondeu a tempo.',
    accepted: (by, name, moment) =>
      `${
        !by
          ? 'Aceite'
          : by === 'customer'
            ? 'Aceitou'
            : isUs(name)
              ? 'Aceitámos por si'
              : `${name} aceitou por si`
      }${moment && ` ${moment}`}.`,
    declined: (by, name, moment) =>
      `${
        !by
          ? 'Manteve-se'
          : by === 'customer'
            ? 'Manteve'
            : isUs(name)
              ? 'Mantivemos'
              : `${name} manteve`
      } o que foi combinado${moment && ` ${moment}`}.`,
    withdrawn: 'O pedido foi retirado.',
    expired: 'Ninguém respondeu a tempo. O que foi combinado continuou a valer.',
    replaced: 'Outra alteração tomou o seu lugar.',
    imposed: 'Feito sem o seu consentimento.',
    narrowed: 'Feito sem perguntar, dentro do que foi combinado.',
    unknown: 'Não se consegue ler como ficou.',
  },

  calendar: 'Adicionar ao calendário',
  calendarAgain: 'Atualizar o calendário',
  calendarWhat: (thing) => `Entrega de ${thing}`,
  calendarOld: (was) => `A entrada no seu calendário indica: ${was}.`,
  calendarOldHelp: 'Adicione a nova: substitui a anterior.',
  calendarEnded: 'Já não vai chegar nada. Retire-a do seu calendário.',
  calendarFailed: 'Não foi possível criar a entrada do calendário. Prima de novo.',
});
