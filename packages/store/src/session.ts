import pg from "pg";
import { corkForTurn } from "./corked.ts";
import { constraintFailure, isConstraint, storeFailure } from "./failure.ts";

/** What a statement may take; bytes go over the wire in binary. */
export type Parameter = string | number | boolean | null | Uint8Array;

/** A statement that each connection prepares once under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  /** The table that a refused row is told with; the statement's name where absent. */
  readonly table?: string;
}

/** Runs statements on one connection or on any of the pool's. */
export interface Session {
  readonly rows: <Row>(statement: Statement, values: ReadonlyArray<Parameter>) => Promise<ReadonlyArray<Row>>;
  /** Number of rows that the statement touched. */
  readonly count: (statement: Statement, values: ReadonlyArray<Parameter>) => Promise<number>;
}

type Runner = Pick<pg.ClientBase, "query">;

const int8 = 20;

/** Positions and counts stay below 2^53, so int8 comes as a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? "text"),
};

export interface ConnectionOptions {
  readonly url: string;
  readonly applicationName: string;
}

/** Settings of every connection: a stuck session must not hold a lock for ever, a dead server must be noticed. */
export const clientConfig = ({ url, applicationName }: ConnectionOptions): pg.ClientConfig => ({
  connectionString: url,
  application_name: applicationName,
  types,
  keepAlive: true,
  connectionTimeoutMillis: 5_000,
  statement_timeout: 60_000,
  query_timeout: 70_000,
  idle_in_transaction_session_timeout: 15_000,
});

const bytesAsBuffer = (value: Parameter): string | number | boolean | null | Buffer =>
  value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;

const run = async (runner: Runner, statement: Statement, values: ReadonlyArray<Parameter>): Promise<pg.QueryResult> => {
  const { name, text, table } = statement;
  corkForTurn(runner);
  try {
    return await runner.query({ name, text, values: values.map(bytesAsBuffer) });
  } catch (error) {
    throw isConstraint(error) ? constraintFailure(table ?? name, error) : storeFailure(name, error);
  }
};

/** A session over a client or a pool. */
export const makeSession = (runner: Runner): Session => ({
  rows: async (statement, values) => (await run(runner, statement, values)).rows,
  count: async (statement, values) => (await run(runner, statement, values)).rowCount ?? 0,
});

/** Runs one parameterless command, such as `begin`; answers what the server says it did. */
export const command = async (runner: Runner, text: string): Promise<string> => {
  corkForTurn(runner);
  try {
    return (await runner.query(text)).command;
  } catch (error) {
    throw storeFailure(text, error);
  }
};
