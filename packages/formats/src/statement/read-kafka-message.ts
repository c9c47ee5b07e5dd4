import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";
import type { JsonObject } from "../sykmelding-record/json.ts";
import { OffsetDateTime, Whole, exactly, list, orNull } from "../sykmelding-record/read-primitives.ts";
import type { RecordMismatch } from "../sykmelding-record/read-record.ts";

const text = t.string;
const maybe = orNull(t.string);
const flag = t.boolean;
const localForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?$/;
const LocalDateTime = new t.Type<string>(
  "LocalDateTime",
  (value): value is string => typeof value === "string" && localForm.test(value),
  (value, context) =>
    typeof value === "string" && localForm.test(value) ? t.success(value) : t.failure(value, context),
  t.identity,
);

const place = { adresse: maybe, postnummer: orNull(Whole), poststed: maybe };
const Pasient = exactly("Pasient", {
  fornavn: text,
  mellomnavn: maybe,
  etternavn: text,
  fnr: text,
  navKontor: maybe,
  ...place,
  yrke: maybe,
  arbeidsgiver: exactly("Arbeidsgiver", { navn: maybe, ...place }),
});

const Diagnose = exactly("Diagnose", { tekst: maybe, kode: maybe });
const Sykdomsopplysninger = exactly("Sykdomsopplysninger", {
  hoveddiagnose: orNull(Diagnose),
  bidiagnose: list(Diagnose),
  arbeidsuforFra: orNull(OffsetDateTime),
  sykdomshistorie: text,
  statusPresens: text,
  borNavKontoretVurdereOmDetErEnYrkesskade: flag,
  yrkesSkadeDato: orNull(OffsetDateTime),
});

const Henvisning = exactly("Henvisning", { tekst: text, dato: OffsetDateTime, antattVentetIUker: Whole });
const Plan = exactly("Plan", {
  utredning: orNull(Henvisning),
  behandling: orNull(Henvisning),
  utredningsplan: maybe,
  behandlingsplan: maybe,
  vurderingAvTidligerePlan: maybe,
  narSporreOmNyeLegeopplysninger: maybe,
  videreBehandlingIkkeAktueltGrunn: maybe,
});

const ForslagTilTiltak = exactly("ForslagTilTiltak", {
  behov: flag,
  kjopAvHelsetjenester: flag,
  reisetilskudd: flag,
  aktivSykmelding: flag,
  hjelpemidlerArbeidsplassen: flag,
  arbeidsavklaringspenger: flag,
  friskmeldingTilArbeidsformidling: flag,
  andreTiltak: maybe,
  naermereOpplysninger: text,
  tekst: text,
});

const FunksjonsOgArbeidsevne = exactly("FunksjonsOgArbeidsevne", {
  vurderingFunksjonsevne: text,
  inntektsgivendeArbeid: flag,
  hjemmearbeidende: flag,
  student: flag,
  annetArbeid: text,
  kravTilArbeid: maybe,
  kanGjenopptaTidligereArbeid: flag,
  kanGjenopptaTidligereArbeidNa: flag,
  kanGjenopptaTidligereArbeidEtterBehandling: flag,
  kanIkkeGjenopptaNaverendeArbeid: maybe,
  kanTaAnnetArbeid: flag,
  kanTaAnnetArbeidNa: flag,
  kanTaAnnetArbeidEtterBehandling: flag,
  kanIkkeTaAnnetArbeid: maybe,
});

const Legeerklaering = exactly("Legeerklaering", {
  id: text,
  arbeidsvurderingVedSykefravaer: flag,
  arbeidsavklaringspenger: flag,
  yrkesrettetAttforing: flag,
  uforepensjon: flag,
  pasient: Pasient,
  sykdomsopplysninger: Sykdomsopplysninger,
  plan: orNull(Plan),
  forslagTilTiltak: ForslagTilTiltak,
  funksjonsOgArbeidsevne: FunksjonsOgArbeidsevne,
  prognose: exactly("Prognose", {
    vilForbedreArbeidsevne: flag,
    anslattVarighetSykdom: maybe,
    anslattVarighetFunksjonsnedsetting: maybe,
    anslattVarighetNedsattArbeidsevne: maybe,
  }),
  arsakssammenheng: maybe,
  andreOpplysninger: maybe,
  kontakt: exactly("Kontakt", {
    skalKontakteBehandlendeLege: flag,
    skalKontakteArbeidsgiver: flag,
    skalKontakteBasisgruppe: flag,
    kontakteAnnenInstans: maybe,
    onskesKopiAvVedtak: flag,
  }),
  tilbakeholdInnhold: flag,
  pasientenBurdeIkkeVite: maybe,
  signatur: exactly("Signatur", {
    dato: OffsetDateTime,
    navn: maybe,
    adresse: maybe,
    postnummer: maybe,
    poststed: maybe,
    signatur: maybe,
    tlfNummer: maybe,
  }),
  signaturDato: LocalDateTime,
});

const ReceivedLegeerklaering = exactly("ReceivedLegeerklaering", {
  legeerklaering: Legeerklaering,
  personNrPasient: text,
  pasientAktoerId: text,
  personNrLege: text,
  navLogId: text,
  msgId: text,
  legekontorOrgNr: maybe,
  legekontorHerId: maybe,
  legekontorReshId: maybe,
  legekontorOrgName: text,
  mottattDato: LocalDateTime,
  fellesformat: text,
  tssid: maybe,
});

const RuleHit = exactly("RuleInfo", {
  ruleName: text,
  messageForSender: text,
  messageForUser: text,
  ruleStatus: t.keyof({ OK: null, MANUAL_PROCESSING: null, INVALID: null }),
});
const LegeerklaeringKafkaMessage = exactly("LegeerklaeringKafkaMessage", {
  legeerklaeringObjectId: text,
  validationResult: exactly("ValidationResult", {
    status: t.keyof({ OK: null, MANUAL_PROCESSING: null, INVALID: null }),
    ruleHits: list(RuleHit),
  }),
  vedlegg: orNull(list(text)),
});

const explain = (errors: t.Errors): ReadonlyArray<string> =>
  errors.map(({ context }) => {
    const path = context.map(({ key }) => key).filter((key) => key !== "");
    return `${path.join(".")}: ${context.at(-1)?.type.name ?? ""}`;
  });

const readAs =
  (codec: t.Mixed) =>
  (json: unknown): Either<RecordMismatch, JsonObject> => {
    const read = codec.decode(json);
    return E.isLeft(read) ? E.left({ _tag: "RecordMismatch", paths: explain(read.left) }) : E.right(json as JsonObject);
  };

/** Reads the record of the topic strictly: an unknown key, a missing one and an unknown enum value fail. Rejects: RecordMismatch. */
export const readStatementMessage = readAs(LegeerklaeringKafkaMessage);

/**
 * Reads the object beside it strictly. Written from the description of the format, not from the printer.
 *
 * Rejects: RecordMismatch.
 * Source:  ReceivedLegeerklaering.
 */
export const readStatementBody = readAs(ReceivedLegeerklaering);
