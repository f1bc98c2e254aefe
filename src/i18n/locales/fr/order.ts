import type { OrderMessages } from '../en/order.js';
import { spaced } from './spaced.js';

/** « à Leeds », « au Mans », « aux Ulis ». */
const to = (place: string): string =>
  `à ${place}`.replace(/^à le(s?) /i, (_, many: string) => (many ? 'aux ' : 'au '));

const span = (seconds: number): string => {
  const minutes = seconds / 60;
  return minutes < 120
    ? `${Math.floor(minutes)} minutes`
    : minutes < 48 * 60
      ? `${Math.floor(minutes / 60)} heures`
      : `${Math.floor(minutes / 1440)} jours`;
};

/** What an order says, in French. */
export const order = spaced<OrderMessages>({
  order: (reference) => `Commande ${reference}`,
  refund: (reference) => `Remboursement ${reference}`,
  parcelOf: (position, total) => `Colis ${position} sur ${total}`,
  parcel: (position, name) => `Colis ${position}${name ? `, ${name}` : ''}`,
  thing: (noun) => `votre ${noun ?? 'colis'}`,
  firstParcel: 'premier colis',
  goods: (count) => (count === 1 ? 'article' : 'articles'),
  units: (count, total, noun) =>
    total === 1
      ? `votre ${noun}`
      : count === undefined
        ? `vos ${noun}`
        : total === undefined
          ? `${count} ${noun}`
          : count === total
            ? `vos ${count} ${noun}`
            : `${count} de vos ${total} ${noun}`,
  we: 'Nous',
  carrier: 'Le transporteur',

  before: (time, day) => `avant ${time}${day && ` ${day}`}`,
  between: (from, until, day) => `entre ${from} et ${until}${day && ` ${day}`}`,
  byDay: (date) => `au plus tard le ${date}`,

  missed: (who, thing, when) =>
    who === 'Nous'
      ? `Nous avions promis ${thing} ${when}. Rien n’est arrivé.`
      : `${who} avait promis ${thing} ${when}. Rien n’est arrivé.`,
  missedSeveral: (who, when) =>
    `${who === 'Nous' ? 'Nous avions' : `${who} avait`} promis vos colis ${when}. Ils ne sont pas tous arrivés.`,
  expectedBetween: (thing, when) => `L’arrivée de ${thing} est prévue ${when}.`,
  expectedAround: (thing, when) =>
    `L’arrivée de ${thing} est prévue vers ${/^\d+\u00a0h/.test(when) ? when : `le ${when}`}.`,
  expectedLate: (thing, when, promised) =>
    `L’arrivée de ${thing} est maintenant prévue ${when}, plus tard que promis (${promised}).`,
  arrived: (thing, moment) => `La livraison de ${thing} a eu lieu ${moment}.`,
  arrivedSome: (thing) => `La livraison de ${thing} a eu lieu.`,
  arrivedSeveral: (count) => `Les ${count} colis ont été livrés.`,
  several: (arrived, total, needs, trouble) =>
    [
      arrived === 0
        ? `Aucun de vos ${total} colis n’est encore arrivé.`
        : arrived === 1
          ? `Un de vos ${total} colis est arrivé.`
          : `${arrived} de vos ${total} colis sont arrivés.`,
      needs === 0
        ? ''
        : needs === 1
          ? 'L’un d’eux a besoin de vous.'
          : `${needs} ont besoin de vous.`,
      trouble === 0
        ? ''
        : trouble === 1
          ? 'L’un d’eux pose problème.'
          : `${trouble} posent problème.`,
    ]
      .filter(Boolean)
      .join(' '),
  nextOne: (position, when, promised) =>
    `Le colis ${position} est ${promised ? 'promis' : 'prévu'} ${when}.`,
  disputed: (who) => `${who} dit l’avoir livré. Vous dites qu’il n’est pas là.`,
  bothNoted: 'Les deux sont notés. Un passage enregistré n’est pas encore une livraison.',
  contradicted: (thing) => `Ce qu’on nous dit de ${thing} se contredit.`,
  doubts: {
    'codes-disagree': 'Les codes du transporteur se contredisent.',
    'words-disagree': 'Le code du transporteur et son texte ne disent pas la même chose.',
    'status-disagrees': 'L’état donné par le transporteur et ses passages ne concordent pas.',
    'delivered-before-events': 'Il aurait été livré avant même son départ.',
    'two-parcels': 'Deux trajets sont enregistrés sous le même numéro.',
    other: 'Les sources ne concordent pas.',
  },
  notRepeated: 'Nous ne reprenons ni l’un ni l’autre. Appelez-nous pour en savoir plus.',
  partly: (thing) => `Une partie seulement de ${thing} a été livrée.`,
  handedTo: {
    recipient: '',
    neighbour: ' Il a été remis à un voisin.',
    'safe-place': ' Il a été laissé en lieu sûr.',
    mailbox: ' Il a été déposé dans la boîte aux lettres.',
    reception: ' Il a été remis à l’accueil.',
  },
  todo: (kind, { by = '', late, bring, amount, who }) => {
    const what = {
      collect: `À retirer${bring ? ` avec ${bring}` : ''}`,
      pay: `À payer : ${amount ?? 'la somme demandée'}`,
      address: 'Adresse à corriger',
      documents: 'Papiers demandés à envoyer',
      arrange: `Jour à convenir avec ${who}`,
      contact: `Appelez ${who}`,
    }[kind];
    if (!late) return `${what}${by ? `, ${by}` : ''}.`;
    return kind === 'collect'
      ? `Il pouvait être retiré ${by.replace(/^avant/, 'jusqu’à').replace('au plus tard le', 'jusqu’au')}. Nous ne savons pas s’il y est encore.`
      : kind === 'pay'
        ? `Il fallait payer ${amount ?? 'la somme demandée'} ${by}.`
        : `${what}. Il fallait le faire ${by}.`;
  },
  findWay: 'Appelez-nous : nous cherchons une solution avec vous.',
  silent: (thing) => `Nous ne savons pas où est ${thing}.`,
  estimateStale: (thing) => `Nous ne savons plus quand arrive ${thing}.`,
  outForDelivery: (thing) => `${thing} est en cours de livraison.`,
  moving: (thing) => `${thing} est en route.`,
  announced: (thing) => `${thing} n’est pas encore en route.`,
  promised: (thing, when) => `L’arrivée de ${thing} est promise ${when}.`,
  promisedPart: (units, _count, when, rest, date) =>
    `L’arrivée de ${units} est promise ${when}. ${rest === 1 ? 'L’autre' : `Les ${rest} autres`} : ${date ? `vers le ${date}` : 'plus tard'}.`,
  promisedSome: (when) =>
    `L’arrivée d’une partie de votre commande est promise ${when}. Le reste viendra plus tard.`,
  nothing: 'Nous avons votre commande. Personne ne nous en a encore dit plus.',
  attempted: (who, moment) => `${who} a tenté de livrer ${moment}.`,
  'ready-for-pickup': (thing) => `${thing} vous attend.`,
  pickupOver: (thing) => `${thing} vous attendait.`,
  problem: (thing) => `Il y a un problème avec ${thing}.`,
  returning: (thing) => `${thing} revient chez nous.`,
  returned: (thing) => `Nous avons reçu ${thing} en retour.`,
  cancelled: (thing) => `La livraison de ${thing} a été annulée.`,
  customs: (thing) => `${thing} est à la douane.`,
  claimed: (thing, by) =>
    by
      ? `Un remplacement pour ${thing} est promis chez vous ${by}.`
      : `Nous vous envoyons un remplacement pour ${thing}.`,
  claimedLate: (thing, by) =>
    `Un remplacement pour ${thing} était promis chez vous ${by}. Rien n’est arrivé.`,
  callUs: 'Cette heure est passée. Appelez-nous : ce que vous avez choisi vous est dû quand même.',
  claimedWait: (units, by) => `Vous avez choisi d’attendre ${units}.${by ? ` Promis ${by}.` : ''}`,
  claimedGoods: (goods, by) => `Vous avez choisi ${goods} à la place.${by ? ` Promis ${by}.` : ''}`,
  short: (units) => `Nous ne pourrons finalement pas vous fournir ${units}.`,
  shortUnsure: (units, total) =>
    total === 1
      ? `Nous ne savons pas si nous pourrons vous fournir ${units}.`
      : `Nous ne savons pas combien de ${units} nous pourrons vous fournir.`,
  doubt: {
    contradiction: 'Ce qu’on nous a dit se contredit.',
    age: 'Ce qu’on nous a dit est trop ancien pour le répéter.',
  },
  callToChoose: 'Appelez-nous : rien ne se décide sans vous.',
  imposed: (who, day, when) =>
    day
      ? `${who} a déplacé votre livraison au ${day} sans votre accord.`
      : `${who} a déplacé votre livraison sans votre accord : elle est annoncée ${when}.`,
  imposedSome: (who) => `${who} a déplacé votre livraison sans votre accord.`,
  brokenPromise: 'Ce qui était promis n’est pas tenu.',
  stillCounts: (agreed) => `Ce qui est convenu, ${agreed}, compte toujours.`,
  toldAt: (moment) => `Annoncé ${moment}.`,
  theirReason: 'Leur raison :',
  proposed: (by, count, narrows) =>
    `${
      by === 'carrier'
        ? 'Le transporteur demande'
        : by === 'shop'
          ? 'Nous vous demandons'
          : 'On vous demande'
    } ${
      count > 1
        ? `de déplacer votre livraison : il y a ${count} propositions`
        : narrows
          ? 'votre accord pour un créneau plus court, dans celui qui est convenu'
          : 'de déplacer votre livraison'
    }. Rien ne change sans votre accord.`,
  timeOver: 'Le délai pour répondre a pris fin.',
  theyDecide: (who) => `Venir ou non à ce moment-là : c’est ${who} qui en décide.`,
  askedWhen: (moment) => `Demandé ${moment}`,
  askedSome: 'Demandé',
  askedBy: (who) => `par ${who}.`,
  somebody: 'quelqu’un dont le nom n’est pas donné',
  firstPromised: (when) => `Promis d’abord ${when}.`,
  changeUnread: 'Un changement a suivi, que nous n’arrivons pas à lire.',
  agreedAt: (moment) => `Convenu ${moment}.`,
  saidArrived: (thing) => `Vous nous avez dit avoir reçu ${thing}.`,
  takenBack: (reference, moment) => `Vous avez annulé le remboursement ${reference} ${moment}.`,
  stillOpen: 'Rien n’a été versé. Si ce n’est pas là en fin de compte, vous pouvez redemander.',
  claimedOther: 'Nous avons noté votre choix.',
  claim: (reference) => `Référence ${reference}`,

  refundAsked: (amount, isCash) =>
    `Vous avez demandé le remboursement${amount && ` de ${amount}`}. ${isCash ? 'Le magasin' : 'La banque'} n’a pas encore confirmé.`,
  refundOrdered: (amount) =>
    `Nous avons donné l’ordre de vous rembourser${amount && ` ${amount}`}.`,
  refundSent: (amount) => `Votre remboursement${amount && ` de ${amount}`} a quitté notre banque.`,
  cashReady: (amount) =>
    amount
      ? `Vos ${amount} en espèces sont prêts au magasin.`
      : 'Votre remboursement en espèces est prêt au magasin.',
  refundSettled: (amount) => `Votre remboursement${amount && ` de ${amount}`} a été versé.`,
  refundBlocked: (amount) => `Votre remboursement${amount && ` de ${amount}`} est bloqué.`,
  heldSince: (date, by, you) =>
    you
      ? `Nous vous attendons depuis le ${date}.`
      : `Bloqué ${by ? `par ${by} ` : ''}depuis le ${date}.${by ? '' : ' Personne n’a dit par qui.'}`,
  refundFailed: (amount) =>
    `Votre remboursement${amount && ` de ${amount}`} n’a pas abouti. Nous vous le devons toujours.`,
  refundReturned: (amount) =>
    amount
      ? `Vos ${amount} nous sont revenus. Nous vous les devons toujours.`
      : 'Votre remboursement nous est revenu. Nous vous le devons toujours.',
  refundLate: (amount, due) =>
    `Votre remboursement${amount && ` de ${amount}`} était attendu ${due}. Personne ne l’a confirmé.`,
  noAmount: 'votre argent',

  checking: 'Nous vérifions si votre demande est bien passée.',
  notReceived: 'Votre demande n’est pas parvenue au magasin.',
  pressOnce: 'Appuyez une fois de plus. Cela ne peut se faire qu’une fois.',
  notTakenBack: 'Le remboursement ne peut plus être annulé ici.',
  refundGoesOn: 'Le remboursement continue tel quel.',
  notSentOffline: 'Votre demande n’est pas partie. Vous êtes hors ligne.',
  refused: 'Ce n’est pas possible depuis cette page.',
  takenUnread: 'Quelque chose est déjà enregistré pour cela, et nous ne pouvons pas le lire.',
  withdrawing: 'Nous annulons votre demande de remboursement.',
  askingCopy:
    'Nous interrogeons le système du magasin. En attendant sa réponse, voici notre dernière copie.',
  lastCopy: 'Le système du magasin ne répond pas. Voici notre dernière copie.',
  lastCopyOffline: 'Vous êtes hors ligne. Voici notre dernière copie.',
  wasThen: 'À ce moment',
  promisedRow: 'Promis',
  alsoPromised: 'Promis aussi',
  needsAnswer:
    'L’envoi n’est pas possible pour l’instant. Ce choix restera là quand le système du magasin répondra.',
  noCopy:
    'Le système du magasin ne répond pas. Nous ne pouvons pas montrer votre commande pour l’instant.',
  notFound: 'Nous ne trouvons pas cette commande ici.',
  forbidden: 'Reconnectez-vous pour voir cette commande.',
  forbiddenCopy: 'Reconnectez-vous pour voir ce qui est nouveau.',
  offlineNoCopy: 'Vous êtes hors ligne. Nous ne pouvons pas montrer votre commande pour l’instant.',
  unreadable: 'Nous n’arrivons pas à lire ce que dit le système du magasin.',
  loading: 'Nous demandons au magasin où est votre commande',

  live: 'En direct.',
  toldUs: (who, ago) => `${who} nous l’a dit ${ago}.`,
  scannedAs: (who, words, moment) => `${who} : ${words}, ${moment}.`,
  stillGood: (who, ago, every) =>
    `${who} nous l’a dit ${ago}. Un passage toutes les ${every} environ : c’est donc encore valable.`,
  hours: (count) => (count === 1 ? 'heures' : `${count} heures`),
  unknownPlace: 'Nous ne savons pas où\u00a0il\u00a0est.',
  unknownPlaces: 'Nous ne savons pas où ils sont.',
  lastScan: (who, moment, place) =>
    `Dernier passage chez ${who} ${moment}${place ? ` (${place})` : ''}.`,
  onlyAnnounced: (who, moment) => `Annoncé ${to(who)} ${moment} ; rien depuis.`,
  neverScanned: 'Aucun transporteur ne l’a encore enregistré.',
  silentFor: (seconds, every) =>
    `Aucun passage depuis ${span(seconds)}${
      every
        ? ` ; d’habitude, ${every === 86_400 ? 'un par jour' : `${every < 172_800 ? 'un toutes les' : 'un tous les'} ${span(every)}`}`
        : ''
    }.`,
  newsMissed: (time) => `Des nouvelles étaient promises pour ${time} ; rien n’est venu.`,
  recorded: (who, moment) => `Enregistré par ${who} ${moment}.`,
  recordedUndated: (who) => `Enregistré par ${who}, sans heure.`,
  inTime: 'À temps.',
  late: 'En retard.',
  lateBy: (promised) => `C’était promis ${promised}.`,
  lastChecked: (ago) => `Dernière vérification ${ago}.`,
  tooOld: (was) => `L’heure que nous avions était ${was} ; elle est trop ancienne pour la répéter.`,
  madeBy: (who, moment) => `Dit par ${who}${moment ? ` ${moment}` : ', sans date'}.`,
  us: 'nous',
  shop: 'le magasin',
  bank: 'la banque du magasin',
  confirmed: 'Confirmé',
  byWhomWhen: (who, moment) => `par ${who} ${moment}.`,
  askedAt: (moment) => `Demandé ${moment}.`,
  answerBy: (due) => `Sans réponse à ${due}, une personne s’en charge.`,
  answerLate: (due) =>
    `La réponse était attendue à ${due}. Appelez-nous : la somme vous est due quand même.`,
  waitForAnswer: 'Vous n’avez plus rien à faire.',
  sentAt: (moment) => `Envoyé ${moment}.`,
  onAccountBy: (due) => `Sur votre compte d’ici au ${due}.`,
  goneBy: (due) => `Disparu du relevé d’ici au ${due}.`,
  endedAt: (moment, reason) => `${reason ?? 'Personne n’a donné de raison'} (${moment}).`,
  doNotAsk: 'Ne redemandez pas, rien n’est perdu.',
  askedNoAnswer: (moment) => `Vous avez demandé ${moment} ; la réponse ne nous est pas parvenue.`,
  nothingMoved: 'Rien n’a été débité ni remboursé.',
  pressAgain:
    'Une fois reconnecté, appuyez de nouveau. Le remboursement ne peut partir qu’une fois.',
  refusedAt: (moment) => `Refusé ${moment}.`,
  amountChanged: 'Le montant a changé. Le nouveau est ci-dessous ; rien n’a été fait.',
  copiedAt: (moment, ago) => `Copie prise ${moment}, ${ago}.`,
  mayHaveMoved: 'Les choses ont pu changer depuis.',
  tryAgainAt: (time) => `Nous réessayons d’ici ${time}.`,
  notFoundHelp: 'Il manque peut-être un chiffre, ou elle a été passée avec un autre compte.',
  forbiddenHelp: 'Votre accès a expiré ; votre commande, elle, est toujours là.',
  passedMeanwhile:
    'Cette heure est passée. Cette copie ne peut pas dire si la livraison a eu lieu.',
  stillStands: 'La promesse tient toujours.',
  newsBy: 'Nouvelles au plus tard',
  newsEvenIfNone: 'ici, même s’il n’y en a pas',
  chosenWait: 'Vous avez choisi d’attendre. Le remboursement reste offert.',

  allHours: (zone) => `Toutes les heures sont celles de la zone « ${zone} ».`,

  refundAction: (amount) => `Pas livré : rendez-moi ${amount}`,
  cancelAction: 'Annuler la commande',
  reshipAction: 'En recevoir un autre',
  replaceAction: 'Le remplacer',
  swapAction: (goods) => `Prendre ${goods} à la place`,
  waitFor: (count) => (count === 1 ? 'L’attendre' : 'Les attendre'),
  choose: (_count, paid) =>
    `${paid ? 'Vous avez déjà payé. ' : ''}À vous de choisir : rien n’est décidé à votre place.`,
  waitAction: 'Attendre encore un peu',
  refundChoice: (amount) => `Rembourser ${amount}`,
  toMethod: (method, due) => `sur ${method}${due ? `, au plus tard le ${due}` : ''}`,
  credit: 'un avoir',
  cash: 'place, en espèces au magasin',
  transfer: 'un compte bancaire',
  card: 'la carte du paiement',
  wallet: 'le portefeuille du paiement',
  thereBy: (due) => `au plus tard le ${due}`,
  atDoor: (due) => `Chez vous ${due}`,
  refundStays: (until) => `Le remboursement reste offert jusqu’au ${until}`,
  refundStaysOpen: 'Le remboursement reste offert',
  nothingToExplain: 'Rien à justifier.',
  undoUntil: (until) => `S’il arrive, vous pouvez revenir en arrière jusqu’au ${until}.`,
  notPossible: (reason) => `Pas possible : ${reason}`,
  locked: 'Envoi de votre demande',
  lockedChecking: 'Vérification',
  onlyOnce: 'il ne peut partir qu’une fois',
  needsConnection: 'de nouveau possible avec une connexion',
  confirmTitle: (what) => `${what} ?`,
  confirmLarge: 'Un dernier regard, car la somme est élevée.',
  confirmSure: 'Un dernier regard, par prudence.',
  confirmFramed: 'Un dernier regard, car cette page est affichée dans une autre.',
  confirmChanged: 'Un dernier regard : ceci vient d’apparaître ou de changer.',
  confirmYes: 'Oui, allez-y',
  confirmNo: 'Pas maintenant',
  tryNow: 'Réessayer maintenant',
  choices: 'Autres possibilités',
  whatNow: 'Que souhaitez-vous ?',

  by: (due) => (/^\d+\u00a0h/.test(due) ? `d’ici ${due}` : `d’ici au ${due}`),
  dateLate: 'Cette date est passée. La somme vous est due quand même : appelez-nous.',
  noDate: 'pas encore de date',

  noTime: 'sans heure',
  localTime: 'heure locale',
  noWords: 'Enregistré sans texte',
  quoted: (words) => `« ${words} »`,
  theirDoing: {
    carrier: 'Du fait du transporteur.',
    shop: 'De notre fait.',
    recipient: 'À l’adresse.',
    customs: 'La douane.',
    weather: 'La météo.',
    other: '',
  },
  phase: {
    announced: 'Annoncé au transporteur',
    collected: 'Remis au transporteur',
    'in-transit': 'En route',
    customs: 'À la douane',
    'out-for-delivery': 'En cours de livraison',
    attempted: 'Livraison tentée, impossible',
    'ready-for-pickup': 'Prêt à retirer',
    delivered: 'Livré',
    problem: 'Un problème est survenu',
    returning: 'Sur le chemin du retour',
    returned: 'De retour chez l’expéditeur',
    cancelled: 'Annulé',
  },
  arrivedIn: (place) => `Arrivé (${place})`,
  leftFrom: (place) => `Parti (${place})`,
  partUnreadable: {
    shipments: (position) => `Le colis ${position} n’a pas pu être lu`,
    promises: () => 'Ce qui a été promis n’a pas pu être lu',
    offers: () => 'L’un de vos choix n’a pas pu être lu',
    refunds: () => 'Une partie de votre remboursement n’a pas pu être lue',
    events: () => 'Une étape n’a pas pu être lue',
    other: () => 'Une partie de cette page n’a pas pu être lue',
  },
  partUnreadableHelp:
    'Nous savons que cela existe, pas ce que cela dit. Le reste de la page est sûr.',

  person: 'Vous préférez parler à quelqu’un ?',
  personUntil: (time) => `, jusqu’à ${time}`,
  personClosed: (moment) => `, fermé à cette heure${moment ? `, de nouveau ouvert ${moment}` : ''}`,
  give: 'Donnez',
  theySee: ' : on y voit cette même page.',
  personNoWay: 'Vous préférez parler à quelqu’un ? Adressez-vous au magasin avec la référence',
  stop: '.',
});
