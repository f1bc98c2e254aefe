import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { found, handles, NOW, threeOfFive } from '../../demo/guard-states.js';
import { AdapterError, type OrderAdapter } from '../../src/adapter/index.js';
import '../../src/elements/guard/define.js';
import type { CheckoutDetail, DoorstepCheckoutGuard } from '../../src/elements/guard/guard.js';
import { registerLocale } from '../../src/i18n/index.js';
import { checkout as english } from '../../src/i18n/locales/en/checkout.js';
import type { Basket, BasketCheck, BasketLine, StockLevel } from '../../src/model/index.js';
import {
  all,
  button,
  fakeTime,
  focused,
  guard as clean,
  isFirefox,
  one,
  place,
  plain,
  region,
  screen,
  sentence,
  settle,
  tick,
  warnings,
  which,
} from './help.js';

clean();

type Answer = BasketCheck | undefined | Promise<BasketCheck | undefined>;

interface Shop extends OrderAdapter {
  readonly asked: Basket[];
  readonly released: string[];
}

const start = performance.now();
/** The shop's clock: it runs with the page's, from NOW on. */
let opened = start;
const serverTime = (): number => Date.parse(NOW) + performance.now() - opened;
const iso = (epoch: number): string => new Date(epoch).toISOString();

/** A backend that answers each question in turn, the last answer again and again; `undefined` is none. */
const shop = (...answers: (Answer | (() => Answer))[]): Shop => {
  opened = performance.now();
  const asked: Basket[] = [];
  const released: string[] = [];
  return {
    asked,
    released,
    order: () => Promise.reject(new AdapterError('not-found')),
    async basket(basket) {
      const next = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(structuredClone(basket));
      const check = await (typeof next === 'function' ? next() : next);
      if (!check) throw new AdapterError('unavailable');
      return { serverNow: iso(serverTime()), check };
    },
    act: (command) => {
      if (command.type === 'release') released.push(command.hold);
      return Promise.resolve({ outcome: { status: 'done' } });
    },
  };
};

/** Everything is there. */
const whole = (lines: readonly BasketLine[] = [handles()], more: Partial<BasketCheck> = {}) => ({
  observedAt: iso(serverTime()),
  lines: lines.map(({ id, quantity, promised }) => found(id, ...(promised ?? [{ quantity }]))),
  ...more,
});
const short = (change: Partial<BasketCheck> = {}): BasketCheck =>
  threeOfFive({ observedAt: iso(serverTime()), ...change });

interface Scene {
  readonly guard: DoorstepCheckoutGuard;
  readonly control: HTMLElement;
  /** What was paid: one entry for each press that reached the page. */
  readonly paid: string[];
  readonly events: CheckoutDetail[];
  readonly left: Event[];
}

/** A guard with the shop's markup inside; the first control pays. */
const scene = async (
  adapter: OrderAdapter | undefined,
  {
    inside = '<button>Pay</button>',
    around = '',
    basket = [handles()] as unknown,
    ...properties
  }: Omit<Partial<DoorstepCheckoutGuard>, 'basket'> & {
    inside?: string;
    around?: string;
    basket?: unknown;
  } = {},
): Promise<Scene> => {
  const parent = place();
  parent.innerHTML = around || '<div class="here"></div>';
  const guard = document.createElement('doorstep-checkout-guard');
  guard.innerHTML = inside;
  Object.assign(guard, { adapter, basket, ...properties });
  const paid: string[] = [];
  const events: CheckoutDetail[] = [];
  const left: Event[] = [];
  parent.addEventListener('submit', (event) => {
    event.preventDefault();
    paid.push('submit');
  });
  parent.addEventListener('doorstep-checkout', (event) => events.push(event.detail));
  parent.addEventListener('doorstep-leave', (event) => left.push(event));
  parent.querySelector('.here')!.append(guard);
  await settle(guard);
  const control = guard.querySelector<HTMLElement>('button,a,input,[role=button]')!;
  return { guard, control, paid, events, left };
};
const onClick = ({ control, paid }: Scene): void =>
  control.addEventListener('click', () => paid.push('click'));
/** Takes what was chosen into the basket, as a page does. */
const takeOver = ({ guard }: Scene): void =>
  guard.addEventListener('doorstep-checkout', (event) => {
    guard.basket = event.detail.basket;
  });
const press = async (guard: Element, words: string | RegExp): Promise<void> => {
  const found = button(guard, words);
  expect(found, `a button "${words}" in: ${screen(guard)}`).to.exist;
  found!.click();
  await settle(guard);
};
const panel = (guard: Element): HTMLElement | undefined => one(guard, '[part="card"]');
const later = <T>(): { promise: Promise<T>; resolve: (value: T) => void } => {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
};

/** While this runs nothing can be drawn that tells what is not on the shelf: the shop's own sentence throws. */
const withBrokenSentence = async (work: () => Promise<void>): Promise<void> => {
  registerLocale('en', {
    checkout: {
      notOnShelf: () => {
        throw new Error('a sentence of the shop is broken');
      },
    },
  });
  try {
    await work();
  } finally {
    registerLocale('en', { checkout: { notOnShelf: english.notOnShelf } });
  }
};

