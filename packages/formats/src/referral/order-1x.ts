const addressOrder = ["Type", "StreetAdr", "PostalCode", "City", "County", "Country", "CityDistr", "TeleAddress"];
const instOrder = ["Name", "Id", "TypeId", "AdditionalId", "HCPerson", "Dept"];
const instOrder09 = ["Name", "Id", "TypeId", "Dept", "HCPerson"];

const under = (path: string, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.map((name) => `${path}/${name}`);

const partyWith = (inst: ReadonlyArray<string>): ReadonlyArray<string> => [
  "Role",
  "ComMethod",
  "CopyDestRole",
  "Relation",
  "StartDateTime",
  "EndDateTime",
  "HCP/Inst",
  ...under("HCP/Inst", inst),
  "HCP/HCProf",
  "HCP/MedSpeciality",
  "HCP/PartyIdByRequester",
  "HCP/PartyIdByServProv",
  ...under("HCP/Address", addressOrder),
];

/** Sequence within whatever holds a HCP. */
export const partyOrder = partyWith(instOrder);

/** The same before 1.0: units stand before persons. */
export const partyOrder09 = partyWith(instOrder09);

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

/** Sequence of a whole message before 2.0; each version lacks some of it. */
export const messageOrder: ReadonlyArray<string> = [
  "Type",
  "MsgVersion",
  "MIGversion",
  "GenDate",
  "MsgId",
  "Status",
  ...under("ServReq", ["ServType", "IssueDate", "PaymentCat", "ReqComment", "Ack", "MsgDescr", "Id"]),
  ...under("ServReq/Patient", patientOrder),
  ...under("ServReq", ["ServProvider", "Requester", "CopyDest", "RefDoc", "ReasonAsText", "Diagnosis"]),
  ...under("ServReq", ["ReqServ", "Comment"]),
];
