import { withAttributes } from './dom.js';

/** How an icon is drawn, as SVG path data: its lines, its filled parts, its broken line. */
export type Shape = readonly [line: string, fill?: string, broken?: string];

/** A circle as path data, since an icon is drawn with paths alone. */
export const circle = (radius: number): string =>
  `M${10 - radius} 10a${radius} ${radius} 0 1 0 ${2 * radius} 0 ${radius} ${radius} 0 1 0 ${-2 * radius} 0`;

export const ring = circle(7.2);

// Drawn on a 20 px grid with a 1.6 px stroke; meaning never rests on colour alone, each has its own shape.
/** The marks of the stock badge, and of everything else. */
export const marks = {
  unknown: ['M8 8.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3m0 2.3v.01', '', ring],
  done: [`${ring}m4 .2 2.2 2.2 4.2-4.6`],
  half: [ring, 'M10 2.8a7.2 7.2 0 0 1 0 14.4z'],
  cross: [`${ring}m4.8-2.4 4.8 4.8m0-4.8-4.8 4.8`],
} satisfies Record<string, Shape>;

/** A mark's name. */
export type Mark = keyof typeof marks;

const SVG = 'http://www.w3.org/2000/svg';

/** A mark as a node of its own. */
export const drawMark = (name: Mark): Node => {
  const [line, fill, broken]: Shape = marks[name];
  const make = (tag: string, attributes: Record<string, string>): Element =>
    withAttributes(document.createElementNS(SVG, tag), attributes);
  const icon = make('svg', { class: 'icon', viewBox: '0 0 20 20', 'aria-hidden': 'true' });
  icon.append(make('path', { d: line }));
  if (fill) icon.append(make('path', { d: fill, class: 'fill' }));
  if (broken) icon.append(make('path', { d: broken, 'stroke-dasharray': '2.7 2.3' }));
  return icon;
};
