import type { Code, Identifier, Organisation, ReferralCase, ReferralItem, ReferralMedical } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E, printDay } from "@samvirke/kernel";
import { noCode } from "../envelope/elements.ts";
import { emptyCase, emptyEnvelope, emptyMedical, emptyPatient, emptyRequest } from "../referral/empty.ts";
import type { ReferralParts } from "../referral/parts.ts";
import type { NotPrintable } from "../referral/print/print-referral.ts";
import { printReferral } from "../referral/print/print-referral.ts";
import type { ReferralSample, ReferralSampleParty } from "./referral-model.ts";

const code = (value: string, text: string | null = null): Code => ({ ...noCode, code: value, text });
const listed = (value: string, list: string, text: string | null = null): Code => ({
  ...code(value, text),
  system: `2.16.578.1.12.4.1.1.${list}`,
});

const house = (value: string, type: string): Identifier => ({ value, type: listed(type, "9051", type) });

const unit = (name: string, identifiers: ReadonlyArray<Identifier>): Organisation => ({
  name,
  type: null,
  identifiers,
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
});

const professional = (who: ReferralSampleParty["professional"]): Organisation["healthcareProfessional"] =>
  who === undefined
    ? null
    : {
        category: null,
        roleToPatient: null,
        name: { given: who.given, middle: null, family: who.family },
        bornOn: null,
        sex: null,
        nationality: null,
        identifiers: [{ value: who.hprNumber, type: listed("HPR", "8116", "HPR-nummer") }],
        address: null,
        contactPoints: [],
      };

const levels = ({ name, herId, organisationNumber, department, professional: who }: ReferralSampleParty) => {
  const ids = [house(herId, "HER"), ...(organisationNumber === undefined ? [] : [house(organisationNumber, "ENH")])];
  const own = { ...unit(name, ids), healthcareProfessional: professional(who) };
  return department === undefined ? [own] : [own, unit(department.name, [house(department.herId, "HER")])];
};

const envelopeOf = (sample: ReferralSample): ReferralCase["envelope"] => ({
  ...emptyEnvelope,
  format: sample.version === "2.0" ? "MSGHEAD" : "MESSAGE",
  messageType: code(sample.messageType ?? "HENVISNING_NYTILSTAND"),
  generatedAtText: sample.generatedAt,
  messageId: sample.messageId,
  ack: sample.ack === undefined ? null : code(sample.ack),
  sender: { comMethod: null, organisations: levels(sample.sender) },
  receiver: { comMethod: null, organisations: levels(sample.receiver) },
  otherReceivers: (sample.copies ?? []).map((copy) => ({
    comMethod: null,
    role: code("COP", "Kopimottaker"),
    organisations: levels(copy),
    patient: null,
    person: null,
    healthcareProfessional: null,
  })),
});

const identityOf = ({ person }: ReferralSample): ReferralParts["identity"] => ({
  number:
    person.number === undefined ? null : { value: person.number, type: listed(person.numberType ?? "FNR", "8116") },
  otherNumbers: [],
  name: person.name === undefined ? null : { given: person.name.given, middle: null, family: person.name.family },
  bornOn: null,
  sex: null,
  currentNumber: null,
});

const caseOf = (sample: ReferralSample): ReferralCase => ({
  ...emptyCase,
  envelope: envelopeOf(sample),
  lifecycle: code(sample.lifecycle),
  referralIdAsSent: sample.referralId,
  issuedAtText: sample.generatedAt,
  contentType: listed(sample.contentType ?? "10", "8455"),
  request: { ...emptyRequest, kind: code(sample.lifecycle), priority: code(sample.priority ?? "N") },
  patient: {
    ...emptyPatient,
    bornOn: sample.person.bornOn ?? null,
    sex: sample.person.sex === undefined ? null : code(sample.person.sex),
  },
  consents:
    sample.consent === undefined
      ? []
      : [{ status: listed(sample.consent, "9064"), on: null, note: null, givenBy: null }],
});

const sickLeaveItem = (stated: NonNullable<ReferralSample["sickLeave"]>): ReferralItem => ({
  kind: listed("SYKM", "8233", "Opplysninger om sykemelding"),
  from: { text: `${printDay(stated.from)}T00:00:00`, day: stated.from },
  to: { text: `${printDay(stated.to)}T00:00:00`, day: stated.to },
  recordedOn: null,
  observation: { description: stated.text ?? null, comment: null },
  medication: null,
  result: null,
});

const medicalOf = ({ diagnosis, reason, sickLeave, refersTo }: ReferralSample): ReferralMedical => ({
  ...emptyMedical,
  diagnoses: diagnosis === undefined ? [] : [{ concept: { ...diagnosis, originalText: null }, modifiers: [] }],
  reasons:
    reason === undefined
      ? []
      : [{ heading: listed("PROB", "8231", "Aktuell problemstilling"), text: reason, codes: [] }],
  items: sickLeave === undefined ? [] : [sickLeaveItem(sickLeave)],
  attachments: (refersTo ?? []).map((id, index) => ({
    index,
    id,
    messageType: code("H", "Henvisning"),
    mimeType: null,
    description: null,
    compression: null,
    issuedText: null,
    reference: null,
    contentElements: 0,
    contentBytes: 0,
    booking: null,
  })),
});

/**
 * A synthetic referral as a sender would put it on the wire.
 *
 * Rejects: NO_DIAGNOSIS, where the version demands one and the sample has none.
 */
export const printReferralSample = (sample: ReferralSample): Either<NotPrintable, Uint8Array> => {
  const parts = { identity: identityOf(sample), case: caseOf(sample), medical: medicalOf(sample) };
  const printed = printReferral({ parts, referralId: sample.referralId }, sample.version);
  return E.isLeft(printed) ? printed : E.right(printed.right.bytes);
};
