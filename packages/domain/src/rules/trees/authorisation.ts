import { daysBetween } from "@samvirke/kernel";
import { hasActiveApproval, hasCertifyingApproval, isPhysicianOrDentist, isTherapist } from "../clinician.ts";
import { lastDay, signingDay } from "../days.ts";
import { startOfAbsence } from "../earlier.ts";
import type { RuleTree } from "../rule.ts";

const twelveWeeks = 84;

/** Source: regulus-regula v52, HPR. */
export const authorisation: RuleTree = {
  tree: "HPR",
  legalSource: "ftrl. § 8-7 første ledd",
  entries: [
    {
      name: "BEHANDLER_IKKE_I_HPR",
      outcome: "INVALID",
      forSender: "Den som signerte, finnes ikke i Helsepersonellregisteret.",
      forPerson: "Den som skrev sykmeldingen, er ikke registrert som helsepersonell.",
      fires: ({ signer }) => !signer.found,
    },
    {
      name: "BEHANDLER_IKKE_GYLDIG_I_HPR",
      outcome: "INVALID",
      forSender: "Den som signerte, har ingen gyldig godkjenning i Helsepersonellregisteret.",
      forPerson: "Den som skrev sykmeldingen, har ikke gyldig godkjenning som helsepersonell.",
      fires: ({ signer }) => !hasActiveApproval(signer),
    },
    {
      name: "BEHANDLER_MANGLER_AUTORISASJON_I_HPR",
      outcome: "INVALID",
      forSender: "Den som signerte, har ikke en autorisasjon eller lisens som gir rett til å sykmelde.",
      forPerson: "Den som skrev sykmeldingen, mangler autorisasjon til å sykmelde.",
      fires: ({ signer }) => !hasCertifyingApproval(signer),
    },
    {
      name: "BEHANDLER_IKKE_LE_KI_MT_TL_FT_I_HPR",
      outcome: "INVALID",
      forSender:
        "Bare lege, tannlege, manuellterapeut, kiropraktor og fysioterapeut med tilleggskompetanse kan sykmelde.",
      forPerson: "Den som skrev sykmeldingen, tilhører ikke en yrkesgruppe som kan sykmelde.",
      differs: "signingDay",
      oddity: "Kravene kan være oppfylt av ulike godkjenninger for samme person.",
      fires: (facts, { policy }) =>
        !isPhysicianOrDentist(facts.signer) && !isTherapist(facts.signer, signingDay(facts, policy)),
    },
    {
      name: "BEHANDLER_MT_FT_KI_OVER_12_UKER",
      outcome: "INVALID",
      forSender:
        "Manuellterapeut, kiropraktor og fysioterapeut kan ikke sykmelde ut over 12 uker. Fraværet er da lengre.",
      forPerson: "Etter 12 ukers sykefravær må en lege skrive sykmeldingen.",
      oddity: "Dagene regnes uten å telle både første og siste, så 85 kalenderdager godtas.",
      fires: (facts) =>
        !isPhysicianOrDentist(facts.signer) && daysBetween(startOfAbsence(facts), lastDay(facts)) > twelveWeeks,
    },
  ],
};
