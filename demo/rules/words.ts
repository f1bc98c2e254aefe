import type { EpochMilliseconds } from '../../src/model/index.js';
import type { Language } from './facts.js';

/** The shop's language for a BCP 47 tag: French for French, English for everybody else. */
export const languageOf = (locale: string): Language => (/^fr\b/i.test(locale) ? 'fr' : 'en');

/** What the shop says of goods that come in several parcels. Delivery is free for all it sells. */
export const arrivalsNote = (parcels: number, language: Language): { note?: string } => {
  if (parcels < 2) return {};
  const few = { en: ['two', 'three'], fr: ['deux', 'trois'] }[language][parcels - 2];
  const count = few ?? `${parcels}`;
  return {
    note:
      language === 'fr'
        ? `Livraison offerte, en ${count} colis.`
        : `Delivery is free, in ${count} parcels.`,
  };
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "Mon 23 Nov 17:00", "lun. 23 nov. à 17 h 00", with spaces that do not break. */
const when = (epoch: EpochMilliseconds, timeZone: string, language: Language): string => {
  const part = (name: string, options: Intl.DateTimeFormatOptions): string => {
    const key = `${language} ${timeZone} ${name}`;
    let formatter = formatters.get(key);
    if (!formatter) {
      const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
      formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
      formatters.set(key, formatter);
    }
    return formatter.format(epoch);
  };
  const date = part('date', { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
  const time = part('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const text = language === 'fr' ? `${date} à ${time.replace(':', ' h ')}` : `${date} ${time}`;
  return text.replaceAll(' ', '\u00a0');
};

/** What a refusal or an unavailable offer says: why, and what to do instead (R10). */
export interface Explanation {
  readonly reason: string;
  readonly nextStep: string;
}

interface Context {
  readonly language: Language;
  readonly timeZone: string;
  readonly phone: string;
  readonly at?: EpochMilliseconds | undefined;
  readonly reference?: string | undefined;
}

type Sentence = (time: string, context: Context) => readonly [reason: string, nextStep: string];

const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  'unknown-offer': {
    en: (_, { phone }) => [
      'This offer does not belong to this order.',
      `Load the order again, or call ${phone}.`,
    ],
    fr: (_, { phone }) => [
      'Cette offre ne concerne pas cette commande.',
      `Rechargez la commande, ou appelez le ${phone}.`,
    ],
  },
  'not-yet': {
    en: (time) => [
      `The promise runs until ${time}.`,
      'You can ask from that minute on. The button appears by itself.',
    ],
    fr: (time) => [
      `La promesse court jusqu’au ${time}.`,
      'Vous pourrez demander dès cette minute : le bouton apparaît de lui-même.',
    ],
  },
  expired: {
    en: (time, { phone }) => [
      `This offer stood until ${time}.`,
      `Call ${phone}: your rights do not end with it.`,
    ],
    fr: (time, { phone }) => [
      `Cette offre valait jusqu’au ${time}.`,
      `Appelez le ${phone} : vos droits, eux, demeurent.`,
    ],
  },
  'amount-changed': {
    en: () => [
      'The amount is not the one your screen showed. Nothing was ordered.',
      'Check the amount shown now and decide again.',
    ],
    fr: () => [
      'Le montant n’est pas celui que votre écran affichait. Rien n’a été demandé.',
      'Vérifiez le montant affiché maintenant, puis décidez.',
    ],
  },
  'already-resolved': {
    en: (_, { reference }) => [
      `This delivery is already settled, under ${reference}.`,
      'Take that back first if you prefer something else.',
    ],
    fr: (_, { reference }) => [
      `Cette livraison est déjà réglée, sous ${reference}.`,
      'Annulez d’abord cette demande si vous préférez autre chose.',
    ],
  },
  delivered: {
    en: (time, { phone }) => [
      time ? `The carrier recorded the delivery on ${time}.` : 'The carrier recorded the delivery.',
      `If you do not have it, call ${phone}: a record is not a parcel.`,
    ],
    fr: (time, { phone }) => [
      time
        ? `Le transporteur a enregistré la livraison le ${time}.`
        : 'Le transporteur a enregistré la livraison.',
      `Si vous n’avez rien reçu, appelez le ${phone} : un enregistrement n’est pas un colis.`,
    ],
  },
  'out-of-stock': {
    en: () => ['There is none left to send again.', 'The refund stays open to you.'],
    fr: () => ['Il n’en reste aucun à renvoyer.', 'Le remboursement vous reste ouvert.'],
  },
  'no-date': {
    en: (_, { phone }) => [
      'Nobody has given a new date.',
      `The refund stays open to you. Call ${phone} if you would rather wait.`,
    ],
    fr: (_, { phone }) => [
      'Personne n’a donné de nouvelle date.',
      `Le remboursement vous reste ouvert. Appelez le ${phone} si vous préférez attendre.`,
    ],
  },
  'unknown-sku': {
    en: (_, { phone }) => [
      'The shop does not know this article.',
      `Load the page again, or call ${phone}.`,
    ],
    fr: (_, { phone }) => [
      'La boutique ne connaît pas cet article.',
      `Rechargez la page, ou appelez le ${phone}.`,
    ],
  },
  'unknown-channel': {
    en: () => ['The shop cannot write to you that way.', 'Choose one of the ways shown.'],
    fr: () => ['La boutique ne peut pas vous écrire ainsi.', 'Choisissez un des moyens affichés.'],
  },
  'address-needed': {
    en: () => [
      'This e-mail address cannot be written to.',
      'Check it: it looks like name@example.com.',
    ],
    fr: () => [
      'Cette adresse électronique n’est pas utilisable.',
      'Vérifiez-la : elle ressemble à nom@example.com.',
    ],
  },
  'unknown-wish': {
    en: () => ['The shop has no such request of yours.', 'Load the page again.'],
    fr: () => ['La boutique n’a pas de telle demande de votre part.', 'Rechargez la page.'],
  },
  'taken-back': {
    en: (time) => [`You took this back on ${time}.`, 'The offer that stands now is in the order.'],
    fr: (time) => [
      `Vous avez annulé cette demande le ${time}.`,
      'L’offre en cours figure dans la commande.',
    ],
  },
  'nothing-asked': {
    en: () => [
      'Nothing was asked for here, so there is nothing to take back.',
      'Load the order again.',
    ],
    fr: () => ['Rien n’a été demandé ici : il n’y a rien à annuler.', 'Rechargez la commande.'],
  },
  'too-late': {
    en: (time, { phone }) => [
      `The money left on ${time}.`,
      `Call ${phone}: we settle it together.`,
    ],
    fr: (time, { phone }) => [
      `L’argent est parti le ${time}.`,
      `Appelez le ${phone} : nous réglerons cela ensemble.`,
    ],
  },
  'parcel-prepared': {
    en: (_, { phone }) => [
      'The second parcel is being prepared and cannot be stopped here.',
      `Call ${phone}, or refuse it at the door.`,
    ],
    fr: (_, { phone }) => [
      'Le second colis est en préparation et ne peut être arrêté ici.',
      `Appelez le ${phone}, ou refusez-le à la porte.`,
    ],
  },
  'refund-failed': {
    en: (_, { phone }) => [
      'The bank could not carry out the refund.',
      `Ask again here, or call ${phone}.`,
    ],
    fr: (_, { phone }) => [
      'La banque n’a pas pu effectuer le remboursement.',
      `Redemandez-le ici, ou appelez le ${phone}.`,
    ],
  },
};

/** The shop's words for a code. */
export const explain = (code: keyof typeof SENTENCES, context: Context): Explanation => {
  const time = context.at === undefined ? '' : when(context.at, context.timeZone, context.language);
  const [reason, nextStep] = SENTENCES[code]![context.language](time, context);
  return { reason, nextStep };
};
