import { topics } from "@samvirke/contracts";
import { openHub, runProjector, runService, withHub } from "@samvirke/stage";
import type { Accepted } from "@samvirke/health-projector/core";
import { project, tables } from "@samvirke/health-projector/core";

await runService(async (env) => {
  const hub = await openHub({ service: "rows-alone", env });
  return withHub(
    hub,
    await runProjector<Accepted, "case">(hub, {
      name: "rows-alone",
      topic: topics.events,
      schema: "view_rows",
      tables,
      accepts: ["SickLeaveCertified", "SickLeaveRejected"],
      opens: ["case"],
      project,
    }),
  );
});
