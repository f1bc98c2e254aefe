import type { LitElement, TemplateResult } from 'lit';
import { messagesFor } from '../../i18n/index.js';
import { parcel as english } from '../../i18n/locales/en/parcel.js';
import { items as itemStyles } from '../../styles/items.js';
import { line } from '../../styles/line.js';
import { parcel as parcelStyles } from '../../styles/parcel.js';
import { watchPrinting } from '../printing.js';
import { promiseLine } from '../templates/line.js';
import type { Context } from '../telling.js';
import { wear } from '../wear.js';
import { items, second } from './items.js';
import { parcels, type Around, type Parcels } from './parcels.js';

/** What stands around the sentence and the button of an order, each part in its place. */
interface Parts extends Parcels {
  readonly second: TemplateResult | undefined;
  readonly line: () => TemplateResult | undefined;
  readonly items: TemplateResult | undefined;
}

/** Makes a card ready for its parts: how they look, and that paper shows all of them. */
export const prepare = (card: LitElement): void => {
  wear(card.renderRoot as ShadowRoot, line, itemStyles, parcelStyles);
  watchPrinting(card);
};

/** Draws what comes beside the order, from its own file. */
export const draw = (context: Context, around: Around): Parts => {
  const p = messagesFor('parcel', around.language, english);
  return {
    ...parcels(context, around, p),
    second: second(context, p),
    line: () => promiseLine(context, p, true),
    items: items(context, p),
  };
};
