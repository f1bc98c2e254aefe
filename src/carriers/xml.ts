type Element = Record<string, unknown>;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (written, ten?: string, sixteen?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : written;
      const point = ten === undefined ? parseInt(sixteen!, 16) : Number(ten);
      return point <= 0x10ffff ? String.fromCodePoint(point) : written;
    },
  );

/** The text with each section from `start` to `end` replaced; one that does not end goes to the last. */
const sections = (
  text: string,
  start: string,
  end: string,
  replacement: (inside: string) => string,
): string =>
  text
    .split(start)
    .map((piece, index) => {
      if (index === 0) return piece;
      const at = piece.indexOf(end);
      return at < 0 ? '' : replacement(piece.slice(0, at)) + piece.slice(at + end.length);
    })
    .join('');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

// The name is followed by what may follow a name, so that no part of it is tried for the whole.
const TOKEN = /<(\/?)(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])[^<>]*?(\/?)>|([^<]+)|</g;
const DEEPEST = 100;

/**
 * The elements of an XML text as an object, the way SOAP clients give them: names without their prefix,
 * an element with text alone as that text, a repeated one as a list. Attributes, comments and
 * declarations are left out; entities beyond XML's own five stay as written. What is not sound XML gives
 * what could be read of it.
 */
export const elementsOf = (xml: string): Element => {
  const root: { name: string; inside: Element; text: string } = { name: '', inside: {}, text: '' };
  const open = [root];
  const close = (): void => {
    const { name, inside, text } = open.pop()!;
    const value = Object.keys(inside).length > 0 ? inside : text.trim();
    const outer = open.at(-1)!.inside;
    const before = Object.hasOwn(outer, name) ? outer[name] : undefined;
    if (Array.isArray(before)) before.push(value);
    else
      Object.defineProperty(outer, name, {
        value: before === undefined ? value : [before, value],
        enumerable: true,
        configurable: true,
      });
  };
  const plain = sections(sections(xml, '<![CDATA[', ']]>', escaped), '<!--', '-->', () => '');
  for (const [, slash, name, empty, characters] of plain.matchAll(TOKEN)) {
    const inner = open.at(-1)!;
    if (characters !== undefined) inner.text += decoded(characters);
    else if (name !== undefined && slash) {
      if (inner.name === name && open.length > 1) close();
    } else if (name !== undefined && open.length < DEEPEST) {
      open.push({ name, inside: {}, text: '' });
      if (empty) close();
    }
  }
  while (open.length > 1) close();
  return root.inside;
};
