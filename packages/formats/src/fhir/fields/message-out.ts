import { messageOutRows } from "./message-out-rows.ts";
import type { OutField } from "./out-field.ts";
import { outFields } from "./out-field.ts";

/** Every leaf of a message between the sectors, and where FHIR has it. */
export const messageOutTable: ReadonlyArray<OutField> = outFields(messageOutRows);
