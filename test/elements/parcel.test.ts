import { orderStates, unsent } from '../../demo/states.js';
import '../../src/elements/parcel/define.js';
import { day, guard, one, orderNamed, settle, walk } from './help.js';
import { inEveryState } from './states.js';

guard();

const [asked] = walk('doorstep-parcel', [
  { name: 'a carrier, asked once more', now: day('20', '19:00:00'), order: unsent() },
]);

describe('<doorstep-parcel>', () => {
  inEveryState(
    [
      {
        ...asked!,
        then: async (elements) => {
          // Pressed as if the row had only just appeared.
          performance.now = () => 0;
          for (const element of elements) one(element, '.choices button')?.click();
          Reflect.deleteProperty(performance, 'now');
          for (const element of elements) await settle(element);
        },
      },
      ...walk('doorstep-parcel', [
        ...orderStates,
        {
          name: 'on its way, all that was recorded',
          now: day('23', '09:00:00'),
          order: orderNamed('on its way'),
          open: true,
        },
        {
          name: 'a carrier, refused',
          now: day('20', '19:00:00'),
          order: unsent(),
          press: 'choice',
          outcome: { status: 'refused', code: 'too-late' },
        },
      ]),
    ],
    {
      source: 'parcel/parcel.ts',
      // The wait ends after twenty seconds at the latest, with a sentence and a person.
      noWayOut: (state) => state === 'loading',
      noHeading: (state) => state === 'loading',
    },
  );
});
