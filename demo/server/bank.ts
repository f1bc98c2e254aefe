import { bankStep } from '../rules/index.js';
import type { ServerClock } from './clock.js';
import type { Database } from './database.js';
import { changed, enqueue, loadOrder, moveRefund } from './records.js';

interface Task {
  readonly id: string;
  readonly refund: string;
  readonly order: string;
}

/**
 * Takes what is due from the outbox, one transaction each, until nothing is left.
 *
 * Several processes may do so at once: a row that one has taken is skipped by the others. A process
 * that dies in between leaves its row as it was. The bank of this demo lives in the same database; a
 * real one is called with the refund's reference as its idempotency key, because that call may happen
 * twice while the row is marked done once.
 */
export const runBank = async (database: Database, clock: ServerClock): Promise<void> => {
  for (;;) {
    const worked = await database.transaction(async (connection) => {
      const now = clock.now();
      const [task] = await connection.query<Task>(
        `SELECT t.id::text AS id, t.refund_reference AS refund, b.order_reference AS order
         FROM outbox t
         JOIN refunds r ON r.reference = t.refund_reference
         JOIN obligations b ON b.id = r.obligation_id
         WHERE t.done_at IS NULL AND t.due_at <= $1 AND r.blocked IS NULL
         ORDER BY t.due_at, t.id LIMIT 1 FOR UPDATE OF t SKIP LOCKED`,
        [new Date(now).toISOString()],
      );
      if (!task) return false;
      const facts = await loadOrder(connection, task.order);
      const refund = facts?.refunds.find((candidate) => candidate.reference === task.refund);
      const next = refund && bankStep(refund, now);
      // A refund that was taken back meanwhile makes no step; its row is done all the same.
      if (refund && next && (await moveRefund(connection, refund.state, next))) {
        await enqueue(connection, next);
        await changed(connection, task.order);
      }
      await connection.query('UPDATE outbox SET done_at = $2 WHERE id = $1', [
        task.id,
        new Date(now).toISOString(),
      ]);
      return true;
    });
    if (!worked) return;
  }
};
