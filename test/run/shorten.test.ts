import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { shortenCss, shortenHtml, shortenTemplates } from './shorten.ts';

describe('a shortened style sheet', () => {
  test('loses comments, line breaks and last semicolons', () => {
    assert.equal(
      shortenCss('\n  /* why */\n  a,\n  b > i {\n    color: red;\n    margin: 0 -1px;\n  }\n'),
      'a,b>i{color:red;margin:0 -1px}',
    );
  });

  test('keeps the spaces that mean something', () => {
    const css =
      '.a :hover{width:calc(1px + var(--b) * 2)}@media (width > 1px) and (hover){i{top:0}}';
    assert.equal(shortenCss(css), css.replace('width > 1px', 'width>1px'));
  });

  test('keeps strings', () => {
    assert.equal(shortenCss(`i::before { content: ' ; } ' ; }`), `i::before{content:' ; } '}`);
  });
});

describe('a shortened template', () => {
  const shorten = (...parts: string[]) => shortenHtml(parts).join('${}');

  test('loses line breaks at its ends, inside tags and beside blocks', () => {
    assert.equal(
      shorten('\n  <div\n    class="a"\n    part="b"\n  >\n    <p>', '</p>\n  </div>\n'),
      '<div class="a" part="b"><p>${}</p></div>',
    );
  });

  test('keeps one space between words, expressions and inline tags', () => {
    assert.equal(
      shorten('<p>a\n  <b>b</b>\n  ', '\n  ', ' <i>c</i>\n  d</p>'),
      '<p>a <b>b</b> ${} ${} <i>c</i> d</p>',
    );
  });

  test('keeps spaces that an author wrote on one line', () => {
    assert.equal(shorten(' <p> a  b</p> '), ' <p> a  b</p> ');
  });

  test('keeps quoted values as they are, also around expressions', () => {
    assert.equal(
      shorten('<p title="a\n  b" class="c\n  ', '  d"\n>', '</p>'),
      '<p title="a\n  b" class="c\n  ${}  d">${}</p>',
    );
  });

  test('separates attributes from expressions', () => {
    assert.equal(
      shorten('<button\n  ', '\n  @click=', '\n>\n  ', '\n</button>\n<a\n  href=', '\n  >b</a\n>'),
      '<button ${} @click=${}>${}</button> <a href=${}>b</a>',
    );
  });

  test('knows a block whose tag holds expressions', () => {
    assert.equal(shorten('<p class=', '>\n  a</p>'), '<p class=${}>a</p>');
  });
});

describe('a module with shortened templates', () => {
  test('changes its templates, inner ones too, and nothing else', () => {
    assert.equal(
      shortenTemplates(
        'const t = `\n a`; const h = html`\n <p>${x ? html`\n <i>${y}</i>` : `\n b`}</p>`;' +
          'const c = css`\n a { top: 0; }`; const d = css`\n ${c}`;',
      ),
      'const t = `\n a`; const h = html`<p>${x ? html`<i>${y}</i>` : `\n b`}</p>`;' +
        'const c = css`a{top:0}`; const d = css`\n ${c}`;',
    );
  });
});