describe('R4: the guard holds what pays', () => {
  it('R4: a press asks for the whole basket and goes through only when everything is there', async () => {
    const answer = later<BasketCheck>();
    const adapter = shop(answer.promise);
    const it = await scene(adapter);
    onClick(it);
    it.control.click();
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    expect(adapter.asked.map(({ lines }) => lines)).to.deep.equal([[handles()]]);
    answer.resolve(whole());
    await settle(it.guard);
    expect(it.paid).to.deep.equal(['click']);
    expect(it.events.map(({ choice, basket }) => ({ choice, basket }))).to.deep.equal([
      { choice: 'confirmed', basket: [handles()] },
    ]);
  });

  const forms = '<form class="here"><input name="who" required value="me"></form>';
  const insides: [string, string, string, ('click' | 'submit')[]][] = [
    ['a button', '<button type="button">Pay</button>', '', ['click']],
    ['an input', '<input type="button" value="Pay">', '', ['click']],
    ['a link', '<a href="#paid">Pay</a>', '', ['click']],
    ['a role', '<div role="button" tabindex="0">Pay</div>', '', ['click']],
    ['a button with something inside', '<button><b>Pay</b></button>', '', ['click']],
    ['a form inside', '<form><button>Pay</button></form>', '', ['click', 'submit']],
    ['a form around', '<button>Pay</button>', forms, ['click', 'submit']],
    ['a plain button in a form', '<button type="button">Pay</button>', forms, ['click']],
  ];
  for (const [name, inside, around, passes] of insides) {
    it(`R4: ${name} is held, and its own press goes through`, async () => {
      const adapter = shop(short(), () => whole());
      const it = await scene(adapter, { inside, around });
      onClick(it);
      const inner = it.control.querySelector('b') ?? it.control;
      inner.click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal([]);
      expect(panel(it.guard)).to.exist;
      inner.click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal(passes);
      expect(panel(it.guard)).to.be.undefined;
    });
  }

  it('R4: a handler at the root of the page, as frameworks have it, is held too', async () => {
    const adapter = shop(short());
    const it = await scene(adapter);
    const root = it.guard.parentElement!.parentElement!;
    let heard = 0;
    root.addEventListener('click', () => heard++);
    root.addEventListener('click', () => heard++, true);
    it.control.click();
    await settle(it.guard);
    expect(heard).to.equal(0);
  });

  it('R4: a form sent by a script is held, and sent by the same button', async () => {
    const adapter = shop(short(), () => whole());
    const inside = '<form><button name="way" value="card">Pay</button></form>';
    const it = await scene(adapter, { inside });
    const form = it.guard.querySelector('form')!;
    const submitters: (string | undefined)[] = [];
    form.addEventListener('submit', (event) =>
      submitters.push((event.submitter as HTMLButtonElement | null)?.value),
    );
    form.requestSubmit(it.control);
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    form.requestSubmit(it.control);
    await settle(it.guard);
    expect(it.paid).to.deep.equal(['submit']);
    expect(submitters).to.deep.equal(['card']);
  });

  it('R4: a form that is not filled in says so, and nothing is asked', async () => {
    const adapter = shop(() => whole());
    const inside = '<form><input required><button>Pay</button></form>';
    const it = await scene(adapter, { inside });
    const control = it.guard.querySelector('button')!;
    control.addEventListener('click', () => it.paid.push('click'));
    let told = 0;
    it.guard.querySelector('input')!.addEventListener('invalid', () => told++);
    control.click();
    await settle(it.guard);
    expect([told, adapter.asked.length, it.paid.length]).to.deep.equal([1, 0, 0]);
    it.guard.querySelector('form')!.noValidate = true;
    control.click();
    await settle(it.guard);
    expect(it.paid).to.deep.equal(['click', 'submit']);
  });

  it('R4: a control that is operated by its own key handler is held', async () => {
    const adapter = shop(short(), () => whole());
    const it = await scene(adapter, { inside: '<div role="button" tabindex="0">Pay</div>' });
    it.control.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') it.paid.push('key');
    });
    const enter = (type: string): boolean =>
      it.control.dispatchEvent(
        new KeyboardEvent(type, { key: 'Enter', bubbles: true, composed: true, cancelable: true }),
      );
    for (const type of ['keydown', 'keyup']) enter(type);
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    expect(adapter.asked).to.have.length(1);
    for (const type of ['keydown', 'keyup']) enter(type);
    await settle(it.guard);
    expect(it.paid).to.deep.equal(['key']);
  });

  it('R4: what says it is a link, and a part of a picture that is one, is held', async () => {
    for (const inside of [
      '<span role="link" tabindex="0">Pay</span>',
      '<map name="m"><area href="#pay" alt="Pay"></map>',
    ]) {
      const adapter = shop(short());
      const it = await scene(adapter, { inside });
      const control = it.guard.querySelector<HTMLElement>('[role],area')!;
      control.addEventListener('click', () => it.paid.push('click'));
      control.click();
      await settle(it.guard);
      expect(it.paid, inside).to.deep.equal([]);
      expect(adapter.asked, inside).to.have.length(1);
    }
  });

  describe('R4: a component of the shop’s own with a closed shadow root', () => {
    const roots = new WeakMap<Element, ShadowRoot>();
    class Closed extends HTMLElement {
      constructor() {
        super();
        const root = this.attachShadow({ mode: 'closed' });
        root.append(document.createElement('button'), document.createElement('slot'));
        roots.set(this, root);
      }
    }
    customElements.define('shop-pay', Closed);
    customElements.define(
      'shop-date',
      class extends Closed {
        static readonly formAssociated = true;
      },
    );
    const inner = (component: Element): HTMLElement =>
      roots.get(component)!.querySelector('button')!;
    /** What is inside and around, with what the components hear. */
    const closed = async (inside: string, around = '') => {
      const adapter = shop(short(), () => whole());
      const it = await scene(adapter, { inside, around });
      const components = [...it.guard.querySelectorAll('shop-pay,shop-date')];
      for (const component of components)
        component.addEventListener('click', () => it.paid.push(component.localName));
      return { ...it, adapter, components, first: components[0]! };
    };

    it('is held where nothing else could pay, pressed again by its own tag, and told to the developer once', async () => {
      for (const inside of ['<shop-pay></shop-pay>', '<shop-pay><b>Pay</b></shop-pay>']) {
        const it = await closed(inside);
        warnings.length = 0;
        ((it.first.firstElementChild as HTMLElement | null) ?? inner(it.first)).click();
        await settle(it.guard);
        expect(it.paid).to.deep.equal([]);
        expect(sentence(it.guard)).to.equal('2 of your 5 handles are not on the shelf.');
        await press(it.guard, 'Back to the basket');
        inner(it.first).click();
        await settle(it.guard);
        expect(it.paid).to.deep.equal(['shop-pay']);
        expect(warnings).to.have.length(1);
        expect(warnings[0]).to.match(/<shop-pay>.*role="button".*data-doorstep-skip/);
      }
    });

    it('is held by keyboard too, and the keys that press nothing are its own', async () => {
      for (const inside of ['<shop-pay></shop-pay>', '<shop-pay role="button"></shop-pay>']) {
        const it = await closed(inside);
        inner(it.first).focus();
        await sendKeys({ press: 'a' });
        expect(it.adapter.asked).to.have.length(0);
        await sendKeys({ press: 'Enter' });
        await settle(it.guard);
        expect(it.paid).to.deep.equal([]);
        expect(it.adapter.asked).to.have.length(1);
        await press(it.guard, 'Back to the basket');
        inner(it.first).focus();
        await sendKeys({ press: 'Enter' });
        await settle(it.guard);
        expect(it.paid).to.deep.equal(['shop-pay']);
      }
    });

    for (const [what, inside, around, isTold] of [
      ['beside a pay button', '<button>Pay</button><shop-pay></shop-pay>', '', true],
      ['in a form', '<shop-pay></shop-pay>', '<form class="here"></form>', true],
      ['a field of a form', '<shop-date></shop-date>', '<form class="here"></form>', false],
      ['in a form of its own', '<form><shop-date></shop-date></form>', '', false],
      ['that says what it is', '<shop-pay role="checkbox"></shop-pay>', '', false],
      ['that is excepted', '<shop-pay data-doorstep-skip></shop-pay>', '', false],
      ['around a field', '<shop-pay><input type="checkbox"></shop-pay>', '', false],
    ] as const)
      it(`${what} is left alone${isTold ? ', and the developer is told' : ''}`, async () => {
        const it = await closed(inside, around);
        inner(it.first).click();
        await settle(it.guard);
        expect(it.paid).to.deep.equal([it.first.localName]);
        expect(it.adapter.asked).to.have.length(0);
        expect(warnings).to.have.length(isTold ? 1 : 0);
      });

    it('in a form is held by what it submits, and that goes through', async () => {
      const it = await closed('<shop-date></shop-date>', '<form class="here"></form>');
      it.first.addEventListener('click', () => it.guard.closest('form')!.requestSubmit());
      inner(it.first).click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal(['shop-date']);
      expect(it.adapter.asked).to.have.length(1);
      await press(it.guard, 'Back to the basket');
      inner(it.first).click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal(['shop-date', 'shop-date', 'submit']);
    });
  });

  it('R4: a link to the payment is held for the middle button too, and other buttons pay nothing', async () => {
    const adapter = shop(short(), () => whole());
    const it = await scene(adapter, { inside: '<a href="#pay">Pay</a>' });
    onClick(it);
    const middle = (button: number): boolean =>
      it.control.dispatchEvent(
        new MouseEvent('auxclick', { button, bubbles: true, composed: true, cancelable: true }),
      );
    expect(middle(2), 'a menu of the browser is no payment').to.be.true;
    expect(adapter.asked).to.have.length(0);
    expect(middle(1), 'no second tab has the payment, unchecked').to.be.false;
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    expect(adapter.asked).to.have.length(1);
    middle(1);
    await settle(it.guard);
    expect(it.paid).to.deep.equal(['click']);
  });

  it('what the shop excepts, its help and what is outside are left alone', async () => {
    const adapter = shop(short());
    const it = await scene(adapter, {
      inside:
        '<button>Pay</button><button data-doorstep-skip>Voucher</button><a slot="help" href="#h">Help</a>',
    });
    const outside = document.createElement('button');
    it.guard.after(outside);
    let heard = 0;
    for (const each of [
      ...it.guard.querySelectorAll<HTMLElement>('[data-doorstep-skip],a'),
      outside,
    ]) {
      each.addEventListener('click', () => heard++);
      each.click();
    }
    expect(heard).to.equal(3);
    expect(adapter.asked).to.have.length(0);
    const form =
      '<form><input value="1"><button type="button">+</button><a href="#t">Terms</a><button>Pay</button></form>';
    const other = await scene(shop(short()), { inside: form });
    const plus = other.guard.querySelector<HTMLElement>('button[type=button]')!;
    plus.addEventListener('click', () => heard++);
    plus.click();
    expect(heard).to.equal(4);
  });

  it('two guards in one form: each holds its own button', async () => {
    const adapter = shop(() => whole());
    const around = '<form class="here"></form>';
    const it = await scene(adapter, { around });
    const other = document.createElement('doorstep-checkout-guard');
    other.innerHTML = '<button>Pay here</button>';
    Object.assign(other, { adapter, basket: [handles()] });
    it.guard.after(other);
    await settle(other);
    other.querySelector('button')!.click();
    await settle(other);
    expect(it.paid).to.deep.equal(['submit']);
    expect(adapter.asked).to.have.length(1);
  });
});

