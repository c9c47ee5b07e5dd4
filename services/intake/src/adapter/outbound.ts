import type { Published } from "@samvirke/stage";
import type { Event } from "../core/model.ts";

/** The id of a stream's aggregate, by the field that holds it. */
const streams = [
  ["sickLeaveId", "sick-leave"],
  ["referralId", "referral"],
  ["conversationId", "dialogue"],
  ["meetingId", "meeting"],
  ["spellId", "spell"],
  ["relationId", "line-manager"],
] as const;

const streamOf = ({ value }: Event): string | undefined => {
  const fields = new Map<string, unknown>(Object.entries(value));
  const [field, kind] = streams.find(([name]) => typeof fields.get(name) === "string") ?? [];
  return field === undefined ? undefined : `${kind}/${String(fields.get(field))}`;
};

/** Decisions that open a certificate's stream. */
const first: ReadonlySet<string> = new Set<Event["type"]>(["SickLeaveCertified", "SickLeaveRejected"]);

/** An event as the log takes it; a certificate's decision is the first event of its stream. */
export const publish = (event: Event): Published => {
  const stream = streamOf(event);
  return {
    name: event.type,
    value: event.value,
    ...(stream === undefined ? {} : { stream }),
    ...(first.has(event.type) ? { sequence: 0 } : {}),
  } as Published;
};
