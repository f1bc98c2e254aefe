import { AdapterError, type OrderAdapter } from 'doorstep-elements';

/** Your own backend, as it is. What you leave out is shown as unknown, never guessed. */
export const ownBackend: OrderAdapter = {
  async order(reference, { signal, locale }) {
    const response = await fetch(`/api/orders/${encodeURIComponent(reference)}?lang=${locale}`, { signal });
    if (!response.ok) throw new AdapterError(response.status === 404 ? 'not-found' : 'unavailable');
    const mine = await response.json();
    return {
      serverNow: mine.now,
      order: {
        reference: mine.number,
        version: mine.revision,
        promises: [
          { id: 'delivery', kind: 'by', before: mine.due, timeZone: mine.zone, madeAt: mine.placed },
        ],
        shipments: mine.parcels.map((parcel: { id: string; carrier: string; scans: unknown[] }) => ({
          id: parcel.id,
          carrier: { name: parcel.carrier },
          events: parcel.scans,
        })),
        offers: mine.remedies,
        refunds: mine.refunds,
        contacts: [{ kind: 'phone', value: mine.phone }],
      },
    };
  },
  async act(command, { signal, attemptKey }) {
    const response = await fetch('/api/claims', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': attemptKey! },
      body: JSON.stringify(command),
      signal,
    });
    return response.json();
  },
};
