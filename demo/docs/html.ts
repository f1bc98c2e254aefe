/** Text as it is written in markup. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What of markup is read: for the search, and for names. */
export const plain = (markup: string): string =>
  markup
    .replace(/<\/?(?:a|b|code|em|span|strong)\b[^>]*>/g, '')
    .replace(/<svg[^]*?<\/svg>|<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => SIGNS[name]!)
    .replace(/\s+/g, ' ')
    .trim();
const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The name of an anchor. */
export const slug = (...words: string[]): string =>
  words
    .join('-')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');

/** A heading that leads to itself, so that its address can be copied. */
export const heading = (level: number, id: string, markup: string): string =>
  `<h${level} id="${id}"><a class="here" href="#${id}">${markup}</a></h${level}>`;
