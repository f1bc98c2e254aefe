import type { CheckoutMessages } from '../en/checkout.js';
import { spaced } from './spaced.js';

/** What the checkout guard says, in French. */
export const checkout = spaced<CheckoutMessages>({
  before: 'Avant de payer',
  checking: 'Nous vérifions tout le panier avec le magasin',
  handing: 'Votre choix passe dans votre panier',

  yours: (noun) => `Votre ${noun}`,
  goods: (count, total, nouns) =>
    count === total ? `Vos ${total} ${nouns}` : `${count} de vos ${total} ${nouns}`,
  named: (count, total, name) =>
    count === total ? `Vos ${total} × ${name}` : `${count} de vos ${total} × ${name}`,
  things: (count, total) =>
    count === total
      ? `Les ${total} articles de votre panier`
      : `${count} des ${total} articles de votre panier`,
  notOnShelf: (subject, count) => `${subject} ${count === 1 ? 'n’est' : 'ne sont'} pas en stock.`,
  soldOut: (subject, count) =>
    `${subject} ${count === 1 ? 'n’est plus disponible' : 'ne sont plus disponibles'}.`,
  notAsTold: (subject, count) =>
    `${subject} ${count === 1 ? 'n’arrive' : 'n’arrivent'} pas comme nous vous l’avions dit.`,
  unconfirmed: 'Le magasin n’a pas confirmé votre panier.',
  unconfirmedGoesOn:
    'Le magasin n’a pas pu confirmer le stock. Votre paiement se poursuit tout de même.',
  notTaken: 'Votre choix n’est pas arrivé dans votre panier.',
  noted: 'Nous vous préviendrons de son retour.',
  holdEnded: (time) => `Vos articles étaient réservés jusqu’à\u00a0${time}. Ce moment est passé.`,
  tooOld: 'Ce que nous savions de votre panier est trop ancien pour s’y fier.',

  checkedNow: 'Vérifié à l’instant,',
  changedNow: 'Cela vient de changer.',
  checked: (ago) => `Vérifié ${ago},`,
  whole: 'tout le panier. Rien ne vous a été débité.',
  notCharged: 'Rien ne vous a été débité.',
  askingAgain: 'Nous redemandons au magasin.',
  noAnswer: 'Nous n’avons reçu aucune réponse utilisable.',
  offline: 'Vous êtes hors connexion.',
  noSense: 'On ne peut se fier à la réponse de son système.',
  incomplete: 'Sa réponse ne dit pas tout.',
  noBasket: 'Cette page n’a pas dit ce qu’il contient.',
  blocked: 'Sans cela, le magasin n’encaisse rien.',
  pageKept: 'Cette page a gardé le panier tel qu’il était.',
  writesTo: (channel) => `Nous écrirons à ${channel}.`,

  now: 'Maintenant',
  later: 'Plus tard',
  none: 'Introuvable',
  told: 'Annoncé',
  unknown: 'Inconnu',
  unknownHelp: 'Personne n’a dit s’il y en a',
  units: (count, total, noun) =>
    noun ? `${count} ${noun}` : total === 1 ? '1' : `${count} sur ${total}`,
  about: (date) => (date ? ` vers le ${date}` : ', sans date pour l’instant'),
  held: (time) => `, de côté pour vous jusqu’à\u00a0${time}`,
  someHeld: (count, time) => `, dont ${count} de côté pour vous jusqu’à\u00a0${time}`,
  prepaid: 'à commander une fois payé',
  deposit: 'à commander une fois l’acompte payé',
  afterHold: (time) =>
    `Après\u00a0${time}, d’autres pourront acheter ce qui est de côté ; nous redemanderons avant que vous payiez.`,
  rest: (count) =>
    count === 1
      ? 'L’autre ligne de votre panier est comme annoncé.'
      : `Les ${count} autres lignes de votre panier sont comme annoncé.`,
  showAll: (count) => `Voir les ${count}`,
  showFewer: 'En voir moins',

  choices: 'Comment voulez-vous continuer ?',
  pay: (count, amount) => `Payer${count === 1 ? '' : ` les ${count}`}${amount}`,
  payAll: (amount) => `Tout payer${amount}`,
  payShelf: (count, amount) =>
    `Payer ${count === 1 ? 'l’article en stock' : `les ${count} en stock`}${amount}`,
  payAllShelf: (amount) => `Payer ce qui est en stock${amount}`,
  swap: (goods, amount) => `Prendre ${goods ?? 'autre chose'} à la place${amount}`,
  payRest: (amount) => `Payer le reste et être prévenu${amount}`,
  beTold: 'Être prévenu de son retour',
  amount: (amount) => ` : ${amount}`,
  dueNow: (due, total) => `, ${due} maintenant sur ${total}`,
  allCanLeave: (count) =>
    count === 1 ? 'Peut partir maintenant' : `Les ${count} peuvent partir maintenant`,
  canLeave: (count) =>
    count === 1 ? '1 peut partir maintenant' : `${count} peuvent partir maintenant`,
  comes: (count, about) => `${count}${about}`,
  writes: (channel) =>
    channel ? `Nous écrirons à ${channel} à son retour` : 'Nous vous préviendrons de son retour',
  nothingPaid: 'Rien n’est payé',
  notPossible: (reason) => `Pas possible : ${reason}`,
  back: 'Retour au panier',
  nothingCharged: 'Rien n’est débité',
  staysHeld: (count, time) =>
    count === 1
      ? `Rien n’est perdu, l’article reste de côté jusqu’à\u00a0${time}`
      : `Rien n’est perdu, les ${count} restent de côté jusqu’à\u00a0${time}`,
  again: 'Redemander au magasin',
  againHelp: 'Vous ne payez que si tout est confirmé',
  anyway: 'Payer tout de même',
  anywayHelp: 'Il se peut qu’un article manque après coup',

  basketChanged: 'Votre panier a changé. Il sera vérifié de nouveau au paiement.',
  pageChanged: 'La page a changé entre-temps. Cet appui n’a déclenché aucun paiement.',
  restored: 'Tout est là comme annoncé. Vous pouvez payer maintenant.',

  person: 'Une question avant ?',
  personUntil: (time) => `, jusqu’à\u00a0${time}`,
  personClosed: (moment) => `, fermé à cette heure${moment ? `, de nouveau ouvert ${moment}` : ''}`,
  personNoWay: 'Une question avant ? Demandez au magasin avant de payer.',
});
