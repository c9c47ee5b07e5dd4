/**
 * Numbers that the local registers list with an answer of their own.
 *
 * Source: infra/local/data/registries.json; a test holds the two together.
 */
export const reserved = {
  unknownPerson: "12817012319",
  unknownSigner: { number: "11908133368", hprNumber: "900000001" },
  renumberedSigner: "17845940282",
  suspendedSigner: "30866944462",
  inactiveSigner: "05888520521",
  unauthorisedSigner: "19817737725",
  nurse: "24896315036",
  manualTherapist: "08837122245",
} as const;
