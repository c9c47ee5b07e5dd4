import { startProcess } from "../ground/process.ts";
import type { Mix } from "./bodies.ts";
import type { Step, StepResult } from "./open-loop.ts";

/** The load, seen from the run: a process that sends one step at a time. */
export interface Loader {
  readonly run: (rate: number, seconds: number, isListed?: boolean) => Promise<StepResult>;
  readonly stop: () => Promise<void>;
}

export interface LoaderOptions {
  readonly folder: string;
  readonly port: number;
  readonly token: string;
  /** The first synthetic person, and after how many the first one's turn comes again. */
  readonly first: number;
  readonly persons: number;
  /** certificates where left out. */
  readonly mix?: Mix;
}

export const startLoader = ({ folder, ...where }: LoaderOptions): Loader => {
  const target = { host: "127.0.0.1", connections: 256, mix: "certificates" satisfies Mix, ...where };
  const child = startProcess({
    name: `load-${where.port}`,
    entry: "test/bench/load/main.ts",
    args: [JSON.stringify(target)],
    folder,
  });
  return {
    run: async (rate, seconds, isListed = false) => {
      const step: Step = { rate, seconds, isListed };
      child.ask(step);
      return child.answer<StepResult>();
    },
    stop: child.stop,
  };
};
