/**
 * What the hub lets an operator choose. The first value of each is ours, the second is NAV's.
 */
export interface RulePolicy {
  readonly signingDay: "oslo" | "utc";
  readonly treatmentDays: "only-hit-automatic" | "always-ok";
  readonly icpc2b: "by-parent" | "refused";
  readonly rejectedDuplicate: "decided-anew" | "refused";
  readonly unansweredByNav: "negative-receipt" | "no-receipt";
  /** Codes outside their list where NAV stops without an answer. */
  readonly unknownCodes: "refused" | "kept";
  readonly production: boolean;
  /** Test persons' numbers that production refuses. */
  readonly testNumbers: ReadonlyArray<string>;
}

export const defaultPolicy: RulePolicy = {
  signingDay: "oslo",
  treatmentDays: "only-hit-automatic",
  icpc2b: "by-parent",
  rejectedDuplicate: "decided-anew",
  unansweredByNav: "negative-receipt",
  unknownCodes: "refused",
  production: false,
  testNumbers: [],
};

/** Settings by which the hub can be told to do as NAV does. */
export type DifferenceSetting = "signingDay" | "treatmentDays" | "icpc2b" | "rejectedDuplicate" | "unansweredByNav";

/** One place where the hub differs from NAV on purpose. */
export interface Difference {
  readonly setting: DifferenceSetting;
  readonly nav: string;
  readonly text: string;
}

/** Source: design 6.4, and for ICPC-2B the reception's code repair. */
export const differences: Readonly<Record<DifferenceSetting, Difference>> = {
  signingDay: {
    setting: "signingDay",
    nav: "utc",
    text: "Signeringsdagen er kalenderdagen i Oslo. NAV bruker UTC, så tidspunkter like etter midnatt havner på dagen før.",
  },
  treatmentDays: {
    setting: "treatmentDays",
    nav: "always-ok",
    text: "Behandlingsdager går automatisk når ingen andre regler slår til. NAV godkjenner dem uansett hva reglene sier.",
  },
  icpc2b: {
    setting: "icpc2b",
    nav: "refused",
    text: "ICPC-2B godtas når hovedkoden finnes i ICPC-2. NAVs mottak fjerner punktumet og avviser dermed alle slike koder.",
  },
  rejectedDuplicate: {
    setting: "rejectedDuplicate",
    nav: "refused",
    text: "Samme innhold som i en avvist sykmelding vurderes på nytt. NAV avviser det som duplikat.",
  },
  unansweredByNav: {
    setting: "unansweredByNav",
    nav: "no-receipt",
    text: "Avsender får negativ kvittering med begrunnelse. NAV legger meldingen til side uten å svare.",
  },
};

/** Every difference turned to NAV's way. */
export const navPolicy: RulePolicy = {
  ...defaultPolicy,
  signingDay: "utc",
  treatmentDays: "always-ok",
  icpc2b: "refused",
  rejectedDuplicate: "refused",
  unansweredByNav: "no-receipt",
};
