import { guardFor, guardStates, pressRow } from '../../demo/guard-states.js';
import '../../src/elements/guard/define.js';
import { guard as clean, settle } from './help.js';
import { inEveryState } from './states.js';

clean();

// The shop's button looks as the shop makes it look.
const shopStyle = new CSSStyleSheet();
shopStyle.replaceSync(
  'section :is(button, input) { min-height: 48px; background: #fff; color: #000 }',
);
document.adoptedStyleSheets.push(shopStyle);

describe('<doorstep-checkout-guard>', () => {
  const panels = new Set(guardStates.filter(({ noPanel }) => !noPanel).map(({ name }) => name));
  inEveryState(
    guardStates.map((example) => ({
      name: example.name,
      stand: async ({ language }, parent) => {
        const { guard, button } = guardFor('doorstep-checkout-guard', example, language);
        parent.append(guard);
        await settle(guard);
        button.click();
        await settle(guard);
        return guard;
      },
      then: async (elements) => {
        for (const element of elements) {
          if (example.press !== undefined) pressRow(element, example.press);
          await settle(element);
        }
      },
    })),
    {
      source: 'guard/guard.ts',
      // The way to a person is the shop's own `help`; guard-rules.test.ts looks at it.
      noWayOut: () => true,
      noHeading: (state) => !panels.has(state),
    },
  );
});
