import { setTimeout as sleep } from "node:timers/promises";
import { makeKafka } from "../../checker/kafka.ts";
import type { Entry, EntryScene } from "../entry.ts";
import { strike } from "../strike.ts";

const groups = ["samvirke.messages.intake"];
const patience = 20_000;

/** Deletes the groups with all that they committed, as soon as nobody is in them. */
const forget = async ({ drill, signal }: EntryScene): Promise<void> => {
  const admin = makeKafka(drill.places.kafkaBrokers).admin();
  await admin.connect();
  const end = performance.now() + patience;
  try {
    for (;;) {
      try {
        await admin.deleteGroups(groups);
        return;
      } catch (error) {
        if (performance.now() > end) throw error;
        await sleep(50, undefined, { signal });
      }
    }
  } finally {
    await admin.disconnect();
  }
};

/** What Kafka knows of how far a stage has come is gone. */
export const offsetsDeleted: Entry = {
  name: "offsets-deleted",
  what: "The intake is killed and its group is deleted, with all offsets, before it is back.",
  runs: { small: 1, large: 3 },
  play: async (scene) => {
    const struck = await strike(scene, { kind: "service", service: "intake", stages: ["intake"] });
    await forget(scene);
    return struck;
  },
};
