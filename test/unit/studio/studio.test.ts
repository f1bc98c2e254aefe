/** The pure half of the theme studio: contrast in words, nearest colours, themes in and out, other people's sheets. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { judgeAll, offersFor, PAIRS } from '../../../demo/studio/contrast.js';
import {
  declarations,
  exportCss,
  fromFragment,
  importCss,
  takeOver,
  toFragment,
  withFound,
} from '../../../demo/studio/css.js';
import {
  colourOf,
  isAllowed,
  SCHEMES,
  withColour,
  type Theme,
} from '../../../demo/studio/theme.js';
import { complaint, ease, words } from '../../../demo/studio/words.js';

const AMBER: Theme = { '--doorstep-action': 'light-dark(#ffb000, #a9c9ef)' };
const failing = (theme: Theme) => judgeAll(theme).filter(({ passes }) => !passes);

describe('contrast', () => {
  test('known figures: black on white is 21:1, and a ratio is never rounded up to what is needed', () => {
    const [label] = judgeAll({
      '--doorstep-action': '#000',
      '--doorstep-on-action': '#fff',
    });
    assert.equal(label!.ratio, 21);
    assert.equal(label!.lightness, 108);
    // #777 on white is 4.478.
    const faint = judgeAll({ '--doorstep-action': '#777', '--doorstep-on-action': '#fff' })[0]!;
    assert.equal(faint.ratio, 4.47);
    assert.equal(faint.passes, false);
  });

  test('APCA tells dark on light from light on dark, as WCAG does not', () => {
    const [dark] = judgeAll({ '--doorstep-on-action': '#888', '--doorstep-action': '#fff' });
    const [light] = judgeAll({ '--doorstep-on-action': '#fff', '--doorstep-action': '#888' });
    assert.equal(dark!.ratio, light!.ratio);
    assert.deepEqual([dark!.lightness, light!.lightness], [63, 69]);
  });

  test('an amber accent fails as a label’s ground and as links, by day alone', () => {
    assert.deepEqual(
      failing(AMBER).map(({ pair, scheme }) => `${pair.name} ${scheme}`),
      ['label light', 'link light', 'quietLink light'],
    );
  });

  test('it is said in words, in both languages', () => {
    const dark = withColour({}, '--doorstep-on-action', 'dark', '#8fb4de');
    const [faint] = failing(dark);
    assert.equal(
      complaint(faint!, 'en'),
      'The refund button’s label is too faint in dark: 1.26:1, and 4.5:1 is needed.',
    );
    assert.equal(
      complaint(faint!, 'fr'),
      'Le libellé du bouton de remboursement est trop pâle en sombre\u00a0: 1,26:1, et il faut 4,5:1.',
    );
    const [, links] = failing(AMBER);
    assert.match(complaint(links!, 'fr'), /^Les liens de la carte sont trop pâles en clair/);
  });

  test('every pair, role and value has its words in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      for (const { name, front, back } of PAIRS) {
        assert.ok(words[language].pairs[name]);
        for (const role of [front, back])
          assert.ok(words[language].roles[role.replace('--doorstep-', '')], role);
      }
      for (const lightness of [0, 29, 30, 44, 59, 74, 89, 108])
        assert.ok(ease(lightness, language));
    }
    assert.notEqual(ease(74, 'en'), ease(75, 'en'));
  });

  test('the nearest passing colour passes in every pair of its role, and a bit less does not', () => {
    const [label, link] = failing(AMBER);
    const [accent, onAccent] = offersFor(label!, AMBER);
    assert.ok(accent!.distance <= onAccent!.distance);
    const [links, ...more] = offersFor(link!, AMBER);
    assert.deepEqual(more, [], 'the card is not to change for a link');
    for (const { token, colour } of [accent!, onAccent!, links!]) {
      const ratios = judgeAll(withColour(AMBER, token, 'light', colour))
        .filter(({ pair, scheme }) => scheme === 'light' && [pair.front, pair.back].includes(token))
        .map(({ ratio }) => ratio);
      const least = Math.min(...ratios);
      assert.ok(least >= 4.5 && least < 4.7, `${token} ${colour}: ${least}`);
    }
  });

  test('whatever two colours meet, what is offered mends the pair', () => {
    const colour = fc
      .integer({ min: 0, max: 0xffffff })
      .map((number) => `#${number.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colour, colour, fc.constantFrom(...SCHEMES), (label, accent, scheme) => {
        let theme = withColour({}, '--doorstep-action', scheme, accent);
        theme = withColour(theme, '--doorstep-on-action', scheme, label);
        const faint = failing(theme).find(
          (each) => each.pair.name === 'label' && each.scheme === scheme,
        );
        if (!faint) return;
        const offers = offersFor(faint, theme);
        assert.ok(offers.length > 0);
        for (const offer of offers) {
          const mended = withColour(theme, offer.token, scheme, offer.colour);
          const again = judgeAll(mended).find(
            (each) => each.pair.name === 'label' && each.scheme === scheme,
          )!;
          assert.ok(again.passes, `${offer.colour}: ${again.ratio}`);
        }
      }),
    );
  });
});

describe('a theme goes out and comes back', () => {
  const theme: Theme = {
    '--doorstep-action': 'light-dark(#ffb000, #a9c9ef)',
    '--doorstep-link': 'var(--doorstep-action)',
    '--doorstep-font': "'Avenir Next', Avenir, sans-serif",
    '--doorstep-size': '18px',
    '--doorstep-say-tracking': '-0.02em',
    '--doorstep-radius': '28px',
    '--doorstep-motion': '0s',
  };

  test('as a sheet', () => assert.deepEqual(importCss(exportCss(theme)), theme));
  test('as the fragment of an address', () => {
    assert.deepEqual(fromFragment(`#${toFragment(theme)}`), theme);
    assert.equal(toFragment({}), '');
    assert.deepEqual(fromFragment(''), {});
  });

  test('a link cannot bring in what is no theme', () => {
    const bad: [string, string][] = [
      ['surface', 'url(https://elsewhere.example/x.png)'],
      ['surface', 'transparent'],
      ['ink', 'light-dark(#000, nothing)'],
      ['font', 'x; background: url(//elsewhere.example)'],
      ['font', 'url(x)'],
      ['size', '2px'],
      ['radius', '9999px'],
      ['radius', 'calc(1px * 1e9)'],
      ['unit', '-4px'],
      ['motion', '90000ms'],
      ['link', 'var(--doorstep-nothing)'],
      ['link', 'var(--page)'],
      ['nothing', '#fff'],
      ['__proto__', '#fff'],
      ['say-weight', '1000'],
    ];
    for (const [name, value] of bad) {
      assert.deepEqual(fromFragment(new URLSearchParams([[name, value]]).toString()), {}, name);
      assert.equal(isAllowed(`--doorstep-${name}`, value), false, `${name} ${value}`);
    }
    assert.deepEqual(fromFragment('%E0%A4%A'), {});
  });

  test('colours that refer to each other in a circle end somewhere', () => {
    const circle = {
      '--doorstep-link': 'var(--doorstep-action)',
      '--doorstep-action': 'var(--doorstep-link)',
    };
    assert.equal(colourOf(circle, '--doorstep-link', 'light'), '#000000');
  });

  test('one side changed keeps the other; the same on both is written once', () => {
    const night = withColour({}, '--doorstep-surface', 'dark', '#000000');
    assert.equal(night['--doorstep-surface'], 'light-dark(#ffffff, #000000)');
    const both = withColour(night, '--doorstep-surface', 'light', '#000000');
    assert.equal(both['--doorstep-surface'], '#000000');
  });
});

describe('a shop’s own sheet', () => {
  test('is read through comments, strings, layers and braces in strings', () => {
    const found = declarations(`
      /* a { color: red } */ @layer x { @media (width > 1px) { .a, .b { color : blue !important; content: "};{" } } }
      .c { background: url(data:image/png;base64,AA==) }
    `);
    assert.deepEqual(found, [
      { selector: '.a, .b', property: 'color', value: 'blue' },
      { selector: '.a, .b', property: 'content', value: '"};{"' },
      { selector: '.c', property: 'background', value: 'url(data:image/png;base64,AA==)' },
    ]);
  });

  const read = (sheet: string) =>
    Object.fromEntries(
      takeOver(sheet).map(({ token, value }) => [token.replace('--doorstep-', ''), value]),
    );

  test('says font, accent and corners, through its own properties', () => {
    assert.deepEqual(
      read(`
        :root { --brand: rgb(84 44 175); --radius-m: 1.5rem; --sans: 'Gill Sans', sans-serif }
        body { font: 400 1.6rem/1.7 var(--sans) }
        h1 { font-family: Georgia, serif }
        .btn-primary:hover { background: #000; border-radius: 1px }
        .btn-primary { color: #fff; background: var(--brand); border-radius: var(--radius-m) }
        .card { border-radius: 10px }`),
      {
        font: "'Gill Sans', sans-serif",
        'font-say': 'Georgia, serif',
        action: '#542caf',
        'on-action': '#ffffff',
        'control-radius': '24px',
        radius: '10px',
      },
    );
  });

  test('of two buttons the plain one counts, and a gradient says its first colour', () => {
    assert.equal(
      read(
        '.button-outline { background: #eee } button { background: linear-gradient(#b00, #900) }',
      )['action'],
      '#bb0000',
    );
  });

  test('a property that a part of the page sets anew is what the page itself says', () => {
    const found = read(
      ':root { --serif: Georgia } .other { --serif: Optima } h1 { font-family: var(--serif) }',
    );
    assert.equal(found['font-say'], 'Georgia');
  });

  test('that says nothing is not guessed at', () => {
    for (const sheet of ['', 'p { margin: 0 }', 'not a sheet', '}{', 'a{color:inherit}'])
      assert.deepEqual(takeOver(sheet), [], sheet);
  });

  test('each finding says where it was made', () => {
    const [found] = takeOver('.shop .cta { background-color: tomato }');
    assert.deepEqual(found, {
      token: '--doorstep-action',
      value: '#ff6347',
      selector: '.shop .cta',
    });
  });

  test('what is taken over is the colour of the day, and links follow it', () => {
    const before: Theme = { '--doorstep-link': '#000080', '--doorstep-radius': '3px' };
    const after = withFound(before, takeOver('.cta { background: tomato }'));
    assert.equal(colourOf(after, '--doorstep-action', 'light'), '#ff6347');
    assert.equal(colourOf(after, '--doorstep-action', 'dark'), '#a9c9ef');
    assert.equal(colourOf(after, '--doorstep-link', 'light'), '#ff6347');
    assert.equal(after['--doorstep-radius'], '3px');
  });

  test('whatever is pasted, nothing is thrown and what comes of it is a theme', () => {
    const piece = fc.constantFrom(
      ...['{', '}', ':', ';', '"', "'", '/*', '*/', 'url(', ')', 'var(--a)', '--a', 'body', '.btn'],
      ...[
        'color',
        'font',
        'background',
        'border-radius',
        '#fff',
        '12px',
        'x',
        ' ',
        '\n',
        '\0',
        '\\',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const theme = withFound({}, takeOver(pieces.join('')));
        for (const [token, value] of Object.entries(theme)) assert.ok(isAllowed(token, value));
        importCss(pieces.join(''));
      }),
    );
  });
});
