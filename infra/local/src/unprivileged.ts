import { accessSync, constants, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** A user of this system. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const userNamed = (name: string): SystemUser | undefined => {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((row) => row.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
};

/** Whom PostgreSQL runs as: nobody special for root, since it refuses root; undefined for everybody else, who run it themselves. */
export const unprivilegedUser = (): SystemUser | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const user = userNamed("postgres") ?? userNamed("nobody");
  if (user === undefined)
    throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody. Start as another user.");
  return user;
};

const othersMayEnter = (folder: string, user: SystemUser): boolean => {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
};

const canReach = (path: string, user: SystemUser): boolean => {
  const above = dirname(path);
  return above === path || (othersMayEnter(above, user) && canReach(above, user));
};

const setpriv = "/usr/bin/setpriv";

const canExecute = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A program to run as another user, with what must stand before its arguments. */
export interface RunAs {
  readonly command: string;
  readonly prefix: readonly string[];
  readonly user: SystemUser | undefined;
}

const throughSetpriv = (program: string, user: SystemUser): RunAs => ({
  command: setpriv,
  prefix: [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    program,
  ],
  user: undefined,
});

/**
 * How to run a program as this user.
 * In a folder that only root may enter (its home, say) the program is lent the one right to enter folders.
 */
export const runAs = (program: string, user: SystemUser | undefined, paths: readonly string[]): RunAs => {
  const reachable = user === undefined || [program, ...paths].every((path) => canReach(realpathSync(path), user));
  if (reachable) return { command: program, prefix: [], user };
  if (canExecute(setpriv)) return throughSetpriv(program, user);
  throw new Error(
    "PostgreSQL does not run as root, and another user may not enter this folder. Move it, or start as another user.",
  );
};
