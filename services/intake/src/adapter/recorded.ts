import type { RegistryReplies } from "@samvirke/domain";
import { readAnswers } from "@samvirke/stage";
import type { Hub } from "@samvirke/stage";
import type { Recorded } from "./commands.ts";

const place = { stage: "intake", schema: "intake" };

/** The registers' answers as they were kept when messages were decided. */
export const recordedReplies =
  (hub: Hub): Recorded =>
  async (known) => {
    const asked = known.map(({ fact, secret }) => ({
      archiveId: fact.wire.archiveId,
      person: fact.personId,
      secret,
    }));
    return (await readAnswers(hub, place, asked)) as ReadonlyMap<string, RegistryReplies>;
  };
