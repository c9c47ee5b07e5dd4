import { topics } from "@samvirke/contracts";
import { referralBytes } from "@samvirke/domain";
import { openHub, runFoldingProjector, runProjector, together, unhurried, withHub } from "@samvirke/stage";
import type { Hub, Make, Running } from "@samvirke/stage";
import type { Accepted, Memory } from "./core/events.ts";
import { accepted, blank, projectEvent } from "./core/events.ts";
import { projectReceived } from "./core/received.ts";
import { tables } from "./core/tables.ts";
import { projectWritten } from "./core/written.ts";

const home = { schema: "view_case", tables, opens: [] as const, appetite: unhurried };

// One stage for each topic of documents.
const outboxes = [
  { name: "case-receipts", topic: topics.receiptOutbound, noted: "receipt" },
  { name: "case-welfare", topic: topics.welfareOutbound, noted: "welfare" },
  { name: "case-health", topic: topics.healthOutbound, noted: "health" },
  { name: "case-employer", topic: topics.employerOutbound, noted: "employer" },
] as const;

const runOutbox = (hub: Hub, { name, topic, noted }: (typeof outboxes)[number]): Promise<Running> =>
  runProjector<"OutboundMessage", never>(hub, {
    ...home,
    name,
    topic,
    accepts: ["OutboundMessage"],
    project: projectWritten(noted),
  });

/** Keeps the status of every message, the cases and the outbox: six stages, whose folds commute. */
export const make: Make = async (env, open = openHub) => {
  const hub = await open({ service: "case-projector", env });
  await hub.store.createTables(home.schema, home.tables);
  const stages = await Promise.all([
    runProjector<"MessageReceived", never>(hub, {
      ...home,
      name: "case-messages",
      topic: topics.messages,
      accepts: ["MessageReceived"],
      project: projectReceived,
    }),
    runFoldingProjector<Accepted, "case" | "work", Memory>(hub, {
      ...home,
      name: "case-events",
      topic: topics.events,
      accepts: accepted,
      opens: ["case", "work"],
      folds: accepted,
      initial: blank,
      ...referralBytes,
      project: projectEvent,
    }),
    ...outboxes.map((outbox) => runOutbox(hub, outbox)),
  ]);
  return withHub(hub, together(stages));
};
