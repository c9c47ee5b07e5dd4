import { idnr } from "@navikt/fnrvalidator";

/** A warning about a national number. Whether the person exists is the person register's answer, not this one's. */
export type IdentityNumberFinding = "IDENTITY_NUMBER_LENGTH" | "IDENTITY_NUMBER_CHECKSUM" | "IDENTITY_NUMBER_DATE";

const findings: Readonly<Record<string, IdentityNumberFinding>> = {
  "fnr, dnr or hnr must consist of 11 digits": "IDENTITY_NUMBER_LENGTH",
  "checksums don't match": "IDENTITY_NUMBER_CHECKSUM",
  "invalid date": "IDENTITY_NUMBER_DATE",
};

/**
 * What is odd about a national number.
 *
 * Shape:  only FNR and DNR are looked at. Help numbers and DUF numbers do not follow the check by design.
 * Source: @navikt/fnrvalidator, which accepts the check digits of 2032 already.
 */
export const identityNumberFindings = (value: string, type: string): ReadonlyArray<IdentityNumberFinding> => {
  if (!["FNR", "DNR"].includes(type)) return [];
  const answer = idnr(value);
  return answer.status === "valid" ? [] : answer.reasons.flatMap((reason) => findings[reason] ?? []);
};
