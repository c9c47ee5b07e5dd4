import { E, fold } from "@samvirke/kernel";
import type { Decider } from "@samvirke/kernel";
import assert from "node:assert/strict";

/** `specification(decider)(...history).when(command).then(...events)`, `.thenNothing()` or `.thenRejected(rejection)`. */
export const specification =
  <C, Ev, S, R>(decider: Decider<C, Ev, S, R>) =>
  (...history: ReadonlyArray<Ev>) => ({
    when: (command: C) => {
      const decided = decider.decide(command, fold(decider.evolve)(decider.initial, history));
      return {
        then: (...events: ReadonlyArray<Ev>): void => assert.deepEqual(decided, E.right(events)),
        thenNothing: (): void => assert.deepEqual(decided, E.right([])),
        thenRejected: (rejection: R): void => assert.deepEqual(decided, E.left(rejection)),
      };
    },
  });
