import type {
  SickLeaveCertified,
  SickLeaveReviewed,
  SickLeaveRevised,
  SickLeaveSetAside,
  UseStanding,
} from "@samvirke/contracts";
import type { CertifiedPeriod, FollowUpFact, SickLeaveEvent } from "@samvirke/domain";
import { osloDay } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";

const when = (at: Instant) => ({ on: osloDay(at), at });

const helpIn = ({ case: shared }: SickLeaveCertified | SickLeaveRevised): "NONE" | "ASKED" | "AT_ONCE" => {
  const { helpAsked } = shared;
  if (helpAsked?.atOnce === true) return "AT_ONCE";
  return (helpAsked?.text ?? "") === "" ? "NONE" : "ASKED";
};

const periodsIn = ({ work }: SickLeaveCertified | SickLeaveRevised): ReadonlyArray<CertifiedPeriod> =>
  work.periods.flatMap(({ from, to, kind }) => (kind === "UNKNOWN" ? [] : [{ from, to, kind }]));

const certificate = (event: SickLeaveCertified | SickLeaveRevised): FollowUpFact => ({
  fact: "CERTIFICATE",
  id: event.sickLeaveId,
  aliases: event.aliases,
  revision: "revision" in event ? event.revision : 0,
  ...when(event.receivedAt),
  periods: periodsIn(event),
  assessment: "assessment" in event && event.assessment === "PENDING" ? "PENDING" : "OK",
  help: helpIn(event),
});

const review = ({ sickLeaveId, outcome, receivedAt, case: shared }: SickLeaveReviewed): ReadonlyArray<FollowUpFact> =>
  outcome === "UNKNOWN"
    ? []
    : [
        {
          fact: "REVIEW",
          id: sickLeaveId,
          outcome: outcome === "INVALID" ? "INVALID" : "OK",
          ...when(shared.at ?? receivedAt),
        },
      ];

interface Used {
  readonly sickLeaveId: string;
  readonly receivedAt: Instant;
  readonly case: { readonly at: Instant | null };
}

type Use = Extract<FollowUpFact, { readonly fact: "CERTIFICATE_USE" }>["use"];

const used = (event: Used, use: Use, employer: string | null = null): FollowUpFact => ({
  fact: "CERTIFICATE_USE",
  id: event.sickLeaveId,
  use,
  employer,
  ...when(event.case.at ?? event.receivedAt),
});

const asideUse = ({ by }: SickLeaveSetAside): Use => (by === "EXPIRY" ? "EXPIRED" : "ASIDE");

// What waits for its certificate is told again when the certificate is there.
const isWaiting = (event: SickLeaveEvent): boolean =>
  "standing" in event.value && (event.value.standing satisfies UseStanding) === "WAITING";

/** What a certificate's events tell follow-up. */
export const sickLeaveFacts = (event: SickLeaveEvent): ReadonlyArray<FollowUpFact> => {
  if (isWaiting(event)) return [];
  switch (event.type) {
    case "SickLeaveCertified":
    case "SickLeaveRevised":
      return [certificate(event.value)];
    case "SickLeaveReviewed":
      return review(event.value);
    case "SickLeaveSentToEmployer":
      return [used(event.value, "SENT", event.value.work.employer?.organisationNumber ?? null)];
    case "SickLeaveConfirmed":
      return [used(event.value, "CONFIRMED")];
    case "SickLeaveSetAside":
      return [used(event.value, asideUse(event.value))];
    case "SickLeaveReopened":
      return [used(event.value, "OPEN")];
    case "SickLeaveDeleted":
      return [{ fact: "DELETED", id: event.value.sickLeaveId, on: osloDay(event.value.receivedAt) }];
    default:
      return [];
  }
};