describe('R4: by keyboard', () => {
  for (const [name, inside, focus, key, passes] of [
    ['Enter on a button', '<button type="button">Pay</button>', 'button', 'Enter', ['click']],
    ['Space on a button', '<button type="button">Pay</button>', 'button', 'Space', ['click']],
    [
      'Enter in a field',
      '<form><input value="me"><button>Pay</button></form>',
      'input',
      'Enter',
      ['click', 'submit'],
    ],
    [
      'Enter in a form without a button',
      '<form><input value="me"></form>',
      'input',
      'Enter',
      ['submit'],
    ],
  ] as const)
    it(`R4: ${name} is held and goes through`, async () => {
      const answer = later<BasketCheck>();
      const it = await scene(shop(answer.promise), { inside });
      it.guard.querySelector('button')?.addEventListener('click', () => it.paid.push('click'));
      it.guard.querySelector<HTMLElement>(focus)!.focus();
      // Firefox knows this key by its character alone.
      await sendKeys({ press: key === 'Space' && isFirefox ? ' ' : key });
      await settle(it.guard);
      expect(it.paid).to.deep.equal([]);
      answer.resolve(whole());
      await settle(it.guard);
      expect(it.paid).to.deep.equal(passes);
    });
});

describe('R7: nothing passes twice', () => {
  it('R7: presses while it is asked, and for a second afterwards, do nothing; then it is asked anew', async () => {
    const time = fakeTime();
    const answer = later<BasketCheck>();
    const adapter = shop(answer.promise, () => whole());
    const it = await scene(adapter);
    onClick(it);
    it.control.click();
    it.control.click();
    await time.pass(10);
    it.control.click();
    answer.resolve(whole());
    await time.pass(10);
    expect(it.paid).to.have.length(1);
    it.control.click();
    await time.pass(900);
    it.control.click();
    await time.pass(50);
    expect(it.paid).to.have.length(1);
    expect(adapter.asked).to.have.length(1);
    await time.pass(100);
    it.control.click();
    await time.pass(10);
    expect(it.paid).to.have.length(2);
    expect(adapter.asked).to.have.length(2);
    expect(it.events).to.have.length(2);
  });

  it('R7: a handler that submits its form a little later is let through, once', async () => {
    const time = fakeTime();
    const inside = '<form><button type="submit">Pay</button></form>';
    const it = await scene(
      shop(() => whole()),
      { inside },
    );
    const form = it.guard.querySelector('form')!;
    it.control.addEventListener('click', (event) => {
      event.preventDefault();
      setTimeout(() => form.requestSubmit(), 200);
      setTimeout(() => form.requestSubmit(), 300);
    });
    it.control.click();
    await time.pass(500);
    expect(it.paid).to.deep.equal(['submit']);
  });

  it('R7: a choice is taken once, however often it is pressed', async () => {
    const answer = later<BasketCheck>();
    const adapter = shop(short(), answer.promise);
    const it = await scene(adapter);
    onClick(it);
    takeOver(it);
    it.control.click();
    await settle(it.guard);
    const row = button(it.guard, 'Pay for the 3')!;
    row.click();
    row.click();
    await settle(it.guard);
    row.click();
    it.control.click();
    expect(adapter.asked).to.have.length(2);
    answer.resolve(whole([handles({ quantity: 3 })]));
    await settle(it.guard);
    expect(it.paid).to.have.length(1);
    expect(it.events).to.have.length(1);
  });

  it('R10: a button that has gone or is disabled by then breaks nothing and pays nothing, and the customer is told', async () => {
    for (const undo of [
      (it: Scene) => it.control.remove(),
      (it: Scene) => ((it.control as HTMLButtonElement).disabled = true),
    ]) {
      const answer = later<BasketCheck>();
      const it = await scene(shop(answer.promise));
      onClick(it);
      it.control.click();
      undo(it);
      answer.resolve(whole());
      await settle(it.guard);
      expect(it.paid).to.deep.equal([]);
      expect(panel(it.guard)).to.be.undefined;
      expect(screen(it.guard)).to.contain('Nothing was paid by that press.');
      expect(region()!.textContent).to.contain('Nothing was paid by that press.');
    }
  });

  const takenAway: [string, (it: Scene, detail: CheckoutDetail) => void][] = [
    ['disables its button', ({ control }) => ((control as HTMLButtonElement).disabled = true)],
    [
      'draws its cart anew',
      ({ guard }, { waitUntil }) =>
        waitUntil(tick().then(() => (guard.innerHTML = '<button>Pay</button>'))),
    ],
  ];
  for (const [name, take] of takenAway)
    it(`R7: a page that ${name} when it is told pays nothing, is not said to, and the hold is not spent`, async () => {
      const hold = { reference: 'H-9', until: iso(serverTime() + 9e5) };
      for (const [whenUnsure, answer] of [
        ['ask', () => whole([handles()], { hold })],
        ['allow', undefined],
      ] as const) {
        const adapter = shop(answer);
        const it = await scene(adapter, { whenUnsure });
        onClick(it);
        it.guard.addEventListener('doorstep-checkout', (event) => take(it, event.detail));
        it.control.click();
        await settle(it.guard);
        expect(it.events).to.have.length(1);
        expect(it.paid).to.deep.equal([]);
        const words = 'The page changed while we asked the shop. Nothing was paid by that press.';
        expect(screen(it.guard)).to.contain(words);
        expect(screen(it.guard)).not.to.contain('goes on');
        expect(region()!.textContent).to.equal(words);
        it.guard.remove();
        await tick();
        expect(adapter.released).to.deep.equal(answer ? ['H-9'] : []);
      }
    });

  it('a button that has gone from under an open panel takes no focus: the word on why has it, and is read there', async () => {
    for (const undo of [
      (it: Scene) => it.control.remove(),
      (it: Scene) => ((it.control as HTMLButtonElement).disabled = true),
    ]) {
      const it = await scene(shop(short(), short()));
      onClick(it);
      it.control.click();
      await settle(it.guard);
      undo(it);
      const row = button(it.guard, 'Pay for 5')!;
      row.focus();
      row.click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal([]);
      expect(which(focused())).to.contain('Nothing was paid by that press.');
      expect(region()!.textContent).not.to.contain('Nothing was paid');
    }
  });

  it('R10: where nothing can be drawn a new question is told as one, and a sentence is said once', async () => {
    const answer = later<BasketCheck>();
    const it = await scene(shop(short(), answer.promise));
    const words = 'The shop has not confirmed your basket.';
    await withBrokenSentence(async () => {
      it.control.click();
      await settle(it.guard);
      expect(region()!.textContent).to.contain(words);
      region()!.textContent = '';
      it.guard.requestUpdate();
      await settle(it.guard);
      expect(screen(it.guard)).to.contain(words);
      expect(region()!.textContent).to.equal('');
      it.control.click();
      await settle(it.guard);
      expect(screen(it.guard)).not.to.contain(words);
      expect(screen(it.guard)).to.contain('Checking the whole basket');
      expect(region()!.textContent).not.to.contain(words);
      answer.resolve(short());
      await settle(it.guard);
      expect(screen(it.guard)).to.contain(words);
      expect(region()!.textContent).to.contain(words);
    });
  });

  it('R10: where nothing can be drawn a press still ends in words, and can be made again', async () => {
    const it = await scene(shop(short(), () => whole()));
    onClick(it);
    const words = 'The shop has not confirmed your basket. You have not been charged.';
    await withBrokenSentence(async () => {
      it.control.click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal([]);
      expect(screen(it.guard)).to.contain(words);
      expect(region()!.textContent).to.contain(words);
      expect(it.control.checkVisibility()).to.be.true;
      expect(warnings.join()).to.contain('could not be drawn');
      it.control.click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal(['click']);
      expect(screen(it.guard)).not.to.contain(words);
    });
  });

  it('the guard leaves the page while it asks: nothing is paid, what was held is given back; back again, it says so', async () => {
    const answer = later<BasketCheck>();
    const adapter = shop(answer.promise);
    const it = await scene(adapter);
    onClick(it);
    it.control.click();
    await settle(it.guard);
    it.guard.remove();
    answer.resolve(
      whole([handles()], { hold: { reference: 'H-9', until: iso(serverTime() + 9e5) } }),
    );
    await tick();
    await tick();
    expect(it.paid).to.deep.equal([]);
    expect(adapter.released).to.deep.equal(['H-9']);
    expect(it.control.hasAttribute('aria-disabled')).to.be.false;
    place().append(it.guard);
    await settle(it.guard);
    expect(screen(it.guard)).to.contain('Nothing was paid by that press.');
    expect(region()!.textContent).to.contain('Nothing was paid by that press.');
    region()!.textContent = '';
    place().append(it.guard);
    await settle(it.guard);
    expect(region()!.textContent, 'moved, it has nothing new to say').to.equal('');
  });

  it('the guard leaves the page while the page takes the basket over: nothing is paid; back again, it says so', async () => {
    const done = later<void>();
    const it = await scene(shop(() => whole()));
    onClick(it);
    it.guard.addEventListener('doorstep-checkout', (event) => event.detail.waitUntil(done.promise));
    it.control.click();
    await settle(it.guard);
    expect(it.events).to.have.length(1);
    it.guard.remove();
    await tick();
    done.resolve();
    await tick();
    place().append(it.guard);
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    expect(screen(it.guard)).to.contain('Nothing was paid by that press.');
    expect(region()!.textContent).to.contain('Nothing was paid by that press.');
  });
});

