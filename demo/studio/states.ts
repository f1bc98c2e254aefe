/** The wall of the studio: every state of every element, in the widths of a phone and of a desk. */
import { html, render } from 'lit';
import type { PageLanguage } from '../shop/language.js';
import { choice } from './choice.js';
import { exhibitsOf, type Exhibit } from '../wall.js';
import type { words } from './words.js';

type Words = (typeof words)[PageLanguage];
type Width = 'phone' | 'desktop' | 'both';

const TAGS = [
  'doorstep-order',
  'doorstep-parcel',
  'doorstep-remedy',
  'doorstep-slot',
  'doorstep-slot-picker',
  'doorstep-checkout-guard',
  'doorstep-stock',
];
/** The states in which most of a theme is seen at once. */
const GLANCE: readonly (readonly [tag: string, name: RegExp])[] = [
  ['doorstep-order', /^expected, live$/],
  ['doorstep-order', /^missed, one remedy/],
  ['doorstep-order', /^slot: two proposals$/],
  ['doorstep-checkout-guard', /^it changed again$/],
  ['doorstep-slot-picker', /^hours ruled out/],
  ['doorstep-order', /^three of five arrived$/],
];

/** Milliseconds after which the last thing that belongs to a state has been pressed. */
const SETTLED = 2500;

/** Puts the states on the page. */
export const showStates = (wall: HTMLElement, language: PageLanguage, say: Words): void => {
  let width: Width = innerWidth < 1600 ? 'phone' : 'both';
  let tag = '';
  const head = document.createElement('div');
  const groups = document.createElement('div');
  wall.append(head, groups);

  /** What comes near the window is made; before that it is a name and an empty place. */
  const makers = new Map<Element, () => void>();
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          near.unobserve(target);
          makers.get(target)?.();
          makers.delete(target);
        }
    },
    { rootMargin: '600px' },
  );

  const stand = ({ tag: of, name, make }: Exhibit): HTMLElement => {
    const place = document.createElement('div');
    place.className = of === 'doorstep-stock' ? 'exhibit small-one' : 'exhibit';
    const title = document.createElement('p');
    title.className = 'overline';
    title.lang = 'en';
    title.textContent = name;
    place.append(title);
    for (const size of width === 'both' && of !== 'doorstep-stock'
      ? (['phone', 'desktop'] as const)
      : [width === 'both' ? 'phone' : width]) {
      const frame = document.createElement('div');
      frame.className = `frame ${size}`;
      makers.set(frame, () => {
        frame.classList.add('made');
        // What is pressed to get there must not take the focus from whoever is at the tools.
        frame.inert = true;
        setTimeout(() => (frame.inert = false), SETTLED);
        frame.append(make());
      });
      near.observe(frame);
      place.append(frame);
    }
    return place;
  };

  const group = (title: string, about: string, exhibits: readonly Exhibit[]): HTMLElement => {
    const section = document.createElement('section');
    const heading = document.createElement('h2');
    heading.textContent = title;
    const count = document.createElement('span');
    count.textContent = about;
    heading.append(' ', count);
    const grid = document.createElement('div');
    grid.className = 'exhibits';
    grid.append(...exhibits.map(stand));
    section.append(heading, grid);
    return section;
  };

  const fill = (): void => {
    near.disconnect();
    makers.clear();
    groups.dataset['width'] = width;
    const all = new Map(TAGS.map((each) => [each, exhibitsOf(each, language)]));
    const glance = GLANCE.flatMap(([of, name]) => {
      const found = all.get(of)!.find((each) => name.test(each.name));
      return found ?? [];
    });
    groups.replaceChildren(
      ...(tag ? [] : [group(say.glance, '', glance)]),
      ...TAGS.filter((each) => !tag || each === tag).map((each) =>
        group(say.tags[each]!, say.states(all.get(each)!.length), all.get(each)!),
      ),
    );
  };

  render(
    html`<div class="views">
      ${choice<Width>('width', say.width, say.widths, width, (chosen) => {
        width = chosen;
        fill();
      })}
      <div class="field">
        <label for="element">${say.elements}</label>
        <select
          id="element"
          @change=${(event: Event) => {
            tag = (event.target as HTMLSelectElement).value;
            fill();
          }}
        >
          <option value="">${say.all}</option>
          ${TAGS.map((each) => html`<option value=${each}>${say.tags[each]}</option>`)}
        </select>
      </div>
    </div>`,
    head,
  );
  fill();
};
