/** What the customer pressed, kept so that the very same can be pressed again. */
export interface Activation {
  /** The control that was pressed, if one was. */
  readonly control: HTMLElement | undefined;
  readonly form: HTMLFormElement | undefined;
  readonly kind: 'press' | 'submit';
  readonly repeat: () => void;
}

const CONTROLS =
  'button,input[type=submit],input[type=button],input[type=image],[role=button],a[href]';
const NATIVE = 'button,input,a[href]';

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

/**
 * What an event would set off, if it is for this guard to hold. It is read from the event's path, so
 * that a button inside a component of the shop's own is found too.
 */
export const activationOf = (event: Event, guard: HTMLElement): Activation | undefined => {
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
  const control =
    submitter && holds(guard, submitter.form)
      ? submitter
      : guard.querySelector('form')
        ? undefined
        : inside.find((element) => element.matches(CONTROLS));
  if (!control || !isOurs(guard, control)) return undefined;
  const form = isSubmitter(control) ? control.form : undefined;
  if (
    event.type === 'auxclick' &&
    ((event as MouseEvent).button !== 1 || !control.matches('a[href]'))
  )
    return undefined;
  if (event.type.endsWith('click'))
    return { kind: 'press', control, form, repeat: () => control.click() };
  // A control that is none to the browser may be operated by a listener for keys alone.
  const { key, code } = event as KeyboardEvent;
  if (control.matches(NATIVE) || (key !== 'Enter' && key !== ' ')) return undefined;
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
