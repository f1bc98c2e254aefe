import type { StockMessages } from '../en/stock.js';
import { hour, towards } from './base.js';

const pieces = (count: number): string => `${count} ${count === 1 ? 'pezzo' : 'pezzi'}`;
const left = (count: number): string => `${count === 1 ? 'ne resta' : 'ne restano'} ${count}`;
const remaining = (count: number): string =>
  count === 1
    ? 'Il pezzo che manca si ordina'
    : `${/^(8\d*|11)$/.test(`${count}`) ? 'Gli' : 'I'} ${count} pezzi che mancano si ordinano`;

/** What the stock badge says, in Italian. */
export const stock: StockMessages = {
  enough: (count) =>
    count !== undefined && count < 10 ? `Disponibile, ${left(count)}` : 'Disponibile',
  few: 'Disponibile, ultimi pezzi',
  now: (count) => `${count} ora`,
  later: (count, date) =>
    date ? `${count} ${towards(date)}` : `${count} più tardi, ancora senza data`,
  missing: (count) => `${count} non ${count === 1 ? 'disponibile' : 'disponibili'}`,
  nowAloud: (count) => `${pieces(count)} ${count === 1 ? 'può' : 'possono'} partire subito`,
  laterAloud: (count, date) =>
    `${pieces(count)} ${date ? towards(date) : 'più tardi, ancora senza data'}`,
  missingAloud: (count) =>
    `${pieces(count)} non ${count === 1 ? 'è disponibile' : 'sono disponibili'}`,
  made: (date) => `Prodotto su ordinazione${date ? `, ${towards(date)}` : ''}`,
  pre: (date) => `In prevendita${date ? `, ${towards(date)}` : ''}`,
  back: (date) => `In riassortimento${date ? `, ${towards(date)}` : ''}`,
  shopOnly: (count) => `Solo nel negozio fisico${count === undefined ? '' : `, ${left(count)}`}`,
  out: (date) => `Esaurito${date ? `, di nuovo ${towards(date)}` : ''}`,
  discontinued: 'Non è più prodotto',
  unsure: 'Non è certo',
  prepaid: (count) => `${remaining(count)} dopo il pagamento.`,
  deposit: (count) => `${remaining(count)} dopo un acconto.`,
  checked: (ago, where) => `Verificato ${ago}${where ? `, ${where}` : ''}`,
  checkedNow: (where) => `Verificato ora${where ? `, ${where}` : ''}`,
  openUntil: (time) => `aperto fino al${hour(time)}`,
  dateFrom: (who, when) =>
    `Data indicata da ${who}, ${when}`.replace(
      /da (il|lo|la|gli|i|le|l’)(?= |(?<=’))/,
      (_, article: string) =>
        `da${article.startsWith('l') ? 'l' : ''}${article.replace('il', 'l')}`,
    ),
  maker: 'il produttore',
  lastChecked: (ago) => `Ultima verifica: ${ago}.`,
  never: 'Il negozio non lo ha detto.',
  noAnswer: 'Il sistema del negozio non risponde.',
  asking: 'Chiediamo al negozio',
  again: 'Verifica di nuovo',
  againFor: (sku) => `Verifica di nuovo: disponibilità di ${sku}`,
  tell: 'Avvisami',
  tellFor: (sku) => `Avvisami quando è disponibile: ${sku}`,
  who: 'Chi lo dice?',
  whoFor: (sku) => `Chi lo dice? Disponibilità di ${sku}`,
};
