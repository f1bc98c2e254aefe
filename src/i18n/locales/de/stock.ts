import { oneStop } from '../../texts.js';
import type { StockMessages } from '../en/stock.js';

/** What the stock badge says, in German. */
export const stock = oneStop<StockMessages>({
  enough: (left) => (left !== undefined && left < 10 ? `Vorrätig, noch ${left} Stück` : 'Vorrätig'),
  few: 'Vorrätig, die letzten Stücke',
  now: (count) => `${count} sofort`,
  later: (count, date) => (date ? `${count} etwa am ${date}` : `${count} später, noch ohne Datum`),
  missing: (count) => `${count} nicht lieferbar`,
  nowAloud: (count) => `${count} Stück ${count === 1 ? 'kann' : 'können'} sofort verschickt werden`,
  laterAloud: (count, date) =>
    `${count} Stück ${date ? `etwa am ${date}` : 'später, noch ohne Datum'}`,
  missingAloud: (count) => `${count} Stück ${count === 1 ? 'ist' : 'sind'} nicht lieferbar`,
  made: (date) => `Wird auf Bestellung gefertigt${date ? `, etwa am ${date}` : ''}`,
  pre: (date) => `Vorbestellbar${date ? `, etwa am ${date}` : ''}`,
  back: (date) => `Nachbestellt${date ? `, etwa am ${date}` : ''}`,
  shopOnly: (left) => `Nur im Laden${left === undefined ? '' : `, noch ${left} Stück`}`,
  out: (date) => `Ausverkauft${date ? `, wieder da etwa am ${date}` : ''}`,
  discontinued: 'Wird nicht mehr hergestellt',
  unsure: 'Nicht sicher',
  prepaid: (count) =>
    count === 1
      ? 'Das letzte Stück wird bestellt, sobald Sie bezahlt haben.'
      : `Die übrigen ${count} werden bestellt, sobald Sie bezahlt haben.`,
  deposit: (count) =>
    count === 1
      ? 'Das letzte Stück wird bestellt, sobald Sie eine Anzahlung geleistet haben.'
      : `Die übrigen ${count} werden bestellt, sobald Sie eine Anzahlung geleistet haben.`,
  checked: (ago, where) => `Geprüft ${ago}${where ? `, ${where}` : ''}`,
  checkedNow: (where) => `Gerade geprüft${where ? `, ${where}` : ''}`,
  openUntil: (time) => `geöffnet bis ${time}`,
  dateFrom: (who, when) => `Datum: ${who}, ${when}`,
  maker: 'der Hersteller',
  lastChecked: (ago) => `Zuletzt geprüft: ${ago}.`,
  never: 'Der Shop hat nichts dazu gesagt.',
  noAnswer: 'Das System des Shops antwortet nicht.',
  asking: 'Wir fragen beim Shop nach',
  again: 'Noch einmal prüfen',
  againFor: (sku) => `Noch einmal prüfen: Bestand von ${sku}`,
  tell: 'Benachrichtigen',
  tellFor: (sku) => `Benachrichtigen, sobald vorrätig: ${sku}`,
  who: 'Wer sagt das?',
  whoFor: (sku) => `Wer sagt das? Bestand von ${sku}`,
});