describe('R4: told before paying', () => {
  const at = async (change: Partial<BasketCheck> = {}, ...more: (Answer | (() => Answer))[]) => {
    const adapter = shop(short(change), ...more);
    const it = await scene(adapter);
    onClick(it);
    it.control.focus();
    it.control.click();
    await settle(it.guard);
    return { ...it, adapter };
  };

  it('R4: the panel says what is there, what comes when, and that nothing was charged', async () => {
    const { guard, paid } = await at();
    expect(sentence(guard)).to.equal('2 of your 5 handles are not on the shelf.');
    const text = screen(guard);
    expect(text).to.include('Checked now, the whole basket. You have not been charged.');
    expect(text).to.match(/Now 3 handles, held for you until \d\d:\d\d Lyon warehouse/);
    expect(text).to.include('Later 2 handles about Tue 1 Dec ordered once you have paid');
    expect(text).to.match(
      /After \d\d:\d\d anybody may buy what is held; we ask again before you pay/,
    );
    expect(text).to.include('A question first? 01 99 00 42 42, until');
    expect(paid).to.deep.equal([]);
    expect(text).not.to.match(/in stock|available/i);
  });

  it('R3: units that should have come by now have no date', async () => {
    const { guard } = await at({
      lines: [found('line-1', { quantity: 3 }, { quantity: 2, from: '2026-11-20' })],
    });
    expect(screen(guard)).to.include('Later 2 handles, no date yet');
    expect(screen(guard)).not.to.include('20 Nov');
  });

  it('R12: the ways to go on are equal rows, none chosen beforehand; going back is always one', async () => {
    const { guard } = await at();
    const rows = all(guard, '[part="choices"] button');
    expect(rows.map((row) => plain(row.querySelector('b')!.textContent))).to.deep.equal([
      'Pay for 5, €94.50',
      'Pay for the 3 on the shelf, €56.70',
      'Back to the basket',
    ]);
    const looks = rows.map((row) => {
      const { backgroundColor, color, fontSize, fontWeight, paddingTop } = getComputedStyle(row);
      return [backgroundColor, color, fontSize, fontWeight, paddingTop].join();
    });
    expect(new Set(looks).size).to.equal(1);
    expect(all(guard, '.primary,[checked],[aria-checked],[aria-pressed]')).to.have.length(0);
    expect(plain(rows[0]!.textContent)).to.include(
      '3 can leave now, 2 about 1 Dec. One delivery charge',
    );
  });

  it('R10: what is not possible stays in its place, with its reason', async () => {
    const unavailable = { code: 'x', reason: 'the maker is closed.' };
    const { guard, adapter } = await at({
      choices: [{ ...short().choices![0]!, unavailable }, short().choices![1]!],
    });
    const row = button(guard, 'Pay for 5')!;
    expect(row.ariaDisabled).to.equal('true');
    expect(plain(row.textContent)).to.include('Not possible: the maker is closed.');
    row.click();
    await settle(guard);
    expect(adapter.asked).to.have.length(1);
  });

  it('R10: without contacts the shop’s own help is shown, and without that a way all the same', async () => {
    const { guard } = await at({ contacts: undefined });
    expect(screen(guard)).to.include('A question first? Ask the shop before you pay.');
    const help = document.createElement('p');
    help.slot = 'help';
    help.textContent = 'Come to the counter.';
    guard.append(help);
    await settle(guard);
    expect(screen(guard)).to.include('Come to the counter.');
  });

  it('the panel takes the place of the button and gives it back; the focus goes along', async () => {
    const { guard, control, left } = await at();
    expect(control.getClientRects()).to.have.length(0);
    expect(focused()?.part.value).to.equal('sentence');
    await press(guard, 'Back to the basket');
    expect(panel(guard)).to.be.undefined;
    expect(control.getClientRects()).to.have.length(1);
    expect(which(focused())).to.equal(which(control));
    expect(
      left.map(({ bubbles, composed, cancelable }) => [bubbles, composed, cancelable]),
    ).to.deep.equal([[true, true, false]]);
  });

  it('a form keeps its place, and what was typed into it, and the panel stands after it', async () => {
    const adapter = shop(short());
    const inside = '<form><input name="who"><button>Pay</button></form>';
    const it = await scene(adapter, { inside });
    it.guard.querySelector('input')!.value = 'me';
    it.guard.querySelector('button')!.click();
    await settle(it.guard);
    const form = it.guard.querySelector('form')!;
    expect(form.getBoundingClientRect().bottom).to.be.at.most(
      panel(it.guard)!.getBoundingClientRect().top,
    );
    expect(form.querySelector('input')!.value).to.equal('me');
  });

  it('while it is asked the button keeps its place and its name, and nothing moves', async () => {
    const it = await scene(shop(() => new Promise(() => {})));
    const below = document.createElement('p');
    below.textContent = 'below';
    it.guard.after(below);
    const before = [it.control, below].map((each) => each.getBoundingClientRect().top);
    it.control.focus();
    it.control.click();
    await settle(it.guard);
    expect([it.control, below].map((each) => each.getBoundingClientRect().top)).to.deep.equal(
      before,
    );
    expect(screen(it.guard)).to.include('Checking the whole basket with the shop');
    expect(plain(it.control.textContent)).to.equal('Pay');
    expect(it.control.ariaDisabled).to.equal('true');
    expect(which(focused())).to.equal(which(it.control));
    expect(one(it.guard, '[aria-busy="true"]')).to.exist;
    it.guard.remove();
    await tick();
    expect(it.control.ariaDisabled).to.equal(null);
  });

  it('a wait is said aloud once, after 400 ms; a sentence the focus goes to is not said twice', async () => {
    const time = fakeTime();
    const answer = later<BasketCheck>();
    const it = await scene(shop(answer.promise));
    it.control.click();
    await time.pass(390);
    expect(region()?.textContent).to.equal('');
    await time.pass(20);
    expect(region()?.textContent).to.equal('Checking the whole basket with the shop');
    answer.resolve(short());
    await time.pass(10);
    expect(focused()?.part.value).to.equal('sentence');
    expect(region()?.textContent).to.equal('Checking the whole basket with the shop');
  });

  it('R5: a choice is asked again as what the panel told, with the hold', async () => {
    const { guard, adapter } = await at({}, short());
    await press(guard, 'Pay for 5');
    expect(adapter.asked[1]!.choice).to.equal('all');
    expect(adapter.asked[1]!.hold).to.equal('H-1');
    expect(adapter.asked[1]!.lines).to.deep.equal([
      handles({
        promised: [{ quantity: 3 }, { quantity: 2, from: '2026-12-01', condition: 'prepaid' }],
      }),
    ]);
  });

  it('R4: a choice that still holds is paid, with its basket, once the page has it', async () => {
    const it = await at({}, () => short({ lines: [found('line-1', { quantity: 3 })] }));
    takeOver(it);
    await press(it.guard, 'Pay for the 3');
    expect(it.paid).to.deep.equal(['click']);
    const [{ choice, basket, hold, total }] = it.events as [CheckoutDetail];
    expect({ choice, hold, total, basket }).to.deep.equal({
      choice: 'available',
      hold: 'H-1',
      total: { amount: 5670, currency: 'EUR' },
      basket: [handles({ quantity: 3, promised: [{ quantity: 3 }] })],
    });
    expect(panel(it.guard)).to.be.undefined;
  });

  it('R4: all of them on the terms told is the same basket, and is paid', async () => {
    const it = await at({}, short());
    await press(it.guard, 'Pay for 5');
    expect(it.paid).to.deep.equal(['click']);
    expect(it.events[0]!.choice).to.equal('all');
  });

  it('R4: the page may take its time to change the basket; until then nothing is paid', async () => {
    const it = await at({}, () => short({ lines: [found('line-1', { quantity: 3 })] }));
    const done = later<void>();
    it.guard.addEventListener('doorstep-checkout', (event) => {
      const { basket, waitUntil } = event.detail;
      waitUntil(done.promise.then(() => (it.guard.basket = basket)));
    });
    await press(it.guard, 'Pay for the 3');
    it.control.click();
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    done.resolve();
    await settle(it.guard);
    expect(it.paid).to.deep.equal(['click']);
  });

  it('R4: a page that does not take the choice over pays nothing, and the customer is told', async () => {
    for (const waits of [false, true]) {
      const it = await at({}, () => short({ lines: [found('line-1', { quantity: 3 })] }));
      if (waits)
        it.guard.addEventListener('doorstep-checkout', (event) =>
          event.detail.waitUntil(Promise.reject(new Error('no'))),
        );
      await press(it.guard, 'Pay for the 3');
      expect(it.paid).to.deep.equal([]);
      expect(sentence(it.guard)).to.equal('Your choice has not reached your basket.');
      expect(screen(it.guard)).to.include('You have not been charged.');
      expect(warnings.some((warning) => warning.includes('no new `basket`'))).to.be.true;
    }
  });

  it('R4: a shop that cancels the event takes over; nothing is let through', async () => {
    const it = await scene(shop(() => whole()));
    onClick(it);
    it.guard.addEventListener('doorstep-checkout', (event) => event.preventDefault());
    it.control.click();
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    expect(it.events).to.have.length(1);
    expect(panel(it.guard)).to.be.undefined;
  });

  it('R4: what has changed again is the new truth, and is said to have changed just now', async () => {
    const { guard, paid } = await at(
      {},
      short({ lines: [found('line-1', { quantity: 1 }, { quantity: 4, from: '2026-12-15' })] }),
    );
    await press(guard, 'Pay for 5');
    expect(paid).to.deep.equal([]);
    // Two that were on the shelf, two that now come later.
    expect(sentence(guard)).to.equal('4 of your 5 handles do not come as we told you.');
    expect(screen(guard)).to.include('It changed just now. You have not been charged.');
    expect(screen(guard)).to.include('You were told 3 now, 2 about 1 Dec');
    expect(focused()?.part.value).to.equal('sentence');
  });

  it('a wish to be told with nothing left to pay for is noted, and nothing passes', async () => {
    const { guard, paid, adapter } = await at(
      { lines: [found('line-1')], choices: [{ choiceId: 'n', kind: 'notify', lines: [] }] },
      () => whole([]),
    );
    await press(guard, 'Be told when it is back');
    expect(adapter.asked[1]).to.deep.include({ choice: 'n', lines: [] });
    expect(sentence(guard)).to.equal('We tell you when it is back.');
    expect(paid).to.deep.equal([]);
  });

  it('R3: a choice without lines is not offered, unless it is a wish to be told', async () => {
    const { guard } = await at({
      choices: [{ choiceId: 'all', kind: 'all', lines: [] }, ...short().choices!.slice(1)],
    });
    expect(all(guard, '[part="choices"] button')).to.have.length(2);
  });

  it('several lines: which of them, each with what can be had; the rest is counted', async () => {
    const basket = [
      handles(),
      { id: 'b', sku: 'B', quantity: 1, name: 'Lamp' },
      { id: 'c', sku: 'C', quantity: 1, name: 'Rug' },
    ];
    const it = await scene(
      shop(
        short({
          lines: [
            found('line-1', { quantity: 3 }, { quantity: 2, from: '2026-12-01' }),
            found('b'),
            found('c', { quantity: 1 }),
          ],
        }),
      ),
      { basket },
    );
    it.control.click();
    await settle(it.guard);
    expect(sentence(it.guard)).to.equal('3 of the 7 things in your basket are not on the shelf.');
    const text = screen(it.guard);
    expect(text).to.include('5 × Brass lever handle');
    expect(text).to.include('1 × Lamp Not to be had 1');
    expect(text).not.to.include('Rug');
    expect(text).to.include('The other line of your basket is as we told you.');
  });
});

