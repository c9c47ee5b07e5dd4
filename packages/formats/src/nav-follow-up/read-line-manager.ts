import type { Finding } from "@samvirke/contracts";
import type { Day, Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import { day, maybeDay, maybeFlag, maybeText } from "../nav-sick-leave/json-source.ts";
import type { Malformed } from "../nav-sick-leave/malformed.ts";
import { readLenient } from "../nav-sick-leave/malformed.ts";
import { instant, maybeToken, personNumber, token } from "./values.ts";

/** Who may read for an employer about one employee, and from when until when. An entry of the register, no event. */
export interface LineManager {
  readonly relationId: string;
  readonly personNumber: string;
  readonly employer: string;
  readonly managerNumber: string;
  readonly phone: string | null;
  readonly mail: string | null;
  /** First day of access. */
  readonly from: Day;
  /** Last day of access, inclusive; null while it is open. */
  readonly to: Day | null;
  readonly paysInAdvance: boolean | null;
  readonly changedAt: Instant;
  /** Why the record was written, as sent. */
  readonly status: string | null;
  readonly findings: ReadonlyArray<Finding>;
}

const managerOf = (source: JsonSource): Omit<LineManager, "findings"> => ({
  relationId: token(source, "narmesteLederId"),
  personNumber: personNumber(source, "fnr"),
  employer: token(source, "orgnummer"),
  managerNumber: personNumber(source, "narmesteLederFnr"),
  phone: maybeText(source, "narmesteLederTelefonnummer"),
  mail: maybeText(source, "narmesteLederEpost"),
  from: day(source, "aktivFom"),
  to: maybeDay(source, "aktivTom"),
  paysInAdvance: maybeFlag(source, "arbeidsgiverForskutterer"),
  changedAt: instant(source, "timestamp"),
  status: maybeToken(source, "status"),
});

/**
 * NarmestelederLeesah: a relation between employee, employer and line manager; one id, the latest record counts.
 *
 * Unit:    times carry an offset, one without is UTC; days are literal and inclusive.
 * Rejects: Malformed: no id, no employee, no employer, no manager, no first day, no time.
 * Source:  teamsykmelding.syfo-narmesteleder-leesah; domain fact sheet 6.1, 10.1.
 */
export const readLineManager = (json: unknown): Either<Malformed, LineManager> => {
  const read = readLenient(json, managerOf);
  return E.isLeft(read) ? read : E.right({ ...read.right.value, findings: read.right.findings });
};
