import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
  const files: Record<string, [type: string, body: () => string]> = {
    '/': ['text/html', () => page],
    '/listen.js': ['text/javascript', () => listener],
    '/done.js': ['text/javascript', () => 'window.done = true'],
    '/doorstep.js': ['text/javascript', source],
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
    test(`two copies under a strict policy say nothing, in ${engine}`, async () => {
      const browser = await openBrowser(engine);
      try {
        const opened = await browser.newPage();
        await opened.goto(origin);
        await opened.waitFor('window.done');
        assert.deepEqual(await opened.evaluate('window.said'), []);
        assert.equal(await opened.evaluate(`!!customElements.get('doorstep-stock')`), true);
      } finally {
        await browser.close();
      }
    });
  }
});
