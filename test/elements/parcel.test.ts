import { orderStates } from '../../demo/states.js';
import '../../src/elements/parcel/define.js';
import { day, guard, orderNamed, walk } from './help.js';
import { inEveryState } from './states.js';

guard();

describe('<doorstep-parcel>', () => {
  inEveryState(
    walk('doorstep-parcel', [
      ...orderStates,
      {
        name: 'on its way, all that was recorded',
        now: day('23', '09:00:00'),
        order: orderNamed('on its way'),
        open: true,
      },
    ]),
    {
      source: 'parcel/parcel.ts',
      // The wait ends after twenty seconds at the latest, with a sentence and a person.
      noWayOut: (state) => state === 'loading',
      noHeading: (state) => state === 'loading',
    },
  );
});
