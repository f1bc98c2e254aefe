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

const part = (
  epoch: EpochMilliseconds,
  timeZone: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string => {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
    formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    formatters.set(key, formatter);
  }
  return formatter.format(epoch).replace(',', '');
};
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** "Mon 23 Nov 17:00", "lun. 23 nov. à 17 h 00", with spaces that do not break. */
const when = (epoch: EpochMilliseconds, timeZone: string, language: Language): string => {
  const date = part(epoch, timeZone, language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const time = part(epoch, timeZone, language, TIME);
  const text = language === 'fr' ? `${date} à ${time.replace(':', ' h ')}` : `${date} ${time}`;
  return text.replaceAll(' ', '\u00a0');
};

/** "Thu 26 Nov, 10:00–12:00", "jeudi 26 novembre, de 10 h à 12 h". */
export const spanOf = (
  { from, before }: { readonly from: EpochMilliseconds; readonly before: EpochMilliseconds },
  timeZone: string,
  language: Language,
): string => {
  const french = language === 'fr';
  const style = french ? 'long' : 'short';
  const date = part(from, timeZone, language, { weekday: style, day: 'numeric', month: style });
  const [start, end] = [from, before].map((at) => part(at, timeZone, language, TIME));
  const hour = (time = '') =>
    time
      .replace(/^0/, '')
      .replace(':', '\u00a0h\u00a0')
      .replace(/\u00a000$/, '');
  const hours = french ? `de ${hour(start)} à ${hour(end)}` : `${start}–${end}`;
  return `${date.replaceAll(' ', '\u00a0')}, ${hours.replaceAll(' ', '\u00a0')}`;
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
  /** A slot, and those that are free instead, as {@link spanOf} writes them. */
  readonly slot?: string | undefined;
  readonly others?: readonly string[] | undefined;
}

/** What is free instead of a slot, or who knows. */
const instead = ({ language, phone, others = [] }: Context): string =>
  language === 'fr'
    ? others.length
      ? `Encore libre${others.length > 1 ? 's' : ''} : ${others.join(' ; ')}.`
      : `Appelez le ${phone} : nous trouverons une autre heure.`
    : others.length
      ? `Still free: ${others.join('; ')}.`
      : `Call ${phone}: we find another time together.`;

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
  'unknown-slot': {
    en: (_, context) => ['This time is not on offer.', instead(context)],
    fr: (_, context) => ['Ce créneau n’est pas proposé.', instead(context)],
  },
  'slot-taken': {
    en: (_, context) => [`Somebody else has just taken ${context.slot}.`, instead(context)],
    fr: (_, context) => [
      `Quelqu’un vient de prendre le créneau du ${context.slot}.`,
      instead(context),
    ],
  },
  'slot-past': {
    en: (_, context) => [`${context.slot} has begun already.`, instead(context)],
    fr: (_, context) => [`Le créneau du ${context.slot}, a déjà commencé.`, instead(context)],
  },
  'slot-closed': {
    en: (_, context) => [`The drivers’ list for ${context.slot} is closed.`, instead(context)],
    fr: (_, context) => [`La tournée du ${context.slot}, est déjà arrêtée.`, instead(context)],
  },
  'unknown-change': {
    en: (_, { phone }) => [
      'Nobody has proposed this for this order.',
      `Load the order again, or call ${phone}.`,
    ],
    fr: (_, { phone }) => [
      'Personne n’a proposé cela pour cette commande.',
      `Rechargez la commande, ou appelez le ${phone}.`,
    ],
  },
  'change-withdrawn': {
    en: () => ['The carrier has taken this proposal back.', 'What you had agreed stands.'],
    fr: () => [
      'Le transporteur a retiré cette proposition.',
      'Ce que vous aviez convenu tient toujours.',
    ],
  },
  'change-replaced': {
    en: () => [
      'A later proposal has taken the place of this one.',
      'Answer the one shown now. Until you do, what you had agreed stands.',
    ],
    fr: () => [
      'Une proposition plus récente remplace celle-ci.',
      'Répondez à celle qui est affichée. D’ici là, ce que vous aviez convenu tient.',
    ],
  },
  'change-declined': {
    en: (time) => [
      `You answered on ${time}: what was agreed then stays.`,
      'To change it, pick another time.',
    ],
    fr: (time) => [
      `Vous avez répondu le ${time} : ce qui était convenu reste.`,
      'Pour en changer, choisissez une autre heure.',
    ],
  },
  'change-accepted': {
    en: (time) => [`You agreed to this on ${time}.`, 'To change it, pick another time.'],
    fr: (time) => [
      `Vous l’avez accepté le ${time}.`,
      'Pour en changer, choisissez une autre heure.',
    ],
  },
  'change-expired': {
    en: (time) => [
      `An answer counted until ${time}.`,
      'What you had agreed stands. To change it, pick another time.',
    ],
    fr: (time) => [
      `Votre réponse comptait jusqu’au ${time}.`,
      'Ce que vous aviez convenu tient. Pour en changer, choisissez une autre heure.',
    ],
  },
  'change-imposed': {
    en: (_, { phone }) => [
      'The carrier has moved this delivery without your consent.',
      `Pick another time, or call ${phone}: our promise counts as broken.`,
    ],
    fr: (_, { phone }) => [
      'Le transporteur a déplacé cette livraison sans votre accord.',
      `Choisissez une autre heure, ou appelez le ${phone} : notre promesse compte comme rompue.`,
    ],
  },
  'promise-lapsed': {
    en: (time) => [
      `The promise ran until ${time}.`,
      'What you can ask for now is in the order. Nothing of it is lost.',
    ],
    fr: (time) => [
      `La promesse courait jusqu’au ${time}.`,
      'Ce que vous pouvez demander figure dans la commande. Rien n’en est perdu.',
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
  'carrier-left': {
    en: (_, { phone }) => [
      'The parcel has left, so its carrier cannot be changed any more.',
      `Call ${phone}: we ask the carrier for you.`,
    ],
    fr: (_, { phone }) => [
      'Le colis est parti : on ne peut plus changer de transporteur.',
      `Appelez le ${phone} : nous en parlerons au transporteur pour vous.`,
    ],
  },
  'carrier-over': {
    en: (time, { phone }) => [
      `The choice ended on ${time}. Our warehouse decides now.`,
      `Call ${phone}: until the parcel leaves, a person can still ask there.`,
    ],
    fr: (time, { phone }) => [
      `Le choix a pris fin le ${time}. Notre entrepôt décide maintenant.`,
      `Appelez le ${phone} : tant que le colis n’est pas parti, quelqu’un peut encore y demander.`,
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
