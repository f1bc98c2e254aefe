import { pressSlot, slotStates } from '../../demo/slot-states.js';
import { orderStates } from '../../demo/states.js';
import '../../src/elements/order/define.js';
// Loaded by the order itself; here it is there from the start.
import '../../src/elements/order/parts.js';
// Loaded by the order itself when there is something to say; here it is there from the start.
import '../../src/elements/slot/define.js';
import {
  day,
  guard,
  inOneMoment,
  orderNamed,
  settle,
  standSlotState,
  untilSettledButton,
  walk,
} from './help.js';
import { inEveryState } from './states.js';

guard();

/** What the card holds of an agreed time and its changes; `again` asks for a second look. */
const slots = [
  'slot: agreed',
  'slot: a change is proposed',
  'slot: an answer is on its way',
  'slot: the answer was lost',
  'slot: another time was picked',
  'slot: moved without consent',
  'slot: on the day, expected within what was agreed',
  'slot: missed, and a proposal still stands',
].flatMap((name): Parameters<typeof inEveryState>[0][number][] => {
  const example = slotStates.find((each) => each.name === name)!;
  const made = (again: boolean): Parameters<typeof inEveryState>[0][number] => ({
    name: again ? `${name}, pressed too soon` : name,
    async stand({ language }, parent) {
      const drawn = async () => {
        const element = await standSlotState('doorstep-order', example, language, parent);
        if (again) pressSlot(element, 'accept');
        return element;
      };
      return again ? inOneMoment(drawn) : drawn();
    },
    async then(elements) {
      if (!again && example.press) await untilSettledButton();
      for (const element of elements) {
        if (!again) pressSlot(element, example.press);
        await settle(element);
      }
    },
  });
  return name === 'slot: a change is proposed' ? [made(false), made(true)] : [made(false)];
});

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
      ...slots,
    ],
    {
      source: 'order/order.ts',
      // The wait ends after twenty seconds at the latest, with a sentence and a person.
      noWayOut: (state) => state === 'loading',
      noHeading: (state) => state === 'loading',
    },
  );
});
