import { osloDay } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";
import type { FollowUpState } from "../model.ts";
import { factsOf } from "../state.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import type { StandingCertificate } from "./certificates.ts";
import { standingCertificates } from "./certificates.ts";

const isStill = ({ certificate: { periods } }: StandingCertificate, on: number, gapDays: number): boolean =>
  periods.some(({ to }) => to + gapDays >= on);

const sentTo = ({ use, isDeleted, isInvalid }: StandingCertificate): string | null =>
  use?.use === "SENT" && !isDeleted && !isInvalid ? use.employer : null;

/**
 * The employers, by organisation number, to whom the person has sent a certificate that still runs: one that stands, and
 * that has ended no longer ago than a spell lasts without a new one.
 *
 * Source: fact sheet 10.2 (an active sent certificate is required of an employer's plan); canonical model R39.
 */
export const employersSentTo = (
  state: FollowUpState,
  { spell: { gapDays } }: Pick<FollowUpPolicy, "spell">,
  at: Instant,
): ReadonlyArray<string> =>
  standingCertificates(factsOf(state)).flatMap((one) => {
    const employer = sentTo(one);
    return employer !== null && isStill(one, osloDay(at), gapDays) ? [employer.trim()] : [];
  });
