/** A fresh database for tests: PostgreSQL in this process, read from an image, which takes a fourth of making one. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { openPGlite } from '../demo/server/database.js';
import type { Database } from '../demo/server/database.js';

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>;
};
const FOLDER = 'node_modules/.cache/doorstep-tests';
/** Empty, as PGlite makes it; another version makes its own. */
const IMAGE = `${FOLDER}/pglite-${devDependencies['@electric-sql/pglite']}.tar`;

const madeImage = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const database = await PGlite.create();
  const image = new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
  await database.close();
  mkdirSync(FOLDER, { recursive: true });
  // Test files run side by side: none may read what another has written half.
  writeFileSync(`${IMAGE}.${process.pid}`, image);
  renameSync(`${IMAGE}.${process.pid}`, IMAGE);
  return image;
};

const image = async (): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(readFileSync(IMAGE));
  } catch {
    return madeImage();
  }
};

export const openTestDatabase = async (): Promise<Database> =>
  openPGlite({ image: new Blob([await image()]) });
