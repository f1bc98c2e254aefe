import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import ts from 'typescript';
import { enginesToTest, openBrowser } from '../run/driver.ts';

const source = () => readFileSync('dist/doorstep.js', 'utf8');

describe('the one-file build', () => {
  test('imports nothing, now or later', () => {
    assert.deepEqual(ts.preProcessFile(source()).importedFiles, []);
    assert.doesNotMatch(source(), /\bimport\s*\(/);
  });

  test('holds the production build of Lit', () => {
    assert.doesNotMatch(source(), /Lit is in dev mode|litIssuedWarnings/);
  });
});

describe('the languages beside it', () => {
  const languages = readdirSync('src/i18n/locales', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['en', 'fr'].includes(entry.name))
    .map(({ name }) => name);
  for (const language of languages)
    test(`doorstep.${language}.js is whole, and imports nothing`, async () => {
      const file = `dist/doorstep.${language}.js`;
      assert.deepEqual(ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles, []);
      const { tables } = (await import(new URL(`../../${file}`, import.meta.url).href)) as {
        tables: object;
      };
      assert.equal(Object.keys(tables).length, 9);
    });
});

describe('the one-file build in a page', () => {
  // What DESIGN asks to work under: nothing inline, nothing evaluated, one Trusted Types policy.
  const policy =
    `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; ` +
    `img-src 'self'; require-trusted-types-for 'script'; ` +
    `trusted-types lit-html 'allow-duplicates'`;
  const listener = `
    window.said = [];
    for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
      console[level] = (...words) => said.push(level + ': ' + words.map(String).join(' '));
    }
    for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
      addEventListener(type, (e) => said.push(
        type + ': ' + (e.message ?? e.reason ?? e.violatedDirective + ' ' + e.blockedURI)));
    }`;
  const page = `<!doctype html><html lang="en"><link rel="icon" href="/icon.svg">
    <script src="/listen.js"></script>
    <script type="module" src="/doorstep.js"></script>
    <script type="module" src="/doorstep.js?copy=2"></script>
    <script type="module" src="/done.js"></script>`;
  const german = `
    import { registerLocale } from '/doorstep.js';
    import { tables } from '/doorstep.de.js';
    registerLocale('de', tables);
    const order = document.createElement('doorstep-order');
    order.adapter = { order: () => new Promise(() => {}) };
    order.order = 'FR-1042';
    document.body.append(order);`;
  const files: Record<string, [type: string, body: () => string]> = {
    '/': ['text/html', () => page],
    '/listen.js': ['text/javascript', () => listener],
    '/done.js': ['text/javascript', () => 'window.done = true'],
    '/doorstep.js': ['text/javascript', source],
    '/german': [
      'text/html',
      () => page.replace('lang="en"', 'lang="de-AT"').replace('/done.js', '/german.js'),
    ],
    '/german.js': ['text/javascript', () => german],
    '/doorstep.de.js': ['text/javascript', () => readFileSync('dist/doorstep.de.js', 'utf8')],
    '/icon.svg': ['image/svg+xml', () => '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  };
  let server: Server;
  let origin = '';

  before(async () => {
    server = createServer((request, response) => {
      const file = files[new URL(request.url ?? '/', 'http://localhost').pathname];
      if (!file) return void response.writeHead(404).end();
      response.setHeader('content-type', `${file[0]}; charset=utf-8`);
      response.setHeader('content-security-policy', policy);
      response.end(file[1]());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  for (const engine of enginesToTest()) {
    test(`under a strict policy two copies say nothing, and a page can add German, in ${engine}`, async () => {
      const browser = await openBrowser(engine);
      try {
        const opened = await browser.newPage();
        await opened.goto(origin);
        await opened.waitFor('window.done');
        assert.deepEqual(await opened.evaluate('window.said'), []);
        assert.equal(await opened.evaluate(`!!customElements.get('doorstep-stock')`), true);

        await opened.goto(`${origin}/german`);
        await opened.waitFor(
          `document.querySelector('doorstep-order')?.shadowRoot?.textContent.includes('Wir fragen den Shop')`,
        );
        assert.deepEqual(await opened.evaluate('window.said'), []);
      } finally {
        await browser.close();
      }
    });
  }
});
