import type { PaperField } from "./paper-field.ts";
import { by, drops, takes } from "./paper-field.ts";

const cs = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  takes(`${leaf}/@V`, `${event}.code`),
  takes(`${leaf}/@DN`, `${event}.text`),
];

const cv = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  takes(`${leaf}/@V`, `${event}.code`),
  takes(`${leaf}/@S`, `${event}.system`),
  takes(`${leaf}/@DN`, `${event}.text`),
  takes(`${leaf}/@OT`, `${event}.originalText`),
];

const ids = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  takes(`${leaf}/Id`, `${event}.identifiers[].value`),
  ...cs(`${leaf}/TypeId`, `${event}.identifiers[].type`),
];

const named = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  takes(`${leaf}/Name`, `${event}.name`),
  ...ids(leaf, event),
];

const additional = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  takes(`${leaf}/AdditionalId/Id`, `${event}.identifiers[].value`),
  ...cs(`${leaf}/AdditionalId/Type`, `${event}.identifiers[].type`),
];

const unit = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  ...cs(`${leaf}/Type`, `${event}.type`),
  ...named(leaf, event),
  ...additional(leaf, event),
];

const address = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  ...cs(`${leaf}/Type`, `${event}.address.type`),
  takes(`${leaf}/StreetAdr`, `${event}.address.street`),
  takes(`${leaf}/PostalCode`, `${event}.address.postalCode`),
  takes(`${leaf}/City`, `${event}.address.city`),
  ...cs(`${leaf}/County`, `${event}.address.county`),
  ...cs(`${leaf}/Country`, `${event}.address.country`),
  ...cs(`${leaf}/CityDistr`, `${event}.cityDistrict`),
  takes(`${leaf}/TeleAddress/@V`, `${event}.teleAddresses[]`),
];

const party = (leaf: string, event: string): ReadonlyArray<PaperField> => {
  const units = `${event}.units[]`;
  const institution = `${leaf}/HCP/Inst`;
  return [
    ...cs(`${leaf}/Role`, `${event}.role`),
    ...named(institution, units),
    ...unit(`${institution}/Dept`, units),
    ...additional(institution, units),
    ...named(`${institution}/HCPerson`, units),
    ...additional(`${institution}/HCPerson`, units),
    ...unit(`${leaf}/HCP/HCProf`, units),
    ...cv(`${leaf}/HCP/MedSpeciality`, `${event}.speciality`),
    ...address(`${leaf}/HCP/Address`, event),
  ];
};

/** Every leaf of the receipt's schema, the same in both editions, and where it goes. Source: AppRec 1.0, 1.1. */
export const appRecFieldTable: ReadonlyArray<PaperField> = [
  ...cs("MsgType", "case.messageType"),
  takes("MIGversion", "case.migVersion"),
  takes("SoftwareName", "case.softwareName"),
  takes("SoftwareVersion", "case.softwareVersion"),
  by("DERIVED", takes("GenDate", ["case.generatedAtText", "case.generatedAt"])),
  takes("Id", "case.receiptId"),
  ...party("Sender", "case.answeredBy"),
  ...party("Receiver", "case.answeredTo"),
  by("DERIVED", takes("Status/@V", ["case.status.code", "outcome"])),
  takes("Status/@DN", "case.status.text"),
  by("DERIVED", takes("Error/@V", ["case.errors[].code", "errorCodes[]"])),
  takes("Error/@S", "case.errors[].system"),
  takes("Error/@DN", "case.errors[].text"),
  takes("Error/@OT", "case.errors[].originalText"),
  ...cs("OriginalMsgId/MsgType", "case.originalType"),
  takes("OriginalMsgId/IssueDate", "case.originalIssuedText"),
  takes("OriginalMsgId/Id", "case.originalId"),
];

/** Every leaf of the EDI 2.0 receipt. */
export const ediReceiptFieldTable: ReadonlyArray<PaperField> = [
  by("DERIVED", takes("appRecStatus", ["case.status.code", "outcome"])),
  by("DERIVED", takes("appRecErrorList[].errorCode", ["case.errors[].code", "errorCodes[]"])),
  takes("appRecErrorList[].details", "case.errors[].originalText"),
  takes("appRecErrorList[].description", "case.errors[].text"),
  takes("appRecErrorList[].oid", "case.errors[].system"),
  drops("TRANSPORT", "ebXmlOverrides"),
  drops("TRANSPORT", "receiverHerId"),
];

const welfareUnit = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  takes(`${leaf}.hovedIdent.id`, `${event}.identifiers[].value`),
  takes(`${leaf}.hovedIdent.typeId.beskrivelse`, `${event}.identifiers[].type.text`),
  takes(`${leaf}.hovedIdent.typeId.verdi`, `${event}.identifiers[].type.code`),
  takes(`${leaf}.navn`, `${event}.name`),
  takes(`${leaf}.tilleggsIdenter[].id`, `${event}.identifiers[].value`),
  takes(`${leaf}.tilleggsIdenter[].typeId.beskrivelse`, `${event}.identifiers[].type.text`),
  takes(`${leaf}.tilleggsIdenter[].typeId.verdi`, `${event}.identifiers[].type.code`),
];

const welfareParty = (leaf: string, event: string): ReadonlyArray<PaperField> => [
  ...welfareUnit(leaf, `${event}.units[]`),
  ...welfareUnit(`${leaf}.helsepersonell`, `${event}.units[]`),
  drops("DERIVED", `${leaf}.helsepersonell.typeId.beskrivelse`),
  drops("DERIVED", `${leaf}.helsepersonell.typeId.verdi`),
];

/** Every leaf of welfare's Apprec JSON. */
export const welfareReceiptFieldTable: ReadonlyArray<PaperField> = [
  takes("ediloggid", "case.receiptId"),
  takes("msgId", "case.originalId"),
  takes("msgTypeVerdi", "case.originalType.code"),
  takes("msgTypeBeskrivelse", "case.originalType.text"),
  by("DERIVED", takes("genDate", ["case.generatedAtText", "case.generatedAt"])),
  by("DERIVED", takes("apprecStatus", ["case.status.code", "outcome"])),
  by("FLAG", takes("tekstTilSykmelder", "case.errors[].text")),
  ...welfareParty("senderOrganisasjon", "case.answeredBy"),
  ...welfareParty("mottakerOrganisasjon", "case.answeredTo"),
  takes("msgGenDate", "case.originalIssuedText"),
  drops("DERIVED", "validationResult.status"),
  drops("NO_PLACE", "validationResult.ruleHits[].ruleName"),
  takes("validationResult.ruleHits[].messageForSender", "case.errors[].text"),
  drops("NO_PLACE", "validationResult.ruleHits[].messageForUser"),
  drops("NO_PLACE", "validationResult.ruleHits[].ruleStatus"),
  drops("TRANSPORT", "ebService"),
];
