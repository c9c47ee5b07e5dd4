import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folders of one drill: the hub's, and beside it the drill's own. */
export interface DrillFolder {
  readonly root: string;
  readonly hub: string;
  readonly ledger: string;
  readonly remove: () => void;
}

const tailLines = 4;

const tailOf = (folder: string, name: string): string => {
  const lines = readFileSync(join(folder, name), "utf8").trimEnd().split("\n").slice(-tailLines);
  return [`${name}:`, ...lines.map((line) => `  ${line.slice(0, 300)}`)].join("\n");
};

/** The ends of what the hub's processes logged, to be told when a drill cannot go on: its folder is gone then. */
export const logTails = ({ hub }: DrillFolder): string => {
  const folder = join(hub, "logs");
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".log") && name !== "registry.log");
    return names.map((name) => tailOf(folder, name)).join("\n");
  } catch {
    return "";
  }
};

/** Makes a folder for a drill. */
export const makeFolder = (): DrillFolder => {
  const root = mkdtempSync(join(tmpdir(), "samvirke-drill-"));
  const [hub, own] = [join(root, "hub"), join(root, "drill")];
  mkdirSync(hub, { mode: 0o755 });
  mkdirSync(own, { mode: 0o700 });
  return {
    root,
    hub,
    ledger: join(own, "ledger.jsonl"),
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
};
