import type { SchemaFile } from "./files.ts";

/** The hub's topics. */
export const topics = {
  messages: "samvirke.messages",
  events: "samvirke.events",
  healthOutbound: "samvirke.health.outbound",
  welfareOutbound: "samvirke.welfare.outbound",
  receiptOutbound: "samvirke.receipt.outbound",
  employerOutbound: "samvirke.employer.outbound",
  healthChanges: "samvirke.health.changes",
  welfareChanges: "samvirke.welfare.changes",
  employerChanges: "samvirke.employer.changes",
} as const;

/** The topics that hold records of a file's contract; events unless the file says otherwise. */
export const topicsOf = (file: SchemaFile): ReadonlyArray<string> => file.record.topics ?? [topics.events];
