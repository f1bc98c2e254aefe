/**
 * Runs before everything else on a hostile page: what reaches the page's own error handlers, what is written to its
 * console, and what stands on the screen. It relies on nothing that such a page may replace.
 */
export const PROBE = `(() => {
  const { stringify } = JSON, { call } = Function.prototype, style = getComputedStyle;
  const assigned = HTMLSlotElement.prototype.assignedNodes;
  globalThis.troubles = globalThis.warnings = globalThis.paid = '';
  globalThis.stage = document;
  const note = (where, words) => { globalThis[where] += words + '\\n'; };
  for (const level of ['error', 'warn']) {
    const said = console[level];
    console[level] = (...words) => {
      let text = '';
      for (let i = 0; i < words.length; i++) text += ' ' + words[i];
      note(level === 'warn' ? 'warnings' : 'troubles', 'console:' + text);
      said.apply(console, words);
    };
  }
  addEventListener('error', (event) => note('troubles',
    'error: ' + (event.message ?? event.target.src) + ' ' + (event.error?.stack ?? '')), true);
  addEventListener('unhandledrejection', (event) => note('troubles', 'rejection: ' + event.reason));
  addEventListener('securitypolicyviolation', (event) =>
    note('troubles', 'policy: ' + event.effectiveDirective + ' ' + event.blockedURI));
  // The shop's own handler: what comes here would be charged.
  globalThis.charge = (root) =>
    root.addEventListener('submit', (event) => { event.preventDefault(); globalThis.paid = 'paid'; });
  charge(globalThis);

  const BLOCK = /^(P|DIV|LI|H\\d|BUTTON|SMALL|DT|DD|TD|TH|SECTION|ARTICLE|TIME)$/;
  const read = (node) => {
    if (node.nodeType === 3) return node.nodeValue;
    if (node.nodeType !== 1 || node.localName === 'style' || style(node).display === 'none') return '';
    let children = node.shadowRoot?.childNodes ?? node.childNodes;
    if (node.localName === 'slot') {
      const own = assigned.call(node);
      if (own.length) children = own;
    }
    let text = '';
    for (let i = 0; i < children.length; i++) text += read(children[i]);
    return BLOCK.test(node.tagName) ? ' ' + text + ' ' : text;
  };
  const plain = (text) => text.replace(/[\\s\\u00a0\\u202f]+/g, ' ');
  globalThis.look = () => {
    if (globalThis.inside) return globalThis.inside;
    const wide = document.documentElement.scrollWidth > innerWidth ? 'wide' : '';
    const seen = { wide, troubles, warnings, paid, page: plain(read(stage.body ?? stage)) };
    for (const tag of ['order', 'stock', 'checkout-guard', 'slot-picker']) {
      const element = stage.querySelector('doorstep-' + tag);
      // What is not drawn is not read.
      seen[tag] = element?.getClientRects().length ? plain(read(element)) : '';
    }
    return seen;
  };
  // Where it stands inside another page, that one is told. What the frame of the page before still sends is not ours:
  // it would be read in place of this page.
  if (parent === window) addEventListener('message', ({ data, source }) => {
    if (source && source === document.querySelector('iframe')?.contentWindow) globalThis.inside = data;
  });
  else setInterval(() => { const seen = look(); seen.page = ''; parent.postMessage(seen, '*'); }, 100);

  /** How everything inside our elements is drawn, as one string. */
  const PROPERTIES = ['color', 'fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'fontVariantCaps', 'letterSpacing',
    'wordSpacing', 'textTransform', 'textAlign', 'textIndent', 'textShadow', 'whiteSpaceCollapse', 'lineHeight',
    'writingMode', 'webkitTextFillColor', 'wordBreak', 'hyphens', 'visibility', 'tabSize', 'textOrientation'];
  const shape = (element, base) => {
    let text = '';
    const root = element.shadowRoot ?? element;
    for (const child of root.children) {
      if (/^(style|slot)$/.test(child.localName)) continue;
      // What has no box of its own is where its first child is.
      const boxed = style(child).display === 'contents' ? child.children[0] : child;
      const own = base ?? boxed;
      const { x, y } = own.getBoundingClientRect();
      const box = boxed.getBoundingClientRect();
      const round = (number) => Math.round(number);
      text += child.localName + ' ' + child.getAttribute('part') + ' ' + round(box.x - x) + ' ' +
        round(box.y - y) + ' ' + round(box.width) + ' ' + round(box.height);
      const computed = style(child);
      for (const property of PROPERTIES) text += ' ' + computed[property];
      text += '\\n' + (child.localName === 'svg' ? '' : shape(child, own));
    }
    return text;
  };
  globalThis.shape = () => {
    let text = '';
    for (const tag of ['order', 'stock', 'slot-picker']) {
      const element = document.querySelector('doorstep-' + tag);
      text += tag + '\\n' + shape(element);
    }
    return text;
  };
})();`;
