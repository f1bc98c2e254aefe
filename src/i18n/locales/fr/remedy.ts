import type { RemedyMessages } from '../en/remedy.js';
import { spaced } from './spaced.js';

/** What the remedy says beyond the button and the path of the money, in French. */
export const remedy = spaced<RemedyMessages>({
  turnedUp: (who, moment) => `${who} l’a enregistré comme livré ${moment}.`,
  turnedUpHelp: 'Si vous l’avez, dites-le-nous. Sinon, rien à faire : le remboursement continue.',
  arrivedAfterAll: 'Finalement, c’est arrivé',
  otherMind: 'J’ai changé d’avis',
  arrivedUntil: (until) => `Annule le remboursement, jusqu’au ${until}`,

  heldBy: 'Bloqué par',
  since: (moment) => `depuis le ${moment}`,
  you: 'vous',
  takes: 'Ce qu’il faut',
  owner: 'Qui s’en occupe',
  nextStep: 'Prochaine étape au plus tard',
  stepLate: 'Cette heure est passée. Appelez-nous : la somme vous est due quand même.',

  reversal: 'Le débit lui-même est annulé.',
  reversalHelp: 'Il disparaît de votre relevé ; aucun crédit n’apparaît à part.',

  law: 'Ce que dit la loi',
  ownPromise:
    'Ce que nous offrons ici est notre propre promesse, au-delà de ce que la loi demande.',
  rightsStand: 'Vos droits demeurent, quoi que vous choisissiez ici.',
  lawDay: (day) => `Selon la loi, l’argent doit être revenu au plus tard le ${day}.`,
  lawGrown: (percent, more, total, isOwed) =>
    `${isOwed ? 'Selon' : 'Si vous n’avez rien reçu, selon'} la loi, la somme est majorée de ${percent} % : ${more} en plus, ${total} en tout.`,
  lawGrows: (percent, day) => `À partir du ${day}, la majoration est de ${percent} %.`,

  cameLate:
    'La livraison est arrivée après le départ de l’argent. À vous de choisir ; rien n’est décidé sans vous.',
  keep: (amount) => (amount ? `Garder et rendre ${amount}` : 'Garder'),
  keepHelp: 'Nous vous dirons comment',
  chargedTo: (method) => `Prélevé sur ${method}`,
  giveBack: 'Renvoyer',
  giveBackHelp: 'Rien à payer',

  other: 'C’est autre chose qui ne va pas',
  what: 'Qu’est-ce qui ne va pas ?',
  ground: {
    'not-delivered': 'Rien n’est arrivé',
    late: 'C’est arrivé trop tard',
    incomplete: 'Il manque quelque chose',
    damaged: 'C’est abîmé',
    'wrong-item': 'Ce n’est pas ce que j’ai commandé',
    'delivered-elsewhere': 'C’est déposé ailleurs',
    'not-received': 'C’est noté livré, et je n’ai rien reçu',
  },
  attached:
    'Nous joignons ce qui était promis, ce que le transporteur a noté et ce que dit cette page. Rien à écrire.',
  thenWhat: 'Que souhaitez-vous ?',
  close: 'Fermer',

  receipt: 'Reçu à garder',
  order: 'Commande',
  refund: 'Remboursement',
  amount: 'Montant',
  noAmount: 'Nous ne le connaissons pas',
  to: 'Vers',
  asked: 'Demandé',
  ordered: 'Ordre donné',
  sent: 'Envoyé par la banque',
  settled: 'Sur votre compte',
  reversed: 'Disparu du relevé',
  ready: 'Prêt au magasin',
  fetched: 'Retiré par vous',
  ifDatePasses: 'Si une date passe, cette page le dit.',
  reference: 'Référence',
  sameEverywhere: 'à donner au téléphone ou en magasin',
  paidWith: 'celle du paiement',
  over: { failed: 'N’a pas abouti', returned: 'Nous est revenu', withdrawn: 'Annulé' },
  notDated: 'date non donnée',
  expected: 'Attendu au plus tard le',
  wrong: 'Ce qui n’allait pas',
  written: 'Écrit',
  another: (reference, amount, state) => `${reference}${amount && `, ${amount}`} : ${state}`,
  inAll: (amount, count) => `${amount} en tout, en ${count} remboursements.`,
  row: (label, value) => `${label} : ${value}`,
  print: 'Imprimer',
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'La copie n’a pas été possible. Le texte est sélectionné : copiez-le d’ici.',
  save: 'Enregistrer le texte',
  remind: 'Me rappeler la date',
  notMade: 'Le rappel n’a pas pu être préparé. Appuyez de nouveau.',
  remindWhat: (amount) => `${amount} devraient être revenus aujourd’hui`,
});
