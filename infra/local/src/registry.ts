import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ensureJava, ensureRegistry } from "./downloads.ts";
import { filesOf, javaEnvironment, javaOptions, type PartPlan, type PartSetting } from "./plan.ts";

/** Where the registry keeps its schemas, so that their ids survive a restart. */
export interface RegistryDatabase {
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

/** The registry; without a database it keeps its schemas in memory. */
export interface RegistrySetting extends PartSetting {
  readonly database: RegistryDatabase | undefined;
}

const storage = (database: RegistryDatabase | undefined): NodeJS.ProcessEnv =>
  database === undefined
    ? {}
    : {
        APICURIO_STORAGE_KIND: "sql",
        APICURIO_STORAGE_SQL_KIND: "postgresql",
        APICURIO_DATASOURCE_URL: `jdbc:postgresql://127.0.0.1:${database.port}/${database.database}`,
        APICURIO_DATASOURCE_USERNAME: database.user,
        APICURIO_DATASOURCE_PASSWORD: database.password,
      };

/** The Confluent API of the registry. */
export const registryUrl = (port: number): string => `http://127.0.0.1:${port}/apis/ccompat/v7`;

const isReady = async (port: number): Promise<boolean> => {
  try {
    const answer = await fetch(`${registryUrl(port)}/subjects`, { signal: AbortSignal.timeout(2_000) });
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
      env: { ...javaEnvironment(), ...storage(setting.database) },
      ...filesOf("registry", setting),
      signal: "SIGTERM",
      bound: 15_000,
    },
    isReady: () => isReady(setting.port),
  };
};
