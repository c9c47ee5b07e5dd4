import { topics } from "@samvirke/contracts";
import { openHub, readConfig, readPartyAlias, runFoldingProjector, unhurried, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import { ProjectorConfig } from "./config.ts";
import type { Accepted, Memory } from "./core/projection.ts";
import { accepted, blank, memoryBytes, project, tables } from "./core/projection.ts";

/** Keeps the employers' views. */
export const make: Make = async (env, open = openHub) => {
  const alias = await readPartyAlias(readConfig(ProjectorConfig, env).SAMVIRKE_PEPPER_FILE);
  const hub = await open({ service: "employer-projector", env });
  return withHub(
    hub,
    await runFoldingProjector<Accepted, "case" | "work", Memory>(hub, {
      name: "employer-projector",
      topic: topics.events,
      schema: "view_employer",
      tables,
      feed: topics.employerChanges,
      appetite: unhurried,
      accepts: accepted,
      opens: ["case", "work"],
      folds: accepted,
      initial: blank,
      ...memoryBytes,
      project: project(alias),
    }),
  );
};
