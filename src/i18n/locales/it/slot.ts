import type { SlotMessages } from '../en/slot.js';
import { contracted } from './contracted.js';

const isUs = (who: string): boolean => /^noi$/i.test(who);

/** What the slot element says of an agreed time and of changes to it, in Italian. */
export const slot = contracted<SlotMessages>({
  day: (_day, longDay) => longDay,
  onDay: (day) => day,
  window: (day, hours) => (hours ? `${day}, ${hours}` : day),
  wholeDay: 'Tutto il giorno',
  you: 'Lei',
  carrier: 'il corriere',

  agreed: 'Concordato',
  promised: 'Promesso',
  firstPromised: 'Prima promessa',
  expected: 'Previsto',
  proposed: 'Proposto',
  moved: 'Spostato a',
  narrowed: 'Precisato',
  withYou: (moment) => `con Lei${moment && `, ${moment}`}`,
  toldBy: (who, moment) => `da ${who}${moment && `, ${moment}`}`,
  agreedBy: (who, moment) => `accettato${who && ` da ${who}`}${moment && ` ${moment}`}`,
  stillCounts: 'Vale ancora.',
  notKept: 'Non è stato rispettato.',
  unreadAgreed:
    'Nessuno può dire che cosa vale ora: è seguita una modifica che non si può leggere.',
  within: 'Una stima, entro quanto concordato.',
  outside: 'Una stima. Non cambia nulla di quanto concordato.',
  estimate: 'Una stima, non una promessa.',
  noConsent: 'senza il suo consenso',
  withinAgreed: 'entro quanto concordato',
  askedBy: (who, moment) => `richiesto da ${who}${moment && `, ${moment}`}`,
  movedBy: (who, moment) => `da ${who}${moment && `, ${moment}`}`,
  reason: 'Il motivo indicato:',
  unreadWindow: 'Un orario che non riusciamo a leggere',
  unreadWindowHelp: 'Qui nessuno può accettarlo.',

  youSaid: (what) => `Ha detto: ${what}`,
  never: (weekday, date, from, until) =>
    `mai${weekday ? ` di ${weekday}` : date && ` ${date}`}${
      from && until
        ? ` tra le ${from} e le ${until}`
        : from
          ? ` dopo le ${from}`
          : until && ` prima di le ${until}`
    }`,

  countsAnyway: (canPick) =>
    `È comunque concordato, e vale finché non si concorda un altro orario. ${canPick ? 'Ne scelga uno o ci chiami.' : 'Ci chiami.'}`,

  answers: (what) => `La sua risposta: ${what}`,
  unreadProposal: 'la modifica che non si può leggere',
  keep: (what) => `Mantieni ${what}`,
  insist: (what) => `Pretendi ${what}`,
  keepAgreed: 'Mantieni quanto concordato',
  asAgreed: (when) => `Come concordato${when && `, ${when}`}`,
  nothingMoves: 'Non cambia nulla',
  accept: (what) => `Accetta ${what}`,
  sameHours: (hours) => `Stesso orario, ${hours}`,
  narrower: 'Una fascia oraria più breve, entro quanto concordato',
  once: (words) => `${words}, per questa volta`,
  another: 'Scegli un altro orario',
  anotherHelp: 'Tra gli orari liberi',
  sending: 'Inviamo la sua risposta',
  oneAnswer: 'La sua risposta è in viaggio',
  notLoaded: 'Non è stato possibile caricare gli orari liberi. Prema di nuovo.',
  elsewhere: 'Questa pagina non può inviare la sua risposta. Una persona può prenderne nota.',
  ifSilent: (due) => `Se non risponde${due && ` ${due}`},`,
  stands: (what) => `${what} vale ancora.`,
  standsAgreed: 'quanto concordato vale ancora.',
  refundEnds:
    'Se accetta un altro orario, è quello che vale, e il rimborso offerto qui può venire meno.',
  refundWaits: (moment) =>
    `Se accetta un altro orario, è quello che vale: il rimborso che potrebbe chiedere ${moment} aspetta fino ad allora.`,
  moves: (who, what) =>
    `${isUs(who) ? 'verremmo' : `${who} verrebbe`} ${what} senza il suo consenso. Quanto concordato varrebbe ancora.`,
  atOther: (day) => day,
  otherTime: 'in quell’altro momento',
  nobodySaid: 'nessuno ci ha detto che cosa succede. Vale quanto concordato.',
  tooLate: (moment) => `Il tempo per rispondere è finito ${moment}.`,
  lateMoves: (who) =>
    `${isUs(who) ? 'Potremmo' : `${who} potrebbe`} venire in quell’altro momento senza il suo consenso, e così non si manterrebbe quanto promesso.`,
  lateCounts: 'Nessuno ci ha detto che cosa succede ora. Vale quanto concordato.',
  pickStill: 'Può ancora scegliere un altro orario.',
  pickOver:
    'Quel momento è passato, quindi qui non se ne può scegliere un altro. Ci chiami: una persona lo concorda con Lei, e nulla di ciò che le è dovuto va perso.',
  notAsked:
    'Nessuno glielo ha chiesto, e una domanda lasciata senza risposta non è un consenso. Vale quanto concordato.',
  imposedHelp:
    'Questa pagina non può inviare una risposta a questa modifica. Ci chiami: vale quanto concordato.',

  kept: (by, name, what) =>
    !by
      ? `Resta valido: ${what}.`
      : by === 'customer'
        ? `Ha mantenuto ${what}.`
        : `${isUs(name) ? 'Abbiamo' : `${name} ha`} mantenuto ${what} per Lei.`,
  whatAgreed: 'quanto concordato',
  hadAsked: (who, what) => `${isUs(who) ? 'Avevamo' : `${who} aveva`} chiesto ${what}.`,
  anotherTime: 'un altro orario',
  withdrawn: (who) => `${isUs(who) ? 'Non chiediamo' : `${who} non chiede`} più un altro orario.`,
  answered: (moment) => `Risposta data ${moment}.`,
  lost: 'Non sappiamo se la sua risposta è arrivata al negozio.',
  lostHelp: 'Finora qui non è cambiato nulla. Può rispondere di nuovo: conta una sola risposta.',
  lostLater: 'Appena il sistema del negozio risponde, questa pagina lo dice.',
  neverArrived: (moment) => `La sua risposta, data ${moment}, non è arrivata al negozio.`,
  received: (what) => `Il negozio ha la sua risposta${what && ` «${what}»`}.`,
  receivedHelp: 'Qui non si sa ancora che cosa ne segue.',
  notSent: 'La sua risposta non è stata inviata.',
  notSentOffline: 'La sua risposta non è stata inviata. Non c’è connessione.',
  pressOnce: 'Non è cambiato nulla. Prema ancora una volta.',
  pressOnline: 'Non è cambiato nulla. Quando torna la connessione, prema ancora una volta.',
  pressLater:
    'Non è cambiato nulla. Quando il sistema del negozio risponde di nuovo, prema ancora una volta.',
  refused: (what, moment) => `La sua risposta${what && ` «${what}»`}, data ${moment}, non conta.`,
  why: {
    answered: (what) => `Un’altra risposta è arrivata prima: «${what}».`,
    withdrawn: 'La richiesta era stata ritirata prima che arrivasse la sua risposta.',
    late: 'Il tempo per rispondere era finito.',
    other: 'Il sistema del negozio non ha indicato un motivo.',
  },
  counts: (what) => `Ora vale: ${what}.`,
  below: 'Vale ciò che vede qui.',

  changes: (count) => `Tutte le modifiche (${count})`,
  fewer: 'Nascondi le modifiche',
  first: 'Prima promessa. Questa riga non cambia mai.',
  askedFor: (who) => `Richiesto da ${who}.`,
  movedTo: (who) => `Da ${who}.`,
  chosen: (who) => `Scelto da ${who}.`,
  state: {
    proposed: 'In attesa della sua risposta.',
    late: 'Nessuno ha risposto in tempo.',
    accepted: (by, name, moment) =>
      `${
        !by
          ? 'Accettato'
          : by === 'customer'
            ? 'Ha accettato'
            : isUs(name)
              ? 'Abbiamo accettato per Lei'
              : `${name} ha accettato per Lei`
      }${moment && ` ${moment}`}.`,
    declined: (by, name, moment) =>
      `${
        !by
          ? 'È rimasto valido'
          : by === 'customer'
            ? 'Ha mantenuto'
            : isUs(name)
              ? 'Abbiamo mantenuto'
              : `${name} ha mantenuto`
      } quanto concordato${moment && ` ${moment}`}.`,
    withdrawn: 'La richiesta è stata ritirata.',
    expired: 'Nessuno ha risposto in tempo. Quanto concordato è rimasto valido.',
    replaced: 'Un’altra modifica ha preso il suo posto.',
    imposed: 'Fatto senza il suo consenso.',
    narrowed: 'Fatto senza chiedere, entro quanto concordato.',
    unknown: 'Non si può leggere com’è finita.',
  },

  calendar: 'Aggiungi al calendario',
  calendarAgain: 'Aggiorna il calendario',
  calendarWhat: (thing) => `Consegna di ${thing}`,
  calendarOld: (was) => `La voce nel suo calendario indica: ${was}.`,
  calendarOldHelp: 'Prenda quella nuova: sostituisce la precedente.',
  calendarEnded: 'Non arriva più nulla. La tolga dal suo calendario.',
  calendarFailed: 'Non è stato possibile creare la voce del calendario. Prema di nuovo.',
});
