/** The theme studio: tools on one side, every state of every element on the other. */
import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import compact from '../../src/styles/themes/compact.css?raw';
import contrast from '../../src/styles/themes/contrast.css?raw';
import playful from '../../src/styles/themes/playful.css?raw';
import quiet from '../../src/styles/themes/quiet.css?raw';
import { countBasket } from '../shop/basket.js';
import { pageLanguage, speak } from '../shop/language.js';
import { chooseScheme } from '../shop/scheme.js';
import { judgeAll, offersFor, type Judged, type Offer } from './contrast.js';
import { exportCss, fromFragment, importCss, takeOver, toFragment, withFound } from './css.js';
import {
  colourOf,
  hex,
  isAllowed,
  TOKENS,
  valueOf,
  withColour,
  type Scheme,
  type Theme,
} from './theme.js';
import { choice } from './choice.js';
import { complaint, ease, ratio, words } from './words.js';
import { showStates } from './states.js';

speak();
chooseScheme();
countBasket();

const language = pageLanguage();
const say = words[language];
const tools = document.querySelector<HTMLElement>('#tools')!;
const wall = document.querySelector<HTMLElement>('#states')!;
const STARTS: Readonly<Record<string, string>> = { quiet, compact, contrast, playful };
const START = importCss(quiet);
/** Rounds in which all that fails is mended; one can undo another, but not for ever. */
const ROUNDS = 8;

/** A theme says only what it changes; the default is there by itself. */
const changed = (theme: Theme): Theme =>
  Object.fromEntries(Object.entries(theme).filter(([token, value]) => value !== START[token]));

let theme: Theme = fromFragment(location.hash);
let scheme: Scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
const asked = document.documentElement.dataset['scheme'];
if (asked === 'light' || asked === 'dark') scheme = asked;
/** What was said last, in each group of tools. */
let said: { readonly group: string; readonly text: readonly string[] } | undefined;

const token = (role: string): string => `--doorstep-${role}`;
const role = (name: string): string => name.replace('--doorstep-', '');
const roleWords = (name: string): string => say.roles[role(name)] ?? role(name);

const show = (next: Theme, group = '', ...text: string[]): void => {
  theme = changed(next);
  said = { group, text };
  const fragment = toFragment(theme);
  history.replaceState(
    history.state,
    '',
    fragment ? `#${fragment}` : location.pathname + location.search,
  );
  draw();
};
const set = (name: string, value: string): void => show({ ...theme, [name]: value });
const report = (group: string, ...text: string[]): void => {
  said = { group, text };
  draw();
};
const answer = (group: string): TemplateResult =>
  html`<div class="said" role="status">
    ${said?.group === group ? said.text.map((line) => html`<p>${line}</p>`) : nothing}
  </div>`;

// ---------------------------------------------------------------- tools

const start = (): TemplateResult =>
  html`<fieldset class="starts">
    <legend>${say.start}</legend>
    ${Object.entries(STARTS).map(([name, sheet]) => {
      const own = importCss(sheet);
      return html`<label class="start">
        <input
          type="radio"
          name="start"
          .checked=${live(toFragment(changed(own)) === toFragment(theme))}
          @change=${() => show(own)}
        />
        <span>${say.themes[name]}</span>
        <span class="chips" aria-hidden="true"
          >${['surface', 'ink', 'action'].map(
            (each) => html`<i data-colour=${colourOf(own, token(each), scheme)}></i>`,
          )}</span
        >
      </label>`;
    })}
  </fieldset>`;

const colour = (name: string): TemplateResult => {
  const value = colourOf(theme, token(name), scheme);
  const change = (text: string): void => {
    const read = hex(text);
    if (read) show(withColour(theme, token(name), scheme, read));
    else report('colours', say.noColour);
  };
  return html`<div class="colour" role="group" aria-label=${say.roles[name]!}>
    <input
      type="color"
      aria-label=${say.hue(say.roles[name]!)}
      .value=${live(value)}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
    <label for=${name}>${say.roles[name]}</label>
    <input
      type="text"
      id=${name}
      spellcheck="false"
      autocomplete="off"
      aria-label=${say.digits(say.roles[name]!)}
      .value=${live(value)}
      @change=${(event: Event) => change((event.target as HTMLInputElement).value)}
    />
  </div>`;
};

