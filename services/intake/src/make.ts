import { fileURLToPath } from "node:url";
import { topics } from "@samvirke/contracts";
import { followUpPolicy2026 } from "@samvirke/domain";
import { openHub, readConfig, runCarrier, runDecider, together, withHub } from "@samvirke/stage";
import type { Hub, Make, Running } from "@samvirke/stage";
import { commandsOf } from "./adapter/all-commands.ts";
import { publish } from "./adapter/outbound.ts";
import { readPepper } from "./adapter/pepper.ts";
import { answersKept, recordedReplies } from "./adapter/recorded.ts";
import { readBasis } from "./adapter/policy.ts";
import { fileRegistries } from "./adapter/registries/file.ts";
import { httpRegistries } from "./adapter/registries/http.ts";
import { localScanner } from "./adapter/scanner.ts";
import { snapshot } from "./adapter/snapshot.ts";
import { IntakeConfig } from "./config.ts";
import { carry } from "./core/carry.ts";
import { causeOf, dayPassed, dueAfter, ground, intake, passedBefore } from "./core/decide.ts";

const localFile = fileURLToPath(new URL("../../../infra/local/data/registries.json", import.meta.url));

const depsOf = async (hub: Hub, config: IntakeConfig) => {
  const { SAMVIRKE_REGISTRIES_URL: url, SAMVIRKE_REGISTRIES_FILE: file } = config;
  return {
    hub,
    archive: hub.store,
    keyCache: hub.keyCache,
    precedents: hub,
    clock: hub.clock,
    scanner: localScanner,
    registries: url === undefined ? fileRegistries(file ?? localFile) : httpRegistries(url),
    pepper: await readPepper(config.SAMVIRKE_PEPPER_FILE),
    basis: await readBasis(config.SAMVIRKE_POLICY_FILE),
    followUpPolicy: followUpPolicy2026,
    ...(hub.collect === undefined ? {} : { recorded: recordedReplies(hub) }),
  };
};

const runCarrying = (hub: Hub): Promise<Running> =>
  runCarrier(hub, {
    name: "intake-carrier",
    topic: topics.events,
    to: topics.messages,
    accepts: "PersonIdentityLinked",
    writes: "PersonMerged",
    carry,
  });

/** Decides what becomes of received messages, and tells a merged person's survivor when there is a stream to take over. */
export const make: Make = async (env, open = openHub) => {
  const config = readConfig(IntakeConfig, env);
  const hub = await open({ service: "intake", env });
  const deciding = await runDecider(hub, {
    name: "intake",
    topic: topics.messages,
    to: topics.events,
    accepts: ["MessageReceived", "PersonMerged"],
    opens: ["case"],
    command: commandsOf(await depsOf(hub, config)),
    decider: intake,
    ground,
    appetite: { maxBatch: 200, maxChunk: 30 },
    cause: causeOf,
    publish,
    state: snapshot,
    answers: answersKept,
    days: {
      schema: "intake",
      due: dueAfter(followUpPolicy2026),
      pass: dayPassed(followUpPolicy2026),
      passedBefore: ({ receivedAt }) => passedBefore(receivedAt),
    },
  });
  // A replay reads what was carried in the log.
  const carrying = hub.collect === undefined ? [await runCarrying(hub)] : [];
  return withHub(hub, together([deciding, ...carrying]));
};
