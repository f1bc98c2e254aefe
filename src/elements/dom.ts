/** Sets attributes, and none that a page has put on the prototype of all objects. */
export const withAttributes = <T extends Element>(
  element: T,
  attributes: Readonly<Record<string, string>>,
): T => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

/** An element with its attributes and content, for those that draw without templates. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = withAttributes(document.createElement(tag), attributes);
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
