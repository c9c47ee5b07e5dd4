import { followUpSampleKinds, printFollowUpSample } from "@samvirke/formats";
import type { FollowUpSample, FollowUpSampleKind } from "@samvirke/formats";
import { addDays } from "@samvirke/kernel";
import type { Made, Maker, Stuff } from "./made.ts";
import { syntheticAdult } from "./valid.ts";

// One meeting, one requirement and one spell for each person seed, so that samples of one person make a story.
const sampleOf = ({ ground: { wish, own, theirs, today }, personNumber }: Stuff, kind: string): FollowUpSample => ({
  id: kind.startsWith("MEETING_") && kind !== "MEETING_CANDIDATE" ? theirs.uuid("meeting") : own.uuid("record"),
  otherId: theirs.uuid("other record"),
  personNumber,
  otherNumber: syntheticAdult(theirs, "line manager"),
  employer: "999990002",
  office: "0099",
  caseWorker: "Z990099",
  at: wish.at,
  meetingAt: wish.at + 14 * 86_400_000,
  from: addDays(today, wish.from),
  to: addDays(today, wish.from + wish.days - 1),
  text: "Prøvetekst.",
});

// A meeting's answer names its meeting by the record's key.
const keyed: ReadonlySet<string> = new Set(["MEETING_ANSWER"]);

const withKey = (key: string, bytes: Uint8Array): Uint8Array =>
  Buffer.from(`{"key":${JSON.stringify(key)},"value":${Buffer.from(bytes).toString("utf8")}}`, "utf8");

const framed = (bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([0, 0, 0, 0, 1]), bytes]);

const make =
  (kind: FollowUpSampleKind): Maker =>
  (stuff): Made => {
    const { key, contentType, bytes } = printFollowUpSample(kind, sampleOf(stuff, kind));
    // As a topic holds it: in a frame that names a schema, so that it is Avro to whoever looks at the bytes alone.
    if (contentType === "avro/binary") return { contentType: "application/vnd.apache.avro", bytes: framed(bytes) };
    return { contentType, bytes: keyed.has(kind) ? withKey(key, bytes) : bytes };
  };

/** Welfare's records of follow-up, by the name of their kind. */
export const followUpKinds: Readonly<Record<string, Maker>> = Object.fromEntries(
  followUpSampleKinds.map((kind) => [kind.toLowerCase().replaceAll("_", "-"), make(kind)]),
);
