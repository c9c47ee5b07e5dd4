import { ruleCatalogue } from "../catalogue.ts";
import { defaultPolicy, differences, navPolicy } from "../policy.ts";
import type { DifferenceSetting } from "../policy.ts";
import type { Case } from "./builder.cases.ts";

const entries = ruleCatalogue(defaultPolicy);
const named = (name: string) => entries.find((entry) => entry.name === name);

const trees: Readonly<Record<string, string>> = {
  FORHANDSSJEKK:
    "SYKMELDING_MANGLER SYKEHUS_HPR_NUMMER_MANGLER SYKEHUS_SIGNERENDE_FINNES_IKKE DUPLIKAT PASIENT_FINNES_IKKE SIGNERENDE_FINNES_IKKE " +
    "PERIODER_IKKE_OPPGITT PERIODE_UTEN_TYPE BIDIAGNOSE_UTEN_KODE BIDIAGNOSE_UTEN_KODEVERK BIDIAGNOSE_UTEN_TEKST BEHANDLER_UTEN_ID " +
    "HOVEDDIAGNOSE_UTEN_KODE HOVEDDIAGNOSE_UTEN_TEKST MEDISINSK_ARSAK_UTEN_KODE MEDISINSK_ARSAK_UGYLDIG ARBEIDSPLASS_ARSAK_UTEN_KODE " +
    "ARBEIDSPLASS_ARSAK_UGYLDIG TESTNUMMER_I_PRODUKSJON ANNEN_FRAVERSARSAK_UTEN_KODE BEHANDLETDATO_MANGLER ANTALL_ARBEIDSGIVERE_MANGLER " +
    "VEDLEGG_FOR_STORT VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK GENDATE_I_FREMTIDEN MEDISINSK_VURDERING_MANGLER ARBEIDSGIVERFELT_MANGLER " +
    "HOVEDDIAGNOSE_UTEN_KODEVERK ANNEN_FRAVERSARSAK_UKJENT ANTALL_ARBEIDSGIVERE_UKJENT RESTRIKSJON_UKJENT GENDATE_ULESELIG " +
    "PERIODE_ULESELIG",
  SUSPENSJON: "BEHANDLER_SUSPENDERT",
  VALIDERING:
    "UGYLDIG_ORGNR_LENGDE UGYLDIG_REGELSETTVERSJON MANGLENDE_DYNAMISKE_SPOERSMAL_VERSJON2_UKE_39 AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR " +
    "BEHANDLER_FNR_ER_SAMME_SOM_PASIENT_FNR",
  PERIODER:
    "PERIODER_MANGLER FRADATO_ETTER_TILDATO OVERLAPPENDE_PERIODER OPPHOLD_MELLOM_PERIODER IKKE_DEFINERT_PERIODE " +
    "BEHANDLINGSDATO_ETTER_MOTTATTDATO AVVENTENDE_SYKMELDING_KOMBINERT MANGLENDE_INNSPILL_TIL_ARBEIDSGIVER AVVENTENDE_SYKMELDING_OVER_16_DAGER " +
    "FOR_MANGE_BEHANDLINGSDAGER_PER_UKE GRADERT_SYKMELDING_OVER_99_PROSENT GRADERT_SYKMELDING_0_PROSENT SYKMELDING_MED_BEHANDLINGSDAGER",
  HPR:
    "BEHANDLER_IKKE_I_HPR BEHANDLER_IKKE_GYLDIG_I_HPR BEHANDLER_MANGLER_AUTORISASJON_I_HPR BEHANDLER_IKKE_LE_KI_MT_TL_FT_I_HPR " +
    "BEHANDLER_MT_FT_KI_OVER_12_UKER",
  ARBEIDSUFORHET:
    "FRAVAERSGRUNN_MANGLER UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE ICPC_2_Z_DIAGNOSE UGYLDIG_KODEVERK_FOR_BIDIAGNOSE",
  UNDER_13: "PASIENT_YNGRE_ENN_13",
  DATO: "FREMDATERT TILBAKEDATERT_MER_ENN_3_AR TOTAL_VARIGHET_OVER_ETT_AAR",
  TILBAKEDATERING:
    "INNTIL_8_DAGER MINDRE_ENN_1_MAANED MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE OVER_1_MND_MED_BEGRUNNELSE OVER_1_MND",
};

