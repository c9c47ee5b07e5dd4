import type { Day } from "@samvirke/kernel";
import type { FollowUpFact } from "../fact.ts";
import { ofKind } from "../fact.ts";
import type { FollowUpPolicy } from "../policy/policy.ts";
import type { StandingCertificate } from "../spells/certificates.ts";
import { standingCertificates } from "../spells/certificates.ts";
import type { Duty } from "./duty.ts";
import { duty, firstOf } from "./duty.ts";
import { helpDuty } from "./help-duties.ts";

interface Ground {
  readonly facts: ReadonlyArray<FollowUpFact>;
  readonly policy: FollowUpPolicy;
  readonly standing: StandingCertificate;
}

const namesOf = ({ standing }: Ground): ReadonlyArray<string> => [
  standing.certificate.id,
  ...standing.certificate.aliases,
];

// Opening it again hands it back to the person, so only what holds now closes the duty.
const usedOn = ({ standing }: Ground): Day | null =>
  standing.use === undefined || standing.use.use === "OPEN" ? null : standing.use.on;

const useDuty = (ground: Ground): Duty => {
  const { certificate } = ground.standing;
  const closedOn = usedOn(ground);
  return duty(ground.policy, { kind: "USE_CERTIFICATE", cause: certificate.id, since: certificate.on, closedOn });
};

const review = (ground: Ground): ReadonlyArray<Duty> => {
  const { certificate } = ground.standing;
  // New content does not end a review.
  const all = ofKind(ground.facts, "CERTIFICATE").filter(({ id }) => id === certificate.id);
  if (all.every(({ assessment }) => assessment !== "PENDING")) return [];
  const done = ofKind(ground.facts, "REVIEW").filter(({ id }) => namesOf(ground).includes(id));
  const draft = { kind: "REVIEW", cause: certificate.id, since: certificate.on, closedOn: firstOf(done) } as const;
  return [duty(ground.policy, draft)];
};

const help = ({ facts, policy, standing }: Ground): ReadonlyArray<Duty> => {
  const { id, on, help: asked } = standing.certificate;
  return asked === "NONE" ? [] : [helpDuty({ facts, policy }, { cause: id, since: on, atOnce: asked === "AT_ONCE" })];
};

/** Duties that follow from certificates; a certificate that was deleted leaves none. */
export const certificateDuties = (facts: ReadonlyArray<FollowUpFact>, policy: FollowUpPolicy): ReadonlyArray<Duty> =>
  standingCertificates(facts)
    .filter(({ isDeleted }) => !isDeleted)
    .flatMap((standing) => {
      const ground = { facts, policy, standing };
      return [useDuty(ground), ...review(ground), ...help(ground)];
    });
