/** Style sheets read as text: themes in and out, and what a shop's own sheet says of its look. */
import { allowed, hex, TOKENS, valueOf, withColour, type Theme } from './theme.js';

/** One declaration and where it stands. */
interface Declaration {
  readonly selector: string;
  readonly property: string;
  readonly value: string;
}

/**
 * The declarations of a sheet, in their order. It reads the innermost blocks, so `@media` and `@layer` are
 * looked through; what a sheet means by its cascade only a browser knows.
 */
export const declarations = (text: string): Declaration[] => {
  // What is quoted could hold any sign, so it is set aside first.
  const quoted: string[] = [];
  const plain = text
    .replace(/\/\*[^]*?\*\//g, ' ')
    .replace(/"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|url\([^)]*\)/gi, (found) => {
      quoted.push(found);
      return `\0${quoted.length - 1}\0`;
    });
  const back = (piece: string): string =>
    piece.replace(/\0(\d+)\0/g, (_, index: string) => quoted[Number(index)]!).trim();
  return [...plain.matchAll(/([^{};]*)\{([^{}]*)\}/g)].flatMap(([, selector, body]) =>
    body!.split(';').flatMap((line) => {
      const [, property, value] = /^\s*([\w-]+)\s*:([^]*)$/.exec(line) ?? [];
      if (!property || !value) return [];
      return {
        selector: back(selector!).replace(/\s+/g, ' '),
        property: property.toLowerCase(),
        value: back(value).replace(/\s*!important$/i, ''),
      };
    }),
  );
};

/** The theme in a sheet; tokens that do not exist and values that cannot be are left out. */
export const importCss = (text: string): Theme =>
  allowed(
    declarations(text)
      .filter(({ property }) => TOKENS.includes(property))
      .map(({ property, value }) => [property, value.replace(/\s+/g, ' ')] as const),
  );

/** The theme as a file: what it sets, in the order of the tokens' page. */
export const exportCss = (theme: Theme): string => {
  const lines = TOKENS.filter((token) => token in theme).map(
    (token) => `  ${token}: ${theme[token]};\n`,
  );
  return `:root {\n${lines.join('')}}\n`;
};

/** The part of an address behind `#` that holds the theme, and nothing about anybody. */
export const toFragment = (theme: Theme): string =>
  new URLSearchParams(
    TOKENS.filter((token) => token in theme).map((token) => [
      token.replace('--doorstep-', ''),
      theme[token]!,
    ]),
  ).toString();

