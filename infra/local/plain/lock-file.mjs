import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { identityOf, isAlive } from "./processes.mjs";

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
};

const holderIn = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const apart = () => `${process.pid}.${Math.random().toString(36).slice(2)}`;

// Written apart and linked into place: nobody ever reads half a lock, and the link fails when there is one.
const tryCreate = (file, text) => {
  const own = `${file}.${apart()}`;
  writeFileSync(own, text, { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
};

// Renaming is what only one can do. Whoever finds that he moved a newer lock than the one he judged puts it back.
const removeStale = (file, judged) => {
  const aside = `${file}.${apart()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== judged) tryCreate(file, read(aside) ?? "");
  rmSync(aside, { force: true });
};

/** Who holds the lock, with what he wrote into it; undefined when nobody does or the holder is dead. */
export const lockHolder = (file) => {
  const holder = holderIn(read(file) ?? "");
  return holder !== undefined && isAlive(holder) ? holder : undefined;
};

/**
 * Takes a lock file at once, or not: `{ release }`, or `{ holder }` who lives.
 * A lock whose holder is dead, after a reboot or a kill -9, is taken over.
 */
export const tryLock = (file, facts = {}) => {
  mkdirSync(dirname(file), { recursive: true });
  const own = JSON.stringify({ ...identityOf(process.pid), ...facts });
  for (;;) {
    if (tryCreate(file, own)) {
      return {
        release: () => {
          if (read(file) === own) rmSync(file, { force: true });
        },
      };
    }
    const text = read(file);
    const holder = holderIn(text ?? "");
    if (holder !== undefined && isAlive(holder)) return { holder };
    if (text !== undefined) removeStale(file, text);
  }
};
