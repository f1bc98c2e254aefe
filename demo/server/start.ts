import { openPGlite, openPostgres } from './database.js';
import { docs } from '../docs/plugin.js';
import { buildPages } from './pages.js';
import { createServer } from './server.js';
import { GENUINE } from './signatures.js';

const FIRST_PORT = 5173;
const PORTS = 20;

const { env } = process;
const began = performance.now();
// Both take seconds, and neither needs the other.
const [folder, database] = await Promise.all([
  buildPages(undefined, [docs()]),
  env['DATABASE_URL']
    ? openPostgres(env['DATABASE_URL'])
    : openPGlite({ dataDir: env['DOORSTEP_DATA'] }),
]);
const server = await createServer({
  demo: env['DOORSTEP_DEMO'] !== '0',
  database,
  bankDelay: env['DOORSTEP_BANK_DELAY'] ? Number(env['DOORSTEP_BANK_DELAY']) : undefined,
  secret: env['DOORSTEP_SECRET'],
  // EASYPOST_WEBHOOK_SECRET and so on, by the names of the formats.
  carrierSecrets: Object.fromEntries(
    Object.keys(GENUINE).map((format) => [format, env[`${format.toUpperCase()}_WEBHOOK_SECRET`]]),
  ),
  alplineSecret: env['ALPLINE_SECRET'],
  pages: folder,
});

/** The port that was asked for, or the first free one. */
const listen = async (): Promise<string> => {
  const host = env['HOST'] ?? '127.0.0.1';
  if (env['PORT']) return (await server.listen(Number(env['PORT']), host)).url;
  for (let port = FIRST_PORT; ; port++) {
    try {
      return (await server.listen(port, host)).url;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= FIRST_PORT + PORTS)
        throw error;
    }
  }
};

console.log(`${await listen()}/ (ready in ${((performance.now() - began) / 1000).toFixed(1)} s)`);

const stop = () =>
  void server
    .close()
    .then(() => database.close())
    .then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
