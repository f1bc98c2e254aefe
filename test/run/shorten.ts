/**
 * What the build takes out of the templates: white space that the source needs and the page does not.
 * It happens in dist already, so that every shop gains, whatever it bundles with.
 */
import { parseAst, type Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Template extends Node {
  readonly tag: Node & { readonly name?: string };
  readonly quasi: { readonly quasis: readonly Node[] };
}

/**
 * Takes comments and white space out of a style sheet. Nothing is merged or rewritten: compression
 * does that as well, and a rule stays what its author wrote.
 */
export const shortenCss = (css: string): string =>
  css
    .split(/("[^"]*"|'[^']*')/)
    .map((piece, index) =>
      // Every other piece is a string, and stays.
      index % 2
        ? piece
        : piece
            .replace(/\/\*[^]*?\*\//g, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,>]) ?/g, '$1')
            // In front of a colon a space can mean "any descendant"; behind it, never anything.
            .replace(/: /g, ':')
            .replace(/;}/g, '}'),
    )
    .join('')
    .trim();

/** Elements beside whose tags white space is never drawn. */
const BLOCK = /^<\/?(article|div|p|ol|ul|li|dl|dt|dd|h[1-6]|svg|path|circle|doorstep-\w+)$/;
/** Elements at whose inner ends it is not drawn either. */
const BUTTON = /^<\/?button$/;

/** Stands for white space with a line break until it is known whether it is drawn. */
const BREAK = '\0';

/**
 * Shortens the static parts of one template: what stands between two parts is an expression.
 *
 * White space with a line break in it is nothing at both ends of the template and beside the tag of a
 * block, and one space elsewhere. Inside a tag only what separates attributes stays. Other white space
 * in text and quoted values is not touched.
 */
export const shortenHtml = (parts: readonly string[]): string[] => {
  let tag = '';
  let quote = '';
  // Whether nothing was drawn yet that a space could separate from what comes.
  let fresh = true;
  const short = parts.map((part) => {
    let pending = '';
    let result = '';
    for (const [piece] of part.matchAll(/<\/?[\w-]+|\s+|["'>]|[^"'<>\s]+|</g)) {
      if (quote) {
        if (piece === quote) quote = '';
        result += piece;
      } else if (/^\s/.test(piece)) pending = tag || piece.includes('\n') ? BREAK : piece;
      else {
        const drops = tag
          ? piece === '>'
          : fresh || BLOCK.test(piece) || (BUTTON.test(piece) && piece.startsWith('</'));
        if (pending !== BREAK || !drops) result += pending;
        pending = '';
        result += piece;
        if (tag && piece === '>') {
          fresh = BLOCK.test(tag) || (BUTTON.test(tag) && !tag.startsWith('</'));
          tag = '';
        } else if (tag && /^["']$/.test(piece)) quote = piece;
        else if (/^<./.test(piece)) tag = piece;
        else if (!tag) fresh = false;
      }
    }
    if (pending !== BREAK || tag || !fresh) result += pending;
    // An expression follows.
    if (!tag) fresh = false;
    return result;
  });
  return short.map((part, index) =>
    (index === short.length - 1 && part.endsWith(BREAK) ? part.slice(0, -1) : part).replaceAll(
      BREAK,
      ' ',
    ),
  );
};

const SHORTEN: Record<string, (parts: readonly string[]) => readonly string[]> = {
  html: shortenHtml,
  svg: shortenHtml,
  // A style sheet made of parts is left alone: what an expression stands for is not known here.
  css: (parts) => (parts.length === 1 ? parts.map(shortenCss) : parts),
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** All templates with a tag in a syntax tree, inner ones after the one they stand in. */
const templates = (node: Node): Template[] => [
  ...(node.type === 'TaggedTemplateExpression' ? [node as Template] : []),
  ...Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => templates(child)),
];

/** Shortens every `html`, `svg` and `css` template of a module. */
export const shortenTemplates = (code: string): string => {
  const edits = templates(parseAst(code) as Node).flatMap(({ tag, quasi }) => {
    const parts = quasi.quasis.map(({ start, end }) => code.slice(start, end));
    const short = SHORTEN[tag.name ?? '']?.(parts) ?? parts;
    return quasi.quasis.map(({ start, end }, index) => ({ start, end, text: short[index]! }));
  });
  let result = code;
  for (const { start, end, text } of edits.sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + text + result.slice(end);
  return result;
};

/** Vite's part of it. */
export const shorten: Plugin = {
  name: 'doorstep:shorten',
  // After the types are gone.
  enforce: 'post',
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler: (code) => ({ code: shortenTemplates(code), map: null }),
  },
};
