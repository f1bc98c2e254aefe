/** Delivery times as a server writes them: controls of the page's own form, and then the picker's. */
import { expect } from '@open-wc/testing';
import { cellOf, heldUntil, NOW, pickerStates, slot, week } from '../../demo/picker-states.js';
import { AdapterError, type OrderAdapter } from '../../src/adapter/index.js';
import '../../src/elements/slot-picker/define.js';
import '../../src/i18n/locales/fr.js';
import type { SlotList } from '../../src/model/index.js';
import { focused, guard, one, place, plain, screen, settle, waitUntil } from './help.js';
import { put, write } from './served-first.js';

guard();

type Picker = HTMLElementTagNameMap['doorstep-slot-picker'];

const serve = async (
  lists: readonly SlotList[],
  language = 'en',
  more: Record<string, string> = {},
): Promise<string[]> =>
  (await write(
    lists.map((slots) => ({
      tag: 'doorstep-slot-picker',
      answer: { serverNow: NOW, slots },
      options: { language, styles: '', attributes: { name: 'slot', ...more } },
    })),
  )) as string[];

/** A form as a server writes it, with words below it. */
const stood = async (
  list = week(),
  more: Record<string, string> = {},
): Promise<{ form: HTMLFormElement; picker: Picker; below: HTMLElement }> => {
  const [markup] = await serve([list], 'en', more);
  const wrapper = place();
  wrapper.style.width = '375px';
  const form = put(wrapper, `<form>${markup}<p>Below</p></form>`) as HTMLFormElement;
  const picker = form.querySelector<Picker>('doorstep-slot-picker')!;
  await settle(picker);
  return { form, picker, below: form.querySelector(':scope > p')! };
};

const backend = (list: SlotList | undefined): OrderAdapter & { readonly acted: unknown[] } => {
  const acted: unknown[] = [];
  return {
    acted,
    order: () => Promise.reject(new AdapterError('not-found')),
    slots: () =>
      list
        ? Promise.resolve({ serverNow: NOW, slots: list })
        : Promise.reject(new AdapterError('unavailable')),
    act: (command) => {
      acted.push(command);
      return Promise.resolve({ serverNow: NOW, outcome: heldUntil('2026-11-23T11:32:00+01:00') });
    },
  };
};

const radio = (form: Element, slotId: string): HTMLInputElement | null =>
  form.querySelector(`input[value="${slotId}"]`);
