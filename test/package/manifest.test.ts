import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import pkg from '../../package.json' with { type: 'json' };

interface Described {
  name?: string;
  fieldName?: string;
  description?: string;
}
interface Declaration extends Described {
  tagName?: string;
  customElement?: boolean;
  attributes?: Described[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
  cssStates?: Described[];
}
interface Manifest {
  modules: { path: string; declarations: Declaration[] }[];
}

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
const elements = manifest.modules.flatMap(({ path, declarations }) =>
  declarations.filter((each) => each.customElement).map((declaration) => ({ path, declaration })),
);
const kinds = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'] as const;

test('every published element is described', () => {
  const published = Object.keys(pkg.exports)
    .filter((name) => name.startsWith('./elements/'))
    .map((name) => name.replace('./elements/', 'doorstep-'));
  const described = elements.map(({ declaration }) => declaration.tagName);
  assert.deepEqual(described.sort(), published.sort());
});

for (const { path, declaration } of elements) {
  describe(`<${declaration.tagName ?? declaration.name}>`, () => {
    test('is where the manifest says', () => assert.ok(existsSync(path)));
    test('has a description', () => assert.ok(declaration.description?.trim()));

    for (const kind of kinds) {
      test(`each of its ${kind} has a description`, () => {
        const silent = (declaration[kind] ?? []).filter((each) => !each.description?.trim());
        assert.deepEqual(silent, []);
      });
    }

    test('lists the attributes it really has', async () => {
      const module = (await import(new URL(`../../${path}`, import.meta.url).href)) as Record<
        string,
        { observedAttributes: string[] }
      >;
      const listed = (declaration.attributes ?? []).map(({ name, fieldName }) => name ?? fieldName);
      const real = module[declaration.name!]!.observedAttributes;
      assert.deepEqual(listed.sort(), [...real].sort());
    });
  });
}