export const fromFragment = (fragment: string): Theme =>
  allowed(
    [...new URLSearchParams(fragment.replace(/^#/, ''))].map(
      ([name, value]) => [`--doorstep-${name}`, value] as const,
    ),
  );

/** One thing that was found, and in which rule. */
export interface Found {
  readonly token: string;
  readonly value: string;
  readonly selector: string;
}

const BUTTON =
  /(^|[\s,.>_-])(button|btn|cta)([\s,.:_-]|$)|\[type=.?submit|(^|[\s,])button\b|\.(button|btn)/i;
const LEAST_IMPORTANT = /disabled|outline|ghost|secondary|link|close|icon|hover|focus|active/i;
const PAGE = /^(:root|html|body|\*|:host)$/i;
const HEADING = /^h[12]$/i;
const CARD = /\.(card|panel|box|tile)\b/i;

/**
 * What a shop's sheet says of its font, its accent and its corners. It is a guess from names that many
 * sheets use, so each finding says where it was made.
 */
export const takeOver = (text: string): Found[] => {
  const all = declarations(text);
  // What the page itself says comes before what a part of it says, and the first before the others.
  const custom = new Map<string, string>();
  for (const isPage of [true, false])
    for (const { selector, property, value } of all)
      if (property.startsWith('--') && PAGE.test(selector) === isPage && !custom.has(property))
        custom.set(property, value);
  /** With the sheet's own properties put in; three levels are deep enough for what people write. */
  const resolve = (value: string): string => {
    let result = value;
    for (let level = 0; level < 3; level++)
      result = result.replace(
        /var\((--[\w-]+)(?:\s*,\s*([^()]*))?\)/g,
        (whole, name: string, otherwise?: string) => custom.get(name) ?? otherwise ?? whole,
      );
    return result.trim();
  };
  const named = (names: RegExp) =>
    all.filter(({ property }) => property.startsWith('--') && names.test(property));
  const of = (selectors: RegExp, properties: RegExp) =>
    all
      .filter(({ selector, property }) => {
        if (property.startsWith('--') || !properties.test(property)) return false;
        return selector.split(',').some((one) => selectors.test(one.trim()));
      })
      // A plain button says more than one in a state of its own.
      .sort(
        (a, b) =>
          Number(LEAST_IMPORTANT.test(a.selector)) - Number(LEAST_IMPORTANT.test(b.selector)),
      );

  const first = (
    token: string,
    candidates: readonly Declaration[],
    read: (value: string) => string | undefined,
  ): Found[] => {
    for (const { selector, property, value } of candidates) {
      const found = read(resolve(value));
      if (found === undefined || !(token in allowed([[token, found]]))) continue;
      return [{ token, value: found, selector: property.startsWith('--') ? property : selector }];
    }
    return [];
  };

  const family = (value: string): string | undefined => {
    // In the shorthand the family stands behind the size.
    const list =
      /(?:^|\s)[\d.]+(?:px|r?em|%|pt|vw)(?:\s*\/\s*[\w.%]+)?\s+(.+)$/.exec(value)?.[1] ?? value;
    return /^(inherit|initial|unset)$/i.test(list) ? undefined : list.replace(/\s+/g, ' ');
  };
  const colour = (value: string): string | undefined => {
    const whole = hex(value);
    if (whole) return whole;
    const part = /#[\da-f]{3,8}\b|(?:rgb|hsl|oklch|oklab|lch|lab|hwb|color)a?\([^()]*\)/i.exec(
      value,
    );
    return part ? hex(part[0]) : undefined;
  };
  const corner = (value: string): string | undefined => {
    const [, number, unit] = /^([\d.]+)(px|r?em)?(?:\s|$)/.exec(value) ?? [];
    if (number === undefined) return undefined;
    const pixels = Number(number) * (unit?.endsWith('em') ? 16 : 1);
    return `${Math.min(99, Math.round(pixels))}px`;
  };

  const body = first(
    '--doorstep-font',
    [...of(PAGE, /^font(-family)?$/), ...named(/font-?(family|body|base|sans)/i)],
    family,
  );
  const say = first('--doorstep-font-say', of(HEADING, /^font(-family)?$/), family).filter(
    ({ value }) => value !== body[0]?.value,
  );
  const action = first(
    '--doorstep-action',
    [
      ...named(/^--([\w-]+-)?(accent|primary|brand|action|cta)(-(color|colour|500|600))?$/i),
      ...of(BUTTON, /^background(-color)?$/),
      ...of(/^a(:link)?$/i, /^color$/),
    ],
    colour,
  );
  const onAction = first('--doorstep-on-action', of(BUTTON, /^color$/), colour);
  const control = first(
    '--doorstep-control-radius',
    [...of(BUTTON, /^border-radius$/), ...named(/radius/i)],
    corner,
  );
  const card = first(
    '--doorstep-radius',
    [...of(CARD, /^border-radius$/), ...named(/radius/i)],
    corner,
  );
  return [...body, ...say, ...action, ...onAction, ...control, ...card];
};

/** The theme with what was found. Colours are those of the day; by night the theme keeps its own. */
export const withFound = (theme: Theme, found: readonly Found[]): Theme => {
  let result = theme;
  for (const { token, value } of found)
    result = value.startsWith('#')
      ? withColour(result, token, 'light', value)
      : { ...result, [token]: value };
  // Links follow the accent unless the theme says otherwise.
  const links = valueOf(result, '--doorstep-link');
  return links.includes('var(')
    ? result
    : { ...result, '--doorstep-link': 'var(--doorstep-action)' };
};
