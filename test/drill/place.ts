import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The folders of one drill: the hub's, and beside it the drill's own with the ledger. */
export interface DrillFolder {
  readonly root: string;
  readonly hub: string;
  readonly ledger: string;
  readonly remove: () => void;
}

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
