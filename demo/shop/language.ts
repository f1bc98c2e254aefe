/** The languages the page is written in. */
export type PageLanguage = 'en' | 'fr';

/** The language asked for by `?lang=`, English otherwise. */
export const pageLanguage = (): PageLanguage =>
  new URLSearchParams(location.search).get('lang') === 'fr' ? 'fr' : 'en';

/** The page is served in English; each text carries its French, which takes its place here. */
export const speak = (): void => {
  if (pageLanguage() === 'en') return;
  document.documentElement.lang = 'fr';
  for (const element of document.querySelectorAll<HTMLElement>('[data-fr]'))
    element.textContent = element.dataset['fr'] ?? '';
  for (const element of document.querySelectorAll<HTMLElement>('[data-fr-label]'))
    element.setAttribute('aria-label', element.dataset['frLabel'] ?? '');
  const other = document.querySelector<HTMLAnchorElement>('.language');
  if (!other) return;
  other.textContent = 'English';
  other.lang = other.hreflang = 'en';
  other.href = '?lang=en';
};
