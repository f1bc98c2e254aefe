import 'doorstep-elements/define';
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { connect, hear, pay, values } from '../common/stage.ts';

class ShopApp extends LitElement {
  #values = values;

  constructor() {
    super();
    connect((change) => {
      this.#values = { ...this.#values, ...change };
      this.requestUpdate();
    });
  }

  /** Into the page itself, where its style sheets reach. */
  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    const v = this.#values;
    return html`<doorstep-provider .adapter=${v.adapter}>
      <div id="badges">
        ${repeat(
          v.badges,
          ({ sku }) => sku,
          ({ sku, quantity }) =>
            html`<doorstep-stock sku=${sku} quantity=${quantity}>${sku}: a few</doorstep-stock>`,
        )}
      </div>
      ${
        v.shown
          ? html`<doorstep-order
              .order=${v.order}
              heading-level=${v.headingLevel ?? nothing}
              .confirmAbove=${v.confirmAbove}
              @doorstep-action-request=${hear}
              @doorstep-outcome=${hear}
            >
              <b slot="logo">Our shop</b>
              <p slot="note">${v.note}</p>
              <p>Your delivery is promised for Monday.</p>
            </doorstep-order>`
          : nothing
      }
      <doorstep-parcel .order=${v.order} .open=${v.open}></doorstep-parcel>
      <doorstep-checkout-guard .basket=${v.basket} @doorstep-checkout=${hear}>
        <button type="button" id="pay" @click=${pay}>Pay</button>
      </doorstep-checkout-guard>
      <doorstep-slot-picker
        name="slot"
        .skus=${v.skus}
        ?required=${v.required}
        ?disabled=${v.disabled}
        @input=${hear}
        @change=${hear}
      ></doorstep-slot-picker>
    </doorstep-provider>`;
  }
}

customElements.define('shop-app', ShopApp);
