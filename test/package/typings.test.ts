/** What editors and the templates of frameworks are told, beside the manifest; `test/embed` tries the types. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import apps from '../embed/apps/package.json' with { type: 'json' };

interface Named {
  name: string;
  description?: string;
}
interface Declaration {
  tagName?: string;
  attributes: { name?: string; fieldName: string }[];
  events: Named[];
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const { modules } = read<{ modules: { declarations: Declaration[] }[] }>(
  'dist/custom-elements.json',
);
const elements = modules.flatMap(({ declarations }) => declarations.filter((each) => each.tagName));
const html = read<{ tags: (Named & { attributes: Named[] })[] }>('dist/html-data.json');
const web = read<{
  contributions: {
    html: { elements: (Named & { attributes: Named[]; js: { events: Named[] } })[] };
  };
}>('dist/web-types.json');
const types = readFileSync('dist/types/tags.d.ts', 'utf8');

const names = (list: readonly Named[]): string[] => list.map(({ name }) => name).sort();

for (const { tagName = '', attributes, events } of elements)
  describe(`<${tagName}>`, () => {
    const written = attributes.map(({ name, fieldName }) => name ?? fieldName).sort();
    const tag = html.tags.find(({ name }) => name === tagName)!;
    const element = web.contributions.html.elements.find(({ name }) => name === tagName)!;

    test('has its attributes in both editors, each with words', () => {
      assert.deepEqual(names(tag.attributes), written);
      assert.deepEqual(names(element.attributes), written);
      for (const each of [tag, ...tag.attributes, element, ...element.attributes])
        assert.ok(each.description, each.name);
    });
    test('has its events in the editors and in the types', () => {
      assert.deepEqual(names(element.js.events), names(events));
      for (const { name } of events) assert.ok(types.includes(`'${name}': `), name);
    });
    test('shows the page nothing that only our own elements set', () => {
      const [own = ''] = types.split(`'${tagName}': {`)[1]!.split('  };');
      assert.match(own, /\badapter\?: /);
      assert.doesNotMatch(own, /\b(embedded|bare|store)\b/);
    });
  });

describe('the table of frameworks in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const section = readme.split('## In your framework')[1]!.split('\n## ')[0]!;
  const rows = section.split('\n').filter((line) => /^\| [A-Z]\w+ +\| +\d/.test(line));
  const versions: Record<string, string> = { ...apps.dependencies };
  const packages: Record<string, string> = { Angular: '@angular/core', Solid: 'solid-js' };

  test('has a row for each app but the plain page', () => {
    assert.equal(rows.length, 8);
  });
  for (const row of rows) {
    const [, framework = '', version = ''] = row.split('|').map((cell) => cell.trim());
    test(`${framework} is tried in the version it names`, () => {
      assert.equal(version, versions[packages[framework] ?? framework.toLowerCase()]);
      assert.ok(existsSync(`test/embed/frameworks/${framework.toLowerCase()}.test.ts`));
    });
  }
  test('names types that are published', () => {
    const named = [...section.matchAll(/doorstep-elements\/(types\/\w+)/g)].map(
      ([, name]) => name!,
    );
    assert.ok(named.length >= 5);
    for (const name of named) assert.ok(existsSync(`dist/${name}.d.ts`), name);
  });
});
