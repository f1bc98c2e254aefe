/** What a brand reaches from its own sheet: tokens, parts, states; and the slots for its logo and its words. */
import { expect } from '@open-wc/testing';
import { guardFor, guardStates } from '../../demo/guard-states.js';
import { cellOf, pickerFor, pickerStates } from '../../demo/picker-states.js';
import '../../src/elements/guard/define.js';
import '../../src/elements/order/define.js';
import '../../src/elements/parcel/define.js';
import '../../src/elements/slot-picker/define.js';
import '../../src/elements/stock/define.js';
import { eightParcels, lostScreen, stockAdapterFor, stockStates } from '../../demo/states.js';
import {
  backend,
  day,
  guard as clean,
  all,
  one,
  orderNamed,
  place,
  settle,
  stand,
} from './help.js';

clean();

const at = (clock: string) => (): number => Date.parse(day('23', clock));

/** The brand's sheet, for one test. */
const sheet = new CSSStyleSheet();
const branded = (text: string): void => sheet.replaceSync(text);

describe('a brand’s own sheet', () => {
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
  afterEach(() => branded(''));

  const lost = () =>
    stand('doorstep-order', { adapter: backend(lostScreen(), at('17:03:00')), order: 'FR-1042' });
  const style = (element: Element, part: string): CSSStyleDeclaration =>
    getComputedStyle(one(element, `[part="${part}"]`)!);

  it('reaches through tokens, and one token through another', async () => {
    branded(`doorstep-order {
      --doorstep-action: rgb(90 43 184); --doorstep-on-action: rgb(255 250 240);
      --doorstep-control-radius: 20px; --doorstep-radius: 3px; --doorstep-unit: 5px }`);
    const element = await lost();
    const button = style(element, 'refund');
    expect(button.backgroundColor).to.equal('rgb(90, 43, 184)');
    expect(button.color).to.equal('rgb(255, 250, 240)');
    expect(button.borderStartStartRadius).to.equal('20px');
    expect(style(element, 'card').borderStartStartRadius).to.equal('3px');
    const link = getComputedStyle(one(element, '[part="contact"] a')!);
    expect(link.color, 'links follow the accent').to.equal('rgb(90, 43, 184)');

    branded('doorstep-order { --doorstep-control-radius: 20px; --doorstep-button-radius: 2px }');
    expect(style(element, 'refund').borderStartStartRadius).to.equal('2px');
    expect(style(element, 'choices').borderStartStartRadius).to.equal('20px');
  });

  it('sets how long a change takes', async () => {
    const element = await lost();
    expect(style(element, 'refund').transitionDuration).to.equal('0.12s');
    branded('doorstep-order { --doorstep-motion: 0s }');
    expect(style(element, 'refund').transitionDuration).to.equal('0s');
  });

  it('finds an order in the tone in which it is told, and in no other', async () => {
    branded('doorstep-order:state(bad)::part(card) { border-top-width: 7px }');
    const element = await lost();
    expect(element.matches(':state(unknown)'), 'nobody knows where it is').to.equal(true);
    element.adapter = backend(orderNamed('refund came back'), at('17:03:00'));
    await settle(element);
    expect(element.matches(':state(bad)')).to.equal(true);
    expect(element.matches(':state(unknown)')).to.equal(false);
    expect(style(element, 'card').borderTopWidth).to.equal('7px');

    element.adapter = backend(orderNamed('delivered in time'), at('17:03:00'));
    await settle(element);
    expect(element.matches(':state(bad)')).to.equal(false);
    expect(element.matches(':state(good)')).to.equal(true);
    expect(style(element, 'card').borderTopWidth).to.equal('1px');
  });

  it('finds a guard that checks and one that tells, and a picker in which a slot is chosen', async () => {
    const state = guardStates.find(({ name }) => name === 'checking') ?? guardStates[0]!;
    const { guard, button } = guardFor('doorstep-checkout-guard', state, 'en');
    place().append(guard);
    await settle(guard);
    expect(guard.matches(':is(:state(checking), :state(told))')).to.equal(false);
    button.click();
    await guard.updateComplete;
    expect(guard.matches(':state(checking)')).to.equal(true);

    const example = pickerStates.find(({ press }) => press)!;
    const picker = pickerFor('doorstep-slot-picker', example, 'en');
    place().append(picker);
    await settle(picker);
    expect(picker.matches(':state(chosen)')).to.equal(false);
    cellOf(picker, example.press!)!.click();
    await settle(picker);
    expect(picker.matches(':state(chosen)')).to.equal(true);
  });

  it('has the brand’s logo above the references and its words before the person, as the page made them', async () => {
    const element = await lost();
    const height = element.offsetHeight;
    const logo = Object.assign(document.createElement('img'), {
      slot: 'logo',
      alt: 'Maison Verre',
    });
    logo.height = 20;
    const note = Object.assign(document.createElement('p'), { slot: 'note', textContent: 'Ours.' });
    element.append(logo, note);
    await settle(element);
    const top = (node: Element): number => node.getBoundingClientRect().top;
    expect(top(logo)).to.be.lessThan(top(one(element, '[part="reference"]')!));
    expect(top(note)).to.be.lessThan(top(one(element, '[part="contact"]')!));
    expect(top(note)).to.be.greaterThan(top(one(element, '[part="refund"]')!));
    expect(element.offsetHeight).to.be.greaterThan(height);
    logo.remove();
    note.remove();
    expect(element.offsetHeight, 'empty slots take no room').to.equal(height);
  });

  it('puts its own icons in place of ours, in their colour', async () => {
    const element = await lost();
    const icons = all(element, '.icon');
    const seen = (): string[] =>
      icons.flatMap((icon) => {
        const { visibility } = getComputedStyle(icon.querySelector('.whole')!);
        const masked = getComputedStyle(icon).maskImage.includes('icon.svg');
        expect(visibility === 'visible', icon.classList.value).to.equal(masked);
        return masked ? [...icon.classList].filter((name) => name.startsWith('icon-')) : [];
      });
    expect(seen()).to.deep.equal([]);
    branded(`:root { --doorstep-icon-phone: url('/demo/public/icon.svg') }
      doorstep-order { --doorstep-icon-chevron: url('/demo/public/icon.svg') }`);
    expect(new Set(seen())).to.deep.equal(new Set(['icon-phone', 'icon-chevron']));
    const whole = one(element, '.icon-phone > .whole')!;
    expect(getComputedStyle(whole).fill).to.equal(getComputedStyle(whole.parentElement!).color);
    branded(':root { --doorstep-icon-phone: initial }');
    expect(seen()).to.deep.equal([]);
  });

  it('leaves a mark that has no words beside it as ours: a refused picture would be nothing at all', async () => {
    const names = ['done', 'cross', 'slash', 'parcel', 'tick', 'hourglass'];
    branded(`:root {
      ${names.map((name) => `--doorstep-icon-${name}: url('/demo/public/icon.svg');`).join('')} }`);
    const eight = await stand('doorstep-order', {
      adapter: backend(eightParcels(), at('11:20:00')),
      order: eightParcels().reference,
    });
    const example = pickerStates.find(({ name }) => name === 'held')!;
    const picker = pickerFor('doorstep-slot-picker', example, 'en');
    place().append(picker);
    await settle(picker);
    cellOf(picker, example.press!)!.click();
    await settle(picker);
    const alone = [...all(eight, '.tiles .icon'), ...all(picker, '.chosen .icon')];
    expect(alone).to.have.length(9);
    for (const mark of alone) {
      expect(getComputedStyle(mark).maskImage).to.equal('none');
      expect(getComputedStyle(mark.querySelector('.whole')!).visibility).to.equal('hidden');
    }
    const beside = all(eight, '.icon-hourglass, .icon-parcel').find(
      (icon) => !alone.includes(icon),
    )!;
    expect(getComputedStyle(beside).maskImage).to.include('icon.svg');
  });

  it('reaches the badge too', async () => {
    branded(':root { --doorstep-good: rgb(0 80 0) }');
    const badge = await stand('doorstep-stock', {
      adapter: stockAdapterFor(stockStates[0]!),
      sku: 'A',
    });
    expect(style(badge, 'phrase').color).to.equal('rgb(0, 80, 0)');
  });
});

describe('an engine of before 2024', () => {
  it('has no custom states, and nothing is thrown', async () => {
    const real = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'attachInternals')!;
    // Such an engine takes names with two hyphens only.
    const refuse = {
      clear: () => {},
      add: () => {
        throw new SyntaxError('not a dashed name');
      },
    };
    for (const attachInternals of [undefined, () => ({}), () => ({ states: refuse })]) {
      Object.defineProperty(HTMLElement.prototype, 'attachInternals', {
        value: attachInternals,
        configurable: true,
      });
      try {
        const element = await stand('doorstep-parcel', {
          adapter: backend(lostScreen(), at('17:03:00')),
          order: 'FR-1042',
        });
        expect(one(element, '[part="sentence"]')).to.not.equal(undefined);
      } finally {
        Object.defineProperty(HTMLElement.prototype, 'attachInternals', real);
      }
    }
  });
});
