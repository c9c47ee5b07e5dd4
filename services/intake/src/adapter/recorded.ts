import { readAnswers } from "@samvirke/stage";
import type { Hub } from "@samvirke/stage";
import type { Command, Replies } from "../core/model.ts";
import type { Recorded } from "./commands.ts";

/** What was answered about a message, and about those that were decided with it. */
type Kept = Replies & { readonly earlier?: Readonly<Record<string, Replies>> };

/** What is kept of the registers' answers with a message; undefined where none was asked. */
export const answersKept = ({ replies, earlier = [] }: Command): unknown => {
  const others = earlier.flatMap((one) => (one.replies === undefined ? [] : [[one.archiveId, one.replies] as const]));
  return others.length === 0 ? replies : { ...replies, earlier: Object.fromEntries(others) };
};

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
    const kept = (await readAnswers(hub, place, asked)) as ReadonlyMap<string, Kept>;
    const earlier = [...kept.values()].flatMap((one) => Object.entries(one.earlier ?? {}));
    return new Map<string, Replies>([...earlier, ...kept]);
  };
