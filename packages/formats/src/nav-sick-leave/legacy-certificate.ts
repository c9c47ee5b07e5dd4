import { lists, hprNumber, nationalNumber, plainCode } from "./codes.ts";
import type { JsonSource } from "./json-source.ts";
import { flag, inner, maybeDay, maybeInner, maybeText, maybeWhole, text, time } from "./json-source.ts";
import { legacyActivityIn, legacyAddressOf, legacyAssessmentOf } from "./legacy-parts.ts";
import { employedOutlookOf, employerCount, helpOf, noOutlook, unemployedOutlookOf } from "./record-content.ts";
import { answerGroupsIn } from "./record-medical.ts";

const clinicianOf = (source: JsonSource) => {
  const [fnr, hpr, her] = [maybeText(source, "fnr"), maybeText(source, "hpr"), maybeText(source, "her")];
  const phone = maybeText(source, "tlf");
  maybeText(source, "aktoerId");
  return {
    shown: {
      name: {
        given: text(source, "fornavn"),
        middle: maybeText(source, "mellomnavn"),
        family: text(source, "etternavn"),
      },
      hprNumber: hpr,
      address: maybeInner(source, "adresse", legacyAddressOf),
      contactPoints: phone === null ? [] : [{ type: null, address: phone }],
    },
    numbers: [
      ...(fnr === null ? [] : [nationalNumber(fnr)]),
      ...(hpr === null ? [] : [hprNumber(hpr)]),
      ...(her === null ? [] : [{ value: her, type: plainCode("HER", lists.personIds) }]),
    ],
  };
};

const employerOf = (source: JsonSource) => ({
  employment: {
    ...employerCount(text(source, "harArbeidsgiver")),
    employerName: maybeText(source, "navn"),
    occupation: maybeText(source, "yrkesbetegnelse"),
  },
  positionPercent: maybeWhole(source, "stillingsprosent"),
});

const outlookOf = (source: JsonSource) => ({
  fitAfterPeriod: flag(source, "arbeidsforEtterPeriode"),
  consideration: maybeText(source, "hensynArbeidsplassen"),
  employedOutlook: maybeInner(source, "erIArbeid", employedOutlookOf),
  unemployedOutlook: maybeInner(source, "erIkkeIArbeid", unemployedOutlookOf),
  forecastGiven: true,
});

const contactOf = (source: JsonSource) => ({
  contactOn: maybeDay(source, "kontaktDato"),
  lateContactReason: maybeText(source, "begrunnelseIkkeKontakt"),
});

const systemOf = (source: JsonSource) => ({ name: text(source, "navn"), version: text(source, "versjon") });

/** Reads `sykmelding` of a ReceivedSykmelding. */
export const certificateOf = (source: JsonSource) => ({
  id: text(source, "id"),
  msgId: text(source, "msgId"),
  actor: maybeText(source, "pasientAktoerId"),
  medical: {
    ...inner(source, "medisinskVurdering", legacyAssessmentOf),
    shieldedFromPerson: flag(source, "skjermesForPasient"),
    answerGroups: answerGroupsIn(source, "utdypendeOpplysninger"),
  },
  employer: inner(source, "arbeidsgiver", employerOf),
  activity: legacyActivityIn(source),
  outlook: maybeInner(source, "prognose", outlookOf) ?? noOutlook,
  workplaceMeasures: maybeText(source, "tiltakArbeidsplassen"),
  measures: { welfareMeasures: maybeText(source, "tiltakNAV"), otherMeasures: maybeText(source, "andreTiltak") },
  help: maybeInner(source, "meldingTilNAV", helpOf),
  messageToEmployer: maybeText(source, "meldingTilArbeidsgiver"),
  contact: inner(source, "kontaktMedPasient", contactOf),
  treated: time(source, "behandletTidspunkt"),
  clinician: inner(source, "behandler", clinicianOf),
  sendingSystem: inner(source, "avsenderSystem", systemOf),
  spellStart: maybeDay(source, "syketilfelleStartDato"),
  signed: time(source, "signaturDato"),
  familyDoctor: maybeText(source, "navnFastlege"),
});

export type LegacyCertificate = ReturnType<typeof certificateOf>;
