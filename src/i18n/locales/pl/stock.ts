import { plural } from '../../plural.js';
import type { StockMessages } from '../en/stock.js';

const units = (count: number): string =>
  `${count} ${plural('pl', count, { one: 'sztuka', few: 'sztuki', many: 'sztuk', other: 'sztuki' })}`;

/** What the stock badge says, in Polish. */
export const stock: StockMessages = {
  enough: (left) =>
    left !== undefined && left < 10 ? `W magazynie, zostało ${left}` : 'W magazynie',
  few: 'W magazynie, ostatnie sztuki',
  now: (count) => `${count} od razu`,
  later: (count, date) => (date ? `${count} około ${date}` : `${count} później, jeszcze bez daty`),
  missing: (count) => `${count} niedostępne`,
  nowAloud: (count) => `${units(count)} do wysłania od razu`,
  laterAloud: (count, date) =>
    `${units(count)} ${date ? `około ${date}` : 'później, jeszcze bez daty'}`,
  missingAloud: (count) => `niedostępne: ${units(count)}`,
  made: (date) => `Na zamówienie${date ? `, około ${date}` : ''}`,
  pre: (date) => `Przedsprzedaż${date ? `, około ${date}` : ''}`,
  back: (date) => `Czeka na dostawę do sklepu${date ? `, około ${date}` : ''}`,
  shopOnly: (left) =>
    `Tylko w sklepie stacjonarnym${left === undefined ? '' : `, zostało ${left}`}`,
  out: (date) => `Wyprzedane${date ? `, znów około ${date}` : ''}`,
  discontinued: 'Już nie produkowane',
  unsure: 'Bez pewności',
  prepaid: (count) => `Brakujące sztuki (${count}) zamówimy po Twojej wpłacie.`,
  deposit: (count) => `Brakujące sztuki (${count}) zamówimy po wpłacie zaliczki.`,
  checked: (ago, where) => `Sprawdzono ${ago}${where ? `, ${where}` : ''}`,
  checkedNow: (where) => `Sprawdzono teraz${where ? `, ${where}` : ''}`,
  openUntil: (time) => `czynne do ${time}`,
  dateFrom: (who, when) => `Datę podaje ${who}, ${when}`,
  maker: 'producent',
  lastChecked: (ago) => `Ostatnie sprawdzenie: ${ago}.`,
  never: 'Sklep tego nie podał.',
  noAnswer: 'System sklepu nie odpowiada.',
  asking: 'Pytamy sklep',
  again: 'Sprawdź ponownie',
  againFor: (sku) => `Sprawdź ponownie: stan magazynu, ${sku}`,
  tell: 'Powiadom mnie',
  tellFor: (sku) => `Powiadom mnie, gdy będzie w magazynie: ${sku}`,
  who: 'Kto tak mówi?',
  whoFor: (sku) => `Kto tak mówi? Stan magazynu, ${sku}`,
};