const MORE = ['link', 'edge', 'line', 'good', 'care', 'bad'];
const colours = (): TemplateResult =>
  html`<section>
    <h2>${say.colours}</h2>
    ${choice('scheme', say.view, say.schemes, scheme, (chosen) => {
      scheme = chosen;
      draw();
    })}
    <p class="quiet">${say.coloursOf[scheme]}</p>
    ${['action', 'on-action', 'surface', 'tint', 'ink', 'soft'].map(colour)}
    <details>
      <summary>${say.moreColours}</summary>
      ${MORE.map(colour)}
    </details>
    ${answer('colours')}
  </section>`;

/** The pressed button goes with its complaint, so the focus goes to what has become of the colours. */
const mend = (next: Theme): void => {
  show(next);
  document.querySelector<HTMLElement>('.verdict')!.focus();
};
const take = ({ token: name, scheme: side, colour: value }: Offer): void =>
  mend(withColour(theme, name, side, value));

const failing = (of: Theme): Judged[] => judgeAll(of).filter(({ passes }) => !passes);

/** Each failing pair with its nearest colour, again until nothing fails. */
const mended = (from: Theme): Theme => {
  let result = from;
  for (let round = 0; round < ROUNDS; round++)
    for (const each of failing(result)) {
      const [best] = offersFor(each, result);
      if (best) result = withColour(result, best.token, best.scheme, best.colour);
    }
  return result;
};

