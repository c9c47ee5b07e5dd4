import type { Instant } from "@samvirke/kernel";

/** An instant in UTC with `Z`, seconds always, a fraction only when there is one. */
export const printInstant = (at: Instant): string => new Date(at).toISOString().replace(".000Z", "Z");
