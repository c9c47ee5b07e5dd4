import type { Parts, PartsOptions } from "./parts-port.ts";

/** Starts the parts: on this machine, or in containers where SAMVIRKE_TEST_PARTS says so. */
export const startParts = async (options: PartsOptions): Promise<Parts> => {
  if (process.env["SAMVIRKE_TEST_PARTS"] === "containers") {
    const { startContainers } = await import("./containers.ts");
    return startContainers(options);
  }
  const { startLocalParts } = await import("./local-parts.ts");
  return startLocalParts(options);
};
