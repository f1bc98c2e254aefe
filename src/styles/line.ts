import { css } from 'lit';

/** The promise line. */
export const line = css`
  .promise {
    font-size: 0.875em;
    line-height: 1.3;
    color: var(--_soft);
  }
  .top,
  .rail {
    position: relative;
    height: 22px;
  }
  .top {
    height: 1.3em;
    margin-bottom: 12px;
  }
  .top span,
  .rail i {
    position: absolute;
    inset-inline-start: var(--a, 0%);
  }
  .top span {
    white-space: nowrap;
    translate: calc(-50% * var(--_way));
  }
  .top .end {
    inset-inline: auto 0;
    translate: 0;
  }
  .top .start-label {
    inset-inline-start: 0;
    translate: 0;
  }
  .missed-mark {
    color: var(--_bad);
  }
  .rail i {
    top: 5px;
    width: calc(var(--b) - var(--a, 0%));
    height: 12px;
    background: var(--_ink);
  }
  .rail :is(.known, .ahead, .silent) {
    top: calc(11px - var(--_mark) / 2);
    height: var(--_mark);
  }
  .rail .ahead {
    background: var(--_edge);
    opacity: 0.55;
  }
  .rail .silent {
    background: none;
    border-top: var(--_mark) dashed var(--_edge);
  }
  .rail .window {
    border-radius: min(var(--_control), 3px);
    background: var(--_good);
  }
  .risk .window {
    background: var(--_care) !important;
  }
  .rail .late {
    border: 1.5px solid var(--_bad);
    border-inline-start: 0;
    background: repeating-linear-gradient(-45deg, var(--_bad) 0 1.5px, transparent 1.5px 5px);
  }
  .rail :is(.dot, .ring) {
    width: 12px;
    margin-inline-start: -6px;
    border-radius: 50%;
  }
  .rail .start {
    margin: 0;
  }
  .rail .ring {
    background: var(--_surface);
    border: 3px solid var(--_ink);
  }
  .rail .due {
    width: 3px;
    top: 0;
    height: 22px;
    margin-inline-start: -3px;
    border-radius: 1px;
  }
  .missed .rail .due {
    background: var(--_bad);
  }
  .bottom {
    display: flex;
    justify-content: space-between;
    gap: calc(var(--_unit) * 4);
    flex-wrap: wrap;
    overflow-wrap: break-word;
    margin-top: 8px;
  }
  .bottom > :first-child {
    flex: 1 1 0;
  }
  .bottom > :last-child {
    max-width: calc(100% - var(--b, 0%));
    text-align: end;
    margin-inline: auto var(--b, 0);
  }
  .bottom b {
    display: block;
  }

  @container (max-width: 380px) {
    .top .expected {
      inset-inline: auto 0;
      translate: 0;
    }
    /* Ends at its mark, or where it has room to begin. */
    .top .now-label {
      inset-inline: auto min(100% - var(--a) - 10px, 100% - 7.5em);
      translate: 0;
    }
  }
  /* Room for both labels in two lines. */
  @container (max-width: 330px) {
    .bottom {
      gap: calc(var(--_unit) * 2);
    }
    .bottom > :last-child {
      max-width: none;
      margin-inline-end: 0;
    }
  }
  /* Text so large that the labels find no room above their marks stands in lines of its own. */
  @container (max-width: 17em) {
    .top {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 calc(var(--_unit) * 3);
      height: auto;
    }
    .promise .top span,
    .promise .top span:dir(rtl) {
      position: static;
      translate: none;
      white-space: normal;
    }
  }
  /* The same for two labels in long words, or a lapse and the day, on the narrowest phone. */
  @container (max-width: 21em) {
    .top:has(.expected, .missed-mark) {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 calc(var(--_unit) * 3);
      height: auto;
    }
    .promise .top:has(.expected, .missed-mark) span,
    .promise .top:has(.expected, .missed-mark) span:dir(rtl) {
      position: static;
      translate: none;
      white-space: normal;
    }
    .top .end {
      margin-inline-start: auto;
    }
  }
  @media (forced-colors: active) {
    .rail i {
      forced-color-adjust: none;
    }
  }
`;
