import { printDay } from "@samvirke/kernel";
import type { Instant } from "@samvirke/kernel";
import type { Json, JsonObject } from "../sykmelding-record/json.ts";
import type { FollowUpSample } from "./sample-model.ts";

// Welfare writes offsets, and nanoseconds where its clock has them.
const offsetTime = (at: Instant): string => new Date(at).toISOString().replace("Z", "000000Z");

export const meetingAnswerJson = (s: FollowUpSample): JsonObject => ({
  ident: { value: s.personNumber },
  svarType: "NYTT_TID_STED",
  senderType: "ARBEIDSGIVER",
  brevSentAt: offsetTime(s.at),
  svarReceivedAt: offsetTime(s.at + 3_600_000),
  svarTekst: s.text,
});

export const activityAssessmentJson = (s: FollowUpSample): JsonObject => ({
  uuid: s.id,
  personIdent: s.personNumber,
  createdAt: offsetTime(s.at),
  status: "UNNTAK",
  isFinal: true,
  beskrivelse: s.text,
  arsaker: ["MEDISINSKE_GRUNNER"],
  stoppunktAt: printDay(s.from),
  updatedBy: s.caseWorker,
  sisteVurderingUuid: s.otherId,
  sistVurdert: offsetTime(s.at),
  frist: printDay(s.to),
  previousAktivitetskravUuid: s.otherId,
});

const noticeParts = (text: string): Json => [
  { type: "HEADER_H1", title: null, texts: [text] },
  { type: "PARAGRAPH", title: text, texts: [text, text] },
];

export const activityNoticeJson = (s: FollowUpSample): JsonObject => ({
  varselUuid: s.id,
  createdAt: offsetTime(s.at),
  personIdent: s.personNumber,
  aktivitetskravUuid: s.otherId,
  vurderingUuid: s.otherId,
  document: noticeParts(s.text),
  journalpostId: "4711",
  svarfrist: printDay(s.to),
  type: "FORHANDSVARSEL_STANS_AV_SYKEPENGER",
});

export const meetingCandidateJson = (s: FollowUpSample): JsonObject => ({
  uuid: s.id,
  createdAt: offsetTime(s.at),
  personIdentNumber: s.personNumber,
  kandidat: false,
  arsak: "UNNTAK",
  unntakArsak: "MEDISINSKE_GRUNNER",
  tilfelleStart: printDay(s.from),
  unntakVeilederident: s.caseWorker,
});

export const followUpSpellsJson = (s: FollowUpSample): JsonObject => ({
  uuid: s.id,
  createdAt: offsetTime(s.at),
  personIdentNumber: s.personNumber,
  oppfolgingstilfelleList: [
    {
      gradertAtTilfelleEnd: false,
      arbeidstakerAtTilfelleEnd: true,
      start: printDay(s.from),
      end: printDay(s.to),
      antallSykedager: s.to - s.from + 1,
      virksomhetsnummerList: [s.employer],
    },
  ],
  referanseTilfelleBitUuid: s.otherId,
  referanseTilfelleBitInntruffet: offsetTime(s.at),
  dodsdato: null,
  hasGjentakendeSykefravar: false,
});

export const spellBitJson = (s: FollowUpSample): JsonObject => ({
  id: s.id,
  fnr: s.personNumber,
  orgnummer: s.employer,
  opprettet: offsetTime(s.at),
  inntruffet: offsetTime(s.at),
  tags: ["SYKMELDING", "SENDT", "PERIODE", "INGEN_AKTIVITET"],
  ressursId: s.otherId,
  fom: printDay(s.from),
  tom: printDay(s.to),
  korrigererSendtSoknad: null,
});

export const jobSeekingDecisionJson = (s: FollowUpSample): JsonObject => ({
  uuid: s.id,
  personident: s.personNumber,
  begrunnelse: s.text,
  fom: printDay(s.from),
  tom: printDay(s.to),
  status: "FATTET",
  statusAt: offsetTime(s.at),
  statusBy: s.caseWorker,
});

export const lineManagerJson = (s: FollowUpSample): JsonObject => ({
  narmesteLederId: s.id,
  fnr: s.personNumber,
  orgnummer: s.employer,
  narmesteLederFnr: s.otherNumber,
  narmesteLederTelefonnummer: "00000000",
  narmesteLederEpost: "leder@example.invalid",
  aktivFom: printDay(s.from),
  aktivTom: null,
  arbeidsgiverForskutterer: true,
  timestamp: offsetTime(s.at),
  status: "NY_LEDER",
});
