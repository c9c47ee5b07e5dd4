import type { Parts, PartsOptions } from "./parts.ts";

/** The parts in containers. */
export const startContainers = (_options: PartsOptions): Promise<Parts> =>
  Promise.reject(new Error("Containers are not supported yet."));
