import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { asArguments, clusterStatements, clusterUrl, makeSecrets, serverSettings, type Secrets } from "./cluster.ts";
import type { Command } from "./guarded.ts";
import { filesOf, type PartPlan, type PartSetting } from "./plan.ts";
import { postgresPrograms, type PostgresPrograms } from "./postgres-programs.ts";
import { runShown } from "./run.ts";
import { runAs, unprivilegedUser, type SystemUser } from "./unprivileged.ts";
import type { Identity } from "./processes.ts";

const secretsFile = (folder: string): string => join(folder, "secrets.json");

/** The roles' passwords of a cluster that has been made. */
export const secretsIn = (folder: string): Secrets => JSON.parse(readFileSync(secretsFile(folder), "utf8")) as Secrets;

/** Connection string of the hub's own role, which owns its database and may make others. */
export const postgresUrl = (folder: string, port: number): string => clusterUrl(secretsIn(folder), "127.0.0.1", port);

interface Cluster {
  readonly setting: PartSetting;
  readonly programs: PostgresPrograms;
  readonly user: SystemUser | undefined;
}

const flags = (port: number): readonly string[] =>
  asArguments({
    ...serverSettings,
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    // Kept in the data folder, where a killed server's shared memory is removed with it.
    dynamic_shared_memory_type: "mmap",
  });

interface Invocation {
  readonly program: keyof PostgresPrograms;
  readonly args: readonly string[];
  readonly input?: string;
}

const command = ({ setting, programs, user }: Cluster, { program, args, input }: Invocation): Command => {
  const run = runAs(programs[program], user, [setting.folder]);
  return {
    name: "postgres",
    command: run.command,
    args: [...run.prefix, ...args],
    cwd: setting.folder,
    env: { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" },
    user: run.user,
    input,
    ...filesOf("postgres", setting),
    signal: "SIGINT",
    bound: 30_000,
  };
};

const give = (path: string, user: SystemUser | undefined): void => {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
};

const writeSecret = (cluster: Cluster, name: string, text: string): string => {
  const file = join(cluster.setting.folder, name);
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o600 });
  give(file, cluster.user);
  return file;
};

const initdb = (data: string, passwordFile: string): readonly string[] => [
  `--pgdata=${data}`,
  "--username=postgres",
  `--pwfile=${passwordFile}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
];

// Made under another name and renamed at the end: a cluster that was made by halves is made anew.
const initialise = async (cluster: Cluster): Promise<void> => {
  const { folder, onProgress } = cluster.setting;
  const data = join(folder, "data.new");
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  give(data, cluster.user);
  const secrets = makeSecrets();
  const passwordFile = writeSecret(cluster, "password", secrets.postgres);
  const input = writeSecret(cluster, "cluster.sql", clusterStatements(secrets));
  const make = command(cluster, { program: "initdb", args: initdb(data, passwordFile) });
  const single = ["--single", "-D", data, ...flags(cluster.setting.port), "-c", "exit_on_error=on", "postgres"];
  await runShown(make, "Making the PostgreSQL cluster", onProgress);
  await runShown(command(cluster, { program: "postgres", args: single, input }), "Making its databases", onProgress);
  for (const file of [passwordFile, input]) rmSync(file);
  writeFileSync(secretsFile(folder), JSON.stringify(secrets), { mode: 0o600 });
  await rename(data, join(folder, "data"));
};

const pidLines = (data: string): readonly string[] => {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
};

const worksIn = (pid: string, folder: string): boolean => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
};

// PostgreSQL believes its pid file when any process of the same user has that number today, after a reboot say.
const dropStalePidFile = (data: string): void => {
  const pid = pidLines(data)[0];
  if (process.platform !== "linux" || pid === undefined || worksIn(pid, data)) return;
  rmSync(join(data, "postmaster.pid"), { force: true });
};

const isReady = (data: string, child: Identity): boolean => {
  const lines = pidLines(data);
  return lines[0]?.trim() === String(child.pid) && lines[7]?.trim() === "ready";
};

/** PostgreSQL with the hub's and the registry's databases, made on the first start. */
export const planPostgres = async (setting: PartSetting): Promise<PartPlan> => {
  const cluster: Cluster = { setting, programs: await postgresPrograms(), user: unprivilegedUser() };
  const data = join(setting.folder, "data");
  if (!existsSync(data)) await initialise(cluster);
  dropStalePidFile(data);
  return {
    name: "postgres",
    command: command(cluster, { program: "postgres", args: ["-D", data, ...flags(setting.port)] }),
    isReady: (child) => Promise.resolve(isReady(data, child)),
    // The last server processes of a killed server are still on their way out.
    mayPass: /pre-existing shared memory block|lock file "postmaster.pid" already exists/,
  };
};
