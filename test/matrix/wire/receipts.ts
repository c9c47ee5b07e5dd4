import type { Message, World } from "../model.ts";
import { earlier, hospital, idOf, json, minutesAgo, practice, welfareOffice, xml } from "./ground.ts";

type Unit = typeof practice;

const party = (name: string, { name: unit, herId, organisationNumber }: Unit): string =>
  `<${name}><HCP><Inst><Name>${unit}</Name><Id>${herId}</Id><TypeId V="HER" DN="HER-id"/><AdditionalId><Id>${organisationNumber}</Id><Type V="ENH" DN="Organisasjonsnummeret i Enhetsregisteret"/></AdditionalId></Inst></HCP></${name}>`;

const namespaces = { "1.0": "2004-11-21", "1.1": "2012-02-15" } as const;

interface Receipt {
  readonly original: string;
  readonly from: Unit;
  readonly to: Unit;
  readonly version?: keyof typeof namespaces;
  readonly status?: string;
  readonly error?: string;
}

/** A receipt for something that was sent to a house of health care. */
export const receipted =
  (make: (world: World) => Receipt) =>
  (world: World): Message => {
    const { original, from, to, version = "1.0", status = "1", error } = make(world);
    const reason = error === undefined ? "" : `<Error S="2.16.578.1.12.4.1.1.8221" V="${error}" DN="Prøvegrunn"/>`;
    const text = `<?xml version="1.0" encoding="UTF-8"?><AppRec xmlns="http://www.kith.no/xmlstds/apprec/${namespaces[version]}"><MsgType V="APPREC"/><MIGversion>${version}</MIGversion><GenDate>${minutesAgo(1)}</GenDate><Id>${idOf(world, "receipt")}</Id>${party("Sender", from)}${party("Receiver", to)}<Status V="${status}" DN="Prøve"/>${reason}<OriginalMsgId><MsgType V="DIALOG_NOTAT"/><IssueDate>${minutesAgo(5)}</IssueDate><Id>${original}</Id></OriginalMsgId></AppRec>`;
    return xml("health", Buffer.from(text));
  };

/** Our practice's receipt for the letter that welfare ordered first. */
export const receiptForLetter = (changes: Partial<Receipt> = {}) =>
  receipted((world) => ({
    original: earlier(world, 1).written[0] ?? earlier(world, 1).message.wireId ?? "",
    from: practice,
    to: welfareOffice,
    ...changes,
  }));

/** The hospital's receipt for what our practice sent first. */
export const receiptFromHospital = receipted((world) => ({
  original: earlier(world).message.wireId ?? "",
  from: hospital,
  to: practice,
  version: "1.1",
}));

/** What welfare's own system came to about a message. */
const refusedByWelfare = (wireId: string): Message => {
  const unit = {
    hovedIdent: { id: "1", typeId: { beskrivelse: "HER-id", verdi: "HER" } },
    navn: "Prøve",
    tilleggsIdenter: [],
  };
  const organisation = { ...unit, helsepersonell: { ...unit, typeId: { beskrivelse: "HER-id", verdi: "HER" } } };
  return {
    ...json("welfare", {
      ediloggid: `edi-${wireId}`,
      msgId: wireId,
      msgTypeVerdi: "DIALOG_NOTAT",
      msgTypeBeskrivelse: "Notat",
      genDate: minutesAgo(5),
      apprecStatus: "AVVIST",
      tekstTilSykmelder: null,
      senderOrganisasjon: organisation,
      mottakerOrganisasjon: organisation,
      msgGenDate: minutesAgo(5),
      validationResult: {
        status: "INVALID",
        ruleHits: [
          { ruleName: "PROVE", messageForSender: "til avsender", messageForUser: "til person", ruleStatus: "INVALID" },
        ],
      },
      ebService: "HenvendelseFraLege",
    }),
    topic: "teamsykmelding.sykmelding-apprec",
  };
};

/** The same about the message that was sent first. */
export const decidedByWelfare = (world: World): Message => refusedByWelfare(earlier(world).message.wireId ?? "");

/** The same about a message that is still to come. */
export const decidedAhead =
  (make: (world: World) => Message) =>
  (world: World): Message =>
    refusedByWelfare(make(world).wireId ?? "");
