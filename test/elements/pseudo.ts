/**
 * A language that nobody speaks: English with accents, brackets at both ends of each sentence and two
 * fifths more letters. What is not in a table shows by its plain letters, what has no room by its bracket.
 */
import { registerLocale, type Tables } from '../../src/i18n/index.js';
import { base } from '../../src/i18n/locales/en/base.js';
import { checkout } from '../../src/i18n/locales/en/checkout.js';
import { order } from '../../src/i18n/locales/en/order.js';
import { parcel } from '../../src/i18n/locales/en/parcel.js';
import { slotPicker } from '../../src/i18n/locales/en/picker.js';
import { remedy } from '../../src/i18n/locales/en/remedy.js';
import { slot } from '../../src/i18n/locales/en/slot.js';
import { stock } from '../../src/i18n/locales/en/stock.js';
import { wishes } from '../../src/i18n/locales/en/wishes.js';

/** The tag that CLDR keeps for it. */
export const PSEUDO = 'en-XA';

const PLAIN = 'aeiouAEIOUcdgnrstyzCDGNRSTYZ';
const ACCENTED = 'áéíóúÁÉÍÓÚçðğñŕšţýžÇÐĞÑŔŠŢÝŽ';

const inPseudo = (text: string): string =>
  /[a-z]/i.test(text)
    ? `[${text
        .replace(/[aeiou]/gi, '$&$&')
        .replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter)}]`
    : text;

const translate = <T>(value: T): T => {
  if (typeof value === 'string') return inPseudo(value) as T;
  if (typeof value === 'function')
    return ((...parameters: unknown[]) =>
      translate((value as (...parameters: unknown[]) => unknown)(...parameters))) as T;
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, translate<unknown>(inner)]),
  ) as T;
};

registerLocale(
  PSEUDO,
  translate({
    base,
    stock,
    order,
    parcel,
    checkout,
    wishes,
    slot,
    slotPicker,
    remedy,
  } satisfies Tables),
);
