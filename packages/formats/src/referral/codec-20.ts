import type {
  ReferralAssessment,
  ReferralAssessmentDate,
  ReferralIndividualPlan,
  ReferralMedicineReview,
  ReferralPathway,
  ReferralPatient,
  ReferralProfessional,
  ReferralRequest,
  ReferralResponsible,
  ReferralSentDocument,
  ReferralUnit,
} from "@samvirke/contracts";
import type { ElementCodec } from "../codec/codec.ts";
import { absent, many, one, only, record, struct } from "../codec/combine.ts";
import { organisations, professional } from "../codec/components.ts";
import { bool, cs, cv, text, time } from "../codec/values.ts";
import { comment, diagnosis, item, precaution, reason } from "./medical-codec.ts";
import { document20Order } from "./order-20.ts";
import { consent, contact20, interpreter, relative20 } from "./people-codec.ts";
import type { MedicalPart, SharedPart, WireReferral } from "./wire.ts";

const lexicon = { time, heading: cv };

const more = (name: string): string => `po:TilleggsopplysningPasient/po:${name}`;

const patient = record<ReferralPatient>({
  bornOn: absent(null),
  bornText: absent(null),
  sex: absent(null),
  nationality: absent(null),
  diedOn: absent(null),
  idByRequester: absent(null),
  basisForHealthServices: one("BasisForHealthServices", cs),
  address: absent(null),
  cityDistrict: absent(null),
  contactPoints: absent([]),
  maritalStatus: one(more("SivilStatus"), cs),
  livesAlone: one(more("BorAlene"), bool),
  language: one(more("Sprak"), cs),
  municipalServices: one(more("MottarKommunaleTjenester"), bool),
  note: one(more("Merknad"), text),
});

const request = struct<ReferralRequest>({
  kind: one("ServType", cs),
  purpose: absent(null),
  wantedOn: one("ReqDate", time),
  priority: one("Priority", cs),
  comment: one("Comment", text),
  serviceId: absent(null),
  specialty: absent(null),
  category: absent(null),
});

const unit: ElementCodec<ReferralUnit> = struct<ReferralUnit>({
  organisations: {
    ...one("po:Kontaktenhet", organisations),
    read: (node, findings) => one("po:Kontaktenhet", organisations).read(node, findings) ?? [],
  },
  note: one("po:Merknad", text),
});

const toContact = struct<ReferralProfessional>({
  professional: one("po:Kontaktperson", professional),
  note: one("po:Merknad", text),
});

const responsible = struct<ReferralResponsible>({
  professional: one("po:AnsvarligRapport", professional),
  approvedOn: one("po:GodkjentDato", time),
  relation: one("po:TypeRelasjon", cv),
  note: one("po:Merknad", text),
});

const sentDocument = struct<ReferralSentDocument>({
  information: one("po:Opplysning", cv),
  sent: one("po:JaNei", bool),
  sentOn: one("po:DatoSendt", time),
  receiverType: one("po:TypeMottaker", cv),
  receiverName: one("po:NavnMottaker", text),
  note: one("po:Merknad", text),
});

const individualPlan = struct<ReferralIndividualPlan>({
  exists: one("po:IndividuellPlanForeligger", bool),
  coordinator: one("po:KoordinatorOppnevnt", bool),
  note: one("po:Merknad", text),
});

const shared = record<SharedPart>({
  lifecycle: one("ServType", cs),
  referralIdAsSent: one("DocumentId", text),
  issuedAtText: one("IssueDate", text),
  contentType: one("po:TypeInnholdIMelding/po:TypeInnhold", cv),
  contentTypeNote: one("po:TypeInnholdIMelding/po:Merknad", text),
  paymentCategory: one("PaymentCat", cs),
  comment: one("ReqComment", text),
  messageVersion: absent(null),
  request: one("ReqServ", request),
  consents: many("Consent", consent),
  relatives: many("po:ParorendeForesatt", relative20),
  contacts: many("po:PasientrelatertKontaktperson", contact20),
  providers: absent([]),
  units: many("po:TilknyttetEnhet", unit),
  professionals: many("po:KontaktpersonHelsepersonell", toContact),
  responsibles: many("po:AnsvarForRapport", responsible),
  institutions: absent([]),
  interpreters: many("po:InfoAssistertKommunikasjon", only("po:AssistertKommunikasjon", interpreter(time))),
  sentDocuments: many("po:SendtDokument", sentDocument),
  individualPlan: one("po:OpplysningerOmIndividuellPlan", individualPlan),
});

const assessmentDate = struct<ReferralAssessmentDate>({ kind: one("TypeDato", cv), on: one("Dato", time) });

const assessment = struct<ReferralAssessment>({
  dates: many("DatoMottakOgVurdering", assessmentDate),
  freeChoice: one("Opplysninger/FrittSykehusvalg", bool),
  waitEnd: one("Opplysninger/VentetidSluttkode", cv),
  courseId: one("Opplysninger/ForlopsId", text),
  right: one("Opplysninger/RettTilHelsehjelp", bool),
  outcome: one("Opplysninger/UtfallAvVurdering", cv),
});

const medicineReview = struct<ReferralMedicineReview>({
  reviewedOn: one("po:DatoLegemiddelgjennomgang", time),
  reconciledOn: one("po:DatoSamstemming", time),
  note: one("po:Merknad", text),
});

const pathway = struct<ReferralPathway>({ code: one("Pakkeforlopskode", cv), note: one("Merknad", text) });

const medical = record<MedicalPart>({
  diagnoses: many("Diagnosis", diagnosis),
  reasons: many("ReasonAsText", reason(lexicon)),
  comments: many("Comment", comment(lexicon)),
  items: many("InfItem", item(lexicon)),
  precautions: many("PatientPrecaution", precaution(lexicon)),
  pathways: many("Pakkeforlop", pathway),
  assessment: one("VurderingAvHenvisning", assessment),
  medicineReview: one("po:Legemiddelgjennomgang", medicineReview),
  careSituation: absent(null),
});

/** Henvisning 2.0, the document; sender, receiver and person stand in the message head. */
export const document20: ElementCodec<WireReferral> = struct<WireReferral>(
  {
    head: absent({
      messageType: null,
      migVersion: null,
      generatedAtText: null,
      messageId: null,
      processingStatus: null,
      ack: null,
    }),
    sender: absent(null),
    receiver: absent(null),
    copies: absent([]),
    named: absent({ number: null, otherNumbers: [], name: null }),
    patient,
    shared,
    medical,
    attachments: absent([]),
  },
  document20Order,
);
