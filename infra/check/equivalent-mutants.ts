/** A change that cannot be seen from outside, with the reason. One that is found or gone is reported as stale. */
export interface EquivalentMutant {
  readonly file: string;
  readonly what: string;
  readonly reason: string;
}

const cannotMeet = "the two cannot fire on the same certificate";
const sameEnd = "both end the tree in the same way with the same legal source";

export const equivalentMutants: ReadonlyArray<EquivalentMutant> = [
  { file: "trees/periods.ts", what: "FRADATO_ETTER_TILDATO before PERIODER_MANGLER", reason: cannotMeet },
  {
    file: "trees/validation.ts",
    what: "MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39 before UGYLDIG_REGELSETTVERSJON",
    reason: cannotMeet,
  },
  {
    file: "trees/work-incapacity.ts",
    what: "UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE before FRAVAERSGRUNN_MANGLER",
    reason: cannotMeet,
  },
  { file: "pre-checks/content.ts", what: "PERIODE_UTEN_TYPE before PERIODER_IKKE_OPPGITT", reason: cannotMeet },
  { file: "trees/backdating.ts", what: "SPESIALISTHELSETJENESTEN before IKKE_TILBAKEDATERT", reason: sameEnd },
  { file: "trees/backdating.ts", what: "ETTERSENDING before SPESIALISTHELSETJENESTEN", reason: sameEnd },
  { file: "trees/backdating.ts", what: "INNTIL_8_DAGER_MED_BEGRUNNELSE before INNTIL_4_DAGER", reason: sameEnd },
];
