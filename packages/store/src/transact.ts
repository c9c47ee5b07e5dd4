import type pg from "pg";
import { storeFailure } from "./failure.ts";
import { command, makeSession } from "./session.ts";
import type { Session } from "./session.ts";

/** Runs a command such as `begin`; answers what the server says it did. */
export type RunCommand = (text: string) => Promise<string>;

const connect = async (pool: pg.Pool): Promise<pg.PoolClient> => {
  try {
    return await pool.connect();
  } catch (error) {
    throw storeFailure("connect", error);
  }
};

/** A commit after a statement that failed unseen is answered as a rollback, without an error. */
const commit = async (run: RunCommand): Promise<void> => {
  if ((await run("commit")) !== "COMMIT") throw storeFailure("commit", { code: "40000", message: "rolled back" });
};

const rollback = (run: RunCommand): Promise<boolean> =>
  run("rollback").then(
    () => true,
    () => false,
  );

/** One transaction, read committed; rolled back when the work rejects. A connection in doubt is thrown away. */
export const transact = async <A>(
  pool: pg.Pool,
  work: (session: Session, run: RunCommand) => Promise<A>,
): Promise<A> => {
  const client = await connect(pool);
  const run: RunCommand = (text) => command(client, text);
  // On a pipelined connection the first statements go out together with it.
  const begun = run("begin");
  begun.catch(() => undefined);
  try {
    const result = await work(makeSession(client), run);
    await begun;
    await commit(run);
    client.release();
    return result;
  } catch (error) {
    client.release(!(await rollback(run)));
    throw error;
  }
};

/** Runs work behind a savepoint: when it rejects, the transaction goes on as if nothing had been tried. */
export const behindSavepoint = async (run: RunCommand, work: () => Promise<void>): Promise<void> => {
  await run("savepoint attempt");
  try {
    await work();
  } catch (error) {
    await run("rollback to savepoint attempt");
    throw error;
  }
  await run("release savepoint attempt");
};
