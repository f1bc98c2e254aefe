import { orderStates } from '../../demo/states.js';
import '../../src/elements/order/define.js';
import { day, guard, orderNamed, walk } from './help.js';
import { inEveryState } from './states.js';

guard();

describe('<doorstep-order>', () => {
  inEveryState(
    [
      ...walk('doorstep-order', orderStates),
      ...walk('doorstep-order', [
        {
          name: 'on its way, its record opened',
          now: day('23', '09:00:00'),
          order: orderNamed('on its way'),
          open: true,
        },
        {
          name: 'three parcels, their records opened',
          now: day('23', '11:20:00'),
          order: orderNamed('three parcels'),
          open: true,
        },
      ]),
    ],
    {
      source: 'order/order.ts',
      // The wait ends after twenty seconds at the latest, with a sentence and a person.
      noWayOut: (state) => state === 'loading',
      noHeading: (state) => state === 'loading',
    },
  );
});
