import { fileURLToPath } from "node:url";
import { topics } from "@samvirke/contracts";
import { followUpPolicy2026 } from "@samvirke/domain";
import { openHub, readConfig, runDecider, withHub } from "@samvirke/stage";
import type { Hub, Make } from "@samvirke/stage";
import { commandsFor } from "./adapter/commands.ts";
import { publish } from "./adapter/outbound.ts";
import { readPepper } from "./adapter/pepper.ts";
import { answersKept, recordedReplies } from "./adapter/recorded.ts";
import { readBasis } from "./adapter/policy.ts";
import { fileRegistries } from "./adapter/registries/file.ts";
import { httpRegistries } from "./adapter/registries/http.ts";
import { localScanner } from "./adapter/scanner.ts";
import { snapshot } from "./adapter/snapshot.ts";
import { IntakeConfig } from "./config.ts";
import { causeOf, dayPassed, dueAfter, intake, passedBefore } from "./core/decide.ts";

const localFile = fileURLToPath(new URL("../../../infra/local/data/registries.json", import.meta.url));

const depsOf = async (hub: Hub, config: IntakeConfig) => {
  const { SAMVIRKE_REGISTRIES_URL: url, SAMVIRKE_REGISTRIES_FILE: file } = config;
  return {
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

/** Decides what becomes of received messages. */
export const make: Make = async (env, open = openHub) => {
  const config = readConfig(IntakeConfig, env);
  const hub = await open({ service: "intake", env });
  return withHub(
    hub,
    await runDecider(hub, {
      name: "intake",
      topic: topics.messages,
      to: topics.events,
      accepts: ["MessageReceived"],
      opens: ["case"],
      command: commandsFor(await depsOf(hub, config)),
      decider: intake,
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
    }),
  );
};
