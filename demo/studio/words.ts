/** What the studio says, in both languages; contrast is told in words first and in figures after. */
import type { PageLanguage } from '../shop/language.js';
import type { Judged, PAIRS } from './contrast.js';
import type { Scheme } from './theme.js';

type PairName = (typeof PAIRS)[number]['name'];

interface Words {
  readonly start: string;
  readonly themes: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly hue: (role: string) => string;
  readonly digits: (role: string) => string;
  readonly colours: string;
  readonly coloursOf: Readonly<Record<Scheme, string>>;
  readonly moreColours: string;
  readonly noColour: string;
  readonly contrast: string;
  readonly type: string;
  readonly shape: string;
  readonly ownFont: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly badFont: string;
  readonly allPass: string;
  readonly someFail: (count: number) => string;
  /** The pair as a subject with its verb, and whether it is one or several. */
  readonly pairs: Readonly<Record<PairName, readonly [subject: string, several: boolean]>>;
  readonly in: Readonly<Record<Scheme, string>>;
  readonly faint: (
    subject: string,
    several: boolean,
    where: string,
    ratio: string,
    needed: string,
  ) => string;
  readonly use: (colour: string, role: string) => string;
  readonly mend: string;
  readonly everyPair: string;
  readonly pair: string;
  /** What the good colour is mixed into. */
  readonly tile: string;
  readonly passes: string;
  readonly fails: string;
  readonly apca: readonly [least: number, words: string][];
  readonly take: string;
  readonly takeAbout: string;
  readonly paste: string;
  readonly takeButton: string;
  readonly address: string;
  readonly addressAbout: string;
  readonly read: string;
  readonly unreadable: string;
  readonly foreign: string;
  readonly nothingFound: string;
  readonly found: (role: string, value: string, selector: string) => string;
  readonly imported: (count: number) => string;
  readonly share: string;
  readonly css: string;
  readonly copy: string;
  readonly copied: string;
  readonly link: string;
  readonly linked: string;
  readonly notCopied: string;
  readonly save: string;
  readonly file: string;
  readonly afresh: string;
  readonly view: string;
  readonly schemes: Readonly<Record<Scheme, string>>;
  readonly width: string;
  readonly widths: Readonly<Record<'phone' | 'desktop' | 'both', string>>;
  readonly elements: string;
  readonly all: string;
  readonly glance: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly states: (count: number) => string;
  readonly toStates: string;
  readonly toTools: string;
}

