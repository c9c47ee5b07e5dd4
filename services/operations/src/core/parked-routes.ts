import type { Route } from "@samvirke/contracts";
import { parkReasons } from "@samvirke/kernel";
import { acting, id, inPath, query, reading, stage, uuid, whole } from "./route-parts.ts";
import { ref } from "./schemas.ts";

const ofStage = query("stage", "Of one stage only.");
const mostOf = query("limit", "Most lines.", whole(1, 10_000, 1_000));
const done = (name: Parameters<typeof ref>[0]) => ({ status: 200, schema: ref(name) });

const steering = (verb: "stop" | "continue" | "cancel", summary: string): Route =>
  acting(
    {
      path: `/v1/redrives/{id}/${verb}`,
      summary,
      parameters: [inPath("id", "The id of a redrive.", uuid)],
      problems: ["invalid-body", "not-found", "redrive-over"],
    },
    ref("Grounds"),
    done("Redrive"),
  );

/** Addresses about what is parked. */
export const parkedRoutes = {
  parked: reading(
    {
      path: "/v1/parked",
      summary: "Persons with parked records, oldest first; counts by stage, class and age; what each class asks for.",
      parameters: [
        ofStage,
        query("class", "Of one class only: that of the person's first parked record.", {
          type: "string",
          enum: [...parkReasons],
        }),
        mostOf,
      ],
      problems: ["invalid-parameter", "not-found"],
    },
    ref("ParkedPersons"),
  ),
  parkedOf: reading(
    {
      path: "/v1/parked/{stage}/{id}",
      summary: "What a stage has parked of a person: reasons and public parts.",
      parameters: [stage, id],
      problems: ["not-found", "nothing-parked"],
    },
    ref("ParkedRecords"),
  ),
  dryRun: acting(
    {
      path: "/v1/parked/dry-run",
      summary: "What would become of parked records with the code that runs now; nothing is kept.",
      parameters: [query("limit", "Most persons.", whole(1, 1_000, 100))],
      problems: ["invalid-body", "invalid-parameter", "nothing-parked"],
    },
    ref("Selection"),
    done("DryRun"),
  ),
  redrive: acting(
    {
      path: "/v1/parked/redrive",
      summary: "Sends parked records through again: of a person, a class, a stage, a list, or all.",
      problems: ["invalid-body", "nothing-parked", "redrive-under-way"],
    },
    ref("RedriveWish"),
    { status: 202, schema: ref("Begun") },
  ),
  discard: acting(
    {
      path: "/v1/parked/discard",
      summary: "Gives up one parked record for good; what waited behind it goes on.",
      problems: ["invalid-body", "nothing-parked", "redrive-under-way"],
    },
    ref("DiscardWish"),
    done("Discard"),
  ),
  discarded: reading(
    {
      path: "/v1/discarded",
      summary: "What was given up, by whom and why, newest first. Rebuilds pass these records by.",
      parameters: [ofStage, query("person", "Of one person only.", uuid), mostOf],
      problems: ["invalid-parameter", "not-found"],
    },
    ref("Discarded"),
  ),
  redrives: reading({ path: "/v1/redrives", summary: "The latest redrives, newest first." }, ref("Redrives")),
  redriveOf: reading(
    {
      path: "/v1/redrives/{id}",
      summary: "How far a redrive is, how quick, and how long it will take.",
      parameters: [id],
      problems: ["not-found"],
    },
    ref("Redrive"),
  ),
  stop: steering("stop", "Stops a redrive in the middle; it keeps its stages and can be continued."),
  continue: steering("continue", "Lets a stopped redrive go on where it was."),
  cancel: steering("cancel", "Ends a redrive; whoever was not sent yet stays parked."),
  journal: reading(
    {
      path: "/v1/journal",
      summary: "Who paused, resumed, redrove and discarded what, and why; newest first.",
      parameters: [ofStage, mostOf],
      problems: ["invalid-parameter", "not-found"],
    },
    ref("Journal"),
  ),
  metrics: reading(
    { path: "/internal/metrics", summary: "What is parked and being redriven, for a Prometheus scraper." },
    { type: "string" },
    "text/plain",
  ),
} as const satisfies Record<string, Route>;

/** Addresses that let a stage stand and go on. */
export const stageRoutes = {
  pause: acting(
    {
      path: "/v1/stages/{stage}/pause",
      summary: "Lets a stage stand until it is resumed.",
      parameters: [stage],
      problems: ["invalid-body", "not-found"],
    },
    ref("Grounds"),
    done("Control"),
  ),
  resume: acting(
    {
      path: "/v1/stages/{stage}/resume",
      summary: "Lets a paused stage go on.",
      parameters: [stage],
      problems: ["invalid-body", "not-found"],
    },
    ref("Grounds"),
    done("Control"),
  ),
} as const satisfies Record<string, Route>;