const sent = (form: HTMLFormElement): string[] =>
  [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`);

describe('<doorstep-slot-picker> as a server writes it', () => {
  it('has what is free as radio buttons by day, why the rest is not, as of when, and a person', async () => {
    const { form, picker } = await stood();
    expect(picker.shadowRoot!.querySelector('[part="grid"]')).to.equal(null);
    const [, thursday, friday, saturday, sunday] = [...form.querySelectorAll('fieldset')].map(
      (each) => plain(each.textContent),
    );
    expect(screen(picker)).to.match(/^When shall we bring it\? Free times checked on Mon 23 Nov/);
    expect(screen(picker)).to.contain('Copied on Mon 23 Nov 2026 at 11:20, Central European Time.');
    expect(thursday).to.equal('Thursday 26 November 07:00–10:00 10:00–12:00 12:00–14:00: Full');
    expect(friday).to.equal('Friday 27 November 07:00–10:00: Full 10:00–12:00 12:00–14:00');
    expect(saturday).to.equal('Saturday 28 November You ruled out Saturdays');
    expect(sunday).to.equal('Sunday 29 November Alpline does not drive on Sundays');
    expect([...form.querySelectorAll('input')].map(({ value }) => value)).to.deep.equal([
      ...['26-7', '26-10', '27-10', '27-12', '30-7', '30-10', '30-12'],
    ]);
    expect(one(form, 'a')!.getAttribute('href')).to.equal('tel:0225550142');
    // R12
    expect(form.querySelector(':checked')).to.equal(null);
  });

  it('has dates only in every state, in English and in French, and nothing that a strict policy forbids', async () => {
    const lists = pickerStates.flatMap(({ lists: [first] }) =>
      first && typeof first === 'object' ? [first] : [],
    );
    for (const language of ['en', 'fr']) {
      const written = (await serve(lists, language)).filter((markup) => markup.includes('<p>'));
      expect(written).to.have.length.above(20);
      for (const markup of written) {
        const element = put(place(), markup);
        const text = plain(element.textContent);
        expect(text).to.match(/Copied on|Copie prise/);
        expect(text).not.to.match(
          /\b(today|tomorrow|yesterday|ago|just now|closed now|aujourd’hui|hier|il y a)\b|undefined/,
        );
        expect(markup).not.to.match(/ style=| on\w+=|<script|<style/);
      }
    }
  });

  it('R2, R3: what was too old when it was written, or of unknown age, says so', async () => {
    for (const observedAt of ['2026-11-23T10:00:00+01:00', undefined]) {
      const { picker } = await stood(week({ observedAt }));
      expect(screen(picker)).to.contain('Not sure.');
    }
  });

  it('R3: of an answer that does not say when it was nothing is written', async () => {
    const [markup] = (await write([
      {
        tag: 'doorstep-slot-picker',
        answer: { slots: week() },
        options: { styles: '', attributes: { name: 'slot' } },
      },
    ])) as string[];
    expect(markup).to.equal('<doorstep-slot-picker lang="en" name="slot"></doorstep-slot-picker>');
  });

  it('what the customer holds is chosen already, and held until when is said', async () => {
    const hold = { reference: 'SH-1', slotId: '27-10', until: '2026-11-23T11:32:00+01:00' };
    const { form, picker } = await stood(week({ hold }));
    expect(sent(form)).to.deep.equal(['slot=27-10']);
    expect(screen(picker)).to.contain('Held for you until Mon 23 Nov, 11:32.');
    const adapter = backend(week({ hold }));
    picker.adapter = adapter;
    await waitUntil(() => cellOf(picker, '27-10'));
    await settle(picker);
    expect(sent(form)).to.deep.equal(['slot=27-10', 'slot-hold=SH-1']);
    expect(adapter.acted, 'it is held already').to.deep.equal([]);
  });

  it('one choice is sent once, before the picker is alive and after; it is taken over and held', async () => {
    const { form, picker } = await stood(week(), { required: '' });
    expect(form.checkValidity()).to.equal(false);
    radio(form, '27-10')!.click();
    expect(sent(form)).to.deep.equal(['slot=27-10']);
    expect(form.checkValidity()).to.equal(true);
    const adapter = backend(week());
    picker.adapter = adapter;
    await waitUntil(() => cellOf(picker, '27-10'));
    await settle(picker);
    expect(picker.value).to.equal('27-10');
    expect(adapter.acted).to.deep.equal([{ type: 'hold', slot: '27-10' }]);
    expect(sent(form)).to.deep.equal(['slot=27-10', 'slot-hold=SH-1']);
    cellOf(picker, '26-7')!.click();
    await settle(picker);
    expect(sent(form)[0]).to.equal('slot=26-7');
    expect(screen(picker)).not.to.contain('Copied');
  });

  it('without a choice nothing is chosen by coming alive, and what is required is missing', async () => {
    const { form, picker } = await stood(week(), { required: '' });
    const adapter = backend(week());
    picker.adapter = adapter;
    await waitUntil(() => cellOf(picker, '27-10'));
    await settle(picker);
    expect(sent(form)).to.deep.equal([]);
    expect(form.checkValidity()).to.equal(false);
    expect(adapter.acted).to.deep.equal([]);
  });

  it('R2: what has been taken meanwhile is said, and nothing takes its place', async () => {
    const { form, picker } = await stood();
    radio(form, '30-7')!.click();
    picker.adapter = backend(
      week({ slots: [slot('30', 7, 10, { capacity: 0 }), slot('30', 10, 12)] }),
    );
    await waitUntil(() => cellOf(picker, '30-7'));
    await settle(picker);
    expect(screen(picker)).to.contain('Mon 30 Nov, 07:00–10:00 has just been taken.');
    expect(sent(form)).to.deep.equal([]);
  });

  it('R10: where the backend does not answer, what was served can still be chosen and sent', async () => {
    const { form, picker } = await stood(week(), { required: '' });
    picker.adapter = backend(undefined);
    await waitUntil(() => screen(picker).includes('The shop’s system does not answer.'));
    expect(screen(picker)).to.contain('Copied on');
    radio(form, '27-10')!.click();
    expect(form.checkValidity()).to.equal(true);
    expect(sent(form)).to.deep.equal(['slot=27-10']);
  });

  it('what was ticked before the times came counts, not what the page or Back had chosen', async () => {
    for (const more of [{ value: '26-7' }, {}] as Record<string, string>[]) {
      const { form, picker } = await stood(week(), more);
      if (!more['value']) picker.formStateRestoreCallback('26-7');
      expect(sent(form)).to.deep.equal(['slot=26-7']);
      radio(form, '27-10')!.click();
      // The engine may tell of it only now.
      if (!more['value']) picker.formStateRestoreCallback('26-7');
      const adapter = backend(week());
      picker.adapter = adapter;
      await waitUntil(() => cellOf(picker, '27-10'));
      await settle(picker);
      expect(sent(form)).to.deep.equal(['slot=27-10', 'slot-hold=SH-1']);
      expect(adapter.acted).to.deep.equal([{ type: 'hold', slot: '27-10' }]);
      // Left and come back to: the radio buttons do not bring it back.
      expect(form.querySelector(':checked')).to.equal(null);
    }
  });

  it('what is chosen already stands before what is held', async () => {
    const hold = { reference: 'SH-1', slotId: '27-10', until: '2026-11-23T11:32:00+01:00' };
    const { form } = await stood(week({ hold }), { value: '26-7' });
    expect(sent(form)).to.deep.equal(['slot=26-7']);
  });

  describe('where the picker cannot be drawn', () => {
    const fail = (picker: Picker): void => {
      Object.defineProperty(picker, 'render', {
        configurable: true,
        value: () => {
          throw new Error('cannot be drawn');
        },
      });
      picker.requestUpdate();
    };
    const heal = (picker: Picker): void => {
      Reflect.deleteProperty(picker, 'render');
      picker.requestUpdate();
    };

    it('one choice is sent once, and is what the served times show', async () => {
      const { form, picker } = await stood();
      radio(form, '27-10')!.click();
      picker.adapter = backend(week());
      await waitUntil(() => cellOf(picker, '26-7'));
      await settle(picker);
      cellOf(picker, '26-7')!.click();
      await settle(picker);
      fail(picker);
      await settle(picker);
      expect(sent(form)).to.deep.equal(['slot=26-7']);
      radio(form, '27-10')!.click();
      expect(sent(form)).to.deep.equal(['slot=27-10']);
      heal(picker);
      await settle(picker);
      expect(sent(form)).to.deep.equal(['slot=27-10', 'slot-hold=SH-1']);
    });

    it('what is disabled stays so', async () => {
      const { form, picker } = await stood();
      picker.adapter = backend(week());
      await waitUntil(() => cellOf(picker, '26-7'));
      picker.disabled = true;
      await settle(picker);
      fail(picker);
      await settle(picker);
      expect(radio(form, '27-10')!.matches(':disabled')).to.equal(true);
      picker.disabled = false;
      await settle(picker);
      radio(form, '27-10')!.click();
      expect(sent(form)).to.deep.equal(['slot=27-10']);
    });

    it('takes nothing over again and again', async () => {
      const { form, picker } = await stood();
      fail(picker);
      picker.adapter = backend(week());
      await settle(picker);
      const { length } = picker.shadowRoot!.adoptedStyleSheets;
      radio(form, '27-10')!.focus();
      for (let times = 0; times < 3; times++) {
        picker.requestUpdate();
        await settle(picker);
      }
      expect(focused()).to.equal(radio(form, '27-10'));
      expect(picker.shadowRoot!.adoptedStyleSheets).to.have.length(length);
      radio(form, '27-10')!.click();
      expect(sent(form)).to.deep.equal(['slot=27-10']);
    });
  });

  it('R2: what cannot be read is said to be left out, not that there is nothing', async () => {
    const unreadable = slot('26', 7, 10, { from: 'soon' });
    const twice = slot('27', 10, 12);
    for (const slots of [[unreadable], [unreadable, twice], [twice, twice]]) {
      const { picker } = await stood(week({ slots }));
      expect(screen(picker)).to.contain(
        'Some times cannot be read. They are left out, not guessed.',
      );
    }
    const { picker } = await stood();
    expect(screen(picker)).not.to.contain('cannot be read');
  });

  it('what is required is missing where nothing served can be chosen, and the form leads to a person', async () => {
    const { form, picker } = await stood(week({ slots: [slot('30', 7, 10, { capacity: 0 })] }), {
      required: '',
    });
    expect(form.checkValidity()).to.equal(false);
    expect(picker.validity.valueMissing).to.equal(true);
    picker.adapter = backend(undefined);
    await waitUntil(() => screen(picker).includes('The shop’s system does not answer.'));
    expect(picker.reportValidity()).to.equal(false);
    expect(focused()).to.equal(one(form, 'a'));
  });

  it('nothing can be chosen where the picker is disabled', async () => {
    const { form } = await stood(week(), { disabled: '' });
    expect(radio(form, '27-10')!.matches(':disabled')).to.equal(true);
    expect(form.checkValidity()).to.equal(true);
  });

  it('what is enabled again can be chosen again, and what is disabled cannot, with a backend or without', async () => {
    const { form, picker } = await stood(week(), { disabled: '' });
    const state = async (isDisabled: boolean): Promise<string[]> => {
      picker.disabled = isDisabled;
      await settle(picker);
      return sent(form);
    };
    expect(await state(false)).to.deep.equal([]);
    radio(form, '27-10')!.click();
    expect(sent(form)).to.deep.equal(['slot=27-10']);
    expect(await state(true)).to.deep.equal([]);
    expect(radio(form, '27-10')!.matches(':disabled')).to.equal(true);
    const adapter = backend(week());
    picker.adapter = adapter;
    await waitUntil(() => cellOf(picker, '27-10'));
    expect(await state(true)).to.deep.equal([]);
    expect(adapter.acted, 'nothing is held meanwhile').to.deep.equal([]);
    expect(await state(false)).to.deep.equal(['slot=27-10', 'slot-hold=SH-1']);
    expect(adapter.acted).to.deep.equal([{ type: 'hold', slot: '27-10' }]);
  });

  it('comes alive in a shadow root with the focus among the times', async () => {
    const { form, picker } = await stood();
    const host = place();
    host.attachShadow({ mode: 'open' }).append(form);
    radio(form, '27-10')!.focus();
    picker.adapter = backend(week());
    await waitUntil(() => cellOf(picker, '27-10'));
    await settle(picker);
    expect(focused()?.getAttribute('role')).to.equal('gridcell');
  });

  it('comes alive with nothing moved below it, and the focus among the times', async () => {
    const { form, picker, below } = await stood();
    radio(form, '27-10')!.focus();
    const { top } = below.getBoundingClientRect();
    picker.adapter = backend(week());
    await waitUntil(() => cellOf(picker, '27-10'));
    await settle(picker);
    expect(below.getBoundingClientRect().top).to.be.closeTo(top, 1);
    expect(focused()?.getAttribute('role')).to.equal('gridcell');
  });
});
