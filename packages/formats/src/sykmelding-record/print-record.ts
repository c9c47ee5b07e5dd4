import { certificateJson } from "./certificate-json.ts";
import type { JsonObject } from "./json.ts";
import type { Loss, Place } from "./losses.ts";
import { below, lose, lossReport } from "./losses.ts";
import { metadataJson } from "./metadata-json.ts";
import type { RecordSource } from "./source.ts";
import { validationJson } from "./validation-json.ts";

export interface PrintedRecord {
  readonly json: JsonObject;
  /** What the certificate said and the record cannot say. */
  readonly losses: ReadonlyArray<Loss>;
}

const loseUnplaced = ({ case: shared }: RecordSource, report: Place): void => {
  const plan = below(below(report, "case"), "planDialogue");
  for (const [key, value] of Object.entries(shared.planDialogue ?? {})) {
    if (value !== null) lose(below(plan, key), "NO_PLACE");
  }
};

/**
 * A certificate as welfare's SykmeldingRecord v27, pair XML with EMOTTAK, ENKEL or EGENMELDT.
 *
 * Shape:  every key is printed, with null where there is nothing; a code outside the record's enums is UGYLDIG where the
 *         enum has that word, else left out. The raw code stays in the hub's event.
 * Source: SykmeldingRecord v27, fact sheet 10.3; design 6.4 for where we differ from NAV.
 */
export const printSykmeldingRecord = (source: RecordSource): PrintedRecord => {
  const report = lossReport();
  const place: Place = { at: "", report };
  const json = {
    metadata: metadataJson(source, place),
    sykmelding: certificateJson(source, place),
    validation: validationJson(source),
  };
  loseUnplaced(source, place);
  return { json, losses: report.list };
};
