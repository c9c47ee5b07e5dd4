import type { DecisionNotice, NoticePart } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import type { JsonSource } from "../nav-sick-leave/json-source.ts";
import { day, flag, items, maybeDay, maybeText, texts } from "../nav-sick-leave/json-source.ts";
import type { Malformed } from "../nav-sick-leave/malformed.ts";
import type { DecisionRecord } from "./decision.ts";
import { readDecision } from "./decision.ts";
import { instant, listed, maybeInstant, maybeToken, personNumber, token } from "./values.ts";

const activityCodes = [
  "NY",
  "NY_VURDERING",
  "AVVENT",
  "UNNTAK",
  "OPPFYLT",
  "AUTOMATISK_OPPFYLT",
  "FORHANDSVARSEL",
  "INNSTILLING_OM_STANS",
  "IKKE_OPPFYLT",
  "IKKE_AKTUELL",
  "LUKKET",
];

/**
 * AktivitetskravVurderingRecord: where the requirement of activity stands. One id, many records; the last assessment counts.
 *
 * Unit:    times carry an offset, one without is UTC; days are literal.
 * Rejects: Malformed: no id, no person, no time, no stop point. A status that nobody knows is kept and noted.
 * Source:  isaktivitetskrav; domain fact sheet 4.2, 10.2.
 */
export const readActivityAssessment = (json: unknown): Either<Malformed, DecisionRecord> =>
  readDecision(json, (source) => ({
    personNumber: personNumber(source, "personIdent"),
    decisionKey: token(source, "uuid"),
    previousKey: maybeToken(source, "previousAktivitetskravUuid"),
    draft: {
      subject: "ACTIVITY_REQUIREMENT",
      final: flag(source, "isFinal"),
      outcome: listed(source, "status", activityCodes),
      reasons: texts(source, "arsaker"),
      text: maybeText(source, "beskrivelse"),
      madeAt: instant(source, "createdAt"),
      assessedAt: maybeInstant(source, "sistVurdert"),
      assessmentId: maybeToken(source, "sisteVurderingUuid"),
      stopPoint: day(source, "stoppunktAt"),
      answerBy: maybeDay(source, "frist"),
      decidedBy: maybeToken(source, "updatedBy"),
    },
  }));

const partOf = (source: JsonSource): NoticePart => ({
  type: token(source, "type"),
  title: maybeText(source, "title"),
  texts: texts(source, "texts"),
});

const noticeOf = (source: JsonSource): DecisionNotice => ({
  reference: token(source, "varselUuid"),
  archiveReference: maybeToken(source, "journalpostId"),
  kind: maybeToken(source, "type"),
  document: items(source, "document", partOf),
});

/**
 * AktivitetskravVarselRecord: the notice that goes with an assessment. It is a decision of its own that follows the assessed one,
 * so that no notice opens again what is final.
 *
 * Unit:    times carry an offset, one without is UTC; days are literal.
 * Rejects: Malformed: no notice, no requirement, no person, no time.
 * Source:  isaktivitetskrav; domain fact sheet 4.2, 10.2.
 */
export const readActivityNotice = (json: unknown): Either<Malformed, DecisionRecord> =>
  readDecision(json, (source) => {
    const notice = noticeOf(source);
    const required = "aktivitetskravUuid" in source.value ? "aktivitetskravUuid" : "uuid";
    return {
      personNumber: personNumber(source, "personIdent"),
      decisionKey: notice.reference,
      previousKey: token(source, required),
      draft: {
        subject: "ACTIVITY_REQUIREMENT",
        final: false,
        outcome: notice.kind ?? "FORHANDSVARSEL",
        madeAt: instant(source, "createdAt"),
        assessmentId: maybeToken(source, "vurderingUuid"),
        answerBy: maybeDay(source, "svarfrist"),
        notice,
      },
    };
  });

const candidateCodes = ["STOPPUNKT", "DIALOGMOTE_FERDIGSTILT", "DIALOGMOTE_LUKKET", "UNNTAK", "IKKE_AKTUELL", "LUKKET"];

/**
 * DialogmotekandidatEndringRecord: whether the person needs dialogue meeting 2.
 *
 * Unit:    times carry an offset, one without is UTC; days are literal.
 * Rejects: Malformed: no id, no person, no time, no word on the need. A reason that nobody knows is kept and noted.
 * Source:  isdialogmotekandidat; domain fact sheet 4.2, 10.2.
 */
export const readMeetingCandidate = (json: unknown): Either<Malformed, DecisionRecord> =>
  readDecision(json, (source) => {
    const needed = flag(source, "kandidat");
    const exemption = maybeToken(source, "unntakArsak");
    return {
      personNumber: personNumber(source, "personIdentNumber"),
      decisionKey: token(source, "uuid"),
      previousKey: null,
      draft: {
        subject: "MEETING_NEED",
        final: !needed,
        needed,
        outcome: listed(source, "arsak", candidateCodes),
        reasons: exemption === null ? [] : [exemption],
        madeAt: instant(source, "createdAt"),
        spellStart: maybeDay(source, "tilfelleStart"),
        decidedBy: maybeToken(source, "unntakVeilederident"),
      },
    };
  });

/**
 * VedtakStatusRecord: sick pay while seeking work.
 *
 * Unit:    times carry an offset, one without is UTC; days are literal and both inclusive.
 * Rejects: Malformed: no id, no person, no period, no time. A status that nobody knows is kept and noted.
 * Source:  isfrisktilarbeid; ftrl. § 8-5; domain fact sheet 10.2.
 */
export const readJobSeekingDecision = (json: unknown): Either<Malformed, DecisionRecord> =>
  readDecision(json, (source) => {
    const outcome = listed(source, "status", ["FATTET", "FERDIG_BEHANDLET"]);
    return {
      personNumber: personNumber(source, "personident"),
      decisionKey: token(source, "uuid"),
      previousKey: null,
      draft: {
        subject: "JOB_SEEKING_PERIOD",
        final: outcome === "FERDIG_BEHANDLET",
        outcome,
        text: maybeText(source, "begrunnelse"),
        from: day(source, "fom"),
        to: day(source, "tom"),
        assessedAt: instant(source, "statusAt"),
        decidedBy: maybeToken(source, "statusBy"),
      },
    };
  });
