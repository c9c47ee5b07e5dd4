import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startParts } from "@samvirke/local";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string;
    readonly kafkaBrokers: ReadonlyArray<string>;
    readonly registryUrl: string;
  }
}

/** One broker, registry and database for all tests of this run, on free ports, in a folder of their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "samvirke-test-"));
  const parts = await startParts({ folder, fast: true });
  project.provide("postgresUrl", parts.postgres.url);
  project.provide("kafkaBrokers", [...parts.kafka.brokers]);
  project.provide("registryUrl", parts.registry.url);
  return async () => {
    await parts.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
