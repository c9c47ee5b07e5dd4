import type { Command } from "./guarded.ts";
import type { PartName } from "./part-names.ts";
import type { Identity } from "./processes.ts";
import type { Progress } from "./run.ts";

/** What a part is told before it starts. */
export interface PartSetting {
  /** The part's own folder. */
  readonly folder: string;
  readonly logs: string;
  readonly run: string;
  readonly port: number;
  /** Start sooner at the cost of peak speed, for tests. */
  readonly fast: boolean;
  readonly onProgress: Progress;
}

/** A part made ready to run: its command, and how to know that it answers. */
export interface PartPlan {
  readonly name: PartName;
  readonly command: Command;
  readonly isReady: (child: Identity) => Promise<boolean>;
  /** What the log says when starting once more is the answer. */
  readonly mayPass?: RegExp;
}

/** Logs of the part to its own file, its pid beside those of the other parts. */
export const filesOf = (name: string, setting: PartSetting): Pick<Command, "log" | "pidFile"> => ({
  log: `${setting.logs}/${name}.log`,
  pidFile: `${setting.run}/${name}.pid`,
});

/** The environment of every Java: without a UTF-8 locale it cannot open a path with an ø. */
export const javaEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  HOME: process.env["HOME"],
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
});

/** Options of every Java: small, quiet, and nothing written outside its own folder. */
export const javaOptions = (setting: PartSetting): readonly string[] => [
  "-XX:+UseSerialGC",
  "-XX:-UsePerfData",
  "-Djava.io.tmpdir=tmp",
  "-Dlog4j2.disableJmx=true",
  ...(setting.fast ? ["-XX:TieredStopAtLevel=1"] : []),
];
