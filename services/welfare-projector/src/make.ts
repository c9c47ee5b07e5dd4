import { topics } from "@samvirke/contracts";
import { referralBytes, referralTypes } from "@samvirke/domain";
import { openHub, runFoldingProjector, withHub } from "@samvirke/stage";
import type { Make } from "@samvirke/stage";
import type { Accepted, Memory } from "./core/projection.ts";
import { accepted, blank, project, tables } from "./core/projection.ts";

/** Keeps the welfare side's views. */
export const make: Make = async (env, open = openHub) => {
  const hub = await open({ service: "welfare-projector", env });
  return withHub(
    hub,
    await runFoldingProjector<Accepted, "case", Memory>(hub, {
      name: "welfare-projector",
      topic: topics.events,
      schema: "view_welfare",
      tables,
      feed: topics.welfareChanges,
      accepts: accepted,
      opens: ["case"],
      // A deadline or a consent of a referral that is not welfare's own is not told.
      folds: [...referralTypes, "DeadlineReached", "SharingConsentRecorded", "PersonIdentityLinked"],
      initial: blank,
      ...referralBytes,
      project,
    }),
  );
};
