import type { RuleTree } from "../rule.ts";

/** Source: regulus-regula v52, SUSPENSJON. */
export const suspension: RuleTree = {
  tree: "SUSPENSJON",
  entries: [
    {
      name: "BEHANDLER_SUSPENDERT",
      outcome: "INVALID",
      forSender: "Behandleren hadde på signeringsdagen ikke rett til å skrive sykmeldinger.",
      forPerson: "Den som skrev sykmeldingen, har for tiden ikke rett til å sykmelde.",
      oddity: "Suspensjon slås opp for signeringsdagen, ikke for behandlingsdagen.",
      fires: ({ signer }) => signer.found && signer.suspended,
    },
  ],
};
