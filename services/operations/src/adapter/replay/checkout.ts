import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Candidate } from "../../core/replay/wish.ts";

const run = promisify(execFile);

/** This checkout. */
export const ownRoot = fileURLToPath(new URL("../../../../../", import.meta.url));

/** A checkout to run services of, for as long as it is needed. */
export interface Checkout {
  readonly root: string;
  /** The commit, where it is known. */
  readonly commit: string | undefined;
  readonly leave: () => Promise<void>;
}

/** A candidate that is not there; the message names no path. */
export class NoCandidate extends Error {
  override readonly name = "NoCandidate";
}

const stay = (): Promise<void> => Promise.resolve();

const scope = "@samvirke";
const rooms = ["packages", "services"] as const;

// The installed packages serve the candidate too; the house's own it brings itself.
const linkModules = async (root: string): Promise<void> => {
  const [own, theirs] = [join(ownRoot, "node_modules"), join(root, "node_modules")];
  await mkdir(join(theirs, scope), { recursive: true });
  for (const name of await readdir(own)) if (name !== scope) await symlink(join(own, name), join(theirs, name));
  for (const room of rooms)
    for (const name of await readdir(join(root, room)))
      await symlink(join(root, room, name), join(theirs, scope, name));
  await symlink(join(root, "schemas"), join(theirs, scope, "schemas")).catch(() => undefined);
};

const commitOf = async (root: string, ref: string): Promise<string | undefined> => {
  try {
    return (await run("git", ["-C", root, "rev-parse", "--verify", `${ref}^{commit}`])).stdout.trim();
  } catch {
    return undefined;
  }
};

const checkOut = async (ref: string): Promise<Checkout> => {
  const commit = await commitOf(ownRoot, ref);
  if (commit === undefined) throw new NoCandidate(`there is no commit ${ref} in this repository`);
  const folder = await mkdtemp(join(tmpdir(), "samvirke-candidate-"));
  const root = join(folder, "checkout");
  const leave = async (): Promise<void> => {
    await run("git", ["-C", ownRoot, "worktree", "remove", "--force", root]).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await run("git", ["-C", ownRoot, "worktree", "add", "--detach", root, commit]);
    await linkModules(root);
    return { root, commit, leave };
  } catch (error) {
    await leave();
    throw error;
  }
};

/** Makes the candidate ready to run. Rejects with NoCandidate where there is none. */
export const openCandidate = async (candidate: Candidate): Promise<Checkout> => {
  if (candidate.kind === "ref") return checkOut(candidate.ref);
  const root = candidate.kind === "folder" ? candidate.folder : ownRoot;
  if (!existsSync(join(root, "services", "intake", "src", "main.ts")))
    throw new NoCandidate("the folder holds no checkout of the hub");
  return { root, commit: await commitOf(root, "HEAD"), leave: stay };
};