const listings: ReadonlyArray<Case> = [
  {
    title: "the trees stand in NAV's order",
    actual: () => [...new Set(entries.map((e) => e.tree))],
    expected: Object.keys(trees),
    listing: true,
  },
  ...Object.entries(trees).map(([tree, names]) => ({
    title: `the entries of ${tree} stand in NAV's order`,
    actual: () => entries.filter((entry) => entry.tree === tree).map((entry) => entry.name),
    expected: names.split(" "),
    listing: true,
  })),
  {
    title: "no name occurs twice",
    actual: () => new Set(entries.map((entry) => entry.name)).size,
    expected: entries.length,
    listing: true,
  },
];

const manual = entries.filter((entry) => entry.outcome === "MANUAL").map((entry) => entry.name);

const contents: ReadonlyArray<Case> = [
  {
    title: "three rules lead to manual assessment",
    actual: () => manual,
    expected: ["SYKMELDING_MED_BEHANDLINGSDAGER", "MINDRE_ENN_1_MAANED_MED_BEGRUNNELSE", "OVER_1_MND_MED_BEGRUNNELSE"],
  },
  {
    title: "what counts as a word is told where words are counted",
    actual: () =>
      ["INNTIL_8_DAGER", "OVER_1_MND_MED_BEGRUNNELSE"].map((name) => named(name)?.oddity?.includes("A til Z")),
    expected: [true, true],
  },
  {
    title: "pre-checks are listed before rules",
    actual: () => [entries[0]?.kind, entries.at(-1)?.kind],
    expected: ["pre-check", "rule"],
  },
  {
    title: "steps that pass are not listed as rules",
    actual: () => entries.some((entry) => ["PAPIRSYKMELDING", "ETTERSENDING"].includes(entry.name)),
    expected: false,
  },
  {
    title: "a pre-check is listed with its place",
    actual: () => named("PASIENT_FINNES_IKKE"),
    expected: {
      kind: "pre-check",
      number: "2",
      tree: "FORHANDSSJEKK",
      name: "PASIENT_FINNES_IKKE",
      outcome: "INVALID",
      source: "nav",
      forSender: "Den sykmeldte finnes ikke i folkeregisteret.",
      forPerson: "Fødselsnummeret i sykmeldingen finnes ikke i folkeregisteret.",
    },
  },
  {
    title: "the hub's own checks are listed as such",
    actual: () => named("GENDATE_ULESELIG")?.source,
    expected: "hub",
  },
  {
    title: "a rule has the law of its tree",
    actual: () => named("PASIENT_YNGRE_ENN_13")?.legalSource,
    expected: "ftrl. § 8-3 første ledd",
  },
  {
    title: "a rule may have a law of its own",
    actual: () => named("OVER_1_MND")?.legalSource,
    expected: "ftrl. § 8-7",
  },
  {
    title: "a rule without a law is listed without",
    actual: () => Object.keys(named("PERIODER_MANGLER") ?? {}).includes("legalSource"),
    expected: false,
  },
  {
    title: "oddities that are kept are named",
    actual: () =>
      [named("OVERLAPPENDE_PERIODER"), named("AVVENTENDE_SYKMELDING_OVER_16_DAGER")].map(
        (entry) => entry?.oddity !== undefined,
      ),
    expected: [true, true],
  },
  {
    title: "differences from NAV are named",
    actual: () => named("FREMDATERT")?.differsFromNav,
    expected: { ...differences.signingDay, turnedToNav: false },
  },
  {
    title: "every difference is on a line and can be turned to NAV's way",
    actual: () => Object.keys(differences).filter((setting) => turned(setting as DifferenceSetting)),
    expected: Object.keys(differences),
  },
  {
    title: "every text is there and ends as a sentence",
    actual: () =>
      entries
        .filter((entry) => ![entry.forSender, entry.forPerson].every((text) => /^[A-ZÆØÅ].{15,}\.$/u.test(text)))
        .map((entry) => entry.name),
    expected: [],
  },
];

function turned(setting: DifferenceSetting): boolean {
  const lines = ruleCatalogue(navPolicy).filter((entry) => entry.differsFromNav?.setting === setting);
  return lines.length > 0 && lines.every((entry) => entry.differsFromNav?.turnedToNav === true);
}

export const catalogueCases: ReadonlyArray<Case> = [...listings, ...contents];