describe('R3: nobody could say', () => {
  const unsure = async (
    whenUnsure: string | undefined,
    adapter: OrderAdapter | undefined = shop(undefined, () => whole()),
    more = {},
  ) => {
    const it = await scene(adapter, { whenUnsure: whenUnsure as never, ...more });
    onClick(it);
    it.control.click();
    await settle(it.guard);
    return it;
  };
  const titles = (guard: Element): string[] =>
    all(guard, '[part="choices"] b').map((title) => plain(title.textContent));

  for (const policy of [undefined, 'ask', 'whatever'])
    it(`R3: when-unsure="${policy}" asks the customer`, async () => {
      const it = await unsure(policy);
      expect(it.paid).to.deep.equal([]);
      expect(sentence(it.guard)).to.equal('The shop has not confirmed your basket.');
      expect(titles(it.guard)).to.deep.equal([
        'Ask the shop again',
        'Pay all the same',
        'Back to the basket',
      ]);
      await press(it.guard, 'Pay all the same');
      expect(it.paid).to.deep.equal(['click']);
      expect(it.events.map(({ choice }) => choice)).to.deep.equal(['unsure']);
    });

  it('R3: asked again and confirmed, it is paid as confirmed', async () => {
    const it = await unsure('ask');
    await press(it.guard, 'Ask the shop again');
    expect(it.paid).to.deep.equal(['click']);
    expect(it.events.map(({ choice }) => choice)).to.deep.equal(['confirmed']);
  });

  it('R3: when-unsure="block" pays nothing and says why', async () => {
    const it = await unsure('block');
    expect(titles(it.guard)).to.deep.equal(['Ask the shop again', 'Back to the basket']);
    expect(screen(it.guard)).to.include('Without that, the shop takes no payment.');
    expect(it.paid).to.deep.equal([]);
  });

  it('R3: when-unsure="allow" pays, and says so, visibly and aloud', async () => {
    const it = await unsure('allow');
    expect(it.paid).to.deep.equal(['click']);
    expect(it.events.map(({ choice }) => choice)).to.deep.equal(['unsure']);
    const words = 'The shop could not confirm the stock. Your payment goes on all the same.';
    expect(plain(one(it.guard, '[part="note"]')!.textContent)).to.equal(words);
    expect(region()?.textContent).to.equal(words);
  });

  it('R3: a page that says nothing of its basket, or asks nobody, is not paid even with "allow"', async () => {
    for (const it of [
      await unsure('allow', undefined, { basket: [] }),
      await unsure('allow', undefined, { basket: 'broken' as never }),
    ])
      expect(it.paid).to.deep.equal([]);
  });

  const circular = handles() as BasketLine & { cart?: unknown };
  circular.cart = { lines: [circular] };
  for (const [what, basket] of [
    ['refers to its cart', [circular]],
    ['has a price in a BigInt', [{ ...handles(), price: 100n }]],
  ] as const)
    it(`R4: a line of the page’s own that ${what} is asked about like any other`, async () => {
      const adapter = shop(short(), () => whole());
      const it = await scene(adapter, { basket });
      onClick(it);
      it.control.click();
      await settle(it.guard);
      expect(sentence(it.guard)).to.equal('2 of your 5 handles are not on the shelf.');
      await press(it.guard, 'Back to the basket');
      it.control.click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal(['click']);
      expect(adapter.asked.map(({ lines }) => lines)).to.deep.equal([[handles()], [handles()]]);
    });

  const throwing = { ...handles() };
  Object.defineProperty(throwing, 'sku', {
    enumerable: true,
    get() {
      throw new Error('the page’s own getter');
    },
  });
  for (const policy of ['ask', 'block', 'allow'])
    it(`R3: when-unsure="${policy}": a basket that throws when it is read is one nobody knows`, async () => {
      const { proxy, revoke } = Proxy.revocable([], { get: Reflect.get });
      revoke();
      for (const basket of [[throwing], proxy]) {
        const it = await scene(shop(), { whenUnsure: policy as never, basket });
        // What cannot be read cannot be put into words either.
        console.warn = () => {};
        onClick(it);
        it.control.click();
        await settle(it.guard);
        expect(it.paid).to.deep.equal([]);
        expect(sentence(it.guard)).to.equal('The shop has not confirmed your basket.');
        const ways = titles(it.guard);
        expect(ways.includes('Pay all the same')).to.equal(policy !== 'block');
        it.guard.basket = [handles()];
        await settle(it.guard);
        expect(panel(it.guard)).to.be.undefined;
      }
    });

  it('R3: an answer after the deadline is not used, and what it holds is given back', async () => {
    const time = fakeTime();
    const answer = later<BasketCheck>();
    const adapter = shop(answer.promise);
    const it = await scene(adapter, { deadline: 2 });
    onClick(it);
    it.control.click();
    await time.pass(1999);
    expect(panel(it.guard)).to.be.undefined;
    await time.pass(2);
    expect(sentence(it.guard)).to.equal('The shop has not confirmed your basket.');
    answer.resolve(
      whole([handles()], { hold: { reference: 'H-9', until: iso(serverTime() + 9e5) } }),
    );
    await time.pass(10);
    expect(sentence(it.guard)).to.equal('The shop has not confirmed your basket.');
    expect(it.paid).to.deep.equal([]);
    expect(adapter.released).to.deep.equal(['H-9']);
  });

  it('R3: a deadline that is none is five seconds', async () => {
    for (const deadline of [NaN, 0, -3, Infinity]) {
      const time = fakeTime();
      const it = await scene(
        shop(() => new Promise(() => {})),
        { deadline },
      );
      it.control.click();
      await time.pass(4990);
      expect(panel(it.guard)).to.be.undefined;
      await time.pass(20);
      expect(panel(it.guard)).to.exist;
      time.restore();
    }
  });

  it('R3: without any adapter, or one that knows neither basket nor stock, nobody could say', async () => {
    const bare: OrderAdapter = { order: () => Promise.reject(new AdapterError('not-found')) };
    for (const adapter of [undefined, bare]) {
      const it = await scene(adapter);
      onClick(it);
      it.control.click();
      await settle(it.guard);
      expect(sentence(it.guard)).to.equal('The shop has not confirmed your basket.');
      expect(it.paid).to.deep.equal([]);
    }
  });

  it('R4: stock alone is asked for all lines at once, and two lines of one SKU do not each pass', async () => {
    const stock = (quantity: number): OrderAdapter => ({
      order: () => Promise.reject(new AdapterError('not-found')),
      stock: (skus) =>
        Promise.resolve({
          serverNow: iso(serverTime()),
          stock: skus.map((sku): StockLevel => ({ sku, quantity, observedAt: iso(serverTime()) })),
        }),
    });
    const basket = [handles({ quantity: 3 }), handles({ id: 'b', quantity: 3 })];
    const it = await scene(stock(4), { basket });
    onClick(it);
    it.control.click();
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    expect(sentence(it.guard)).to.equal('2 of your 3 handles are sold out.');
    it.guard.adapter = stock(6);
    await settle(it.guard);
    it.control.click();
    await settle(it.guard);
    expect(it.paid).to.deep.equal(['click']);
  });

  const bad: Record<string, () => unknown> = {
    stale: () => whole([handles()], { observedAt: iso(serverTime() - 61_000) }),
    'from the future': () => whole([handles()], { observedAt: iso(serverTime() + 90_000) }),
    'without a time': () => whole([handles()], { observedAt: undefined }),
    'with more units than asked': () => whole([handles({ quantity: 6 })]),
    'with a line twice': () => whole([handles(), handles()]),
    'about other lines': () => whole([handles({ id: 'other' })]),
    'with a line too many': () => whole([handles(), handles({ id: 'other' })]),
    'with a hold in the past': () =>
      whole([handles()], { hold: { reference: 'H', until: iso(serverTime() - 1000) } }),
    'with negative units': () => ({ ...whole(), lines: [found('line-1', { quantity: -5 })] }),
    'with half units': () => ({ ...whole(), lines: [found('line-1', { quantity: 4.5 })] }),
    'with a date that is none': () => ({
      ...whole(),
      lines: [found('line-1', { quantity: 5, from: 'soon' })],
    }),
    'that is no object': () => 'yes',
    'that is empty': () => ({}),
  };
  for (const [name, answer] of Object.entries(bad))
    it(`R3: an answer ${name} never pays and never gives an optimistic word`, async () => {
      const it = await unsure(undefined, shop(answer as () => BasketCheck));
      expect(it.paid).to.deep.equal([]);
      expect(sentence(it.guard)).to.equal('The shop has not confirmed your basket.');
      expect(screen(it.guard)).not.to.match(/\bnow\b|held|shelf|in stock/i);
    });

  for (const basket of [
    '[{"id":',
    '{"a":1}',
    '[{"id":"a","sku":"A","quantity":0}]',
    'null',
    undefined,
  ])
    it(`R3: a basket of ${basket} is unknown, never empty and fine`, async () => {
      const adapter = shop(() => whole());
      const it = await scene(adapter, { basket: null });
      onClick(it);
      if (basket !== undefined) it.guard.setAttribute('basket', basket);
      it.control.click();
      await settle(it.guard);
      it.control.click();
      await settle(it.guard);
      expect(it.paid).to.deep.equal([]);
      expect(adapter.asked).to.have.length(0);
      expect(screen(it.guard)).to.include('This page did not say what is in it.');
      expect(warnings.filter((warning) => warning.includes('`basket`'))).to.have.length(1);
    });

  it('a basket served in the attribute is asked for', async () => {
    const adapter = shop(() => whole());
    const it = await scene(adapter, { basket: null });
    onClick(it);
    it.guard.setAttribute('basket', JSON.stringify([handles()]));
    it.control.click();
    await settle(it.guard);
    expect(adapter.asked[0]!.lines).to.deep.equal([handles()]);
    expect(it.paid).to.deep.equal(['click']);
  });
});

