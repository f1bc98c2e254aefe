import { pressIn, stockAdapterFor, stockStates } from '../../demo/states.js';
import '../../src/elements/stock/define.js';
import { guard, settle, stand } from './help.js';
import { askApart } from './served-first.js';
import { inEveryState } from './states.js';

guard();

describe('<doorstep-stock>', () => {
  inEveryState(
    stockStates.map((example) => ({
      name: example.name,
      stand: ({ language }, parent) => {
        const adapter = stockAdapterFor(example);
        if (!example.fault) askApart(adapter.stock, adapter.stock!);
        return stand(
          'doorstep-stock',
          {
            adapter,
            sku: example.level?.sku ?? 'X',
            lang: language,
            ...(example.quantity && { quantity: example.quantity }),
          },
          parent,
        );
      },
      then: async (elements) => {
        for (const element of elements) {
          await pressIn(element, example.press);
          await settle(element);
        }
      },
    })),
    // A badge on a listing page: one line, and the page around it leads to a person.
    { source: 'stock/stock.ts', noWayOut: () => true, noHeading: () => true },
  );
});
