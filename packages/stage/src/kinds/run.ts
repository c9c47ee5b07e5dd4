import { explainDecodeFailure } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";
import type { Running } from "../hub/running.ts";
import type { StageDefinition } from "../definition.ts";
import { runStage } from "../run-stage.ts";
import type { StageDeps } from "../run-stage.ts";

/** Reads the stage that a PersonRedriven names. */
export const redriveStage =
  ({ codec }: Hub): StageDeps["redriveStage"] =>
  (record) => {
    const redriven = codec.decodeAs("PersonRedriven", record);
    return E.isLeft(redriven)
      ? E.left({ reason: "contract", detail: explainDecodeFailure(redriven.left) })
      : E.right(redriven.right.value.stage);
  };

/** How much a stage takes at once; less of it keeps the memory of a heavy stage small. */
export type Appetite = Pick<StageDeps, "concurrency" | "maxBatch" | "maxChunk" | "paceMs">;

/** For stages that nobody waits for within the second: fewer transactions, each with more in it. */
export const unhurried: Appetite = { paceMs: 100 };

/** Runs a stage on a hub's ports. */
export const runDefinition = async <P, S>(
  hub: Hub,
  definition: StageDefinition<P, S>,
  appetite: Appetite = {},
): Promise<Running> => {
  if (hub.collect) return hub.collect(definition);
  const { log, store, clock, observe } = hub;
  const running = runStage(definition, { log, store, clock, observe, redriveStage: redriveStage(hub), ...appetite });
  // Whoever never looks at it must not be ended by it: `stop` is also called when another stage of the service failed.
  running.done.catch(() => undefined);
  return { stop: running.stop, ended: running.done };
};
