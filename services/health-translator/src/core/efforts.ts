import { isWelfareParty } from "@samvirke/contracts";
import type { Organisation } from "@samvirke/contracts";
import type { Addressee, Document, Known, Of } from "./model.ts";
import { contentOf, receiverOf, referrerOf } from "./referrals.ts";

// Formats in which such a word has a place.
const withEfforts: ReadonlySet<string> = new Set(["HUB_JSON", "FHIR"]);

const numbersOf = (organisations: ReadonlyArray<Organisation>): ReadonlyArray<string> =>
  organisations
    .flatMap(({ identifiers }) => identifiers)
    .flatMap(({ type, value }) => (value === null || value === "" ? [] : [`${type.code ?? ""} ${value}`]));

const isOneOf = (unit: ReadonlyArray<Organisation>, { party }: Addressee): boolean => {
  const known = new Set(numbersOf(unit));
  return numbersOf(party.organisations).some((number) => known.has(number));
};

/**
 * What is being done because of a referral of the hub's own contract or FHIR, for the health parties of it other than the one that
 * says so. Other formats have no place for it; their parties see it in their view.
 *
 * Source: canonical model R34, event 27.
 */
export const effortTold = (fact: Of<"EffortRecorded">, earlier: ReadonlyArray<Known>): Document | undefined => {
  if (fact.content.state !== "Open" || fact.content.value.case.source !== "PROGRAMME_MESSAGE") return undefined;
  const { referralId, unit } = fact.content.value.case;
  const about = referralId === null ? undefined : contentOf(referralId, earlier);
  if (about === undefined || !withEfforts.has(about.case.format)) return undefined;
  const to = [referrerOf(about), receiverOf(about)].filter(
    (one) => one !== undefined && !isWelfareParty(one.party.organisations) && !isOneOf(unit, one),
  ) as ReadonlyArray<Addressee>;
  return to.length === 0 ? undefined : { document: "EFFORT", effort: fact.content.value, about, to };
};
