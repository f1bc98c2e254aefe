/** What the customer pressed, kept so that the very same can be pressed again. */
export interface Activation {
  /** The control that was pressed, if one was. */
  readonly control: HTMLElement | undefined;
  readonly form: HTMLFormElement | undefined;
  readonly kind: 'press' | 'submit';
  readonly repeat: () => void;
}

const CONTROLS =
  'button,input[type=submit],input[type=button],input[type=image],[role=button],[role=link],a[href],area[href]';
const NATIVE = 'button,input,a[href],area[href]';

let repeating = false;

/** Whether what happens now is a repetition: it has been checked. */
export const isRepetition = (): boolean => repeating;

/** Presses again. Whatever the page's own handlers do, nothing is thrown. */
export const repeat = (activation: Activation): void => {
  repeating = true;
  try {
    activation.repeat();
  } catch {
    // The form or the control is no longer what it was; nothing has been sent.
  } finally {
    repeating = false;
  }
};

/** Whether pressing it again would do anything. */
export const isUsable = ({ control, form }: Activation): boolean =>
  (control ?? form)!.isConnected && !control?.matches(':disabled');

/** A form that the guard holds: one inside it, else the one around it. */
const holds = (guard: HTMLElement, form: HTMLFormElement): boolean =>
  guard.contains(form) || (form.contains(guard) && !guard.querySelector('form'));

const isSubmitter = (
  control: Element,
): control is (HTMLButtonElement | HTMLInputElement) & { form: HTMLFormElement } =>
  control.matches('button,input') &&
  /^(submit|image)$/.test((control as HTMLButtonElement).type) &&
  (control as HTMLButtonElement).form !== null;

/** A control of another guard is that one's to hold, and what the shop excepted is nobody's. */
const isOurs = (guard: HTMLElement, control: Element | undefined): boolean => {
  if (control?.closest('[data-doorstep-skip],[slot="help"]')) return false;
  const owner = control?.closest(guard.localName);
  return !owner || owner === guard;
};

/** A component of the shop's own of which an event shows the tag alone: its shadow root is closed. */
const isClosed = ({ localName, shadowRoot }: Element): boolean =>
  !shadowRoot && !!customElements.get(localName) && !localName.startsWith('doorstep-');

/** What says what it is, or has fields of its own to press, needs no guess. */
const mayPay = (element: Element): boolean =>
  isClosed(element) &&
  !element.matches('[role]') &&
  !element.querySelector('input,select,textarea,[role]');

/** Of the keyboard, only these press. */
const isPress = (event: Event): boolean =>
  event.type === 'click' || /^(Enter| )$/.test((event as KeyboardEvent).key);

/**
 * What an event would set off, if it is for this guard to hold. It is read from the event's path, so
 * that a button inside a component of the shop's own is found too.
 *
 * What is pressed behind a closed shadow root nobody sees. Where nothing else in the guard could pay, it is taken
 * to pay; beside a control it may be a field, and in a form it acts through the form, which is held.
 *
 * @param doubt is told of a component that may pay, since its author alone knows
 */
export const activationOf = (
  event: Event,
  guard: HTMLElement,
  doubt: (component: HTMLElement) => void,
): Activation | undefined => {
  const path = event.composedPath();
  if (event.type === 'submit') {
    const form = path[0] as HTMLFormElement;
    const control = (event as SubmitEvent).submitter ?? undefined;
    if (!holds(guard, form) || !isOurs(guard, control)) return undefined;
    return { kind: 'submit', control, form, repeat: () => form.requestSubmit(control) };
  }
  const until = path.indexOf(guard);
  const elements = path.filter((node): node is HTMLElement => node instanceof HTMLElement);
  if (elements.some((element) => element.matches('[data-doorstep-skip]'))) return undefined;
  const submitter = elements.find(isSubmitter);
  const inside = elements
    .slice(0, until < 0 ? 0 : elements.indexOf(guard))
    // The guard's own panel is not part of what it holds.
    .filter((element) => element.getRootNode() !== guard.shadowRoot);
  let control: HTMLElement | undefined;
  if (submitter && holds(guard, submitter.form)) control = submitter;
  else if (!guard.querySelector('form')) {
    control = inside.find((element) => element.matches(CONTROLS));
    const closed = inside.find(mayPay);
    if (!control && closed && isPress(event) && isOurs(guard, closed)) {
      const form = guard.closest('form');
      const { formAssociated } = closed.constructor as { formAssociated?: boolean };
      if (!form || !formAssociated) doubt(closed);
      const others = [...guard.querySelectorAll(CONTROLS)];
      if (!form && !others.some((other) => isOurs(guard, other))) control = closed;
    }
  }
  if (!control || !isOurs(guard, control)) return undefined;
  const form = isSubmitter(control) ? control.form : undefined;
  if (
    event.type === 'auxclick' &&
    ((event as MouseEvent).button !== 1 || !control.matches('[href]'))
  )
    return undefined;
  if (event.type.endsWith('click'))
    return { kind: 'press', control, form, repeat: () => control.click() };
  // A control that is none to the browser may be operated by a listener for keys alone.
  if (control.matches(NATIVE) || !isPress(event)) return undefined;
  // Of what is inside, no key that a script sends presses anything.
  if (isClosed(control))
    return { kind: 'press', control, form: undefined, repeat: () => control.click() };
  const { key, code } = event as KeyboardEvent;
  const options = { key, code, bubbles: true, composed: true, cancelable: true };
  return {
    kind: 'press',
    control,
    form: undefined,
    repeat: () => {
      for (const type of ['keydown', 'keyup'])
        control.dispatchEvent(new KeyboardEvent(type, options));
    },
  };
};