const readable = (): TemplateResult => {
  const all = judgeAll(theme);
  const faint = all.filter(({ passes }) => !passes);
  return html`<section class="readable">
    <h2>${say.contrast}</h2>
    <p class="verdict ${faint.length ? 'fails' : 'passes'}" role="status" tabindex="-1">
      ${faint.length ? say.someFail(faint.length) : say.allPass}
    </p>
    <ul class="complaints">
      ${faint.map(
        (each) =>
          html`<li>
            <p>${complaint(each, language)}</p>
            ${offersFor(each, theme).map(
              (offer) =>
                html`<button type="button" class="offer" @click=${() => take(offer)}>
                  <i data-colour=${offer.colour} aria-hidden="true"></i
                  ><span>${say.use(offer.colour, roleWords(offer.token))}</span>
                </button>`,
            )}
          </li>`,
      )}
    </ul>
    ${
      faint.length > 1
        ? html`<button type="button" class="press" @click=${() => mend(mended(theme))}>
            ${say.mend}
          </button>`
        : nothing
    }
    <details>
      <summary>${say.everyPair}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${say.pair}</th>
            <th scope="col">WCAG</th>
            <th scope="col">APCA</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            (each) =>
              html`<tr>
                <th scope="row">
                  <span
                    class="sample"
                    data-colour=${each.back}
                    data-ink=${each.front}
                    aria-hidden="true"
                    >Aa</span
                  >${roleWords(each.pair.front)} /
                  ${each.pair.mixed ? say.tile : roleWords(each.pair.back)}, ${say.in[each.scheme]}
                </th>
                <td>
                  ${ratio(each.ratio, language)}
                  <span class=${each.passes ? '' : 'fails'}
                    >${each.passes ? say.passes : say.fails}</span
                  >
                </td>
                <td>Lc ${each.lightness} <span>${ease(each.lightness, language)}</span></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </section>`;
};

const font = (name: string): TemplateResult =>
  html`<div class="field">
    <label for=${name}>${say.fields[name]}</label>
    <input
      type="text"
      id=${name}
      list="fonts"
      spellcheck="false"
      placeholder=${say.ownFont}
      .value=${live(theme[token(name)] ?? '')}
      @change=${(event: Event) => {
        const value = (event.target as HTMLInputElement).value.trim() || 'inherit';
        if (isAllowed(token(name), value)) set(token(name), value);
        else report('type', say.badFont);
      }}
    />
  </div>`;

/** A number that is set by sliding: what it may be, and its unit. */
const RANGES: Readonly<
  Record<string, readonly [least: number, most: number, step: number, unit: string]>
> = {
  size: [14, 22, 1, 'px'],
  'say-size': [1.125, 2.25, 0.125, 'em'],
  'say-weight': [300, 900, 100, ''],
  strong: [500, 900, 100, ''],
  unit: [2.5, 6, 0.5, 'px'],
  radius: [0, 40, 1, 'px'],
  'control-radius': [0, 30, 1, 'px'],
  'button-radius': [0, 40, 1, 'px'],
  rule: [0.5, 4, 0.5, 'px'],
  'line-thickness': [1, 6, 0.5, 'px'],
  motion: [0, 600, 50, 'ms'],
};
/** What an element has where it only inherits. */
const MEDIUM = 16;

/** What a token comes to as a number; one that stands for another follows it. */
const numberOf = (name: string): number => {
  const value = valueOf(theme, token(name));
  if (value === 'medium') return MEDIUM;
  const [, other] = /^var\(--doorstep-([\w-]+)\)$/.exec(value) ?? [];
  return other ? numberOf(other) : parseFloat(value);
};

const range = (name: string): TemplateResult => {
  const [least, most, step, unit] = RANGES[name]!;
  const value = numberOf(name);
  return html`<div class="field slide">
    <label for=${name}>${say.fields[name]}</label>
    <output for=${name}
      >${value.toLocaleString(language)}${unit === 'em' ? ' ×' : unit && ` ${unit}`}</output
    >
    <input
      type="range"
      id=${name}
      min=${least}
      max=${most}
      step=${step}
      .value=${live(String(value))}
      @input=${(event: Event) => {
        const { value: chosen } = event.target as HTMLInputElement;
        set(token(name), `${Number(chosen)}${unit}`);
      }}
    />
  </div>`;
};

const FONTS = [
  'Georgia, serif',
  "'Iowan Old Style', Palatino, 'URW Palladio L', serif",
  "'Avenir Next', Avenir, 'Century Gothic', 'URW Gothic', sans-serif",
  "'Helvetica Neue', Helvetica, Arial, sans-serif",
  'system-ui, sans-serif',
  'ui-monospace, Menlo, Consolas, monospace',
];
const type = (): TemplateResult =>
  html`<details>
    <summary><h2>${say.type}</h2></summary>
    <datalist id="fonts">${FONTS.map((each) => html`<option value=${each}></option>`)}</datalist>
    ${font('font')} ${font('font-say')} ${['size', 'say-size', 'say-weight', 'strong'].map(range)}
    ${answer('type')}
  </details>`;

const shape = (): TemplateResult =>
  html`<details>
    <summary><h2>${say.shape}</h2></summary>
    ${['radius', 'control-radius', 'button-radius', 'unit', 'rule', 'line-thickness', 'motion'].map(range)}
  </details>`;

/** A theme is taken as it is; of any other sheet, what can be guessed from it. */
const takeSheet = (text: string): void => {
  const own = importCss(text);
  const count = Object.keys(own).length;
  if (count) return show(own, 'take', say.imported(count));
  const found = takeOver(text);
  if (!found.length) return report('take', say.nothingFound);
  show(
    withFound(theme, found),
    'take',
    ...found.map(({ token: name, value, selector }) => say.found(roleWords(name), value, selector)),
  );
};

/** The text at an address of this site: a sheet, or what a page's own sheets say. */
const readSheet = async (address: string): Promise<string | undefined> => {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return undefined;
  const text = await response.text();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return text;
  // Read as text: nothing of that page is ever made part of this one.
  const links = [...text.matchAll(/<link\b[^>]*>/gi)]
    .map(([link]) => link)
    .filter((link) => /rel=["']?stylesheet/i.test(link))
    .map((link) => /href=["']?([^"'\s>]+)/i.exec(link)?.[1]);
  const sheets = await Promise.all(
    links.map(async (link) => {
      const url = new URL(link ?? '', new URL(address, location.href));
      if (!link || url.origin !== location.origin) return '';
      return fetch(url).then(
        (found) => (found.ok ? found.text() : ''),
        () => '',
      );
    }),
  );
  const inner = [...text.matchAll(/<style\b[^>]*>([^]*?)<\/style>/gi)].map(([, sheet]) => sheet!);
  return [...sheets, ...inner].join('\n');
};
const readAddress = async (): Promise<void> => {
  const { value } = tools.querySelector<HTMLInputElement>('#address')!;
  let url: URL;
  try {
    url = new URL(value.trim(), location.href);
  } catch {
    return report('take', say.unreadable);
  }
  if (url.origin !== location.origin) return report('take', say.foreign);
  const text = await readSheet(url.href);
  if (text === undefined) report('take', say.unreadable);
  else takeSheet(text);
};

const takeTools = (): TemplateResult =>
  html`<details>
    <summary><h2>${say.take}</h2></summary>
    <p class="quiet">${say.takeAbout}</p>
    <div class="field">
      <label for="paste">${say.paste}</label>
      <textarea id="paste" rows="6" spellcheck="false"></textarea>
    </div>
    <button
      type="button"
      class="press"
      name="take"
      @click=${() => takeSheet(tools.querySelector<HTMLTextAreaElement>('#paste')!.value)}
    >
      ${say.takeButton}
    </button>
    <div class="field">
      <label for="address">${say.address}</label>
      <input type="text" inputmode="url" id="address" spellcheck="false" autocomplete="off" />
    </div>
    <button type="button" class="press" name="read" @click=${() => void readAddress()}>
      ${say.read}
    </button>
    <p class="quiet">${say.addressAbout}</p>
    ${answer('take')}
  </details>`;

const copy = async (text: string, done: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text);
    report('share', done);
  } catch {
    report('share', say.notCopied);
  }
};
const save = (): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([exportCss(theme)], { type: 'text/css' }));
  link.download = 'doorstep-theme.css';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
const open = async (event: Event): Promise<void> => {
  const input = event.target as HTMLInputElement;
  const text = await input.files?.[0]?.text();
  input.value = '';
  if (text === undefined) return;
  const own = importCss(text);
  const count = Object.keys(own).length;
  if (count) show(own, 'share', say.imported(count));
  else report('share', say.nothingFound);
};

const share = (): TemplateResult =>
  html`<section>
    <h2>${say.share}</h2>
    <div class="field">
      <label for="css">${say.css}</label>
      <textarea
        id="css"
        rows="8"
        readonly
        spellcheck="false"
        .value=${live(exportCss(theme))}
      ></textarea>
    </div>
    <div class="row">
      <button
        type="button"
        class="press"
        name="copy"
        @click=${() => void copy(exportCss(theme), say.copied)}
      >
        ${say.copy}
      </button>
      <button type="button" class="press" name="save" @click=${save}>${say.save}</button>
      <button
        type="button"
        class="press"
        name="link"
        @click=${() => void copy(location.href, say.linked)}
      >
        ${say.link}
      </button>
      <label class="press">
        ${say.file}
        <input type="file" accept=".css,text/css" @change=${(event: Event) => void open(event)} />
      </label>
      <button type="button" class="press" name="afresh" @click=${() => show({})}>
        ${say.afresh}
      </button>
    </div>
    ${answer('share')}
  </section>`;

// ---------------------------------------------------------------- drawing

function draw(): void {
  render(
    html`${start()} ${colours()} ${readable()} ${type()} ${shape()} ${takeTools()} ${share()}
      <a class="jump" href="#states" @click=${jump}>${say.toStates}</a>`,
    tools,
  );
  // The policy of the page allows no style attributes, so colours are set on what was drawn.
  for (const each of document.querySelectorAll<HTMLElement>('[data-colour]')) {
    each.style.setProperty('--colour', each.dataset['colour']!);
    each.style.setProperty('--ink', each.dataset['ink'] ?? 'inherit');
  }
  for (const each of TOKENS)
    if (each in theme) wall.style.setProperty(each, theme[each]!);
    else wall.style.removeProperty(each);
  wall.dataset['scheme'] = scheme;
}

/** The address holds the theme, so a jump must not put itself there. */
function jump(event: Event): void {
  event.preventDefault();
  const goal = document.querySelector<HTMLElement>(
    (event.currentTarget as HTMLAnchorElement).hash,
  )!;
  goal.scrollIntoView();
  goal.focus({ preventScroll: true });
}

// Links to this page in the other language, and to its parts, keep the theme.
document
  .querySelector<HTMLAnchorElement>('.language')
  ?.addEventListener(
    'click',
    (event) => ((event.currentTarget as HTMLAnchorElement).hash = location.hash),
  );
document.querySelector('.skip')?.addEventListener('click', jump);
addEventListener('hashchange', () => {
  theme = fromFragment(location.hash);
  draw();
});
showStates(wall, language, say);
draw();