describe('R4: the basket changes meanwhile', () => {
  it('R4: an answer to another basket is void, and the new basket is asked for', async () => {
    const answer = later<BasketCheck>();
    const more = [handles({ quantity: 9 })];
    const adapter = shop(answer.promise, () =>
      short({ lines: [found('line-1', { quantity: 3 })] }),
    );
    const it = await scene(adapter);
    onClick(it);
    it.control.click();
    await settle(it.guard);
    it.guard.basket = more;
    answer.resolve(whole());
    await settle(it.guard);
    expect(it.paid).to.deep.equal([]);
    expect(adapter.asked.map(({ lines }) => lines[0]!.quantity)).to.deep.equal([5, 9]);
    expect(sentence(it.guard)).to.equal('6 of your 9 handles are sold out.');
  });

  it('R4: a basket that is changed in place is noticed too', async () => {
    const answer = later<BasketCheck>();
    const basket = [handles()];
    const adapter = shop(answer.promise, () => whole(basket));
    const it = await scene(adapter, { basket });
    onClick(it);
    it.control.click();
    await settle(it.guard);
    basket[0] = handles({ quantity: 9 });
    answer.resolve(whole([handles()]));
    await settle(it.guard);
    expect(adapter.asked.map(({ lines }) => lines[0]!.quantity)).to.deep.equal([5, 9]);
  });

  it('R4: an open panel closes with a word; nothing is paid', async () => {
    const answer = later<BasketCheck>();
    for (const chosen of [false, true]) {
      const it = await scene(shop(short(), answer.promise));
      onClick(it);
      it.control.click();
      await settle(it.guard);
      if (chosen) await press(it.guard, 'Pay for 5');
      it.guard.basket = [handles({ quantity: 4 })];
      await settle(it.guard);
      if (chosen) answer.resolve(short());
      await settle(it.guard);
      expect(panel(it.guard)).to.be.undefined;
      const words = 'Your basket has changed. It is checked again when you pay.';
      expect(screen(it.guard)).to.include(words);
      expect(region()?.textContent).to.equal(words);
      expect(it.paid).to.deep.equal([]);
    }
  });
});

