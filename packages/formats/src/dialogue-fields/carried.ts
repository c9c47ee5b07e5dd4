import { dialogueFieldTable } from "./dialogue-fields.ts";

/** Paths of the event that DialogmeldingForKafka says, or that decide what it says. */
export const kafkaCarriedPaths: ReadonlySet<string> = new Set(
  dialogueFieldTable
    .filter(({ record, rule }) => record.length > 0 || rule === "DECIDES_PART" || rule === "LIST_TEXT")
    .flatMap(({ event }) => event),
);
