/** Which colours are seen on which, whether that can be read, and the nearest colours with which it could. */
import Color from 'colorjs.io';
import { colourOf, SCHEMES, type Scheme, type Theme } from './theme.js';

/** WCAG 2.2, 1.4.3 (text) and 1.4.11 (what a control is known by), level AA. */
const TEXT = 4.5;
const EDGE = 3;

/** Two roles that meet on screen. Decorative lines are left out: nothing depends on seeing them. */
export interface Pair<Name = string> {
  readonly name: Name;
  readonly front: string;
  readonly back: string;
  readonly needed: number;
  /** Hundredths of the front's colour that are mixed into the back. */
  readonly mixed?: number;
}

const pair = <Name extends string>(
  name: Name,
  front: string,
  back: string,
  needed = TEXT,
  mixed = 0,
): Pair<Name> => ({
  name,
  front: `--doorstep-${front}`,
  back: `--doorstep-${back}`,
  needed,
  mixed,
});

export const PAIRS = [
  pair('label', 'on-action', 'action'),
  pair('text', 'ink', 'surface'),
  pair('quietText', 'ink', 'tint'),
  pair('second', 'soft', 'surface'),
  pair('quietSecond', 'soft', 'tint'),
  pair('link', 'link', 'surface'),
  pair('quietLink', 'link', 'tint'),
  pair('good', 'good', 'surface'),
  pair('tile', 'good', 'surface', TEXT, 13),
  pair('care', 'care', 'surface'),
  pair('bad', 'bad', 'surface'),
  pair('quietBad', 'bad', 'tint'),
  pair('edge', 'edge', 'surface', EDGE),
  pair('quietEdge', 'edge', 'tint', EDGE),
] as const satisfies readonly Pair[];

export interface Judged {
  readonly pair: Pair;
  readonly scheme: Scheme;
  readonly front: string;
  readonly back: string;
  /** WCAG's ratio, 1 to 21, cut and not rounded: 4.49 is not 4.5. */
  readonly ratio: number;
  /** APCA's lightness contrast without its sign, 0 to about 108. */
  readonly lightness: number;
  readonly passes: boolean;
}

/** What the front really stands on. */
const ground = ({ mixed }: Pair, front: Color, back: Color): Color =>
  mixed ? back.mix(front, mixed / 100, { space: 'srgb' }) : back;

const judge = (pair: Pair, theme: Theme, scheme: Scheme): Judged => {
  const [front, back] = [pair.front, pair.back].map((token) => colourOf(theme, token, scheme)) as [
    string,
    string,
  ];
  const colour = new Color(front);
  const under = ground(pair, colour, new Color(back));
  const exact = under.contrast(colour, 'WCAG21');
  return {
    pair,
    scheme,
    front,
    back,
    ratio: Math.floor(exact * 100) / 100,
    lightness: Math.round(Math.abs(under.contrast(colour, 'APCA'))),
    passes: exact >= pair.needed,
  };
};

/** Every pair, by day and by night. */
export const judgeAll = (theme: Theme): Judged[] =>
  SCHEMES.flatMap((scheme) => PAIRS.map((each) => judge(each, theme, scheme)));

/** A colour to put in place of one that fails. */
export interface Offer {
  readonly token: string;
  readonly scheme: Scheme;
  readonly colour: string;
  /** How far it is from the colour that was, as OKLab measures it: 0 to about 1. */
  readonly distance: number;
}

/** Lightness is searched in steps, and from the first that holds back in finer ones. */
const STEP = 0.02;
const FINE = 0.002;

/** The nearest colour of the same hue for which `holds`; `undefined` if none of any lightness does. */
const nearest = (from: string, holds: (colour: string) => boolean): string | undefined => {
  const start = new Color(from).to('oklch');
  const lightness = Number(start.get('l'));
  const at = (to: number): string =>
    start
      .clone()
      .set('l', Math.min(1, Math.max(0, to)))
      .to('srgb')
      .toGamut()
      .toString({ format: 'hex', collapse: false });
  for (let away = 0; away <= 1 + STEP; away += STEP)
    for (const way of [-1, 1]) {
      const to = lightness + way * away;
      if (to < -STEP || to > 1 + STEP || !holds(at(to))) continue;
      let best = at(to);
      for (let back = FINE; back < STEP; back += FINE) {
        const nearer = at(to - way * back);
        if (!holds(nearer)) break;
        best = nearer;
      }
      return best;
    }
  return undefined;
};

/** The one back that a brand would rather change than what stands on it; cards and quiet areas carry too much. */
const MOVABLE = '--doorstep-action';

/**
 * What would let a pair pass: another front, or another accent behind it, the nearer first. A colour that
 * also keeps every other pair of its role is preferred; where there is none, one that mends this pair.
 */
export const offersFor = ({ pair, scheme }: Judged, theme: Theme): Offer[] =>
  [pair.front, ...(pair.back === MOVABLE ? [pair.back] : [])]
    .flatMap((token): Offer[] => {
      const was = colourOf(theme, token, scheme);
      const passing = (pairs: readonly Pair[]) => {
        const others = pairs.map((each) => {
          const isFront = each.front === token;
          const other = colourOf(theme, isFront ? each.back : each.front, scheme);
          return { each, isFront, other: new Color(other) };
        });
        return (text: string): boolean => {
          const colour = new Color(text);
          return others.every(({ each, isFront, other }) => {
            const [front, back] = isFront ? [colour, other] : [other, colour];
            return ground(each, front, back).contrast(front, 'WCAG21') >= each.needed;
          });
        };
      };
      const touched = PAIRS.filter(({ front, back }) => front === token || back === token);
      const colour = nearest(was, passing(touched)) ?? nearest(was, passing([pair]));
      if (!colour) return [];
      return [{ token, scheme, colour, distance: new Color(was).deltaE(colour, 'OK') }];
    })
    .sort((a, b) => a.distance - b.distance);