describe('R2: holds', () => {
  const until = (minutes: number) => ({
    reference: 'H-1',
    until: iso(serverTime() + minutes * 60_000),
  });
  const open = async (...answers: (Answer | (() => Answer))[]) => {
    const time = fakeTime();
    const adapter = shop(...answers);
    const it = await scene(adapter);
    onClick(it);
    it.control.click();
    await time.pass(10);
    return { ...it, adapter, time };
  };
  const held = () => short({ hold: until(10) });

  it('R2: a hold is renewed by asking again, shortly before its end; the same answer is no news', async () => {
    const it = await open(held);
    expect(it.adapter.asked).to.have.length(1);
    await it.time.pass(9 * 60_000);
    expect(it.adapter.asked).to.have.length(1);
    await it.time.pass(31_000);
    expect(it.adapter.asked).to.have.length(2);
    expect(it.adapter.asked[1]).to.deep.include({ hold: 'H-1', lines: [handles()] });
    expect(region()?.textContent).to.equal('');
    expect(screen(it.guard)).to.include('Checked now,');
    expect(it.paid).to.deep.equal([]);
    await it.time.pass(9 * 60_000 + 40_000);
    expect(it.adapter.asked).to.have.length(3);
  });

  it('R2: what has changed at the renewal is said, once', async () => {
    const it = await open(held, () =>
      short({ lines: [found('line-1', { quantity: 1 })], hold: until(10) }),
    );
    await it.time.pass(9 * 60_000 + 31_000);
    expect(sentence(it.guard)).to.equal('4 of your 5 handles are sold out.');
    expect(region()?.textContent).to.equal(sentence(it.guard));
    expect(screen(it.guard)).to.include('It changed just now. You have not been charged.');
  });

  it('R4: everything is back while the panel is open: the customer is told, and presses again', async () => {
    const it = await open(held, () => whole());
    await it.time.pass(9 * 60_000 + 31_000);
    expect(panel(it.guard)).to.be.undefined;
    expect(screen(it.guard)).to.include('Everything is there as we told you. You can pay now.');
    expect(it.paid).to.deep.equal([]);
    expect(it.control.getClientRects()).to.have.length(1);
  });

  it('R2: a hold that ended is said to have ended, and asked for again', async () => {
    const again = later<BasketCheck>();
    const it = await open(held, undefined, again.promise);
    await it.time.pass(9 * 60_000 + 40_000);
    // The renewal failed; until its end the hold is what it was.
    expect(it.adapter.asked).to.have.length(2);
    expect(screen(it.guard)).to.include('held for you until');
    await it.time.pass(22_000);
    expect(sentence(it.guard)).to.match(/^Your units were held until .*\. That time has passed\.$/);
    expect(screen(it.guard)).to.include('We ask the shop again.');
    expect(screen(it.guard)).not.to.include('handles');
    expect(it.adapter.asked).to.have.length(3);
    again.resolve(held());
    await it.time.pass(10);
    expect(sentence(it.guard)).to.equal('2 of your 5 handles are not on the shelf.');
  });

  it('R2: an answer without a hold is withdrawn when it is too old, and nobody knows then', async () => {
    const it = await open(() => short({ hold: undefined }), undefined);
    await it.time.pass(70_000);
    expect(sentence(it.guard)).to.equal('The shop has not confirmed your basket.');
    expect(screen(it.guard)).not.to.match(/handles|shelf/);
    const { length } = it.adapter.asked;
    await it.time.pass(600_000);
    expect(it.adapter.asked).to.have.length(length);
  });

  it('a hold is given back when the guard leaves without a pass, not when it is only moved', async () => {
    const it = await open(held);
    const elsewhere = place();
    elsewhere.append(it.guard);
    await it.time.pass(10);
    expect(it.adapter.released).to.deep.equal([]);
    expect(panel(it.guard)).to.exist;
    it.guard.remove();
    await it.time.pass(10);
    expect(it.adapter.released).to.deep.equal(['H-1']);
  });

  it('a hold is given back when the basket is empty', async () => {
    const it = await open(held);
    it.guard.basket = [];
    await it.time.pass(10);
    expect(it.adapter.released).to.deep.equal(['H-1']);
  });

  it('back to the basket: what was said to stay held stays, and is named when it is asked again', async () => {
    const it = await open(held);
    expect(plain(button(it.guard, 'Back to the basket')!.textContent)).to.match(
      /Nothing is lost, the 3 stay held until \d\d:\d\d/,
    );
    button(it.guard, 'Back to the basket')!.click();
    await it.time.pass(2000);
    it.control.click();
    await it.time.pass(10);
    expect(it.adapter.asked[1]!.hold).to.equal('H-1');
    button(it.guard, 'Back to the basket')!.click();
    it.guard.remove();
    await it.time.pass(10);
    expect(it.adapter.released).to.deep.equal([]);
  });

  it('R7: the hold of what was paid is never given back', async () => {
    const it = await open(() => whole([handles()], { hold: until(10) }));
    expect(it.paid).to.deep.equal(['click']);
    expect(it.events[0]!.hold).to.equal('H-1');
    it.guard.remove();
    await it.time.pass(10);
    expect(it.adapter.released).to.deep.equal([]);
  });
});

