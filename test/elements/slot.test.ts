import { pressSlot, slotAdapterFor, slotStates } from '../../demo/slot-states.js';
import '../../src/elements/slot/define.js';
import { guard, inOneMoment, settle, untilSettledButton } from './help.js';
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
        const element = document.createElement('doorstep-slot');
        element.adapter = slotAdapterFor(example, language);
        element.order = example.order.reference;
        if (language !== 'en') element.lang = language;
        const drawn = async (): Promise<void> => {
          parent.append(element);
          await settle(element);
          if (again) pressSlot(element, example.press);
        };
        await (again ? inOneMoment(drawn) : drawn());
        return element;
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
          const element = document.createElement('doorstep-slot');
          element.adapter = {
            order: () =>
              Promise.resolve({
                serverNow: '2026-11-23T11:47:00+01:00',
                order: { reference: 'CH-77', promises: [{ id: 'p', kind: 'slot' }] } as never,
              }),
          };
          element.order = 'CH-77';
          element.lang = language;
          parent.append(element);
          await settle(element);
          return element;
        },
      },
    ],
    { source: 'slot/slot.ts' },
  );
});
