/** What the stock badge says, in English. */
export const stock = {
  enough: (left?: number) =>
    left !== undefined && left < 10 ? `In stock, ${left} left` : 'In stock',
  few: 'In stock, the last ones',
  now: (count: number) => `${count} now`,
  later: (count: number, date?: string) =>
    date ? `${count} about ${date}` : `${count} later, no date yet`,
  missing: (count: number) => `${count} not to be had`,
  /** The same three for somebody who listens, joined by commas into one sentence. */
  nowAloud: (count: number) => `${count} ${count === 1 ? 'unit' : 'units'} can leave now`,
  laterAloud: (count: number, date?: string) =>
    `${count} ${count === 1 ? 'unit' : 'units'} ${date ? `about ${date}` : 'later, no date yet'}`,
  missingAloud: (count: number) =>
    `${count} ${count === 1 ? 'unit is' : 'units are'} not to be had`,
  made: (date?: string) => `Made to order${date ? `, about ${date}` : ''}`,
  pre: (date?: string) => `Pre-order${date ? `, about ${date}` : ''}`,
  back: (date?: string) => `On back order${date ? `, about ${date}` : ''}`,
  shopOnly: (left?: number) => `In the shop only${left === undefined ? '' : `, ${left} left`}`,
  out: (date?: string) => `Sold out${date ? `, back about ${date}` : ''}`,
  discontinued: 'No longer made',
  unsure: 'Not sure',
  prepaid: (count: number) =>
    `The ${count} ${count === 1 ? 'is' : 'are'} ordered once you have paid.`,
  deposit: (count: number) =>
    `The ${count} ${count === 1 ? 'is' : 'are'} ordered once you have paid a deposit.`,
  checked: (ago: string, where?: string) => `Checked ${ago}${where ? `, ${where}` : ''}`,
  checkedNow: (where?: string) => `Checked now${where ? `, ${where}` : ''}`,
  openUntil: (time: string) => `open until ${time}`,
  dateFrom: (who: string, when: string) => `Date from ${who}, ${when}`,
  maker: 'the maker',
  lastChecked: (ago: string) => `Last checked ${ago}.`,
  never: 'The shop has not said.',
  noAnswer: 'The shop’s system does not answer.',
  asking: 'Asking the shop',
  again: 'Check again',
  againFor: (sku: string) => `Check again: stock of ${sku}`,
  tell: 'Tell me',
  tellFor: (sku: string) => `Tell me when it is in stock: ${sku}`,
  who: 'Who says so?',
  whoFor: (sku: string) => `Who says so? Stock of ${sku}`,
};

/** See {@link stock}. */
export type StockMessages = typeof stock;
