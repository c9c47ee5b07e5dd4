import { topics } from "@samvirke/contracts";
import type { LogPort } from "@samvirke/kernel";
import type { Store } from "@samvirke/store";
import type { PartFacts } from "../core/hub-status.ts";
import { inTime } from "./in-time.ts";

export interface PartsDeps {
  readonly store: Pick<Store, "settings">;
  readonly log: Pick<LogPort, "partitions">;
  readonly registryUrl: string;
}

const patienceMs = 2_500;

const asked = async (part: PartFacts["part"], work: Promise<unknown>): Promise<PartFacts> => {
  const began = performance.now();
  const answer = await inTime(
    work.then(() => true),
    patienceMs,
  );
  return { part, reachable: answer === true, ms: Math.round(performance.now() - began) };
};

const registryAnswers = async (url: string): Promise<void> => {
  const answer = await fetch(`${url}/subjects`, { signal: AbortSignal.timeout(patienceMs) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`status ${answer.status}`);
};

/** Asks each part something small. */
export const readParts = ({ store, log, registryUrl }: PartsDeps): Promise<ReadonlyArray<PartFacts>> =>
  Promise.all([
    asked("postgres", store.settings()),
    asked("kafka", log.partitions(topics.messages)),
    asked("registry", registryAnswers(registryUrl)),
  ]);
