import { topics } from "@samvirke/contracts";
import { openHub, runProjector, together, unhurried, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import type { Decision } from "./core/decided.ts";
import { projectDecided } from "./core/decided.ts";
import { projectReceived } from "./core/received.ts";
import { tables } from "./core/tables.ts";
import { projectWritten } from "./core/written.ts";

const home = { schema: "view_case", tables, opens: [] as const, appetite: unhurried };
const decisions = ["SickLeaveCertified", "SickLeaveRejected", "MessageUnreadable", "MessageRefused"] as const;

/** Keeps the status of every message and the outbox: four stages, whose folds commute. */
export const make: Make = async (env) => {
  const hub = await openHub({ service: "case-projector", env });
  await hub.store.createTables(home.schema, home.tables);
  const stages = await Promise.all([
    runProjector<"MessageReceived", never>(hub, {
      ...home,
      name: "case-messages",
      topic: topics.messages,
      accepts: ["MessageReceived"],
      project: projectReceived,
    }),
    runProjector<Decision, never>(hub, {
      ...home,
      name: "case-events",
      topic: topics.events,
      accepts: decisions,
      project: projectDecided,
    }),
    runProjector<"OutboundMessage", never>(hub, {
      ...home,
      name: "case-receipts",
      topic: topics.receiptOutbound,
      accepts: ["OutboundMessage"],
      project: projectWritten("receipt"),
    }),
    runProjector<"OutboundMessage", never>(hub, {
      ...home,
      name: "case-welfare",
      topic: topics.welfareOutbound,
      accepts: ["OutboundMessage"],
      project: projectWritten("welfare"),
    }),
  ]);
  return withHub(hub, together(stages));
};
