/** What a brand can reach is described and exists, and every shipped theme can be read. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { judgeAll } from '../../demo/studio/contrast.js';
import { declarations, exportCss, importCss } from '../../demo/studio/css.js';
import pkg from '../../package.json' with { type: 'json' };
import page from '../../src/styles/tokens.json' with { type: 'json' };

const tokens = new Map<string, { literal: string; says: string }>(
  Object.values(page).flatMap((group) => Object.entries(group)),
);
const text = (file: string): string => readFileSync(file, 'utf8');
const files = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => file.endsWith(ending));

const styles = files('src/styles', '.ts');
const sheets = styles.map((file) => [file, text(file).replace(/\/\*[^]*?\*\//g, '')] as const);
const shortened = (value: string): string => value.replace(/\s+/g, ' ').trim();

/** Each `var(--doorstep-…, literal)` of a sheet, its literal whole. */
const uses = (sheet: string): [token: string, literal: string | undefined][] =>
  [...sheet.matchAll(/var\(\s*(--doorstep-[\w-]+)/g)].map((found) => {
    let depth = 1;
    let end = found.index + found[0].length;
    for (; depth > 0; end++) depth += { '(': 1, ')': -1 }[sheet[end]!] ?? 0;
    const rest = sheet.slice(found.index + found[0].length, end - 1);
    return [found[1]!, rest.startsWith(',') ? shortened(rest.slice(1)) : undefined];
  });

describe('tokens', () => {
  const used = sheets.flatMap(([file, sheet]) =>
    uses(sheet).map((each) => [file, ...each] as const),
  );

  test('every token that a sheet reads is on their page, and every one there is read', () => {
    assert.deepEqual(
      [...new Set(used.map(([, token]) => token))].sort(),
      [...tokens.keys()].sort(),
    );
  });

  test('each has a literal behind it, the same everywhere: that of the page', () => {
    // A token that stands for another has the other's own property behind it.
    const behind: Record<string, string> = {
      '--doorstep-link': 'var(--_action)',
      '--doorstep-button-radius': 'var(--_control)',
    };
    const wrong = used.filter(
      ([, token, literal]) => literal !== (behind[token] ?? tokens.get(token)?.literal),
    );
    assert.deepEqual(wrong, []);
  });

  test('each says what it is for', () => {
    for (const [token, { says }] of tokens) assert.match(says, /^[A-Z].*\.$/, token);
  });

  test('every private property is set before it is read, and read where it is set', () => {
    const all = sheets.map(([, sheet]) => sheet).join('');
    const read = new Set([...all.matchAll(/var\((--_[\w-]+)/g)].map(([, name]) => name!));
    const set = new Set([...all.matchAll(/(--_[\w-]+):/g)].map(([, name]) => name!));
    assert.deepEqual([...read].sort(), [...set].sort());
  });

  test('no colour stands outside a token, but on paper', () => {
    for (const [file, sheet] of sheets) {
      const outside = sheet
        .replace(/@media print \{[^]*$/, '')
        .replace(/var\(--doorstep-[\w-]+, light-dark\([^)]*\)\)/g, '');
      assert.doesNotMatch(
        outside,
        /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)\(|\b(?:white|black)\b(?!-)/i,
        file,
      );
    }
  });
});

interface Named {
  name: string;
  description?: string;
}
interface Declaration {
  tagName?: string;
  cssParts?: Named[];
  cssStates?: Named[];
  cssProperties?: Named[];
  slots?: Named[];
}
const manifest = JSON.parse(text('dist/custom-elements.json')) as {
  modules: { path: string; declarations: Declaration[] }[];
};
const elements = manifest.modules.flatMap(({ path, declarations }) =>
  declarations
    .filter(({ tagName }) => tagName)
    .map((each) => ({ ...each, path: path.replace('dist/', 'src/').replace('.js', '.ts') })),
);

/** An element's own source, with all that it loads now or later; what other tags load is theirs. */
const closure = (path: string, seen = new Set<string>()): string => {
  if (seen.has(path)) return '';
  seen.add(path);
  const source = text(path);
  return [...source.matchAll(/(?:from|import\() ?'(\.[^']+)\.js'/g)]
    .map(([, name]) => join(dirname(path), `${name!}.ts`))
    .filter((name) => name.startsWith('src/elements/') && !name.endsWith('/define.ts'))
    .reduce((all, name) => all + closure(name, seen), source)
    .replace(/\/\*\*[^]*?\*\//g, '');
};
const names = (list: readonly Named[] = []): string[] => list.map(({ name }) => name).sort();
const matched = (source: string, ...patterns: RegExp[]): string[] =>
  patterns.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name]) => name!));

