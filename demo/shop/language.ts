/** The languages the page is written in. */
export type PageLanguage = 'en' | 'fr';

/** The language asked for by `?lang=`, English otherwise. */
export const pageLanguage = (): PageLanguage =>
  new URLSearchParams(location.search).get('lang') === 'fr' ? 'fr' : 'en';

/** The address of a page of this shop, in the language of this one. */
export const pageAddress = (address: string): string => {
  const url = new URL(address, document.baseURI);
  if (pageLanguage() === 'fr') url.searchParams.set('lang', 'fr');
  return url.href;
};

/** The page is served in English; each text carries its French, which takes its place here. */
export const speak = (): void => {
  const language = pageLanguage();
  const other = document.querySelector<HTMLAnchorElement>('.language');
  if (other) {
    const { searchParams } = new URL(location.href);
    searchParams.set('lang', language === 'fr' ? 'en' : 'fr');
    other.href = `?${searchParams}`;
  }
  if (language === 'en') return;
  document.documentElement.lang = 'fr';
  for (const element of document.querySelectorAll<HTMLElement>('[data-fr]'))
    element.textContent = element.dataset['fr'] ?? '';
  for (const element of document.querySelectorAll<HTMLElement>('[data-fr-label]'))
    element.setAttribute('aria-label', element.dataset['frLabel'] ?? '');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="./"]'))
    link.href = pageAddress(link.href);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action^="./"]')) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name: 'lang', value: 'fr' });
    form.append(input);
  }
  if (!other) return;
  other.textContent = 'English';
  other.lang = other.hreflang = 'en';
};
