import type { SickLeaveEvent } from "@samvirke/domain";
import type { Published } from "@samvirke/stage";

/** An event as the log takes it; a certificate's decision is the first event of its stream, the others follow in the order of the log. */
export const publish = (event: SickLeaveEvent): Published => {
  switch (event.type) {
    case "SickLeaveCertified":
      return { name: event.type, value: event.value, stream: `sick-leave/${event.value.sickLeaveId}`, sequence: 0 };
    case "SickLeaveRejected":
      return { name: event.type, value: event.value, stream: `sick-leave/${event.value.sickLeaveId}`, sequence: 0 };
    case "MessageUnreadable":
      return { name: event.type, value: event.value };
    case "MessageRefused":
      return { name: event.type, value: event.value };
    default:
      return { name: event.type, value: event.value, stream: `sick-leave/${event.value.sickLeaveId}` } as Published;
  }
};
