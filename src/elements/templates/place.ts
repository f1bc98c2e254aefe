import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/**
 * Places a mark on the promise line: `a` from where, `b` to where, in percent. Through the style
 * object, since a strict CSP blocks style attributes.
 */
class Place extends Directive {
  render(_a: number, _b?: number): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [a, b]: [number, number?]): typeof noChange {
    const { style } = part.element as HTMLElement;
    style.setProperty('--a', `${a.toFixed(2)}%`);
    if (b !== undefined) style.setProperty('--b', `${b.toFixed(2)}%`);
    return noChange;
  }
}

/** See {@link Place}. */
export const place = directive(Place);
