import './doorstep.js';
import { connect, hear, pay, values } from './stage.js';

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 */
const find = (tag) => /** @type {HTMLElementTagNameMap[T]} */ (document.querySelector(tag));
const order = find('doorstep-order');
const parcel = find('doorstep-parcel');
const guard = find('doorstep-checkout-guard');
const picker = find('doorstep-slot-picker');
const list = /** @type {HTMLElement} */ (document.querySelector('#badges'));
const note = /** @type {HTMLElement} */ (document.querySelector('[slot=note]'));
/** @type {Map<string, HTMLElementTagNameMap['doorstep-stock']>} */
const badges = new Map();

/** @param {typeof values} v */
const show = (v) => {
  find('doorstep-provider').adapter = v.adapter;
  order.order = v.order ?? undefined;
  order.headingLevel = v.headingLevel;
  order.confirmAbove = v.confirmAbove;
  note.textContent = v.note;
  if (v.shown) parcel.before(order);
  else order.remove();
  parcel.open = v.open ?? false;
  guard.basket = v.basket;
  picker.skus = v.skus;
  picker.required = v.required;
  picker.disabled = v.disabled;
  list.replaceChildren(
    ...v.badges.map(({ sku, quantity }) => {
      const badge = badges.get(sku) ?? document.createElement('doorstep-stock');
      badges.set(sku, badge);
      if (!badge.firstChild) badge.append(`${sku}: a few`);
      badge.sku = sku;
      badge.quantity = quantity;
      return badge;
    }),
  );
};

order.addEventListener('doorstep-action-request', hear);
order.addEventListener('doorstep-outcome', hear);
guard.addEventListener('doorstep-checkout', hear);
picker.addEventListener('input', hear);
picker.addEventListener('change', hear);
/** @type {HTMLElement} */ (document.querySelector('#pay')).addEventListener('click', pay);

let current = values;
show(current);
connect((change) => show((current = { ...current, ...change })));
