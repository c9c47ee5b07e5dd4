import type { PreCheckHit } from "../rules/index.ts";
import type { CertificateContent } from "./model.ts";

const hit: PreCheckHit = {
  rule: "PERIODE_ULESELIG",
  number: "h9",
  outcome: "INVALID",
  forSender: "En periode i felt 4 mangler dato, eller datoen kan ikke leses.",
  forPerson: "En av periodene i sykmeldingen har en dato som ikke kan leses.",
  receipt: true,
};

/** A period that cannot be placed in time stops the certificate: the rules would judge it by the others alone. NAV stops without an answer. */
export const unreadablePeriodHit = ({ case: shared }: CertificateContent): PreCheckHit | undefined =>
  shared.unreadablePeriods.length === 0 ? undefined : hit;
