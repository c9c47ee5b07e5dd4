import type {
  SickLeaveCertified,
  SickLeaveConfirmed,
  SickLeaveReopened,
  SickLeaveReviewed,
  SickLeaveRevised,
  SickLeaveSentToEmployer,
  SickLeaveSetAside,
  SickLeaveWork,
} from "@samvirke/contracts";
import { osloDay } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import type { CertificateFact, CertificateUseFact, CertifiedPeriod } from "../facts.ts";

const periodsOf = ({ periods }: SickLeaveWork): ReadonlyArray<CertifiedPeriod> =>
  periods.flatMap(({ from, to, kind }) => (kind === "UNKNOWN" ? [] : [{ from, to, kind }]));

type Content = Pick<SickLeaveCertified, "sickLeaveId" | "aliases" | "receivedAt" | "work" | "case">;

const helpOf = ({ helpAsked }: SickLeaveCertified["case"]): CertificateFact["help"] => {
  if (helpAsked === null) return "NONE";
  if (helpAsked.atOnce === true) return "AT_ONCE";
  return (helpAsked.text ?? "").trim() === "" ? "NONE" : "ASKED";
};

const certificate = (content: Content, revision: number, assessment: CertificateFact["assessment"]): FollowUpFact => ({
  fact: "CERTIFICATE",
  id: content.sickLeaveId,
  aliases: content.aliases,
  revision,
  on: osloDay(content.receivedAt),
  at: content.receivedAt,
  periods: periodsOf(content.work),
  assessment,
  help: helpOf(content.case),
});

export const ofCertified = (event: SickLeaveCertified): FollowUpFact =>
  certificate(event, 0, event.assessment === "PENDING" ? "PENDING" : "OK");

/** New content; the review of the first is told by its own event. */
export const ofRevised = (event: SickLeaveRevised): FollowUpFact => certificate(event, event.revision, "OK");

type Used = SickLeaveSentToEmployer | SickLeaveConfirmed | SickLeaveSetAside | SickLeaveReopened;

const usedAt = (event: Used): number => event.case.at ?? event.receivedAt;

/** A use counts when its certificate is known; until then it comes again. */
export const ofUse = (
  event: Used,
  use: CertificateUseFact["use"],
  employer: string | null = null,
): ReadonlyArray<FollowUpFact> => {
  if (event.standing !== "APPLIED") return [];
  const at = usedAt(event);
  return [{ fact: "CERTIFICATE_USE", id: event.sickLeaveId, use, employer, on: osloDay(at), at }];
};

export const ofSent = (event: SickLeaveSentToEmployer): ReadonlyArray<FollowUpFact> =>
  ofUse(event, "SENT", event.work.employer?.organisationNumber ?? null);

export const ofReviewed = (event: SickLeaveReviewed): ReadonlyArray<FollowUpFact> => {
  if (event.standing !== "APPLIED") return [];
  const at = event.case.at ?? event.receivedAt;
  const outcome = event.outcome === "INVALID" ? "INVALID" : "OK";
  return [{ fact: "REVIEW", id: event.sickLeaveId, outcome, on: osloDay(at), at }];
};
