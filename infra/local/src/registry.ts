import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureJava, ensureRegistry } from "./downloads.ts";
import { filesOf, javaEnvironment, javaOptions, type PartPlan, type PartSetting } from "./plan.ts";

/** Where the registry keeps its schemas, so that their ids survive a restart. */
export interface RegistryDatabase {
  readonly host: string;
  readonly port: number;
  readonly password: string;
}

/** The registry; without a database it keeps its schemas in memory. */
export interface RegistrySetting extends PartSetting {
  readonly database: RegistryDatabase | undefined;
}

/** The registry's settings that put its schemas into a database. */
export const registryStorage = (database: RegistryDatabase): Readonly<Record<string, string>> => ({
  APICURIO_STORAGE_KIND: "sql",
  APICURIO_STORAGE_SQL_KIND: "postgresql",
  APICURIO_DATASOURCE_URL: `jdbc:postgresql://${database.host}:${database.port}/registry`,
  APICURIO_DATASOURCE_USERNAME: "registry",
  APICURIO_DATASOURCE_PASSWORD: database.password,
});

/** The Confluent API of the registry. */
export const registryUrl = (host: string, port: number): string => `http://${host}:${port}/apis/ccompat/v7`;

/** True when the registry answers under its address. */
export const isRegistryReady = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/subjects`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};

/** Apicurio Registry as one Java process. */
export const planRegistry = async (setting: RegistrySetting): Promise<PartPlan> => {
  mkdirSync(join(setting.folder, "tmp"), { recursive: true });
  const program = join(await ensureRegistry(setting.onProgress), "quarkus-run.jar");
  return {
    name: "registry",
    command: {
      name: "registry",
      command: await ensureJava(setting.onProgress),
      args: [
        "-Xmx384m",
        ...javaOptions(setting),
        "-Dquarkus.http.host=127.0.0.1",
        `-Dquarkus.http.port=${setting.port}`,
        // Its metrics and health have a listener of their own, on every address and port 9000 unless told otherwise.
        "-Dquarkus.management.host=127.0.0.1",
        "-Dquarkus.management.port=0",
        "-Dquarkus.log.level=WARN",
        "-jar",
        program,
      ],
      cwd: setting.folder,
      env: { ...javaEnvironment(), ...(setting.database === undefined ? {} : registryStorage(setting.database)) },
      ...filesOf("registry", setting),
      signal: "SIGTERM",
      bound: 15_000,
    },
    isReady: () => isRegistryReady(registryUrl("127.0.0.1", setting.port)),
  };
};
