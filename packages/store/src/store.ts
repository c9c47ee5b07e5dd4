import type {
  ArchiveId,
  Instant,
  LogRecord,
  PersonId,
  RelayStore,
  StageReport,
  StageStore,
  Table,
  Topic,
  TopicStore,
} from "@samvirke/kernel";
import pg from "pg";
import { readArchive } from "./archive.ts";
import type { ArchiveEntry } from "./archive.ts";
import { checkpoint } from "./checkpoint.ts";
import { control, report, reports, setControl } from "./control.ts";
import type { ControlWish } from "./control.ts";
import { discarded } from "./discards.ts";
import { makeJoined } from "./joined.ts";
import { lock } from "./lock.ts";
import { allHeads, createTopics, heads, idAt, readLog, readPerson, recordedAt } from "./log.ts";
import { migrate } from "./migrate.ts";
import type { Migrations } from "./migrate.ts";
import { clockDay, lags, relayHints, saveRelayHints, settings } from "./operations.ts";
import type { StageLag } from "./operations.ts";
import { operationsReads } from "./operations-reads.ts";
import type { OperationsReads } from "./operations-reads.ts";
import { parked, parkedCounts } from "./parking.ts";
import type { ParkedCount } from "./parking.ts";
import { findPersons, wrappedSecrets } from "./persons.ts";
import type { WrappedSecret } from "./persons.ts";
import { makeRuns } from "./runs.ts";
import type { Runs } from "./runs.ts";
import { makeTypeCatalogue } from "./row-change.ts";
import { answerReseed, readReseed } from "./reseeds.ts";
import type { Reseed } from "./reseeds.ts";
import { createTables } from "./tables.ts";
import { clientConfig, makeSession } from "./session.ts";
import type { Session } from "./session.ts";
import { transact } from "./transact.ts";
import { answerTrial, takeTrials } from "./trials.ts";
import { makeTransaction } from "./transaction.ts";
import type { StoreTransaction } from "./transaction.ts";
import { listen, makeNotifier } from "./wake.ts";
import { findWireId } from "./wire-ids.ts";
import type { OnProblem } from "./wake.ts";

export interface StoreOptions {
  readonly url: string;
  readonly applicationName: string;
  /** Most connections of the pool; wake, listeners and locks have their own. */
  readonly poolSize?: number;
  readonly onProblem?: OnProblem;
}

/** PostgreSQL as the hub uses it. */
export interface Store extends Omit<StageStore, "transact">, RelayStore, TopicStore, OperationsReads {
  /** Brings the hub's schema, or a projector's own, up to date. */
  readonly migrate: (migrations?: Migrations) => Promise<void>;
  /** One transaction, read committed; rolled back when `work` rejects. */
  readonly transact: <A>(work: (transaction: StoreTransaction) => Promise<A>) => Promise<A>;
  /** Creates a projection's schema and tables and adds columns that are new. */
  readonly createTables: (schema: string, tables: ReadonlyArray<Table>) => Promise<void>;
  /** A statement of a service's own queries; never for effects of a stage. */
  readonly query: Session["rows"];
  readonly readPerson: (topic: Topic, person: PersonId) => Promise<ReadonlyArray<LogRecord>>;
  readonly recordedAt: (topic: Topic, partition: number, position: number) => Promise<Instant | undefined>;
  readonly readArchive: (ids: ReadonlyArray<ArchiveId>) => Promise<ReadonlyMap<ArchiveId, ArchiveEntry>>;
  readonly findWireId: (alias: Uint8Array) => Promise<ArchiveId | undefined>;
  readonly findPersons: (hmacs: ReadonlyArray<Uint8Array>) => Promise<ReadonlyArray<PersonId | undefined>>;
  readonly wrappedSecrets: (persons: ReadonlyArray<PersonId>) => Promise<ReadonlyArray<WrappedSecret>>;
  readonly parkedOf: (stage: string, person: PersonId) => ReturnType<typeof parked>;
  readonly parkedCounts: () => Promise<ReadonlyArray<ParkedCount>>;
  /** Places of replays, apart from everything that lives. */
  readonly runs: Runs;
  readonly setControl: (wish: ControlWish) => Promise<void>;
  readonly reports: () => Promise<ReadonlyArray<StageReport>>;
  readonly lags: () => Promise<ReadonlyArray<StageLag>>;
  readonly reseed: (topic: Topic) => Promise<Reseed | undefined>;
  readonly clockDay: () => Promise<number | undefined>;
  /** fsync, synchronous_commit and full_page_writes as the server has them. */
  readonly settings: () => Promise<Readonly<Record<string, string>>>;
  readonly close: () => Promise<void>;
}

