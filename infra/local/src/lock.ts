import { setTimeout as sleep } from "node:timers/promises";
import { tryLock } from "../plain/lock-file.mjs";

export { lockHolder, tryLock, type Held, type Taken } from "../plain/lock-file.mjs";

/** Does the work while holding the lock; waits for a living holder, takes over from a dead one. */
export const withLock = async <A>(file: string, onWait: (pid: number) => void, work: () => Promise<A>): Promise<A> => {
  let told = false;
  for (;;) {
    const lock = tryLock(file);
    if (lock.holder === undefined) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (!told && lock.holder.pid !== process.pid) onWait(lock.holder.pid);
    told = true;
    await sleep(250);
  }
};
