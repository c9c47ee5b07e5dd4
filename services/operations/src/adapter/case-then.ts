import { randomBytes } from "node:crypto";
import type { Problem } from "@samvirke/contracts";
import type { Either, Instant, PersonId, Topic } from "@samvirke/kernel";
import { E, partitionOf, personId } from "@samvirke/kernel";
import type { Environment } from "@samvirke/stage";
import type { Statement, Store } from "@samvirke/store";
import type { CaseDocument } from "../core/case.ts";
import { caseDocument } from "../core/case.ts";
import { invalid } from "../core/parameters.ts";
import { stages } from "../core/stages.ts";
import type { Moment } from "../core/then.ts";
import { factsThen } from "../core/then.ts";
import { findAsked, readFacts } from "./read-case.ts";
import type { CaseDeps } from "./read-case.ts";
import { told } from "./told.ts";
import { ownRoot } from "./replay/checkout.ts";
import { runWorker } from "./replay/worker.ts";

export interface ThenDeps extends CaseDeps {
  readonly store: CaseDeps["store"] & Pick<Store, "runs">;
  /** What the services are started with. */
  readonly env: Environment;
}

const takenStatement: Statement = {
  name: "operations_taken",
  text: `select date_part('epoch', recorded_at) * 1000 as at from hub.log where topic = $1 and partition = $2 and position = $3`,
};

const instantOf = async ({ store }: ThenDeps, moment: Moment): Promise<Instant | undefined> => {
  if (moment.by === "time") return moment.at;
  const place = [moment.topic, moment.partition, moment.position];
  const [row] = await store.query<{ at: number }>(takenStatement, place);
  return row && Math.round(row.at);
};

const headStatement: Statement = {
  name: "operations_head_then",
  text: `select position from hub.log
    where topic = $1 and partition = $2 and recorded_at <= to_timestamp($3::float8 / 1000) order by position desc limit 1`,
};

const headThen = async ({ store }: ThenDeps, topic: Topic, of: Then): Promise<number> => {
  const [row] = await store.query<{ position: number }>(headStatement, [topic, partitionOf(of.person), of.at]);
  return row?.position ?? -1;
};

interface Then {
  readonly person: PersonId;
  readonly at: Instant;
}

const services = ["case-projector", "health-projector", "welfare-projector"] as const;

const patienceMs = 100_000;

// One service after the other: they note in the same table which records they read.
const rowsThen = async (deps: ThenDeps, run: string, then: Then): Promise<void> => {
  const signal = AbortSignal.timeout(patienceMs);
  for (const service of services) {
    const own = stages.filter((stage) => stage.service === service);
    const untils = own.map(async ({ name, topic }) => {
      const head = await headThen(deps, topic, then);
      return [name, { [String(partitionOf(then.person))]: head }] as const;
    });
    const order = {
      run,
      appending: "counted" as const,
      everybody: false,
      stages: Object.fromEntries(await Promise.all(untils)),
    };
    await runWorker({ root: ownRoot, service, order, env: deps.env, onNews: () => undefined, signal });
    if (signal.aborted) throw new Error("the projectors took too long");
  }
};

/**
 * What was known of a case at a moment: the log's records up to it, and rows that the projectors make of those, in
 * isolation. Not found where the id names nothing.
 */
export const readCaseThen = async (
  deps: ThenDeps,
  id: string,
  moment: Moment,
): Promise<Either<Problem, CaseDocument>> => {
  const asked = await findAsked(deps.store, id);
  const person = asked && personId(asked.personId);
  if (!asked || !person) return E.left({ name: "not-found" });
  const at = await instantOf(deps, moment);
  if (at === undefined) return invalid("query:at", "a position that the log has");
  const run = `replay_${randomBytes(4).toString("hex")}`;
  await deps.store.runs.create(run, [person]);
  try {
    await rowsThen(deps, run, { person, at });
    const facts = await readFacts(deps, person, { before: `${run}_` });
    return E.right(told(caseDocument(asked, factsThen(facts, at)), at));
  } finally {
    await deps.store.runs.drop(run);
  }
};