const silent = (): void => undefined;

const makePool = (options: StoreOptions, onProblem: OnProblem): pg.Pool => {
  const pool = new pg.Pool({
    ...clientConfig(options),
    max: options.poolSize ?? 8,
    idleTimeoutMillis: 60_000,
    // Statements that do not wait for each other's answers share a round trip.
    pipeline: true,
  });
  pool.on("error", () => onProblem("connection-lost"));
  // A connection that breaks while in use rejects its query; without a listener it would end the process as well.
  pool.on("connect", (client) => client.on("error", silent));
  return pool;
};

type Reads = Omit<
  Store,
  "migrate" | "transact" | "runs" | "wake" | "lock" | "listen" | "createTopics" | "createTables" | "close"
>;

const makeReads = (session: Session): Reads => ({
  ...operationsReads(session),
  query: session.rows,
  checkpoint: (stage, topic, partition) => checkpoint(session, { stage, topic, partition }),
  heads: (topic) => heads(session, topic),
  idAt: (topic, partition, position) => idAt(session, { topic, partition, position }),
  allHeads: () => allHeads(session),
  control: (stage) => control(session, stage),
  report: (told) => report(session, told),
  discarded: (of) => discarded(session, of),
  takeTrials: (stage) => takeTrials(session, stage),
  answerTrial: (answer) => answerTrial(session, answer),
  readLog: (topic, cursors, bound) => readLog(session, { topic, cursors, bound }),
  relayHints: (topic) => relayHints(session, topic),
  saveRelayHints: (topic, hints) => saveRelayHints(session, topic, hints),
  reseed: (topic) => readReseed(session, topic),
  answerReseed: (topic, state) => answerReseed(session, topic, state),
  readPerson: (topic, person) => readPerson(session, topic, person),
  recordedAt: (topic, partition, position) => recordedAt(session, { topic, partition, position }),
  readArchive: makeJoined((ids) => readArchive(session, ids)),
  findWireId: (alias) => findWireId(session, alias),
  findPersons: (hmacs) => findPersons(session, hmacs),
  wrappedSecrets: (persons) => wrappedSecrets(session, persons),
  parkedOf: (stage, person) => parked(session, stage, person),
  parkedCounts: () => parkedCounts(session),
  setControl: (wish) => setControl(session, wish),
  reports: () => reports(session),
  lags: () => lags(session),
  clockDay: () => clockDay(session),
  settings: () => settings(session),
});

/** Opens the store; connections are made when they are first needed. */
export const makeStore = (options: StoreOptions): Store => {
  const onProblem = options.onProblem ?? silent;
  const pool = makePool(options, onProblem);
  const notifier = makeNotifier(options, onProblem);
  const catalogue = makeTypeCatalogue();
  return {
    ...makeReads(makeSession(pool)),
    migrate: (migrations) => migrate(options, migrations),
    transact: (work) => transact(pool, (session, run) => work(makeTransaction(session, run, catalogue))),
    createTables: (schema, tables) => transact(pool, (session) => createTables(session, schema, tables)),
    createTopics: (topics) => transact(pool, (session) => createTopics(session, topics)),
    runs: makeRuns(pool),
    wake: notifier.wake,
    lock: (name) => lock(options, name),
    listen: (onWake) => listen(options, onWake, onProblem),
    close: async () => {
      await notifier.close();
      await pool.end();
    },
  };
};
