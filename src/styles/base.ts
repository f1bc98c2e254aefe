import { css, type CSSResultGroup } from 'lit';
import { icons } from './icons.js';
import { reset } from './reset.js';

/** The base of every element on a card: what the badge needs too, and what only cards have. */
export const base: CSSResultGroup = [
  reset,
  icons,
  css`
    .base {
      /* -1 where lines run from right to left */
      --_way: 1;
    }
    .base:dir(rtl) {
      --_way: -1;
    }
    /* Japanese breaks between phrases, where an engine can tell them, and never before a small sign */
    .base:lang(ja) {
      word-break: auto-phrase;
      line-break: strict;
    }
    /* its signs are square: whatever a brand does to letters, they are neither squeezed nor set close */
    .say:lang(ja) {
      letter-spacing: 0;
      line-height: 1.4;
    }
    :where(p, ol, ul, dl, dd) {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    /* a wait is not shown at once, since most answers come sooner */
    .bones,
    .late-appear {
      animation: wait 400ms;
    }
    @keyframes wait {
      0%,
      99% {
        opacity: 0;
      }
    }
  `,
];
