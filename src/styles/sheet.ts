import type { CSSResult } from 'lit';

/** A style sheet that Lit's elements adopt like their own, for those elements that carry no Lit. */
export const css = ({ raw }: TemplateStringsArray): CSSResult => {
  const cssText = raw.join('');
  let sheet: CSSStyleSheet | undefined;
  return {
    cssText,
    /** Made when first adopted, and one for the page. */
    get styleSheet(): CSSStyleSheet {
      if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(cssText);
      return sheet;
    },
  } as unknown as CSSResult;
};
