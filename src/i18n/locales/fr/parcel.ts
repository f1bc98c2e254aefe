import type { ParcelMessages } from '../en/parcel.js';
import { spaced } from './spaced.js';

/** What a parcel's own part of the page says, in French. */
export const parcel = spaced<ParcelMessages>({
  allEvents: (count) => (count === 1 ? 'Voir l’étape' : `Voir les ${count} étapes`),
  fewerEvents: 'Voir moins d’étapes',
  future: 'datée dans l’avenir par sa source',
  inTheirWords: (who) => `${who}, dans ses propres mots`,
  recorded: 'Ce qui a été enregistré',

  carrier: 'Transporteur',
  trackingNumber: 'Numéro',
  trackOn: (who) => `Suivre chez ${who}`,
  call: (number) => `appeler le ${number}`,
  proof: 'Preuve',
  signedBy: (who) => `signé par ${who}`,
  photo: 'voir la photo',
  partOnly: 'une partie seulement',
  noProof: 'personne n’a signé, et il n’y a pas de photo',

  said: 'Livré',
  denied: 'Pas reçu',
  you: 'Vous',
  settles: 'Ce qui tranchera :',
  settledBy: (what, due) => `${what}${due ? `, ${due}` : ''}.`,

  instead: (fault, on, position) =>
    `Remplace ${fault}${on ? ` du ${on}` : ''}${position ? `, dans le colis ${position}` : ''}.`,
  inPlaceOf: (position) => `Remplace le colis ${position}.`,
  replacedBy: (position) => `Le colis ${position} le remplace.`,
  doIt: {
    collect: 'Voir où le retirer',
    pay: 'Payer ici',
    address: 'Corriger l’adresse ici',
    documents: 'Envoyer les papiers ici',
    arrange: 'Choisir un jour ici',
    contact: 'Leur écrire ici',
  },

  carrierAnswers: 'Qui l’apporte',
  keepCarrier: (name) => `Garder ${name}`,
  takeCarrier: (name) => `L’envoyer avec ${name}`,
  otherCarrier: 'Un autre transporteur, s’il vous plaît',
  otherCarrierHelp: 'Le magasin doit encore dire lequel',
  anotherCarrier: 'un autre transporteur',
  carrierChosen: (name, moment) =>
    name
      ? `Vous avez choisi ${name}, ${moment}.`
      : `Vous avez demandé un autre transporteur, ${moment}.`,
  carrierUntil: (moment, who, stands) =>
    `Pas encore envoyé : vous pouvez choisir ${moment ? `(dernier délai : ${moment})` : 'tant qu’il n’est pas parti'}${who && `, selon ${who}`}. Si vous ne faites rien, ${stands ? `rien ne change : ${stands}` : 'le magasin en choisit un autre'}.`,
  carrierOver: (moment, stands) =>
    `Le délai pour choisir est passé (${moment}). Le magasin ${stands ? `décide maintenant ; pour l’instant : ${stands}` : 'en choisit maintenant un autre'}.`,

  parcels: 'Vos colis',
  tile: {
    arrived: 'arrivé',
    coming: 'à venir',
    needs: 'a besoin de vous',
    trouble: 'pose problème',
    replaced: 'un autre le remplace',
  },
  holds: (count, total, name) =>
    `${total !== undefined && count < total ? `${count} sur ${total} × ` : count > 1 ? `${count} × ` : ''}${name}`,
  showArrived: (count) =>
    count === 1 ? 'Voir celui qui est arrivé' : `Voir les ${count} qui sont arrivés`,
  hideArrived: 'Masquer ceux qui sont arrivés',
  showOthers: (count) => (count === 1 ? 'Voir l’autre' : `Voir les ${count} autres`),
  hideOthers: 'Masquer les autres',
  notSent: 'Pas encore envoyé',

  now: (isDay) => (isDay ? 'Nous sommes le' : 'Il est'),
  expected: 'Prévu',
  missedMark: 'Manqué.',
  deliveredMark: 'Livré',
  lastScanLabel: 'Dernier passage',
  orderedLabel: 'Commandé',
  madeLabel: 'Promesse faite',
  promisedLabel: (day) => (day ? `Promis ${day}` : 'Promis aujourd’hui'),
  lineExpected: (window, promise) => `Prévu ${window}. Promis ${promise}.`,
  lineMissed: (promise) => `Promis ${promise}. Cette heure est passée.`,
  lineOpen: (promise) => `Promis ${promise}. Cette heure n’est pas encore passée.`,
  lineDelivered: (moment, promise) => `Livré ${moment}. Promis ${promise}.`,
  lineSince: (label, moment) => `${label} : ${moment}.`,

  secondComing: (reference) =>
    `Un autre est en route vers vous (${reference}). Appelez-nous si vous n’en voulez pas.`,
  priceEach: (count, price) => `${count} × ${price}`,
  reserved: (count) => `${count} de côté pour vous`,
  awaited: (count, date, condition) =>
    `${count} ${date ? `vers le ${date}` : 'plus tard, pas encore de date'}${
      condition
        ? `, commande passée une fois ${condition === 'deposit' ? 'l’acompte versé' : 'le paiement reçu'}`
        : ''
    }`,
  failed: (count) => `${count} introuvable${count > 1 ? 's' : ''}`,
  delivery: (charge) => `livraison ${charge}`,
});
