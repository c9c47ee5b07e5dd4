import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const settings = JSON.parse(readFileSync(new URL("../settings.json", import.meta.url), "utf8"));

const matching = (folder, pattern) => {
  const expression = new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
  try {
    return readdirSync(folder).filter((name) => expression.test(name));
  } catch {
    return [];
  }
};

/** Folders that match a path with stars, one path element at a time. */
const expand = (pattern) =>
  pattern
    .replace(/^~/, homedir())
    .split("/")
    .slice(1)
    .reduce(
      (folders, part) =>
        folders.flatMap((folder) =>
          part.includes("*") ? matching(folder, part).map((name) => join(folder, name)) : [join(folder, part)],
        ),
      ["/"],
    );

const homesOnPath = () =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "java"))
    .filter((file) => existsSync(file))
    .map((file) => dirname(dirname(realpathSync(file))));

const folders = () => process.env.SAMVIRKE_JAVA_FOLDERS?.split(delimiter) ?? settings.javaFolders;

const candidates = () => [
  ...(process.env.JAVA_HOME ? [process.env.JAVA_HOME] : []),
  ...homesOnPath(),
  ...folders().flatMap(expand),
];

const majorOf = (version) => Number(/^(?:1\.)?(\d+)/.exec(version ?? "")?.[1] ?? 0);

const writtenVersion = (home) => {
  try {
    return majorOf(/^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(join(home, "release"), "utf8"))?.[1]);
  } catch {
    return 0;
  }
};

/** The major version that the runtime in this folder reports of itself; 0 when it does not run here. */
export const javaVersion = (home) => {
  const run = spawnSync(join(home, "bin", "java"), ["-XX:-UsePerfData", "-version"], { encoding: "utf8" });
  return run.status === 0 ? majorOf(/version "([^"]+)"/.exec(run.stderr)?.[1]) : 0;
};

const realHomes = () => {
  const runnable = candidates().filter((home) => existsSync(join(home, "bin", "java")));
  return [...new Set(runnable.map((home) => realpathSync(home)))];
};

/** True when the user's own surroundings name a Java: JAVA_HOME or PATH. */
export const hasOwnJava = () => Boolean(process.env.JAVA_HOME) || homesOnPath().length > 0;

const findNewest = () => {
  const found = realHomes().map((home) => ({ home, version: writtenVersion(home) || javaVersion(home) }));
  for (const { home } of found.sort((a, b) => b.version - a.version)) {
    const version = javaVersion(home);
    if (version > 0) return { home, version };
  }
  return undefined;
};

let newest;

/**
 * The newest Java on this machine among JAVA_HOME, PATH and the usual folders, as `{ home, version }`; undefined when none runs.
 * A written version orders them, but only a runtime that answers is believed: folders of another processor type lie about.
 */
export const newestJava = () => {
  newest ??= { java: findNewest() };
  return newest.java;
};
