/** An element with its attributes and content, for those that draw without templates. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
};

/** A link that acts. */
export const linkButton = (
  label: string,
  run: () => void,
  more: Readonly<Record<string, string>> = {},
): HTMLButtonElement => {
  const button = make('button', { type: 'button', class: 'link', part: 'button', ...more }, label);
  button.addEventListener('click', run);
  return button;
};

/** Writes an attribute if it is another: reading is cheap, changing costs a layout. */
export const attribute = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};
