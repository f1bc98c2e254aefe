import { css } from 'lit';

/** A brand's own icons, on every card; the badge keeps its four marks, as each byte of it counts. */
export const icons = css`
  .icon {
    mask: var(--_icon, none) center / contain no-repeat;
  }
  /* What a brand's icon is cut out of. An address is no visibility: once there is one, it is seen as all around it. */
  .icon > .whole {
    visibility: var(--_icon, hidden);
    fill: currentColor;
    stroke: none;
  }
  /* Arabic asks with a mark that opens to the other side. */
  .base:lang(ar) .icon-unknown {
    scale: -1 1;
  }
  .icon-unknown {
    --_icon: var(--doorstep-icon-unknown, initial);
  }
  .icon-done {
    --_icon: var(--doorstep-icon-done, initial);
  }
  .icon-half {
    --_icon: var(--doorstep-icon-half, initial);
  }
  .icon-cross {
    --_icon: var(--doorstep-icon-cross, initial);
  }
  .icon-live {
    --_icon: var(--doorstep-icon-live, initial);
  }
  .icon-recent {
    --_icon: var(--doorstep-icon-recent, initial);
  }
  .icon-old {
    --_icon: var(--doorstep-icon-old, initial);
  }
  .icon-slash {
    --_icon: var(--doorstep-icon-slash, initial);
  }
  .icon-swap {
    --_icon: var(--doorstep-icon-swap, initial);
  }
  .icon-working {
    --_icon: var(--doorstep-icon-working, initial);
  }
  .icon-offline {
    --_icon: var(--doorstep-icon-offline, initial);
  }
  .icon-ahead {
    --_icon: var(--doorstep-icon-ahead, initial);
  }
  .icon-dot {
    --_icon: var(--doorstep-icon-dot, initial);
  }
  .icon-parcel {
    --_icon: var(--doorstep-icon-parcel, initial);
  }
  .icon-chevron {
    --_icon: var(--doorstep-icon-chevron, initial);
  }
  .icon-phone {
    --_icon: var(--doorstep-icon-phone, initial);
  }
  .icon-tick {
    --_icon: var(--doorstep-icon-tick, initial);
  }
  .icon-hourglass {
    --_icon: var(--doorstep-icon-hourglass, initial);
  }
  .icon-look {
    --_icon: var(--doorstep-icon-look, initial);
  }
`;
