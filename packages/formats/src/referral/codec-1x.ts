import type {
  ReferralConsent,
  ReferralContact,
  ReferralInstitution,
  ReferralInterpreter,
  ReferralPatient,
  ReferralRelative,
  ReferralRequest,
} from "@samvirke/contracts";
import type { ChildCodec, ElementCodec } from "../codec/codec.ts";
import { absent, many, one, readOnly, record, struct, within } from "../codec/combine.ts";
import { additionalIds } from "../codec/identifiers.ts";
import { joinedName } from "../codec/joined-name.ts";
import { address, contactPoints } from "../codec/postal.ts";
import { cs, cv, dayAttribute, text, textAttribute, ts } from "../codec/values.ts";
import { attachment10, attachment11 } from "./attachment-codec.ts";
import { comment, diagnosis, item, precaution, reason } from "./medical-codec.ts";
import { officialNumber } from "./official-number.ts";
import { messageOrder, partyOrder, partyOrder09 } from "./order-1x.ts";
import type { PartyCodecs } from "./parties-1x.ts";
import { partiesIn } from "./parties-1x.ts";
import { consent, contact11, interpreter, relative11 } from "./people-codec.ts";
import {
  careSituation10,
  consent10,
  institution10,
  institution11,
  interpreter10,
  relative10,
} from "./people-10-codec.ts";
import type { AttachmentPart, HeadPart, MedicalPart, NamedPerson, SharedPart, WireReferral } from "./wire.ts";

const lexicon = { time: ts, heading: cs };

/** What a Message says that a message head says elsewhere. */
export const headOfMessage = record<HeadPart>({
  messageType: one("Type", cs),
  migVersion: one("MIGversion", text),
  generatedAtText: one("GenDate", textAttribute),
  messageId: one("MsgId", text),
  processingStatus: one("Status", cs),
  ack: one("ServReq/Ack", cs),
});

const named = record<NamedPerson>({
  number: officialNumber,
  otherNumbers: additionalIds,
  name: joinedName("Name"),
});

const patient = record<ReferralPatient>({
  bornOn: readOnly(one("DateOfBirth", dayAttribute)),
  bornText: one("DateOfBirth", textAttribute),
  sex: one("Sex", cs),
  nationality: absent(null),
  diedOn: one("DateOfDeath", ts),
  idByRequester: one("IdByRequester", text),
  basisForHealthServices: one("BasisForHealthServices", cs),
  address,
  cityDistrict: one("Address/CityDistr", cs),
  contactPoints,
  maritalStatus: absent(null),
  livesAlone: absent(null),
  language: absent(null),
  municipalServices: absent(null),
  note: absent(null),
});

const request = struct<ReferralRequest>({
  kind: one("ServType", cs),
  purpose: one("Purpose", cs),
  wantedOn: one("ReqDate", ts),
  priority: one("Priority", cs),
  comment: one("Comment", text),
  serviceId: one("Service/ServId", cv),
  specialty: one("Service/MedSpeciality", cv),
  category: one("Service/AdmCat", cs),
});

/** The elements in which 1.1 and those before it differ. */
interface Edition {
  readonly parties: PartyCodecs;
  readonly consent: ElementCodec<ReferralConsent>;
  readonly relatives: ChildCodec<ReadonlyArray<ReferralRelative>>;
  readonly contacts: ChildCodec<ReadonlyArray<ReferralContact>>;
  readonly interpreters: ChildCodec<ReadonlyArray<ReferralInterpreter>>;
  readonly institution: ElementCodec<ReferralInstitution>;
  readonly careSituation: ChildCodec<MedicalPart["careSituation"]>;
  readonly attachment: ElementCodec<AttachmentPart>;
}

const shared = (edition: Edition): ChildCodec<SharedPart> =>
  record<SharedPart>({
    lifecycle: one("ServReq/ServType", cs),
    referralIdAsSent: one("ServReq/Id", text),
    issuedAtText: one("ServReq/IssueDate", textAttribute),
    contentType: one("ServReq/MsgDescr", cs),
    contentTypeNote: absent(null),
    paymentCategory: one("ServReq/PaymentCat", cs),
    comment: one("ServReq/ReqComment", text),
    messageVersion: one("MsgVersion", text),
    request: one("ServReq/ReqServ", request),
    consents: many("ServReq/Patient/Consent", edition.consent),
    relatives: edition.relatives,
    contacts: edition.contacts,
    providers: many("ServReq/Patient/PatRelHCP", edition.parties.provider),
    units: absent([]),
    professionals: absent([]),
    responsibles: absent([]),
    institutions: many("ServReq/Patient/PatRelInst", edition.institution),
    interpreters: edition.interpreters,
    sentDocuments: absent([]),
    individualPlan: absent(null),
  });

const medical = (edition: Edition): ChildCodec<MedicalPart> =>
  record<MedicalPart>({
    diagnoses: many("ServReq/Diagnosis", diagnosis),
    reasons: many("ServReq/ReasonAsText", reason(lexicon)),
    comments: many("ServReq/Comment", comment(lexicon)),
    items: many("ServReq/Patient/InfItem", item(lexicon)),
    precautions: many("ServReq/Patient/PatientPrecaution", precaution(lexicon)),
    pathways: absent([]),
    assessment: absent(null),
    medicineReview: absent(null),
    careSituation: edition.careSituation,
  });

const message = (edition: Edition): ElementCodec<WireReferral> =>
  struct<WireReferral>(
    {
      head: headOfMessage,
      sender: one("ServReq/Requester", edition.parties.party),
      receiver: one("ServReq/ServProvider", edition.parties.party),
      copies: many("ServReq/CopyDest", edition.parties.copy),
      named: within("ServReq/Patient", named),
      patient: within("ServReq/Patient", patient),
      shared: shared(edition),
      medical: medical(edition),
      attachments: many("ServReq/RefDoc", edition.attachment),
    },
    messageOrder,
  );

const before11: Omit<Edition, "parties"> = {
  consent: consent10,
  relatives: many("ServReq/Patient/PatRelperson", relative10),
  contacts: absent([]),
  interpreters: many("ServReq/Patient/NeedTranslator", interpreter10),
  institution: institution10,
  careSituation: one("ServReq/Patient/CareSituation", careSituation10),
  attachment: attachment10,
};

/** Henvisning 0.9 and 0.91: what they lack of 1.0 is simply not there. */
export const message09: ElementCodec<WireReferral> = message({ ...before11, parties: partiesIn(partyOrder09) });

/** Henvisning 1.0. */
export const message10: ElementCodec<WireReferral> = message({ ...before11, parties: partiesIn(partyOrder) });

/** Henvisning 1.1. */
export const message11: ElementCodec<WireReferral> = message({
  parties: partiesIn(partyOrder),
  consent,
  relatives: many("ServReq/Patient/po:ParorendeForesatt", relative11),
  contacts: many("ServReq/Patient/ContactPerson", contact11),
  interpreters: many("ServReq/Patient/po:AssistertKommunikasjon", interpreter(ts)),
  institution: institution11,
  careSituation: absent(null),
  attachment: attachment11,
});
