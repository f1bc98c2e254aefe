import type { SlotMessages } from '../en/slot.js';
import { spaced } from './spaced.js';

/** What the slot element says, in French. */
export const slot = spaced<SlotMessages>({
  day: (_day, longDay) => longDay,
  onDay: (day) => `le ${day}`,
  window: (day, hours) => (hours ? `${day}, ${hours}` : day),
  wholeDay: 'Toute la journée',
  you: 'vous',
  carrier: 'le transporteur',

  agreed: 'Convenu',
  promised: 'Promis',
  firstPromised: 'Promis d’abord',
  expected: 'Prévu',
  proposed: 'Proposé',
  moved: 'Déplacé',
  narrowed: 'Précisé',
  withYou: (moment) => `avec vous${moment && `, ${moment}`}`,
  toldBy: (who, moment) => `par ${who}${moment && `, ${moment}`}`,
  agreedBy: (who, moment) => `accepté${who && ` par ${who}`}${moment && ` ${moment}`}`,
  stillCounts: 'Cela compte toujours.',
  notKept: 'Cela n’a pas été tenu.',
  unreadAgreed:
    'Personne ne peut dire ce qui compte maintenant : un changement qui a suivi est illisible.',
  within: 'Une estimation, dans le créneau convenu.',
  outside: 'Une estimation. Elle ne change rien à ce qui est convenu.',
  estimate: 'Une estimation, pas une promesse.',
  noConsent: 'sans votre accord',
  withinAgreed: 'dans le créneau convenu',
  askedBy: (who, moment) => `demandé par ${who}${moment && `, ${moment}`}`,
  movedBy: (who, moment) => `par ${who}${moment && `, ${moment}`}`,
  reason: 'Leur raison :',
  unreadWindow: 'Un horaire illisible',
  unreadWindowHelp: 'Personne ne peut l’accepter ici.',

  youSaid: (what) => `Vous avez dit : ${what}`,
  never: (weekday, date, from, until) =>
    `jamais${weekday ? ` le ${weekday}` : date && ` le ${date}`}${
      from && until
        ? ` entre ${from} et ${until}`
        : from
          ? ` après ${from}`
          : until && ` avant ${until}`
    }`,

  countsAnyway: (canPick) =>
    `C’est convenu malgré cela, et compte tant qu’un autre moment n’est pas convenu. ${canPick ? 'Choisissez-en un, ou appelez-nous.' : 'Appelez-nous.'}`,

  answers: (what) => `Votre réponse : ${what}`,
  unreadProposal: 'le changement illisible',
  keep: (what) => `Garder ${what}`,
  insist: (what) => `Maintenir ${what}`,
  keepAgreed: 'Garder ce qui est convenu',
  asAgreed: (when) => `Comme convenu${when && `, ${when}`}`,
  nothingMoves: 'Rien ne change',
  accept: (what) => `Accepter ${what}`,
  sameHours: (hours) => `Mêmes heures, ${hours}`,
  narrower: 'Un créneau plus court, dans celui qui est convenu',
  once: (words) => `${words}, pour cette fois`,
  another: 'Choisir un autre moment',
  anotherHelp: 'Parmi les créneaux libres',
  sending: 'Envoi de votre réponse',
  oneAnswer: 'Votre réponse est en route',
  notLoaded: 'Les créneaux libres n’ont pas pu être chargés. Appuyez de nouveau.',
  elsewhere: 'Cette page ne peut pas envoyer votre réponse. Une personne peut la prendre.',
  ifSilent: (due) => `Sans réponse de votre part${due && ` ${due}`},`,
  stands: (what) => `${what} reste valable.`,
  standsAgreed: 'ce qui est convenu reste valable.',
  refundEnds:
    'Si vous acceptez un autre moment, c’est lui qui compte, et le remboursement proposé ici peut prendre fin.',
  refundWaits: (moment) =>
    `Si vous acceptez un autre moment, c’est lui qui compte : le remboursement que vous pourriez demander ${moment} attend ce moment-là.`,
  moves: (who, what) =>
    `${who} ${who === 'nous' ? 'viendrions' : 'viendrait'} ${what} sans votre accord. Ce qui est convenu compterait toujours.`,
  atOther: (day) => `le ${day}`,
  otherTime: 'à cet autre moment',
  nobodySaid: 'personne ne nous a dit ce qui se passe. C’est ce qui est convenu qui compte.',
  tooLate: (moment) => `Le délai pour répondre a pris fin ${moment}.`,
  lateMoves: (who) =>
    `${who} ${who === 'Nous' ? 'pourrions' : 'pourrait'} venir à cet autre moment sans votre accord : ce serait rompre ce qui était promis.`,
  lateCounts:
    'Personne ne nous a dit ce qui se passe maintenant. C’est ce qui est convenu qui compte.',
  pickStill: 'Vous pouvez encore choisir un autre moment.',
  pickOver:
    'Ce moment est passé : on ne peut plus en choisir un autre ici. Appelez-nous : une personne en convient avec vous, et rien de ce qui vous est dû n’est perdu.',
  notAsked:
    'On ne vous a rien demandé, et ne pas répondre n’est pas accepter. C’est ce qui est convenu qui compte.',
  imposedHelp:
    'Cette page ne peut pas y envoyer de réponse. Appelez-nous : c’est ce qui est convenu qui compte.',

  kept: (by, name, what) =>
    !by
      ? `${what} a été gardé.`
      : by === 'customer'
        ? `Vous avez gardé ${what}.`
        : `${name} a gardé ${what} pour vous.`,
  whatAgreed: 'ce qui est convenu',
  hadAsked: (who, what) => `${who} avait demandé ${what}.`,
  anotherTime: 'un autre moment',
  withdrawn: (who) => `${who} ne demande plus d’autre moment.`,
  answered: (moment) => `Répondu ${moment}.`,
  lost: 'Nous ne savons pas si votre réponse est parvenue au magasin.',
  lostHelp:
    'Rien n’a changé ici jusqu’à présent. Vous pouvez répondre de nouveau : une seule réponse compte.',
  lostLater: 'Dès que le système du magasin répond, cette page le dit.',
  neverArrived: (moment) => `Votre réponse, donnée ${moment}, n’est pas parvenue au magasin.`,
  received: (what) => `Le magasin a votre réponse${what && ` « ${what} »`}.`,
  receivedHelp: 'On ne sait pas encore ici ce qui en résulte.',
  notSent: 'Votre réponse n’est pas partie.',
  notSentOffline: 'Votre réponse n’est pas partie. Vous êtes hors ligne.',
  pressOnce: 'Rien n’a changé. Appuyez une fois de plus.',
  pressOnline: 'Rien n’a changé. Une fois reconnecté, appuyez de nouveau.',
  pressLater:
    'Rien n’a changé. Quand le système du magasin répondra de nouveau, appuyez une fois de plus.',
  refused: (what, moment) =>
    `Votre réponse${what && ` « ${what} »`}, donnée ${moment}, ne compte pas.`,
  why: {
    answered: (what) => `Une autre réponse est arrivée avant : « ${what} ».`,
    withdrawn: 'La demande avait été retirée avant votre réponse.',
    late: 'Le délai pour répondre avait pris fin.',
    other: 'Le système du magasin n’a pas donné de raison.',
  },
  counts: (what) => `Ce qui compte maintenant : ${what}.`,
  below: 'Ce qui compte est ce que vous voyez ici.',

  changes: (count) => `Tous les changements (${count})`,
  fewer: 'Masquer les changements',
  first: 'Promis d’abord. Cette ligne ne change jamais.',
  askedFor: (who) => `Demandé par ${who}.`,
  movedTo: (who) => `Par ${who}.`,
  chosen: (who) => `Choisi par ${who}.`,
  state: {
    proposed: 'En attente de votre réponse.',
    late: 'Personne n’a répondu à temps.',
    accepted: (by, name, moment) =>
      `${!by ? 'Accepté' : by === 'customer' ? 'Vous avez accepté' : `${name} a accepté pour vous`}${moment && ` ${moment}`}.`,
    declined: (by, name, moment) =>
      `${!by ? 'Ce qui était convenu a été gardé' : `${by === 'customer' ? 'Vous avez' : `${name} a`} gardé ce qui était convenu`}${moment && `, ${moment}`}.`,
    withdrawn: 'La demande a été retirée.',
    expired: 'Personne n’a répondu à temps. Ce qui était convenu restait valable.',
    replaced: 'Un autre changement a pris sa place.',
    imposed: 'Fait sans votre accord.',
    narrowed: 'Fait sans rien demander, dans le créneau convenu.',
    unknown: 'On ne peut pas lire ce qu’il en est advenu.',
  },

  calendar: 'Ajouter au calendrier',
  calendarAgain: 'Mettre le calendrier à jour',
  calendarWhat: (thing) => `Livraison de ${thing}`,
  calendarOld: (was) => `L’entrée que vous avez prise indique ${was}.`,
  calendarOldHelp: 'Prenez la nouvelle : elle remplace l’ancienne.',
  calendarEnded: 'Plus rien ne viendra. Retirez-la de votre calendrier.',
  calendarFailed: 'L’entrée de calendrier n’a pas pu être faite. Appuyez de nouveau.',
});
