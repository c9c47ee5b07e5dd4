import type {
  ContactWishKind,
  ProposedMeasureKind,
  ResumeWhen,
  SeveralEmployments,
  StatementOccasion,
  WorkSituationKind,
} from "@samvirke/contracts";
import type { Findings } from "../xml/findings.ts";
import { pathOf } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf } from "../xml/tree.ts";

/** A code outside its list. */
export interface UnlistedCode {
  readonly path: string;
  readonly code: string;
}

/** Reads coded attributes; what is outside a list is kept and told. */
export interface CodeReader {
  /** What the code means; null where there is none, or none of the list. */
  readonly read: <A>(node: XmlNode | undefined, attribute: string, list: Readonly<Record<string, A>>) => A | null;
  readonly unlisted: ReadonlyArray<UnlistedCode>;
}

export const codeReader = (findings: Findings): CodeReader => {
  const unlisted: Array<UnlistedCode> = [];
  const read: CodeReader["read"] = (node, attribute, list) => {
    const code = attributeOf(node, attribute)?.trim();
    if (node === undefined || code === undefined || code === "") return null;
    if (Object.hasOwn(list, code)) return list[code] ?? null;
    unlisted.push({ path: `${pathOf(node)}/@${attribute}`, code });
    findings.note("UNKNOWN_CODE", node, `@${attribute}`);
    return null;
  };
  return { read, unlisted };
};

// Source of every list: the types of the statement's schema.
export const yesNo: Readonly<Record<string, boolean>> = { "1": true, "2": false };
export const whenCodes: Readonly<Record<string, ResumeWhen>> = { "1": "NOW", "2": "AFTER" };
export const severalCodes: Readonly<Record<string, SeveralEmployments>> = { "1": "YES", "2": "NO", "3": "UNSURE" };
export const occasionCodes: Readonly<Record<string, StatementOccasion>> = {
  "1": "LONG_SICK_LEAVE",
  "2": "REHABILITATION_BENEFIT",
  "3": "VOCATIONAL_REHABILITATION",
  "4": "DISABILITY_PENSION",
};
export const situationCodes: Readonly<Record<string, WorkSituationKind>> = {
  "1": "PAID_WORK",
  "2": "HOMEMAKER",
  "3": "STUDENT",
  "4": "OTHER",
};
export const measureCodes: Readonly<Record<string, ProposedMeasureKind>> = {
  "1": "HEALTH_SERVICES",
  "2": "TRAVEL_SUPPORT",
  "3": "ACTIVE_SICK_LEAVE",
  "4": "WORKPLACE_AIDS",
  "5": "VOCATIONAL_REHABILITATION",
  "6": "JOB_SEEKING",
  "7": "OTHER",
};
export const contactCodes: Readonly<Record<string, ContactWishKind>> = {
  "1": "CLINICIAN",
  "2": "EMPLOYER",
  "3": "EMPLOYMENT_OFFICE",
  "4": "SUPPORT_GROUP",
  "5": "OTHER",
};
const diagnosisSystems: Readonly<Record<string, string | null>> = {
  "1": null,
  "2": null,
  "3": "2.16.578.1.12.4.1.1.7110",
  "4": null,
  "5": "2.16.578.1.12.4.1.1.7170",
};
/** OIDs where the list names one edition; plain ICPC and ICD-9 say no edition that has one. */
export const diagnosisSystemCodes = diagnosisSystems;
