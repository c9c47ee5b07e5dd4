import type { PaperField } from "./paper-field.ts";
import { by, takes } from "./paper-field.ts";

const le = "legeerklaering";

const measures = "ForslagTiltak";
const measuresOut = `${le}.forslagTilTiltak`;
/** Measures that the clinician proposes. */
export const measureFields: ReadonlyArray<PaperField> = [
  by(
    "FIRST_ONLY",
    takes(`${measures}/AktueltTiltak/HvilkeAndreTiltak`, "case.measures[].text", `${measuresOut}.andreTiltak`),
  ),
  by(
    "LISTED",
    takes(`${measures}/AktueltTiltak/@typeTiltak`, "case.measures[].kind", [
      `${measuresOut}.andreTiltak`,
      `${measuresOut}.friskmeldingTilArbeidsformidling`,
    ]),
  ),
  takes(`${measures}/Opplysninger`, "case.measuresDetails", `${measuresOut}.naermereOpplysninger`),
  by("JOINED", takes(`${measures}/BegrensningerTiltak`, "case.measuresLimits", `${measuresOut}.tekst`)),
  by("JOINED", takes(`${measures}/BegrunnelseIkkeTiltak`, "case.reasonWithoutMeasures", `${measuresOut}.tekst`)),
  takes(`${measures}/@tiltak`, "case.measuresRelevant", `${measuresOut}.behov`),
];

const ability = "VurderingFunksjonsevne";
const abilityOut = `${le}.funksjonsOgArbeidsevne`;
/** Work, and what the person can do. */
export const abilityFields: ReadonlyArray<PaperField> = [
  by(
    "LISTED",
    takes(`${ability}/Arbeidssituasjon/@arbeidssituasjon`, "case.workSituations[].kind", [
      `${abilityOut}.annetArbeid`,
      `${abilityOut}.student`,
    ]),
  ),
  by(
    "FIRST_ONLY",
    takes(
      `${ability}/Arbeidssituasjon/@annenArbeidssituasjon`,
      "case.workSituations[].other",
      `${abilityOut}.annetArbeid`,
    ),
  ),
  takes(`${ability}/VurderingArbeidsevne/IkkeGjore`, "case.cannotDo", `${abilityOut}.kanIkkeGjenopptaNaverendeArbeid`),
  takes(
    `${ability}/VurderingArbeidsevne/HensynAnnetYrke`,
    "case.considerationInOtherWork",
    `${abilityOut}.kanIkkeTaAnnetArbeid`,
  ),
  takes(
    `${ability}/VurderingArbeidsevne/@gjenopptaArbeid`,
    "case.canResumeWork",
    `${abilityOut}.kanGjenopptaTidligereArbeid`,
  ),
  by(
    "LISTED",
    takes(`${ability}/VurderingArbeidsevne/@narGjenopptaArbeid`, "case.resumeWorkWhen", [
      `${abilityOut}.kanGjenopptaTidligereArbeidEtterBehandling`,
      `${abilityOut}.kanGjenopptaTidligereArbeidNa`,
    ]),
  ),
  takes(`${ability}/VurderingArbeidsevne/@taAnnetArbeid`, "case.canTakeOtherWork", `${abilityOut}.kanTaAnnetArbeid`),
  by(
    "LISTED",
    takes(`${ability}/VurderingArbeidsevne/@narTaAnnetArbeid`, "case.takeOtherWorkWhen", [
      `${abilityOut}.kanTaAnnetArbeidEtterBehandling`,
      `${abilityOut}.kanTaAnnetArbeidNa`,
    ]),
  ),
  takes(`${ability}/Funksjonsevne`, "medical.function", `${abilityOut}.vurderingFunksjonsevne`),
  takes(`${ability}/KravArbeid`, "case.workDemands", `${abilityOut}.kravTilArbeid`),
];

const outlookOut = `${le}.prognose`;
/** What is expected, withheld and wished. */
export const otherFields: ReadonlyArray<PaperField> = [
  takes("Prognose/AntattVarighet", "medical.illnessDuration", `${outlookOut}.anslattVarighetSykdom`),
  takes(
    "Prognose/VarighetFunksjonsnedsettelse",
    "medical.functionLossDuration",
    `${outlookOut}.anslattVarighetFunksjonsnedsetting`,
  ),
  takes(
    "Prognose/VarighetNedsattArbeidsevne",
    "case.reducedWorkAbilityDuration",
    `${outlookOut}.anslattVarighetNedsattArbeidsevne`,
  ),
  takes("Prognose/@bedreArbeidsevne", "case.workAbilityWillImprove", `${outlookOut}.vilForbedreArbeidsevne`),
  takes("ArsakssammenhengLegeerklaring", "medical.functionWeight", `${le}.arsakssammenheng`),
  takes("ForbeholdLegeerklaring/BorTilbakeholdes", "medical.withheldContent", `${le}.pasientenBurdeIkkeVite`),
  takes("ForbeholdLegeerklaring/@tilbakeholdInnhold", "medical.withheldFromPerson", `${le}.tilbakeholdInnhold`),
  takes("AndreOpplysninger/Opplysning", "medical.otherInformation", `${le}.andreOpplysninger`),
  takes("AndreOpplysninger/@onskesKopi", "case.wantsCopy", `${le}.kontakt.onskesKopiAvVedtak`),
  by(
    "LISTED",
    takes("Kontakt/@kontakt", "case.contacts[].kind", [
      `${le}.kontakt.kontakteAnnenInstans`,
      `${le}.kontakt.skalKontakteBasisgruppe`,
    ]),
  ),
  by("FIRST_ONLY", takes("Kontakt/@annenInstans", "case.contacts[].other", `${le}.kontakt.kontakteAnnenInstans`)),
];
