import type { Instant, Money } from '../../src/model/index.js';
import type { AwaitedFacts, Words } from './facts.js';

/** One thing the shop sells. */
export interface ProductFacts {
  readonly sku: string;
  readonly name: Words;
  readonly noun: Words;
  readonly nouns: Words;
  readonly price: Money;
  /** What one unit is made of, if it is a bundle: it has no stock of its own. */
  readonly parts?: readonly { readonly sku: string; readonly quantity: number }[] | undefined;
  /** What the shop would send instead. */
  readonly swap?: string | undefined;
  /** The day on which the maker says it is back, and when he said so. */
  readonly back?: { readonly on: string; readonly said: Instant } | undefined;
}

/** Where goods are. What stands in a shop that does not send is bought there. */
export interface LocationFacts {
  readonly name: Words;
  readonly kind: 'warehouse' | 'shop';
  readonly sends: boolean;
}

export const LOCATIONS = {
  lyon: { name: { en: 'Lyon warehouse', fr: 'entrepôt de Lyon' }, kind: 'warehouse', sends: true },
  nantes: { name: { en: 'Nantes shop', fr: 'magasin de Nantes' }, kind: 'shop', sends: true },
  paris: { name: { en: 'Paris shop', fr: 'magasin de Paris' }, kind: 'shop', sends: false },
} as const satisfies Readonly<Record<string, LocationFacts>>;
/** See {@link LOCATIONS}. */
export type LocationId = keyof typeof LOCATIONS;

const euros = (amount: number): Money => ({ amount, currency: 'EUR' });
const words = (en: string, fr: string): Words => ({ en, fr });

/** What the shop sells, apart from its glassware. */
const FURNISHINGS: readonly ProductFacts[] = [
  {
    sku: 'WM-9KG',
    name: words('Washing machine, 9 kg', 'Lave-linge 9 kg'),
    noun: words('washing machine', 'lave-linge'),
    nouns: words('washing machines', 'lave-linge'),
    price: euros(54900),
  },
  {
    sku: 'HND-BRASS',
    name: words('Brass lever handle', 'Béquille en laiton'),
    noun: words('handle', 'béquille'),
    nouns: words('handles', 'béquilles'),
    price: euros(1890),
    swap: 'HND-STEEL',
  },
  {
    sku: 'HND-STEEL',
    name: words('Steel lever handle', 'Béquille en acier'),
    noun: words('handle', 'béquille'),
    nouns: words('handles', 'béquilles'),
    price: euros(1650),
  },
  {
    sku: 'LCK-STD',
    name: words('Mortise lock', 'Serrure à larder'),
    noun: words('lock', 'serrure'),
    nouns: words('locks', 'serrures'),
    price: euros(2450),
  },
  {
    sku: 'SET-DOOR',
    name: words('Door set, brass handle and lock', 'Ensemble de porte, béquille et serrure'),
    noun: words('door set', 'ensemble de porte'),
    nouns: words('door sets', 'ensembles de porte'),
    price: euros(3900),
    parts: [
      { sku: 'HND-BRASS', quantity: 1 },
      { sku: 'LCK-STD', quantity: 1 },
    ],
  },
  {
    sku: 'FRG-300',
    name: words('Fridge, 300 litres', 'Réfrigérateur 300 litres'),
    noun: words('fridge', 'réfrigérateur'),
    nouns: words('fridges', 'réfrigérateurs'),
    price: euros(62900),
    back: { on: '2026-12-08', said: '2026-11-23T09:15:00+01:00' },
  },
  {
    sku: 'DISPLAY-27-4K',
    name: words('27-inch display, 4K', 'Écran 27 pouces, 4K'),
    noun: words('display', 'écran'),
    nouns: words('displays', 'écrans'),
    price: euros(27900),
  },
  {
    sku: 'DISPLAY-32-5K',
    name: words('32-inch display, 5K', 'Écran 32 pouces, 5K'),
    noun: words('display', 'écran'),
    nouns: words('displays', 'écrans'),
    price: euros(64900),
  },
  {
    sku: 'HANDLE-OAK',
    name: words('Oak door handle', 'Poignée de porte en chêne'),
    noun: words('handle', 'poignée'),
    nouns: words('handles', 'poignées'),
    price: euros(3200),
  },
  {
    sku: 'LAMP-GLASS',
    name: words('Glass desk lamp', 'Lampe de bureau en verre'),
    noun: words('lamp', 'lampe'),
    nouns: words('lamps', 'lampes'),
    price: euros(8900),
  },
  {
    sku: 'MIRROR-OVAL',
    name: words('Oval mirror', 'Miroir ovale'),
    noun: words('mirror', 'miroir'),
    nouns: words('mirrors', 'miroirs'),
    price: euros(12900),
  },
];

