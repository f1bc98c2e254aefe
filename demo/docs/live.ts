/** The example of an element's page, in every state it can be in, as it looks in a shop of the reader's choice. */
import { html, render, type TemplateResult } from 'lit';
import '../../src/i18n/locales/load.js';
import compact from '../../src/styles/themes/compact.css?raw';
import contrast from '../../src/styles/themes/contrast.css?raw';
import playful from '../../src/styles/themes/playful.css?raw';
import { adapterFor, orderStates } from '../states.js';
import { importCss } from '../studio/css.js';
import { TOKENS } from '../studio/theme.js';
import { exhibitsOf, type Exhibit } from '../wall.js';

const LANGUAGES = [
  'en',
  ...Object.keys(import.meta.glob('../../src/i18n/locales/*/tables.ts'))
    .map((path) => path.split('/').at(-2)!)
    .filter((name) => name !== 'en'),
].map((code) => [code, new Intl.DisplayNames(code, { type: 'language' }).of(code)!] as const);
const THEMES: Readonly<Record<string, string>> = { compact, contrast, playful };
/** The state that says most of an element at once. */
const FIRST: Readonly<Record<string, string>> = {
  'doorstep-order': 'expected, live',
  'doorstep-stock': 'parts',
  'doorstep-checkout-guard': 'told before paying',
  'doorstep-slot-picker': 'held',
  'doorstep-slot': 'slot: a change is proposed',
  'doorstep-parcel': 'on its way',
  'doorstep-remedy': 'missed',
  'doorstep-provider': 'expected, live',
};
/** Milliseconds after which the last thing that belongs to a state has been pressed. */
const SETTLED = 2500;

/** A provider shows nothing itself: two tags inside that have no backend of their own. */
const provided = (): Exhibit[] =>
  orderStates
    .filter(({ press, open, fault }) => !press && !open && !fault)
    .map((example) => ({
      tag: 'doorstep-provider',
      name: example.name,
      make: () => {
        const provider = document.createElement('doorstep-provider');
        const order = document.createElement('doorstep-order');
        provider.adapter = adapterFor(example);
        order.order = example.order?.reference ?? 'FR-1042';
        provider.append(order);
        return provider;
      },
    }));

/** Puts what lives in the place of what was served. */
export const enliven = (): void => {
  for (const place of document.querySelectorAll<HTMLElement>('[data-live]')) choose(place);
  const orders = exhibitsOf('doorstep-order', 'en');
  for (const place of document.querySelectorAll<HTMLElement>('[data-state]')) {
    const order = orders.find(({ name }) => name === place.dataset['state'])!.make();
    order.setAttribute('heading-level', '2');
    place.replaceChildren(order);
  }
};

/** An example in the state, the language and the look that the reader chooses. */
const choose = (place: HTMLElement): void => {
  const tag = place.dataset['live']!;
  const stage = place.querySelector<HTMLElement>('.stage')!;
  const all = (language: string): Exhibit[] =>
    tag === 'doorstep-provider' ? provided() : exhibitsOf(tag, language);
  const names = all('en').map(({ name }) => name);
  let state = names.indexOf(FIRST[tag] ?? '');
  let timer: ReturnType<typeof setTimeout>;

  const show = (): void => {
    clearTimeout(timer);
    // What is pressed to get there must not take the focus from whoever chooses.
    stage.inert = true;
    timer = setTimeout(() => (stage.inert = false), SETTLED);
    stage.replaceChildren(all(stage.lang || 'en')[Math.max(state, 0)]!.make());
  };

  const choice = (
    name: string,
    label: string,
    options: readonly (readonly [string, string])[],
    chosen: string,
    take: (value: string) => void,
  ): TemplateResult =>
    html`<div class="field">
      <label for=${name}>${label}</label>
      <select
        id=${name}
        @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          ([value, words]) =>
            html`<option value=${value} ?selected=${value === chosen}>${words}</option>`,
        )}
      </select>
    </div>`;

  const choices = document.createElement('div');
  choices.className = 'choices';
  choices.setAttribute('role', 'group');
  choices.setAttribute('aria-label', 'Example');
  render(
    html`${choice(
      'state',
      'State',
      names.map((name, index) => [`${index}`, name] as const),
      `${state}`,
      (value) => {
        state = Number(value);
        show();
      },
    )}
    ${choice('language', 'Language', LANGUAGES, 'en', (value) => {
      stage.lang = value;
      show();
    })}
    ${choice(
      'direction',
      'Direction',
      [
        ['', 'Automatic'],
        ['ltr', 'Left to right'],
        ['rtl', 'Right to left'],
      ],
      '',
      (value) => {
        // Without one it follows from the language.
        if (value) stage.dir = value;
        else stage.removeAttribute('dir');
      },
    )}
    ${choice(
      'theme',
      'Theme',
      [
        ['', 'Quiet'],
        ['compact', 'Compact'],
        ['contrast', 'High contrast'],
        ['playful', 'Playful'],
      ],
      '',
      (value) => {
        const theme = importCss(THEMES[value] ?? '');
        for (const token of TOKENS) stage.style.setProperty(token, theme[token] ?? '');
      },
    )}
    ${choice(
      'colours',
      'Colours',
      [
        ['', 'Automatic'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ],
      '',
      (value) => {
        stage.dataset['scheme'] = value;
      },
    )}
    ${choice(
      'width',
      'Width',
      [
        ['', 'Wide'],
        ['phone', 'Phone'],
      ],
      '',
      (value) => {
        stage.dataset['width'] = value;
      },
    )}`,
    choices,
  );
  place.prepend(choices);
  show();
};
