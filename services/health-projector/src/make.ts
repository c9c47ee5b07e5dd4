import { topics } from "@samvirke/contracts";
import { referralBytes, referralTypes } from "@samvirke/domain";
import { openHub, readConfig, readPartyAlias, runFoldingProjector, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { ProjectorConfig } from "./config.ts";
import type { Accepted, Memory } from "./core/projection.ts";
import { accepted, blank, project, tables } from "./core/projection.ts";

/** Keeps the health side's views. */
export const make: Make = async (env, open = openHub) => {
  const alias = await readPartyAlias(readConfig(ProjectorConfig, env).SAMVIRKE_PEPPER_FILE);
  const hub = await open({ service: "health-projector", env });
  return withHub(
    hub,
    await runFoldingProjector<Accepted, "case", Memory>(hub, {
      name: "health-projector",
      topic: topics.events,
      schema: "view_health",
      tables,
      feed: topics.healthChanges,
      accepts: accepted,
      opens: ["case"],
      folds: [...referralTypes, "PersonIdentityLinked"],
      initial: blank,
      ...referralBytes,
      project: project(alias),
    }),
  );
};