/** Shape, cents, noun and plural in each language. */
const SHAPES: readonly (readonly [number, string, string, string, string])[] = [
  [890, 'Tumbler', 'tumblers', 'Gobelet', 'gobelets'],
  [1290, 'Wine glass', 'wine glasses', 'Verre à vin', 'verres à vin'],
  [3450, 'Carafe', 'carafes', 'Carafe', 'carafes'],
  [4900, 'Vase', 'vases', 'Vase', 'vases'],
  [1650, 'Bowl', 'bowls', 'Bol', 'bols'],
  [1420, 'Jar', 'jars', 'Bocal', 'bocaux'],
  [1980, 'Bottle', 'bottles', 'Bouteille', 'bouteilles'],
  [1150, 'Candle holder', 'candle holders', 'Photophore', 'photophores'],
  [2790, 'Jug', 'jugs', 'Pichet', 'pichets'],
  [990, 'Cup', 'cups', 'Tasse', 'tasses'],
];
const SERIES = [
  ...['Rivage', 'Brume', 'Atelier', 'Solstice', 'Lisière'],
  ...['Marée', 'Givre', 'Aube', 'Falaise', 'Verger'],
];
const GLASS: readonly Words[] = [
  words('clear glass', 'verre clair'),
  words('smoked glass', 'verre fumé'),
  words('amber glass', 'verre ambré'),
  words('green glass', 'verre vert'),
  words('blue glass', 'verre bleu'),
  words('ribbed glass', 'verre strié'),
  words('frosted glass', 'verre dépoli'),
  words('bubbled glass', 'verre bullé'),
  words('recycled glass', 'verre recyclé'),
  words('cut glass', 'verre taillé'),
];

const glassware = (index: number): ProductFacts => {
  const [cents, en, ens, fr, frs] = SHAPES[index % 10]!;
  const series = SERIES[Math.floor(index / 10) % 10]!;
  const glass = GLASS[Math.floor(index / 100)]!;
  return {
    sku: `GLS-${`${index + 1}`.padStart(4, '0')}`,
    name: words(`${en} ${series}, ${glass.en}`, `${fr} ${series}, ${glass.fr}`),
    noun: words(en.toLowerCase(), fr.toLowerCase()),
    nouns: words(ens, frs),
    price: euros(cents + Math.floor(index / 100) * 150 + (Math.floor(index / 10) % 10) * 40),
  };
};

/** None, a few, unknown, plenty: as on any shelf. */
const glassOnShelf = (index: number): number | undefined => {
  if (index % 23 === 7) return undefined;
  if (index % 11 === 4) return 0;
  return index % 5 === 1 ? 1 + (index % 2) : 3 + ((index * 7) % 58);
};

/** The goods of the listing page. */
export const GLASSWARE: readonly ProductFacts[] = Array.from({ length: 1000 }, (_, index) =>
  glassware(index),
);

/** Everything the shop sells, invented. */
export const PRODUCTS: readonly ProductFacts[] = [...FURNISHINGS, ...GLASSWARE];

/** What is where at the start. Without a quantity nobody has counted. */
export const STOCKED: readonly {
  readonly sku: string;
  readonly location: LocationId;
  readonly quantity: number | undefined;
}[] = [
  { sku: 'WM-9KG', location: 'lyon', quantity: 1 },
  { sku: 'HND-BRASS', location: 'lyon', quantity: 3 },
  { sku: 'HND-STEEL', location: 'lyon', quantity: 40 },
  { sku: 'LCK-STD', location: 'lyon', quantity: 10 },
  { sku: 'FRG-300', location: 'lyon', quantity: 0 },
  { sku: 'DISPLAY-27-4K', location: 'lyon', quantity: 6 },
  { sku: 'DISPLAY-32-5K', location: 'lyon', quantity: 2 },
  { sku: 'HANDLE-OAK', location: 'nantes', quantity: 3 },
  { sku: 'LAMP-GLASS', location: 'lyon', quantity: 0 },
  { sku: 'MIRROR-OVAL', location: 'paris', quantity: 2 },
  ...GLASSWARE.map(({ sku }, index) => ({
    sku,
    location: 'lyon' as const,
    quantity: glassOnShelf(index),
  })),
];

/** What the makers will bring. */
export const AWAITED: readonly (AwaitedFacts & { readonly sku: string })[] = [
  { sku: 'HND-BRASS', id: '1', quantity: 2, from: '2026-12-01', condition: 'prepaid' },
];
