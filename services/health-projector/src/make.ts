import { topics } from "@samvirke/contracts";
import { openHub, runProjector, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import type { Accepted } from "./core/projection.ts";
import { project, tables } from "./core/projection.ts";

/** Keeps the health side's view of certificates. */
export const make: Make = async (env) => {
  const hub = await openHub({ service: "health-projector", env });
  return withHub(
    hub,
    await runProjector<Accepted, "case">(hub, {
      name: "health-projector",
      topic: topics.events,
      schema: "view_health",
      tables,
      feed: topics.healthChanges,
      accepts: ["SickLeaveCertified", "SickLeaveRejected"],
      opens: ["case"],
      project,
    }),
  );
};
