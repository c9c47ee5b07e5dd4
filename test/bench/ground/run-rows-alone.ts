import { topics } from "@samvirke/contracts";
import { openHub, runProjector, runService, withHub } from "@samvirke/stage";
import { blank, project, tables } from "@samvirke/health-projector/core";

// Certificates name their sender by aliases of their own.
const rowsOf = project(() => "");

await runService(async (env) => {
  const hub = await openHub({ service: "rows-alone", env });
  return withHub(
    hub,
    await runProjector<"SickLeaveCertified" | "SickLeaveRejected", "case">(hub, {
      name: "rows-alone",
      topic: topics.events,
      schema: "view_rows",
      tables,
      accepts: ["SickLeaveCertified", "SickLeaveRejected"],
      opens: ["case"],
      project: (fact) => rowsOf(fact, blank),
    }),
  );
});
