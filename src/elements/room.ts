/** Keeps the room that stands around what is about to be replaced, until the window changes: nothing below moves. */
export const keepRoom = (root: ShadowRoot, rules: string): void => {
  const room = new CSSStyleSheet();
  room.replaceSync(rules);
  addEventListener('resize', () => room.replaceSync(''), { once: true });
  root.adoptedStyleSheets.push(room);
};
