import { basename, dirname, relative, resolve } from 'node:path';
import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/**
 * Dependencies point one way. For each folder of src: the folders and the packages it may use,
 * the folders of which it may only name types, and those it may load when they are needed. `.` is the files directly under src, which may use
 * everything and which nobody uses.
 */
export const layers = {
  model: { uses: [], types: [], packages: [] },
  verdicts: { uses: ['model'], types: [], packages: [] },
  adapter: { uses: ['model'], types: [], packages: [] },
  adapters: { uses: ['adapter', 'model'], types: [], packages: ['eventsource-parser'] },
  carriers: { uses: ['model'], types: [], packages: [] },
  store: { uses: ['model', 'verdicts', 'adapter'], types: [], packages: [] },
  law: { uses: ['model'], types: [], packages: [] },
  payments: { uses: ['model'], types: [], packages: [] },
  calendar: { uses: ['model', 'verdicts'], types: [], packages: ['ical-generator'] },
  i18n: { uses: ['model'], types: ['verdicts'], packages: [] },
  styles: { uses: [], types: [], packages: ['lit'] },
  elements: {
    uses: ['store', 'verdicts', 'law', 'i18n', 'styles', 'model'],
    types: ['adapter', 'calendar'],
    later: ['calendar'],
    packages: ['lit'],
  },
  server: {
    uses: ['elements', 'store', 'verdicts', 'i18n', 'model'],
    types: ['adapter'],
    packages: ['lit', '@lit-labs/ssr'],
  },
  testing: { uses: ['model', 'adapter', 'adapters'], types: [], packages: ['node:util'] },
};

const layerRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const src = resolve(context.cwd, 'src');
    const layerOf = (file) => relative(src, file).split('/')[0];
    const own = layerOf(context.filename);
    const allowed = layers[own];
    // Files directly under src put the layers together.
    if (!allowed) return {};

    const check = (node, source, onlyTypes, later = false) => {
      if (typeof source !== 'string') return;
      if (!source.startsWith('.')) {
        const name = source.split('/', source.startsWith('@') ? 2 : 1).join('/');
        if (allowed.packages.includes(name)) return;
        context.report({ node, message: `${own} may not depend on the package ${name}` });
        return;
      }
      const target = layerOf(resolve(dirname(context.filename), source));
      if (target === own || allowed.uses.includes(target)) return;
      if (later && allowed.later?.includes(target)) return;
      // Define files put together: only they connect a `src` address with the REST adapter.
      if (own === 'elements' && target === 'adapters' && basename(context.filename) === 'define.ts')
        return;
      if (allowed.types.includes(target)) {
        if (onlyTypes) return;
        context.report({ node, message: `${own} may import only types from ${target}` });
        return;
      }
      context.report({ node, message: `${own} may not import from ${target}` });
    };

    const onlyTypes = (node, kind) =>
      node[kind] === 'type' ||
      (node.specifiers?.length > 0 && node.specifiers.every((each) => each[kind] === 'type'));

    return {
      ImportDeclaration: (node) => check(node, node.source.value, onlyTypes(node, 'importKind')),
      ExportNamedDeclaration: (node) =>
        node.source && check(node, node.source.value, onlyTypes(node, 'exportKind')),
      ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source.value ?? '', false, true),
      TSImportType: (node) => check(node, node.source.value, true),
    };
  },
};

/** A strict content security policy blocks these, and strings from a backend must stay text. */
const unsafeMarkup = [
  {
    selector: 'ImportSpecifier[imported.name=/^(unsafeHTML|unsafeSVG|unsafeCSS|styleMap)$/]',
    message: 'Blocked by a strict CSP, or a way for data to become markup.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Data must never become markup.',
  },
  {
    selector: 'TemplateElement[value.raw=/\\sstyle=/]',
    message:
      'A strict CSP blocks style attributes: use a class, or a custom property through CSSOM.',
  },
];

const ambientTime = [
  {
    selector: 'MemberExpression[object.name=/^(Date|performance)$/][property.name="now"]',
    message: 'Verdicts are pure: the time is an argument.',
  },
  {
    selector: ':matches(NewExpression[arguments.length=0], CallExpression)[callee.name="Date"]',
    message: 'Verdicts are pure: the time is an argument.',
  },
];

export default tseslint.config(
  {
    // The apps are checked by their own frameworks' tools.
    ignores: ['dist/', 'demo/**/dist/', 'demo/**/public/', 'coverage/', 'test/embed/apps/'],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Lit's templates and assertion libraries are made of these.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      // Stripping control characters takes naming them.
      'no-control-regex': 'off',
      'no-restricted-properties': ['error', { property: 'only', message: 'Runs nothing else.' }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  {
    // Node's runner returns promises from `test` and `describe` that it awaits itself.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // The DOM comparisons of @open-wc/testing give every `equal` the type of a promise.
    files: ['test/elements/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { doorstep: { rules: { layers: layerRule } } },
    rules: {
      'doorstep/layers': 'error',
      'no-restricted-syntax': ['error', ...unsafeMarkup],
      'no-console': ['error', { allow: ['warn'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
    },
  },
  {
    // Runs on the merchant's server, where standard error is the log.
    files: ['src/adapters/rest/handler.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/verdicts/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...unsafeMarkup, ...ambientTime] },
  },
  {
    files: ['src/elements/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], litA11y.configs.recommended],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'localStorage'].map((name) => ({
          name,
          message: 'Elements never see the network or storage: ask the store.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis', 'self'].map((object) => ({
          object,
          property: 'fetch',
          message: 'Elements never see the network: ask the store.',
        })),
      ],
    },
  },
  {
    files: ['demo/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended']],
  },
);