const en: Words = {
  start: 'Start from',
  themes: { quiet: 'Quiet', compact: 'Compact', contrast: 'High contrast', playful: 'Playful' },
  roles: {
    action: 'Accent',
    'on-action': 'Label on the accent',
    link: 'Links',
    surface: 'Card',
    tint: 'Quiet areas',
    ink: 'Text',
    soft: 'Secondary text',
    line: 'Decorative lines',
    edge: 'Edges of controls',
    good: 'Good news',
    care: 'Care is needed',
    bad: 'Bad news',
    font: 'Font',
    'font-say': 'Font of the sentence',
    radius: 'Corners of the card',
    'control-radius': 'Corners of controls',
  },
  hue: (role) => `${role}: choose`,
  digits: (role) => `${role}, as CSS`,
  colours: 'Colours',
  coloursOf: {
    light: 'These are the colours of the day. Look at the dark side to change the others.',
    dark: 'These are the colours of the night. Look at the light side to change the others.',
  },
  moreColours: 'The other colours',
  noColour: 'That is no opaque colour of CSS, so the last one stays.',
  contrast: 'Can it be read?',
  type: 'Type',
  shape: 'Shape, space, motion',
  ownFont: 'the page’s own',
  fields: {
    font: 'Font of everything',
    'font-say': 'Font of the sentence',
    size: 'Text size',
    'say-size': 'Sentence, times the text',
    'say-weight': 'Weight of the sentence',
    strong: 'Weight of what is stressed',
    unit: 'Density: the unit of distances',
    radius: 'Corners of the card',
    'control-radius': 'Corners of controls',
    'button-radius': 'Corners of buttons',
    rule: 'Thickness of edges',
    'line-thickness': 'Thickness of the promise line',
    motion: 'Motion',
  },
  badFont: 'Only names of fonts, with commas between them.',
  allPass: 'Everything can be read: each pair of colours passes AA, in light and in dark.',
  someFail: (count) =>
    count === 1 ? 'One pair of colours is too faint.' : `${count} pairs of colours are too faint.`,
  pairs: {
    label: ['The refund button’s label is', false],
    text: ['Text on the card is', false],
    quietText: ['Text in quiet areas is', false],
    second: ['Secondary text on the card is', false],
    quietSecond: ['Secondary text in quiet areas is', false],
    link: ['Links on the card are', true],
    quietLink: ['Links in quiet areas are', true],
    good: ['Good news on the card is', false],
    tile: ['The number on the tile of a parcel that arrived is', false],
    care: ['What asks for care is', false],
    bad: ['Bad news on the card is', false],
    quietBad: ['Bad news in quiet areas is', false],
    edge: ['Edges of controls on the card are', true],
    quietEdge: ['Edges of controls in quiet areas are', true],
  },
  in: { light: 'in light', dark: 'in dark' },
  faint: (subject, _, where, ratio, needed) =>
    `${subject} too faint ${where}: ${ratio}, and ${needed} is needed.`,
  use: (colour, role) => `Use ${colour} for: ${role}`,
  mend: 'Take the nearest for all',
  everyPair: 'Every pair, measured',
  pair: 'Pair',
  tile: 'Tile of a parcel that arrived',
  passes: 'passes',
  fails: 'fails',
  apca: [
    [90, 'easy, long texts too'],
    [75, 'comfortable'],
    [60, 'readable from 16 px'],
    [45, 'large text only'],
    [30, 'marks and edges only'],
    [0, 'hardly seen'],
  ],
  take: 'Take over from your shop',
  takeAbout:
    'Paste a style sheet of your shop. Font, accent and corners are guessed from the names that sheets use, and each finding says where it was made. A theme of the studio is read as what it is.',
  paste: 'Style sheet',
  takeButton: 'Take over',
  address: 'Or the address of a style sheet or page on this site',
  addressAbout:
    'A browser lets a page read only what lies on its own site, and this page’s policy holds it to that. For a shop elsewhere, open its style sheet and paste the text above.',
  read: 'Read it',
  unreadable: 'There is nothing to be read at this address.',
  foreign:
    'That lies on another site, which a page may not read. Open it and paste its text instead.',
  nothingFound: 'Nothing was found that says font, accent or corners. Choose them above.',
  found: (role, value, selector) => `${role}: ${value}, found in ${selector}`,
  imported: (count) =>
    count === 1 ? 'A theme with one value was read.' : `A theme with ${count} values was read.`,
  share: 'Take it with you',
  css: 'The theme as CSS',
  copy: 'Copy the CSS',
  copied: 'The CSS is in your clipboard.',
  link: 'Copy a link to this theme',
  linked: 'The link is in your clipboard. The theme is in the link itself, nothing is stored.',
  notCopied: 'The browser does not give the clipboard away. Select the text and copy it.',
  save: 'Save as a file',
  file: 'Open a theme file',
  afresh: 'Begin afresh',
  view: 'You are looking at',
  schemes: { light: 'Light', dark: 'Dark' },
  width: 'Width',
  widths: { phone: 'Phone', desktop: 'Desktop', both: 'Both' },
  elements: 'Show',
  all: 'Every element',
  glance: 'At a glance',
  tags: {
    'doorstep-order': 'The order',
    'doorstep-parcel': 'A parcel',
    'doorstep-remedy': 'Remedies and refunds',
    'doorstep-slot': 'The agreed time',
    'doorstep-slot-picker': 'Choosing a time',
    'doorstep-checkout-guard': 'Before paying',
    'doorstep-stock': 'Stock',
  },
  states: (count) => `${count} states`,
  toStates: 'See the states',
  toTools: 'Back to the tools',
};

