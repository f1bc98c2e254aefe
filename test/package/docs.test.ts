/** The documentation says everything the manifest has, leads nowhere in vain, and shows code that works. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import MiniSearch from 'minisearch';
import { slug } from '../../demo/docs/html.js';
import { INDEX, type Entry } from '../../demo/docs/index-options.js';
import { elements, publicMembers, type Described } from '../../demo/docs/manifest.js';
import { fileAt, textAt } from '../../demo/docs/markdown.js';
import { site } from '../../demo/docs/site.js';
import pkg from '../../package.json' with { type: 'json' };

const [{ pages, index }, declarations] = await Promise.all([site(), elements()]);
const search = MiniSearch.loadJSON<Entry>(index, INDEX);
const idsOf = (page: string): string[] => [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
const anchors = new Map([...pages].map(([name, page]) => [name, idsOf(page)]));

describe('each element has a page', () => {
  for (const declaration of declarations) {
    const { tagName } = declaration;
    const name = `${tagName.replace('doorstep-', '')}.html`;
    const members = publicMembers(declaration);
    const attributes = declaration.attributes ?? [];
    const kinds: [kind: string, named: readonly Described[]][] = [
      ['attribute', attributes],
      [
        'property',
        members.filter(
          ({ kind, name }) =>
            kind === 'field' && !attributes.some(({ fieldName }) => fieldName === name),
        ),
      ],
      ['method', members.filter(({ kind }) => kind === 'method')],
      ['event', declaration.events ?? []],
      ['slot', declaration.slots ?? []],
      ['part', declaration.cssParts ?? []],
      ['state', declaration.cssStates ?? []],
    ];

    describe(`<${tagName}>`, () => {
      const page = pages.get(name) ?? '';

      test('with a place for each thing that has a name', () => {
        const missing = kinds.flatMap(([kind, named]) =>
          named
            .map((each) => slug(kind, each.name || 'default'))
            .filter((id) => !anchors.get(name)?.includes(id)),
        );
        assert.deepEqual(missing, []);
      });

      test('with the property of each attribute, and the tokens it reads', () => {
        const missing = [
          ...attributes.map(({ fieldName, name }) => fieldName ?? name),
          ...(declaration.cssProperties ?? []).map(({ name }) => name),
        ].filter((each) => !page.includes(`<code>${each}</code>`));
        assert.deepEqual(missing, []);
      });

      test('with an example, and what is to be known without seeing or a mouse', () => {
        assert.ok(page.includes(`data-live="${tagName}"`));
        assert.match(declaration.example, new RegExp(`<${tagName}[\\s>]`));
        assert.ok(declaration.accessibility.length > 0);
        assert.ok(anchors.get(name)?.includes('accessibility'));
      });

      test('that the search finds by each of its names', () => {
        const lost = kinds.flatMap(([kind, named]) =>
          named
            .filter(
              (each) =>
                each.name &&
                !search
                  .search(`${each.name} ${tagName}`)
                  .some(({ href }) => href === `./${name}#${slug(kind, each.name)}`),
            )
            .map((each) => each.name),
        );
        assert.deepEqual(lost, []);
      });
    });
  }

  test('and an attribute’s or a property’s name alone finds the attribute first', () => {
    for (const words of ['confirm-above', 'confirmAbove', 'when-unsure', 'observed-at']) {
      const [first] = search.search(words);
      assert.equal(first?.['kind'], 'attribute', words);
    }
  });
});

describe('pages', () => {
  for (const [name, page] of pages)
    test(`${name}: no anchor twice, no link in vain, nothing a strict policy blocks`, () => {
      const ids = anchors.get(name)!;
      assert.deepEqual(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        [],
      );
      const links = [...page.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href!);
      const dead = links.filter((href) => {
        const [file = '', id] = href.split('#');
        const target = file.replace(/^\.\//, '') || name;
        if (/^(https:|tel:)/.test(href)) return false;
        if (id !== undefined) return !anchors.get(target)?.includes(id);
        if (target.startsWith('/')) return !existsSync(fileAt(`demo/public${target}`));
        return !pages.has(target) && !existsSync(join(fileAt('demo/docs'), target));
      });
      assert.deepEqual(dead, []);
      assert.doesNotMatch(page, / style="|<style|<script(?![^>]* src=)|<[^>]* on\w+="/);
    });

  test('the ones that are named for an element, a guide or a part of the contract are all there', () => {
    const guides = readdirSync(fileAt('demo/docs/guides')).map((name) => basename(name, '.md'));
    for (const name of [...guides, 'tokens', 'http', 'model']) assert.ok(pages.has(`${name}.html`));
  });
});

interface Sample {
  readonly from: string;
  readonly language: string;
  readonly text: string;
}
const samplesIn = (from: string): Sample[] =>
  [...textAt(from).matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
    from,
    language: language!,
    text: text!,
  }));
const samples = [
  ...samplesIn('README.md'),
  ...readdirSync(fileAt('demo/docs/guides')).flatMap((name) =>
    samplesIn(`demo/docs/guides/${name}`),
  ),
  ...declarations.map(({ tagName, example }) => ({
    from: tagName,
    language: 'html',
    text: example,
  })),
];
const written = (...languages: string[]): Sample[] =>
  samples.filter(({ language }) => languages.includes(language));
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name!);
const names = (list: readonly Described[] = []): string[] => list.map(({ name }) => name);
const byTag = new Map(declarations.map((each) => [each.tagName, each]));

describe('code in the README, the guides and the doc comments', () => {
  test('compiles, against the declarations that are published', () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorstep-samples-'));
    const root = fileAt('.');
    const paths = Object.fromEntries([
      ...Object.entries(pkg.exports).flatMap(([name, target]) =>
        typeof target === 'string'
          ? []
          : [[name.replace('.', 'doorstep-elements'), [join(root, target.types)]]],
      ),
      ['/doorstep.js', [join(root, 'dist/cdn.d.ts')]],
      ...all(samples.map(({ text }) => text).join(''), /'\/doorstep\.(\w+)\.js'/g).map((name) => [
        `/doorstep.${name}.js`,
        [join(root, `dist/i18n/locales/${name}/tables.d.ts`)],
      ]),
    ] as [string, string[]][]);
    copyFileSync(fileAt('demo/shop/own-backend.ts'), join(folder, 'own-backend.ts'));
    writeFileSync(
      join(folder, 'test-orders.d.ts'),
      'export declare const makeTestOrder: (order: { due: string }) => Promise<string>;\n' +
        'export declare const moveTestClock: (seconds: number) => Promise<void>;',
    );
    const compile = (language: 'ts' | 'js'): string => {
      const files = written(language).map(({ from, text }, at) => {
        const file = `${slug(from)}-${at}.${language}`;
        writeFileSync(join(folder, file), `${text}\nexport {};\n`);
        return file;
      });
      assert.ok(files.length > 2);
      writeFileSync(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          extends: join(root, 'tsconfig.json'),
          // A script is not strict; its names and the types of what it calls still have to be there.
          compilerOptions: {
            ...{ checkJs: true, strict: language === 'ts', paths, types: ['node'] },
            typeRoots: [join(root, 'node_modules/@types')],
          },
          include: [],
          files,
        }),
      );
      try {
        execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
        return '';
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    };
    try {
      assert.equal(compile('ts'), '');
      assert.equal(compile('js'), '');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('names tags, attributes and slots that are there', () => {
    const everywhere = /^(?:slot|lang|dir|class|id|hidden|aria-.*|data-doorstep-.*)$/;
    const wrong = written('html').flatMap(({ from, text }) => {
      const tags = [...text.matchAll(/<(doorstep-[\w-]+)([^>]*)>/g)];
      const slots = tags.flatMap(([, tag]) => names(byTag.get(tag!)?.slots));
      return [
        ...tags.flatMap(([, tag, given]) =>
          all(given!.replace(/="[^"]*"/g, ''), /([\w-]+)/g)
            .filter(
              (each) =>
                !everywhere.test(each) && !names(byTag.get(tag!)?.attributes).includes(each),
            )
            .map((each) => `${from}: ${tag} ${each}`),
        ),
        ...tags.filter(([, tag]) => !byTag.has(tag!)).map(([, tag]) => `${from}: ${tag}`),
        ...all(text, / slot="([^"]*)"/g).filter((each) => !slots.includes(each)),
      ];
    });
    assert.deepEqual(wrong, []);
  });

  test('names tokens, parts and states that are there', () => {
    const tokens = declarations.flatMap(({ cssProperties }) => names(cssProperties));
    const wrong = written('css').flatMap(({ from, text }) => [
      ...all(text, /(--doorstep-[\w-]+)/g).filter((each) => !tokens.includes(each)),
      ...[
        ...text.matchAll(/(?<!-)(doorstep-[\w-]+)(?::state\(([\w-]+)\))?(?:::part\(([\w-]+)\))?/g),
      ]
        .filter(
          ([, tag, state, part]) =>
            !byTag.has(tag!) ||
            (state && !names(byTag.get(tag!)?.cssStates).includes(state)) ||
            (part && !names(byTag.get(tag!)?.cssParts).includes(part)),
        )
        .map(([whole]) => `${from}: ${whole}`),
    ]);
    assert.deepEqual(wrong, []);
  });

  test('says which language it is in', () => {
    // Of `jsx` the apps of `test/embed` have the whole.
    const known = ['html', 'js', 'jsx', 'ts', 'css', 'json', 'sh', ''];
    assert.deepEqual(
      samples.filter(({ language }) => !known.includes(language)),
      [],
    );
    for (const { text } of written('json')) JSON.parse(text);
  });
});
