const rules = new Map<string, Intl.PluralRules>();

/**
 * The form that a count takes in a language: `one`, `few`, `many` … as CLDR names them, `other` where one
 * is not given. The rules of a language are made once, when first needed.
 */
export const plural = <T>(
  language: string,
  count: number,
  forms: { readonly other: T } & { readonly [Category in Intl.LDMLPluralRule]?: T },
): T => {
  let rule = rules.get(language);
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(language)));
  return forms[rule.select(count)] ?? forms.other;
};
