import { html, type TemplateResult } from 'lit';
import { circle, marks, ring, type Shape } from './marks.js';

const clock = 'M10 6v4l2.6 1.7';
const shapes = {
  ...marks,
  live: [ring, circle(3.2)],
  recent: [ring + clock],
  old: [clock, '', ring],
  slash: [`${ring}m2.4 4.8 9.6-9.6`],
  swap: ['M4 7.2h11.5m-2.8-2.9 2.9 2.9-2.9 2.9M16 12.8H4.5m2.8-2.9-2.9 2.9 2.9 2.9'],
  working: ['M17.2 10A7.2 7.2 0 1 1 10 2.8M7 10h3.5'],
  offline: [
    'M4 4l12 12M3.5 9a9.5 9.5 0 0 1 4-2.4M16.5 9a9.5 9.5 0 0 0-5-2.6M6.3 12a5.5 5.5 0 0 1 4-1.5M10 15.6v.01',
  ],
  ahead: [circle(4.5)],
  dot: ['', circle(4.5)],
  parcel: ['M3.5 6.4 10 3.2l6.5 3.2v7.2L10 16.8l-6.5-3.2zM3.5 6.4 10 9.6l6.5-3.2M10 9.6v7.2'],
  chevron: ['m8 5.5 4.5 4.5L8 14.5'],
  phone: [
    'M6.4 3.4 8 6.8 6.5 8.5a11 11 0 0 0 5 5l1.7-1.5 3.4 1.6-.4 2.4c-.1.7-.7 1.1-1.4 1.1C8.7 16.9 3.3 11.4 2.9 5.2c0-.7.4-1.3 1.1-1.4z',
  ],
  tick: ['m5 10.5 3.4 3.4L15.2 6.5'],
  hourglass: [
    'M5.5 3h9m-9 14h9M6.5 3c0 4.2 3.5 5 3.5 7s-3.5 2.8-3.5 7M13.5 3c0 4.2-3.5 5-3.5 7s3.5 2.8 3.5 7',
  ],
  look: ['M3.8 8.8a5 5 0 1 0 10 0 5 5 0 1 0-10 0m8.8 3.8 4 4'],
} satisfies Record<string, Shape>;

/** The icons' names. */
export type IconName = keyof typeof shapes;

/** An icon by its name; always decoration, the words beside it say the same. */
export const icon = (name: IconName, extra = ''): TemplateResult => {
  const [line, fill = '', broken = '']: Shape = shapes[name];
  return html`<svg class="icon icon-${name} ${extra}" viewBox="0 0 20 20" aria-hidden="true">
    <path class="whole" d="M0 0h20v20H0z" />
    <path d=${line} />
    <path class="fill" d=${fill} />
    <path stroke-dasharray="2.7 2.3" d=${broken} />
  </svg>`;
};
