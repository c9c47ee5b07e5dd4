import { addDays, addYears, daysBetween } from "@samvirke/kernel";
import { firstDay, lastDay, signingDay } from "../days.ts";
import type { RuleTree } from "../rule.ts";

const daysAhead = 30;
const yearsBack = 3;
const longest = 365;

/** Source: regulus-regula v52, DATO. */
export const dates: RuleTree = {
  tree: "DATO",
  entries: [
    {
      name: "FREMDATERT",
      outcome: "INVALID",
      forSender: "Sykmeldingen begynner mer enn 30 dager etter at den ble signert.",
      forPerson: "Sykmeldingen begynner mer enn 30 dager etter at den ble skrevet.",
      differs: "signingDay",
      fires: (facts, { policy }) => firstDay(facts) > addDays(signingDay(facts, policy), daysAhead),
    },
    {
      name: "TILBAKEDATERT_MER_ENN_3_AR",
      outcome: "INVALID",
      forSender: "Sykmeldingen begynner mer enn tre år før den ble mottatt.",
      forPerson: "Sykmeldingen begynner mer enn tre år tilbake i tid.",
      oddity: "Regnes fra dagen sykmeldingen ble mottatt, slik at en ny gjennomkjøring gir samme svar.",
      fires: (facts) => firstDay(facts) < addYears(facts.today, -yearsBack),
    },
    {
      name: "TOTAL_VARIGHET_OVER_ETT_AAR",
      outcome: "INVALID",
      forSender: "Sykmeldingen varer lenger enn ett år til sammen.",
      forPerson: "En sykmelding kan ikke vare lenger enn ett år.",
      oddity: "Dagene regnes uten å telle både første og siste, så 366 kalenderdager godtas.",
      fires: (facts) => daysBetween(firstDay(facts), lastDay(facts)) > longest,
    },
  ],
};
