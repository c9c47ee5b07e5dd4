import type { FollowUpFact } from "../fact.ts";
import { latest, ofKind } from "../fact.ts";
import type { BitFact, CertificateFact, CertificateUseFact, CertifiedPeriod, ReviewFact } from "../facts.ts";

/** A certificate with what has become of it. */
export interface StandingCertificate {
  readonly certificate: CertificateFact;
  readonly isDeleted: boolean;
  readonly isInvalid: boolean;
  readonly use: CertificateUseFact | undefined;
}

const newestOf = (certificates: ReadonlyArray<CertificateFact>): ReadonlyArray<CertificateFact> =>
  [...Map.groupBy(certificates, ({ id }) => id).values()].flatMap((same) =>
    same.reduce((newest, one) => (one.revision >= newest.revision ? one : newest)),
  );

// Expired ends the use: whatever is told afterwards is recorded and changes nothing.
const useOf = (uses: ReadonlyArray<CertificateUseFact>): CertificateUseFact | undefined =>
  uses.find(({ use }) => use === "EXPIRED") ?? latest(uses);

// New content that came after the review stands until it is reviewed in its turn.
const isRefused = ({ revision, at }: CertificateFact, reviews: ReadonlyArray<ReviewFact>): boolean => {
  const last = latest(reviews);
  return last?.outcome === "INVALID" && (revision === 0 || last.at >= at);
};

/** Every certificate in its newest content, with its use; a review counts whether it came before or after. */
export const standingCertificates = (facts: ReadonlyArray<FollowUpFact>): ReadonlyArray<StandingCertificate> => {
  const [uses, reviews] = [ofKind(facts, "CERTIFICATE_USE"), ofKind(facts, "REVIEW")];
  const deleted = new Set(ofKind(facts, "DELETED").map(({ id }) => id));
  return newestOf(ofKind(facts, "CERTIFICATE")).map((certificate) => {
    const names = [certificate.id, ...certificate.aliases];
    const is = ({ id }: { readonly id: string }): boolean => names.includes(id);
    return {
      certificate,
      isDeleted: names.some((name) => deleted.has(name)),
      isInvalid: isRefused(certificate, reviews.filter(is)),
      use: useOf(uses.filter(is)),
    };
  });
};

const periodTags: Readonly<Record<CertifiedPeriod["kind"], ReadonlyArray<string>>> = {
  FULL: ["INGEN_AKTIVITET"],
  GRADED: ["GRADERT_AKTIVITET"],
  // Who waits and sees is at work meanwhile.
  AWAITING: ["FULL_AKTIVITET"],
  TREATMENT_DAYS: ["BEHANDLINGSDAGER"],
  TRAVEL_SUPPORT: ["REISETILSKUDD", "UKJENT_AKTIVITET"],
};

const stateTag: Readonly<Record<CertificateUseFact["use"], string | undefined>> = {
  SENT: "SENDT",
  CONFIRMED: "BEKREFTET",
  OPEN: "NY",
  ASIDE: undefined,
  EXPIRED: undefined,
};

/** A certificate as the pieces that welfare would make of it; none when it does not stand or is not used. */
export const bitsOf = ({ certificate, isDeleted, isInvalid, use }: StandingCertificate): ReadonlyArray<BitFact> => {
  const state = stateTag[use?.use ?? "OPEN"];
  if (isDeleted || isInvalid || state === undefined) return [];
  return certificate.periods.map(({ from, to, kind }) => ({
    fact: "BIT",
    id: certificate.id,
    employer: use?.employer ?? null,
    createdAt: certificate.at,
    happenedAt: use?.at ?? certificate.at,
    tags: ["SYKMELDING", state, "PERIODE", ...periodTags[kind]],
    resourceId: certificate.id,
    resourceKey: null,
    from,
    to,
    corrects: null,
  }));
};
