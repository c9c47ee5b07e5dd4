import { employerChanges, evolveEmployerView, isProtectedAfter } from "@samvirke/domain";
import type { EmployerChange, EmployerRow, EmployerView, SickLeaveEvent } from "@samvirke/domain";
import type { Document, Known } from "./model.ts";

/** What an employer is told of one certificate. */
export interface Told {
  readonly organisationNumber: string;
  readonly certificateId: string;
  readonly content: Document;
}

// The view reads no medical part, so an event without it folds the same.
const eventOf = (fact: Known): SickLeaveEvent | undefined =>
  fact.content.state === "Open" && fact.type.startsWith("SickLeave")
    ? ({ type: fact.type, value: fact.content.value } as unknown as SickLeaveEvent)
    : undefined;

const after = (view: EmployerView, fact: Known): EmployerView => {
  const event = eventOf(fact);
  return event === undefined ? view : evolveEmployerView(view, event);
};

const withoutPlace = (row: EmployerRow): EmployerRow => ({
  ...row,
  work: { ...row.work, clinician: { ...row.work.clinician, address: null, contactPoints: [] } },
});

const places: ReadonlyArray<string> = ["work.clinician.address", "work.clinician.contactPoints"];

const toldOf = (change: EmployerChange, isProtected: boolean): Told => {
  if (change.type === "REMOVED") {
    const { organisationNumber, certificateId } = change;
    return { organisationNumber, certificateId, content: { document: "REMOVED", certificateId } };
  }
  const { row } = change;
  const content: Document = isProtected
    ? { document: "SHOWN", row: withoutPlace(row), withheld: places }
    : { document: "SHOWN", row, withheld: [] };
  return { organisationNumber: row.organisationNumber, certificateId: row.certificateId, content };
};

/**
 * What the employers are told when a certificate is sent, changed, taken back or deleted: each only of what the person has
 * sent to its own organisation number. Of a protected person no address of the clinician's.
 *
 * Source: canonical model R9, R11-R13; fact sheet 6.1, 6.2.
 */
export const certificatesTold = (fact: Known, earlier: ReadonlyArray<Known>): ReadonlyArray<Told> => {
  const before = earlier.reduce<EmployerView>(after, []);
  const isProtected = isProtectedAfter(earlier);
  return employerChanges(before, after(before, fact)).map((change) => toldOf(change, isProtected));
};