describe('what a style sheet can reach', () => {
  const partsIn = (source: string): string[] =>
    matched(
      source,
      /part="([\w-]+)"(?!\])/g,
      /part: '([\w-]+)'/g,
      // A part whose name is an argument.
      /secondLook\([^;]*?'([a-z]+)'/g,
    );
  const everything = files('src/elements', '.ts')
    .map((file) => text(file).replace(/\/\*\*[^]*?\*\//g, ''))
    .join('');

  test('every part that is drawn anywhere is described somewhere', () => {
    const described = elements.flatMap(({ cssParts }) => names(cssParts));
    const missing = partsIn(everything).filter((part) => !described.includes(part));
    assert.deepEqual(missing, []);
  });

  for (const { tagName, path, cssParts, cssStates, slots } of elements)
    describe(`<${tagName}>`, () => {
      const source = closure(path);
      const exported = matched(source, /exportparts="([^"]+)"/g).flatMap((list) =>
        list.split(', '),
      );

      test('draws the parts it describes, or hands them through', () => {
        const drawn = [...partsIn(source), ...exported];
        assert.deepEqual(
          names(cssParts).filter((part) => !drawn.includes(part)),
          [],
        );
      });

      test('describes what it hands through of others', () => {
        assert.deepEqual(
          exported.filter((part) => !names(cssParts).includes(part)),
          [],
        );
      });

      test('describes the states it enters, and enters those', () => {
        const entered = matched(source, /\benter\(([^;]*)\);/g).flatMap((given) =>
          matched(given, /'([\w-]+)'/g),
        );
        // What is told of an order has one of four tones.
        if (/enter\(telling\.tone\)/.test(source)) entered.push('good', 'care', 'bad', 'unknown');
        assert.deepEqual(names(cssStates), [...new Set(entered)].sort());
      });

      test('has the slots it describes, and describes those it has', () => {
        const drawn = matched(source, /<slot name="([\w-]+)"/g);
        // Without a shadow tree all that is inside is seen as it is.
        if (/<slot[> ](?!name)|'slot'/.test(source) || !/LitElement|attachShadow/.test(source))
          drawn.push('');
        assert.deepEqual(names(slots), [...new Set(drawn)].sort());
      });
    });
});

const FOLDER = 'src/styles/themes';
for (const file of readdirSync(FOLDER)) {
  describe(`the theme ${file}`, () => {
    const sheet = text(join(FOLDER, file));
    const theme = importCss(sheet);

    test('is published', () => {
      assert.ok(`./themes/${file}` in pkg.exports);
      assert.equal(text(join('dist/themes', file)), sheet);
    });

    test('is nothing but tokens, each with a value that can be', () => {
      const found = declarations(sheet);
      assert.deepEqual([...new Set(found.map(({ selector }) => selector))], [':root']);
      assert.deepEqual(
        found.map(({ property }) => property),
        Object.keys(theme),
      );
      const bare = sheet.replace(/\/\*[^]*?\*\//g, '').trim();
      assert.equal(bare.replace(/\s+/g, ' '), exportCss(theme).trim().replace(/\s+/g, ' '));
    });

    test('leaves the colour scheme to the page', () => {
      assert.doesNotMatch(sheet, /color-scheme|@media/);
    });

    test('is at most 1 kB', () => {
      assert.ok(brotliCompressSync(sheet).length <= 1000);
    });

    for (const { pair, scheme, ratio, passes, front, back } of judgeAll(theme))
      test(`${pair.front} on ${pair.back}${pair.mixed ? ', mixed' : ''} can be read, ${scheme}`, () => {
        assert.ok(passes, `${front} on ${back}: ${ratio} of ${pair.needed}`);
      });
  });
}

test('the quiet theme is what is seen without a theme', () => {
  assert.deepEqual(
    importCss(text(join(FOLDER, 'quiet.css'))),
    Object.fromEntries([...tokens].map(([token, { literal }]) => [token, literal])),
  );
});

test('the theme of high contrast holds what it says: text 7:1, edges 4.5:1', () => {
  const faint = judgeAll(importCss(text(join(FOLDER, 'contrast.css')))).filter(
    ({ pair, ratio }) => ratio < (pair.needed === 3 ? 4.5 : 7),
  );
  assert.deepEqual(faint, []);
});
