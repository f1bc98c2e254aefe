import type { StockMessages } from '../en/stock.js';

/** What the stock badge says, in Dutch. */
export const stock: StockMessages = {
  enough: (left) => (left !== undefined && left < 10 ? `Op voorraad, nog ${left}` : 'Op voorraad'),
  few: 'Op voorraad, de laatste stuks',
  now: (count) => `${count} nu`,
  later: (count, date) => (date ? `${count} rond ${date}` : `${count} later, nog geen datum`),
  missing: (count) => `${count} niet leverbaar`,
  nowAloud: (count) => `${count} ${count === 1 ? 'stuk kan' : 'stuks kunnen'} nu weg`,
  laterAloud: (count, date) =>
    `${count} ${count === 1 ? 'stuk' : 'stuks'} ${date ? `rond ${date}` : 'later, nog geen datum'}`,
  missingAloud: (count) => `${count} ${count === 1 ? 'stuk is' : 'stuks zijn'} niet leverbaar`,
  made: (date) => `Wordt op bestelling gemaakt${date ? `, rond ${date}` : ''}`,
  pre: (date) => `Vooruit te bestellen${date ? `, rond ${date}` : ''}`,
  back: (date) => `In nabestelling${date ? `, rond ${date}` : ''}`,
  shopOnly: (left) => `Alleen in de winkel${left === undefined ? '' : `, nog ${left}`}`,
  out: (date) => `Uitverkocht${date ? `, weer leverbaar rond ${date}` : ''}`,
  discontinued: 'Wordt niet meer gemaakt',
  unsure: 'Niet zeker',
  prepaid: (count) =>
    count === 1
      ? 'Het laatste stuk wordt besteld zodra je hebt betaald.'
      : `De andere ${count} worden besteld zodra je hebt betaald.`,
  deposit: (count) =>
    count === 1
      ? 'Het laatste stuk wordt besteld zodra je een aanbetaling hebt gedaan.'
      : `De andere ${count} worden besteld zodra je een aanbetaling hebt gedaan.`,
  checked: (ago, where) => `Gecontroleerd ${ago}${where ? `, ${where}` : ''}`,
  checkedNow: (where) => `Nu gecontroleerd${where ? `, ${where}` : ''}`,
  openUntil: (time) => `open tot ${time}`,
  dateFrom: (who, when) => `Datum van ${who}, ${when}`,
  maker: 'de fabrikant',
  lastChecked: (ago) => `Laatst gecontroleerd: ${ago}.`,
  never: 'De winkel heeft niets gezegd.',
  noAnswer: 'Het systeem van de winkel antwoordt niet.',
  asking: 'We vragen het aan de winkel',
  again: 'Opnieuw controleren',
  againFor: (sku) => `Opnieuw controleren: voorraad van ${sku}`,
  tell: 'Houd me op de hoogte',
  tellFor: (sku) => `Houd me op de hoogte van de voorraad: ${sku}`,
  who: 'Wie zegt dat?',
  whoFor: (sku) => `Wie zegt dat? Voorraad van ${sku}`,
};
