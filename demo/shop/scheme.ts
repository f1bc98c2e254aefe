const KEY = 'maison-verre-scheme';

/** Light, dark, or as the device has it; kept for the next page. `?scheme=dark` overrules once. */
export const chooseScheme = (): void => {
  const show = (scheme: string | null): void => {
    if (scheme === 'light' || scheme === 'dark')
      document.documentElement.dataset['scheme'] = scheme;
    else delete document.documentElement.dataset['scheme'];
  };
  let scheme = new URLSearchParams(location.search).get('scheme');
  try {
    scheme ??= localStorage.getItem(KEY);
  } catch {
    // Without storage the choice holds for this page.
  }
  show(scheme);
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=scheme]')) {
    input.checked = input.value === (scheme ?? 'auto');
    input.addEventListener('change', () => {
      show(input.value);
      try {
        localStorage.setItem(KEY, input.value);
      } catch {
        // As above.
      }
    });
  }
};
