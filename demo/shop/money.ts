import type { Money } from '../../src/index.js';
import { pageLanguage } from './language.js';

const locale = pageLanguage() === 'fr' ? 'fr-FR' : 'en-GB';

/** A price as this shop writes it. */
export const money = ({ amount, currency }: Money): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
