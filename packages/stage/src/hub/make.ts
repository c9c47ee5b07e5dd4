import type { Environment } from "./config.ts";
import type { OpenHub } from "./hub.ts";
import type { Running } from "./running.ts";

/** Makes a service from its environment, on ports that are opened for it. */
export type Make = (env: Environment, open?: OpenHub) => Promise<Running>;