describe('a classic form', () => {
  const inside = '<form><input name="who" value="me"><button>Pay</button></form>';
  const sent = (it: Scene): (string | null)[] => {
    const found: (string | null)[] = [];
    const form = it.guard.querySelector('form')!;
    form.addEventListener('submit', () => {
      const data = new FormData(form);
      expect(data.getAll('doorstep-checkout').length).to.be.at.most(1);
      found.push(data.get('doorstep-checkout') as string | null);
    });
    return found;
  };

  it('carries the result of the pass to the server, and only then', async () => {
    const it = await scene(
      shop(() =>
        whole([handles()], { hold: { reference: 'H-1', until: iso(serverTime() + 9e5) } }),
      ),
      { inside },
    );
    const form = it.guard.querySelector('form')!;
    expect(new FormData(form).has('doorstep-checkout')).to.be.false;
    const found = sent(it);
    it.guard.querySelector('button')!.click();
    await settle(it.guard);
    expect(found.map((text) => JSON.parse(text!) as unknown)).to.deep.equal([
      { choice: 'confirmed', hold: 'H-1', lines: [handles()] },
    ]);
    it.guard.basket = [handles({ quantity: 6 })];
    await settle(it.guard);
    expect(new FormData(form).has('doorstep-checkout')).to.be.false;
  });
});
