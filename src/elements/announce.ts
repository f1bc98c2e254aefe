let region: HTMLElement | undefined;
let saidAt = -Infinity;

/** Milliseconds within which the same sentence is the same news. */
const SAME = 1000;

/**
 * The page's one polite live region. It stands in the document, since regions inside shadow trees are
 * not announced reliably, and before anything is said, since one that appears with its text is not either.
 */
export const prepareAnnouncements = (): void => {
  if (region?.isConnected || !globalThis.document?.body) return;
  region =
    document.querySelector<HTMLElement>('[data-doorstep-announcer]') ??
    document.createElement('div');
  if (region.isConnected) return;
  region.setAttribute('data-doorstep-announcer', '');
  region.setAttribute('role', 'status');
  const hidden = {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    'clip-path': 'inset(50%)',
    'white-space': 'nowrap',
  };
  for (const [name, value] of Object.entries(hidden))
    region.style.setProperty(name, value, 'important');
  document.body.append(region);
};

/** Says a sentence to those who do not see the page. One for each meaningful change, none for ageing. */
export const announce = (sentence: string, language: string): void => {
  prepareAnnouncements();
  // Two elements of one order say it once.
  const now = performance.now();
  if (!region || (region.textContent === sentence && now - saidAt < SAME)) return;
  saidAt = now;
  region.lang = language;
  region.textContent = sentence;
};
