import { pickerFor, pickerStates, pressPicker } from '../../demo/picker-states.js';
import '../../src/elements/slot-picker/define.js';
import type { DoorstepSlotPicker } from '../../src/elements/slot-picker/slot-picker.js';
import { guard, settle } from './help.js';
import { inEveryState } from './states.js';

guard();

describe('<doorstep-slot-picker>', () => {
  const bare = new Set(pickerStates.filter((state) => state.bare).map(({ name }) => name));
  inEveryState(
    pickerStates.map((example) => ({
      name: example.name,
      stand: async ({ language }, parent) => {
        const picker = pickerFor('doorstep-slot-picker', example, language);
        parent.append(picker);
        await settle(picker);
        return picker;
      },
      then: async (elements) => {
        for (const step of [1, 2] as const)
          for (const element of elements) {
            pressPicker(element as DoorstepSlotPicker, example, step);
            await settle(element);
          }
      },
    })),
    {
      source: 'slot-picker/slot-picker.ts',
      noHeading: (state) => bare.has(state),
      noWayOut: (state) => bare.has(state),
    },
  );
});
