import type { Published } from "@samvirke/stage";
import type { Event } from "../core/model.ts";

const streamOf = ({ value }: Event): string | undefined => {
  if ("sickLeaveId" in value) return `sick-leave/${value.sickLeaveId}`;
  if ("referralId" in value && value.referralId !== null) return `referral/${value.referralId}`;
  if ("conversationId" in value && value.conversationId !== null) return `dialogue/${value.conversationId}`;
  if ("meetingId" in value && value.meetingId !== null) return `meeting/${value.meetingId}`;
  return "spellId" in value ? `spell/${value.spellId}` : undefined;
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
