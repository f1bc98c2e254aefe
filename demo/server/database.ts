import pg from 'pg';

/** Runs one statement with parameters. */
export interface Queryable {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/**
 * The little that the server needs of PostgreSQL. Two implementations run the same SQL: PostgreSQL
 * itself over the network, and PGlite, which is PostgreSQL inside this process.
 */
export interface Database extends Queryable {
  /** Runs several statements without parameters. */
  run(sql: string): Promise<void>;
  /** Commits when the work resolves, rolls back when it throws. Inside, only `connection` may be used. */
  transaction<T>(work: (connection: Queryable) => Promise<T>): Promise<T>;
  /**
   * Hears notifications of a channel, from every process. After the connection was lost and is back,
   * `heard` is called with `undefined`: something may have been missed.
   *
   * @param lost called when the connection breaks
   * @returns the cancellation
   */
  listen(
    channel: string,
    heard: (payload: string | undefined) => void,
    lost: () => void,
  ): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/**
 * PostgreSQL in this process: in memory, or kept in a folder.
 *
 * @param options.dataDir the folder
 * @param options.image what the database begins with, as `dumpDataDir` of PGlite wrote it; empty if not stated
 */
export const openPGlite = async ({
  dataDir,
  image,
}: { readonly dataDir?: string | undefined; readonly image?: Blob } = {}): Promise<Database> => {
  // Loaded only when used: it is 10 MB of WebAssembly.
  const { PGlite } = await import('@electric-sql/pglite');
  const database = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(image === undefined ? {} : { loadDataDir: image }),
  });
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
      (await database.query<Row>(sql, [...parameters])).rows,
    run: async (sql) => void (await database.exec(sql)),
    transaction: (work) =>
      database.transaction((transaction) =>
        work({
          query: async <Row>(sql: string, parameters: readonly unknown[] = []) =>
            (await transaction.query<Row>(sql, [...parameters])).rows,
        }),
      ),
    listen: (channel, heard) => database.listen(channel, heard),
    close: () => database.close(),
  };
};

const RECONNECT = 500;

/** A PostgreSQL server, 14 or later. */
export const openPostgres = (url: string): Database => {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // An idle connection that breaks is replaced by the pool; nothing waits for it.
  pool.on('error', () => {});
  const rows =
    (client: pg.Pool | pg.PoolClient) =>
    async <Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
      (await client.query(sql, [...parameters])).rows as Row[];

  return {
    query: rows(pool),
    run: async (sql) => void (await pool.query(sql)),

    async transaction(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query('BEGIN');
        const result = await work({ query: rows(client) });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // A connection on which even this fails is not given back to others.
        await client.query('ROLLBACK').catch(() => (broken = true));
        throw error;
      } finally {
        client.release(broken);
      }
    },

    async listen(channel, heard, lost) {
      let client: pg.Client | undefined;
      let timer: NodeJS.Timeout | undefined;
      let stopped = false;
      const connect = async (): Promise<void> => {
        const next = new pg.Client({ connectionString: url });
        const gone = () => {
          if (stopped || client !== next) return;
          client = undefined;
          lost();
          timer = setTimeout(again, RECONNECT);
        };
        next.on('error', gone);
        next.on('end', gone);
        next.on('notification', (message) => heard(message.payload ?? ''));
        await next.connect();
        await next.query(`LISTEN "${channel.replaceAll('"', '""')}"`);
        if (stopped) await next.end();
        else client = next;
      };
      const again = () =>
        void connect().then(
          () => heard(undefined),
          () => {
            if (!stopped) timer = setTimeout(again, RECONNECT);
          },
        );
      await connect();
      return async () => {
        stopped = true;
        clearTimeout(timer);
        await client?.end();
      };
    },

    close: () => pool.end(),
  };
};

/** Whether a transaction lost against another one and may simply be tried again. */
export const isRace = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | undefined)?.code;
  // serialization_failure, deadlock_detected, unique_violation
  return code === '40001' || code === '40P01' || code === '23505';
};
