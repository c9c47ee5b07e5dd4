import { requestQueueClass } from "./kafkajs.ts";

const fullQueuePause = 10;

/**
 * Trap I (kafkajs issue 1751): the queue sets a timer after every answer, with a negative delay when nothing is
 * throttled, and the timer sets the next: a 1 ms storm and a warning for each. A timer is needed only while something
 * waits, and its delay is never negative.
 */
requestQueueClass.prototype.scheduleCheckPendingRequests = function schedule(): void {
  if (this.throttleCheckTimeoutId !== null || this.pending.length === 0) return;
  const throttled = Math.max(0, this.throttledUntil - Date.now());
  this.throttleCheckTimeoutId = setTimeout(
    () => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    },
    throttled === 0 ? fullQueuePause : throttled,
  );
};

// The other traps are met by not using the code that has them: transactions and their filter (A, D), the idempotent
// producer (B), the consumer's positions, crash and commit (C, E, F, G, H, L) and its partitioner (J).
export const repaired = true;
