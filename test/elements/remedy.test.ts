import { orderStates } from '../../demo/states.js';
import '../../src/elements/remedy/define.js';
import { day, guard, orderNamed, walk } from './help.js';
import { inEveryState } from './states.js';

guard();

describe('<doorstep-remedy>', () => {
  inEveryState(
    walk('doorstep-remedy', [
      ...orderStates,
      {
        name: 'an offer that cannot be read',
        now: day('23', '17:03:00'),
        raw: { ...orderNamed('missed'), offers: [...orderNamed('missed').offers!, { remedy: 7 }] },
      },
    ]),
    {
      source: 'remedy/remedy.ts',
      // The wait ends after twenty seconds at the latest, with a sentence and a person.
      noWayOut: (state) => state === 'loading',
      noHeading: (state) => state === 'loading',
    },
  );
});
