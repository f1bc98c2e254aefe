/** What a theme is, to the studio: values by token, each checked, since they also come from links and files. */
import Color from 'colorjs.io';
import page from '../../src/styles/tokens.json';

export type Scheme = 'light' | 'dark';
export const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** What is set, by token; every other token has its literal. */
export type Theme = Readonly<Record<string, string>>;

const tokens: Record<string, { readonly literal: string; readonly says: string }> = Object.assign(
  {},
  ...Object.values(page),
) as never;
/** Every token there is, in the order of their page. */
export const TOKENS = Object.keys(tokens);
const COLOURS = Object.keys(page.colour);
export const isColour = (token: string): boolean => COLOURS.includes(token);

const PAIR = /^light-dark\(([^()]*(?:\([^()]*\))?[^()]*),([^()]*(?:\([^()]*\))?[^()]*)\)$/;

/** A colour as six hexadecimal digits; `undefined` if it is none, or lets something shine through. */
export const hex = (text: string): string | undefined => {
  try {
    const colour = new Color(text.trim());
    if (Number(colour.alpha) < 1) return undefined;
    return colour.to('srgb').toGamut().toString({ format: 'hex', collapse: false });
  } catch {
    return undefined;
  }
};

/** One side of a value: what stands there by day or by night. */
const half = (value: string, scheme: Scheme): string => {
  const [, light, dark] = PAIR.exec(value) ?? [];
  return ((scheme === 'light' ? light : dark) ?? value).trim();
};

/** What a token says in this theme. */
export const valueOf = (theme: Theme, token: string): string =>
  theme[token] ?? tokens[token]?.literal ?? '';

/** The colour of a role, as it is seen. */
export const colourOf = (theme: Theme, token: string, scheme: Scheme): string => {
  // Three steps lead from a link to its literal; whoever refers in a circle gets no further.
  let value = valueOf(theme, token);
  for (let step = 0; step < 4; step++) {
    value = half(value, scheme);
    const [, other] = /^var\((--doorstep-[\w-]+)\)$/.exec(value) ?? [];
    if (!other) break;
    value = valueOf(theme, other);
  }
  return hex(value) ?? '#000000';
};

/** The theme with one colour changed on one side. */
export const withColour = (theme: Theme, token: string, scheme: Scheme, colour: string): Theme => {
  const sides = Object.fromEntries(
    SCHEMES.map((side) => [side, side === scheme ? colour : colourOf(theme, token, side)]),
  );
  const { light, dark } = sides as Record<Scheme, string>;
  return { ...theme, [token]: light === dark ? light : `light-dark(${light}, ${dark})` };
};

const REFERENCE = /^var\(--doorstep-[\w-]+\)$/;
/** What each kind of value may look like, and within which numbers a page is still a page. */
const KINDS: readonly [tokens: RegExp, allowed: (value: string) => boolean][] = [
  // An icon of one's own is fetched, so it comes by no link; a shop sets it in its own sheet.
  [/-icon-/, (value) => value === 'initial'],
  [/-font(-say)?$/, (value) => value.length < 300 && /^[\p{L}\p{N}\s,'"_-]+$/u.test(value)],
  [/-say-weight$|-strong$/, (value) => /^[1-9]00$/.test(value)],
  [/-say-leading$/, within(/^([\d.]+)$/, 1, 2)],
  [/-say-size$/, within(/^([\d.]+)em$/, 1, 3)],
  [/-tracking$/, within(/^(-?[\d.]+)em$/, -0.1, 0.2)],
  [/-size$/, (value) => value === 'medium' || within(/^([\d.]+)px$/, 14, 28)(value)],
  [/-unit$/, within(/^([\d.]+)px$/, 2, 8)],
  [/-motion$/, (value) => value === '0s' || within(/^([\d.]+)ms$/, 0, 1000)(value)],
  [/-rule$|-thickness$/, within(/^([\d.]+)px$/, 0, 8)],
  [/-radius$/, (value) => value === '0' || within(/^([\d.]+)px$/, 0, 99)(value)],
];

function within(form: RegExp, least: number, most: number): (value: string) => boolean {
  return (value) => {
    const number = Number(form.exec(value)?.[1] ?? NaN);
    return number >= least && number <= most;
  };
}

/** Whether a value may stand in a token: nothing that loads something, hides text, or is no value at all. */
export const isAllowed = (token: string, value: string): boolean => {
  if (!(token in tokens)) return false;
  if (REFERENCE.test(value)) return value.slice(4, -1) in tokens;
  if (isColour(token)) return SCHEMES.every((scheme) => hex(half(value, scheme)) !== undefined);
  return KINDS.find(([names]) => names.test(token))?.[1](value) ?? false;
};

/** Only what may stand there. */
export const allowed = (values: Iterable<readonly [token: string, value: string]>): Theme =>
  Object.fromEntries([...values].filter(([token, value]) => isAllowed(token, value)));
