import 'doorstep-elements/define';
import type {} from 'doorstep-elements/types/react';
import { useEffect, useState } from 'react';
import { connect, hear, pay, values } from '../common/stage.ts';

export function App() {
  const [v, setValues] = useState(values);
  useEffect(() => connect((change) => setValues((before) => ({ ...before, ...change }))), []);
  return (
    <doorstep-provider adapter={v.adapter}>
      <div id="badges">
        {v.badges.map(({ sku, quantity }) => (
          <doorstep-stock key={sku} sku={sku} quantity={quantity}>
            {sku}: a few
          </doorstep-stock>
        ))}
      </div>
      {v.shown && (
        <doorstep-order
          order={v.order}
          heading-level={v.headingLevel}
          confirmAbove={v.confirmAbove}
          ondoorstep-action-request={hear}
          ondoorstep-outcome={hear}
        >
          <b slot="logo">Our shop</b>
          <p slot="note">{v.note}</p>
          <p>Your delivery is promised for Monday.</p>
        </doorstep-order>
      )}
      <doorstep-parcel order={v.order} open={v.open} />
      <doorstep-checkout-guard basket={v.basket} ondoorstep-checkout={hear}>
        <button type="button" id="pay" onClick={pay}>
          Pay
        </button>
      </doorstep-checkout-guard>
      <doorstep-slot-picker
        name="slot"
        skus={v.skus}
        required={v.required}
        disabled={v.disabled}
        onInput={(event) => hear(event.nativeEvent)}
        onChange={(event) => hear(event.nativeEvent)}
      />
    </doorstep-provider>
  );
}
