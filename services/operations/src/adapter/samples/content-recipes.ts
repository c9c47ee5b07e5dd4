import type { CertificateSample, SamplePeriod } from "@samvirke/formats";
import { fullPeriod, withPeriod } from "./ground.ts";
import type { Ground, Recipe } from "./ground.ts";
import { reserved } from "./reserved.ts";
import { syntheticAdult } from "./valid.ts";

const saying = (change: Partial<CertificateSample>): Recipe => ({ change: (sample) => ({ ...sample, ...change }) });

const editing = (pattern: RegExp, replacement: string): Recipe => ({
  edit: (xml) => xml.replace(pattern, replacement),
});

const icpc2 = "2.16.578.1.12.4.1.1.7170";

type PeriodPart = Extract<SamplePeriod, { readonly kind: "FULL" }>;

const withCauses = (causes: Pick<PeriodPart, "medicalCauses" | "workplaceCauses">): Recipe => ({
  change: (sample, { today, wish }) => ({
    ...sample,
    periods: [{ ...fullPeriod(today, wish.from, wish.days), kind: "FULL", ...causes }],
  }),
});

const answered: Pick<CertificateSample, "answers"> = {
  answers: [
    {
      groupId: "6.2",
      groupText: "Opplysninger",
      answers: [{ id: "6.2.1", question: "Hva er prøvd?", answer: "Alt i orden." }],
    },
  ],
};

const unnamedClinician = (sample: CertificateSample, { theirs }: Ground): CertificateSample => ({
  ...sample,
  clinician: { name: sample.clinician.name },
  signerNumber: sample.clinician.number ?? syntheticAdult(theirs, "signer"),
});

const hospital = (clinician: Partial<CertificateSample["clinician"]>): Recipe => ({
  change: (sample) => {
    const { number = "", name } = sample.clinician;
    return { ...sample, ebService: "SykmeldingVirksomhet", clinician: { number, name, ...clinician } };
  },
});

const testFile = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** Recipes for the pre-checks, by their names. */
export const contentRecipes: Readonly<Record<string, Recipe>> = {
  SYKMELDING_MANGLER: editing(/<HelseOpplysningerArbeidsuforhet .*<\/HelseOpplysningerArbeidsuforhet>/s, ""),
  SYKEHUS_HPR_NUMMER_MANGLER: hospital({}),
  SYKEHUS_SIGNERENDE_FINNES_IKKE: hospital({ hprNumber: reserved.unknownSigner.hprNumber }),
  PASIENT_FINNES_IKKE: {
    change: (sample) => ({ ...sample, person: { ...sample.person, number: reserved.unknownPerson } }),
  },
  SIGNERENDE_FINNES_IKKE: saying({ signerNumber: reserved.unknownSigner.number }),
  PERIODER_IKKE_OPPGITT: saying({ periods: [] }),
  PERIODE_UTEN_TYPE: {
    change: (sample, { today, wish }) => ({
      ...sample,
      periods: [{ ...fullPeriod(today, wish.from, wish.days), kind: "NONE" }],
    }),
  },
  BIDIAGNOSE_UTEN_KODE: saying({ otherDiagnoses: [{ code: "", text: "Migrene", system: icpc2 }] }),
  BIDIAGNOSE_UTEN_KODEVERK: saying({ otherDiagnoses: [{ code: "N89", text: "Migrene" }] }),
  BIDIAGNOSE_UTEN_TEKST: saying({ otherDiagnoses: [{ code: "N89", system: icpc2 }] }),
  BEHANDLER_UTEN_ID: { change: unnamedClinician },
  HOVEDDIAGNOSE_UTEN_KODE: editing(/(<HovedDiagnose><Diagnosekode) V="[^"]*"/, "$1"),
  HOVEDDIAGNOSE_UTEN_TEKST: editing(/(<HovedDiagnose><Diagnosekode [^>]*) DN="[^"]*"/, "$1"),
  MEDISINSK_ARSAK_UTEN_KODE: withCauses({
    medicalCauses: { codes: [{ code: "", text: "Tilstanden hindrer aktivitet" }] },
  }),
  MEDISINSK_ARSAK_UGYLDIG: withCauses({ medicalCauses: { codes: [{ code: "7", text: "Finnes ikke" }] } }),
  ARBEIDSPLASS_ARSAK_UTEN_KODE: withCauses({
    workplaceCauses: { codes: [{ code: "", text: "Manglende tilrettelegging" }] },
  }),
  ARBEIDSPLASS_ARSAK_UGYLDIG: withCauses({ workplaceCauses: { codes: [{ code: "7", text: "Finnes ikke" }] } }),
  ANNEN_FRAVERSARSAK_UTEN_KODE: saying({ otherAbsence: { codes: [{ code: "", text: "Godkjent helseinstitusjon" }] } }),
  BEHANDLETDATO_MANGLER: editing(/<BehandletDato>[^<]*<\/BehandletDato>/, ""),
  ANTALL_ARBEIDSGIVERE_MANGLER: editing(/<HarArbeidsgiver V="[^"]*"/, "<HarArbeidsgiver"),
  VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK: saying({
    attachments: [{ id: "1", mimeType: "text/plain", description: "provefil.txt", bytes: Buffer.from(testFile) }],
  }),
  GENDATE_I_FREMTIDEN: {
    change: (sample, { wish }) => ({ ...sample, generatedAt: new Date(wish.at + 3 * 86_400_000).toISOString() }),
  },
  MEDISINSK_VURDERING_MANGLER: editing(/<MedisinskVurdering>.*<\/MedisinskVurdering>/s, ""),
  ARBEIDSGIVERFELT_MANGLER: editing(/<Arbeidsgiver>.*<\/Arbeidsgiver>/s, ""),
  HOVEDDIAGNOSE_UTEN_KODEVERK: editing(/(<HovedDiagnose><Diagnosekode V="[^"]*") S="[^"]*"/, "$1"),
  ANNEN_FRAVERSARSAK_UKJENT: saying({ otherAbsence: { codes: [{ code: "99", text: "Finnes ikke" }] } }),
  ANTALL_ARBEIDSGIVERE_UKJENT: editing(/<HarArbeidsgiver V="[^"]*"/, '<HarArbeidsgiver V="7"'),
  RESTRIKSJON_UKJENT: { ...saying(answered), ...editing(/<Restriksjonskode V="A"/, '<Restriksjonskode V="X"') },
  GENDATE_ULESELIG: saying({ generatedAt: "i går formiddag" }),
  PERIODE_ULESELIG: editing(/<PeriodeTOMDato>[^<]*</, "<PeriodeTOMDato>snart<"),
};

/** Recipes that are about one period of sick leave, a count of days from the day of signing. */
export const periodRecipe = (from: number, days: number, more: Partial<CertificateSample> = {}): Recipe => ({
  change: (sample, { today }) => ({ ...withPeriod(sample, today, { from, days }), ...more }),
});
