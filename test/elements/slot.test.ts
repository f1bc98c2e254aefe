import { pressSlot, slotStates } from '../../demo/slot-states.js';
import type { OrderAdapter } from '../../src/adapter/index.js';
import '../../src/elements/slot/define.js';
import { guard, inOneMoment, settle, stand, standSlotState, untilSettledButton } from './help.js';
import { askApart } from './served-first.js';
import { inEveryState } from './states.js';

guard();

/** The states as {@link inEveryState} takes them; `again` presses as soon as they stand, for a second look. */
const walk = (again: boolean): Parameters<typeof inEveryState>[0] =>
  slotStates
    .filter(({ press }) => !again || press === 'accept')
    .slice(0, again ? 1 : undefined)
    .map((example) => ({
      name: again ? 'slot: a second look' : example.name,
      async stand({ language }, parent) {
        const drawn = async () => {
          const element = await standSlotState('doorstep-slot', example, language, parent);
          if (again) pressSlot(element, example.press);
          return element;
        };
        return again ? inOneMoment(drawn) : drawn();
      },
      async then(elements) {
        if (!again && example.press) {
          await untilSettledButton();
          for (const element of elements) pressSlot(element, example.press);
        }
        for (const element of elements) await settle(element);
      },
    }));

describe('<doorstep-slot>', () => {
  inEveryState(
    [
      ...walk(false),
      ...walk(true),
      {
        name: 'slot: a promise that cannot be read',
        async stand({ language }, parent) {
          const adapter: OrderAdapter = {
            order: () =>
              Promise.resolve({
                serverNow: '2026-11-23T11:47:00+01:00',
                order: { reference: 'CH-77', promises: [{ id: 'p', kind: 'slot' }] } as never,
              }),
          };
          askApart(adapter.order, adapter.order);
          return stand('doorstep-slot', { adapter, order: 'CH-77', lang: language }, parent);
        },
      },
    ],
    { source: 'slot/slot.ts' },
  );
});
