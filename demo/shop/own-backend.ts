import { AdapterError, type Order, type OrderAdapter, type Outcome } from 'doorstep-elements';

/** What this shop's own service answers; yours has other names. */
type Mine = { now: string; number: string; due: string; zone: string; phone: string } & Pick<
  Order,
  'version' | 'shipments' | 'offers' | 'refunds'
>;

/** Your own backend, as it is. What you leave out is shown as unknown, never guessed. */
export const ownBackend: OrderAdapter = {
  async order(reference, { signal }) {
    const response = await fetch(`/api/orders/${encodeURIComponent(reference)}`, { signal });
    if (!response.ok) throw new AdapterError(response.status === 404 ? 'not-found' : 'unavailable');
    const { now, number, due, zone, phone, ...facts } = (await response.json()) as Mine;
    return {
      serverNow: now,
      order: {
        ...facts,
        reference: number,
        promises: [{ id: 'delivery', kind: 'by', before: due, timeZone: zone }],
        contacts: [{ kind: 'phone', value: phone }],
      },
    };
  },
  async act(command, { signal, attemptKey = '' }) {
    const response = await fetch('/api/claims', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': attemptKey },
      body: JSON.stringify(command),
      signal,
    });
    if (!response.ok) throw new AdapterError('unavailable');
    return { outcome: (await response.json()) as Outcome };
  },
};
