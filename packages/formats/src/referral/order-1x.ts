const addressOrder = ["Type", "StreetAdr", "PostalCode", "City", "County", "Country", "CityDistr", "TeleAddress"];
const instOrder = ["Name", "Id", "TypeId", "AdditionalId", "HCPerson", "Dept"];

const under = (path: string, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.map((name) => `${path}/${name}`);

/** Sequence within whatever holds a HCP. */
export const partyOrder: ReadonlyArray<string> = [
  "Role",
  "ComMethod",
  "CopyDestRole",
  "Relation",
  "StartDateTime",
  "EndDateTime",
  ...under("HCP/Inst", instOrder),
  "HCP/HCProf",
  "HCP/MedSpeciality",
  "HCP/PartyIdByRequester",
  "HCP/PartyIdByServProv",
  ...under("HCP/Address", addressOrder),
];

const patientOrder = [
  "BasisForHealthServices",
  "Sex",
  "DateOfBirth",
  "DateOfDeath",
  "Name",
  "IdByRequester",
  "OffId",
  "TypeOffId",
  "PatientPrecaution",
  "InfItem",
  "PatRelHCP",
  "NeedTranslator",
  "CareSituation",
  "PatRelperson",
  "AssistertKommunikasjon",
  "ParorendeForesatt",
  "ContactPerson",
  "PatRelInst",
  "Consent",
  "AdditionalId",
  ...under("Address", addressOrder),
];

const requestOrder = ["ServType", "Purpose", "ReqDate", "Priority", "Comment", "Service"];

/** Sequence of a whole message before 2.0; each version lacks some of it. */
export const messageOrder: ReadonlyArray<string> = [
  ...["Type", "MsgVersion", "MIGversion", "GenDate", "MsgId", "Status"],
  ...under("ServReq", ["ServType", "IssueDate", "PaymentCat", "ReqComment", "Ack", "MsgDescr", "Id"]),
  ...under("ServReq/Patient", patientOrder),
  ...under("ServReq", ["ServProvider", "Requester", "CopyDest", "RefDoc", "ReasonAsText", "Diagnosis"]),
  ...under("ServReq/ReqServ", requestOrder),
  "ServReq/Comment",
];
