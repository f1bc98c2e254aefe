import 'doorstep-elements/define';
import type {} from 'doorstep-elements/types/solid';
import { For, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { render } from 'solid-js/web';
import { connect, hear, pay, values } from '../common/stage.ts';

function App() {
  const [v, setValues] = createStore({ ...values });
  connect(({ badges, ...change }) => {
    setValues(change);
    // By their keys: a store otherwise writes the new values into the old objects.
    if (badges) setValues('badges', reconcile(badges, { key: 'sku' }));
  });
  return (
    <doorstep-provider prop:adapter={v.adapter}>
      <div id="badges">
        <For each={v.badges}>
          {(badge) => (
            <doorstep-stock sku={badge.sku} quantity={badge.quantity}>
              {badge.sku}: a few
            </doorstep-stock>
          )}
        </For>
      </div>
      <Show when={v.shown}>
        <doorstep-order
          order={v.order}
          heading-level={v.headingLevel}
          confirmAbove={v.confirmAbove}
          on:doorstep-action-request={hear}
          on:doorstep-outcome={hear}
        >
          <b slot="logo">Our shop</b>
          <p slot="note">{v.note}</p>
          <p>Your delivery is promised for Monday.</p>
        </doorstep-order>
      </Show>
      <doorstep-parcel order={v.order} open={v.open} />
      <doorstep-checkout-guard prop:basket={v.basket} on:doorstep-checkout={hear}>
        <button type="button" id="pay" onClick={pay}>
          Pay
        </button>
      </doorstep-checkout-guard>
      <doorstep-slot-picker
        name="slot"
        prop:skus={v.skus}
        required={v.required}
        disabled={v.disabled}
        on:input={hear}
        on:change={hear}
      />
    </doorstep-provider>
  );
}

render(() => <App />, document.querySelector('#app')!);