const fr: Words = {
  start: 'Partir de',
  themes: { quiet: 'Calme', compact: 'Compact', contrast: 'Contraste fort', playful: 'Ludique' },
  roles: {
    action: 'Accent',
    'on-action': 'Libellé sur l’accent',
    link: 'Liens',
    surface: 'Carte',
    tint: 'Zones calmes',
    ink: 'Texte',
    soft: 'Texte secondaire',
    line: 'Filets décoratifs',
    edge: 'Bords des commandes',
    good: 'Bonne nouvelle',
    care: 'Attention',
    bad: 'Mauvaise nouvelle',
    font: 'Police',
    'font-say': 'Police de la phrase',
    radius: 'Coins de la carte',
    'control-radius': 'Coins des commandes',
  },
  hue: (role) => `${role}\u00a0: choisir`,
  digits: (role) => `${role}, en CSS`,
  colours: 'Couleurs',
  coloursOf: {
    light: 'Ce sont les couleurs du jour. Regardez le côté sombre pour changer les autres.',
    dark: 'Ce sont les couleurs de la nuit. Regardez le côté clair pour changer les autres.',
  },
  moreColours: 'Les autres couleurs',
  noColour: 'Ce n’est pas une couleur opaque de CSS\u00a0: la précédente reste.',
  contrast: 'Est-ce lisible\u00a0?',
  type: 'Caractères',
  shape: 'Formes, espaces, mouvement',
  ownFont: 'celle de la page',
  fields: {
    font: 'Police de l’ensemble',
    'font-say': 'Police de la phrase',
    size: 'Taille du texte',
    'say-size': 'Phrase, en fois le texte',
    'say-weight': 'Graisse de la phrase',
    strong: 'Graisse de ce qui compte',
    unit: 'Densité\u00a0: l’unité des distances',
    radius: 'Coins de la carte',
    'control-radius': 'Coins des commandes',
    'button-radius': 'Coins des boutons',
    rule: 'Épaisseur des bords',
    'line-thickness': 'Épaisseur de la ligne de promesse',
    motion: 'Mouvement',
  },
  badFont: 'Seulement des noms de polices, séparés par des virgules.',
  allPass:
    'Tout se lit\u00a0: chaque paire de couleurs satisfait au niveau AA, en clair et en sombre.',
  someFail: (count) =>
    count === 1
      ? 'Une paire de couleurs est trop pâle.'
      : `${count} paires de couleurs sont trop pâles.`,
  pairs: {
    label: ['Le libellé du bouton de remboursement est', false],
    text: ['Le texte de la carte est', false],
    quietText: ['Le texte des zones calmes est', false],
    second: ['Le texte secondaire de la carte est', false],
    quietSecond: ['Le texte secondaire des zones calmes est', false],
    link: ['Les liens de la carte sont', true],
    quietLink: ['Les liens des zones calmes sont', true],
    good: ['La bonne nouvelle sur la carte est', false],
    tile: ['Le numéro d’un colis arrivé, sur sa case, est', false],
    care: ['Ce qui demande attention est', false],
    bad: ['La mauvaise nouvelle sur la carte est', false],
    quietBad: ['La mauvaise nouvelle des zones calmes est', false],
    edge: ['Les bords des commandes de la carte sont', true],
    quietEdge: ['Les bords des commandes des zones calmes sont', true],
  },
  in: { light: 'en clair', dark: 'en sombre' },
  faint: (subject, several, where, ratio, needed) =>
    `${subject} trop ${several ? 'pâles' : 'pâle'} ${where}\u00a0: ${ratio}, et il faut ${needed}.`,
  use: (colour, role) => `Prendre ${colour} pour\u00a0: ${role}`,
  mend: 'Prendre la plus proche partout',
  everyPair: 'Chaque paire, mesurée',
  pair: 'Paire',
  tile: 'Case d’un colis arrivé',
  passes: 'suffit',
  fails: 'ne suffit pas',
  apca: [
    [90, 'facile, même en long'],
    [75, 'confortable'],
    [60, 'lisible à partir de 16 px'],
    [45, 'gros texte seulement'],
    [30, 'signes et bords seulement'],
    [0, 'à peine visible'],
  ],
  take: 'Reprendre de votre boutique',
  takeAbout:
    'Collez une feuille de style de votre boutique. La police, l’accent et les coins sont devinés d’après les noms d’usage, et chaque trouvaille dit d’où elle vient. Un thème du studio est lu tel quel.',
  paste: 'Feuille de style',
  takeButton: 'Reprendre',
  address: 'Ou l’adresse d’une feuille de style ou d’une page de ce site',
  addressAbout:
    'Un navigateur ne laisse lire à une page que ce qui se trouve sur son propre site, et la politique de celle-ci l’y tient. Pour une boutique ailleurs, ouvrez sa feuille de style et collez le texte ci-dessus.',
  read: 'La lire',
  unreadable: 'Il n’y a rien à lire à cette adresse.',
  foreign:
    'Cela se trouve sur un autre site, qu’une page ne peut pas lire. Ouvrez-le et collez-en le texte.',
  nothingFound: 'Rien n’y dit la police, l’accent ni les coins. Choisissez-les ci-dessus.',
  found: (role, value, selector) => `${role}\u00a0: ${value}, dans ${selector}`,
  imported: (count) =>
    count === 1 ? 'Un thème d’une valeur a été lu.' : `Un thème de ${count} valeurs a été lu.`,
  share: 'L’emporter',
  css: 'Le thème en CSS',
  copy: 'Copier le CSS',
  copied: 'Le CSS est dans votre presse-papiers.',
  link: 'Copier un lien vers ce thème',
  linked:
    'Le lien est dans votre presse-papiers. Le thème est dans le lien lui-même, rien n’est gardé.',
  notCopied:
    'Le navigateur ne donne pas accès au presse-papiers. Sélectionnez le texte et copiez-le.',
  save: 'Enregistrer en fichier',
  file: 'Ouvrir un fichier de thème',
  afresh: 'Recommencer',
  view: 'Vous regardez',
  schemes: { light: 'Clair', dark: 'Sombre' },
  width: 'Largeur',
  widths: { phone: 'Téléphone', desktop: 'Ordinateur', both: 'Les deux' },
  elements: 'Montrer',
  all: 'Tous les éléments',
  glance: 'En un coup d’œil',
  tags: {
    'doorstep-order': 'La commande',
    'doorstep-parcel': 'Un colis',
    'doorstep-remedy': 'Recours et remboursements',
    'doorstep-slot': 'L’heure convenue',
    'doorstep-slot-picker': 'Choisir une heure',
    'doorstep-checkout-guard': 'Avant de payer',
    'doorstep-stock': 'Le stock',
  },
  states: (count) => `${count} états`,
  toStates: 'Voir les états',
  toTools: 'Revenir aux outils',
};

export const words: Readonly<Record<PageLanguage, Words>> = { en, fr };

/** A ratio as it is written: `4.5:1`. */
export const ratio = (value: number, language: PageLanguage): string =>
  `${value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 })}:1`;

/** What is wrong with a pair, as a sentence. */
export const complaint = (
  { pair, scheme, ratio: found }: Judged,
  language: PageLanguage,
): string => {
  const say = words[language];
  const [subject, several] = say.pairs[pair.name as PairName];
  const figures = [found, pair.needed].map((value) => ratio(value, language)) as [string, string];
  return say.faint(subject, several, say.in[scheme], ...figures);
};

/** What APCA's figure means, in words. */
export const ease = (lightness: number, language: PageLanguage): string =>
  words[language].apca.find(([least]) => lightness >= least)![1];
