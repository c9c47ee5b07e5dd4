import type { Code, Identifier, ReceiptParty, ReceiptUnit } from "@samvirke/contracts";
import type { Either, Instant } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { JsonPlace } from "../json/read-json.ts";
import { at, isJsonObject, isThere, itemsAt, jsonFindings, noteUnknown, readJson } from "../json/read-json.ts";
import { textAt, tokenAt } from "../json/read-json.ts";
import { instantOf, readClockTime } from "../xml/values.ts";
import type { NoReceipt, ParsedReceipt, ReceiptStatus } from "./receipt.ts";
import { silent } from "./receipt.ts";

const errorList = "2.16.578.1.12.4.1.1.8221";

const known = [
  "ediloggid",
  "msgId",
  "msgTypeVerdi",
  "msgTypeBeskrivelse",
  "genDate",
  "apprecStatus",
  "tekstTilSykmelder",
  "senderOrganisasjon",
  "mottakerOrganisasjon",
  "msgGenDate",
  "validationResult",
  "ebService",
];

const codeAt = (place: JsonPlace): Code => ({
  system: null,
  code: tokenAt(place, "verdi"),
  text: textAt(place, "beskrivelse"),
  originalText: null,
});

const identOf = (place: JsonPlace): Identifier => ({
  value: tokenAt(place, "id"),
  type: codeAt(at(place, "typeId")),
});

const unitOf = (level: ReceiptUnit["level"], place: JsonPlace): ReceiptUnit => {
  const main = at(place, "hovedIdent");
  return {
    level,
    type: null,
    name: textAt(place, "navn"),
    identifiers: [...(isThere(main) ? [identOf(main)] : []), ...itemsAt(place, "tilleggsIdenter").map(identOf)],
  };
};

const partyAt = (root: JsonPlace, key: string): ReceiptParty | null => {
  const organisation = at(root, key);
  if (!isThere(organisation)) return null;
  const person = at(organisation, "helsepersonell");
  return {
    role: null,
    units: [unitOf("INSTITUTION", organisation), ...(isThere(person) ? [unitOf("PERSON", person)] : [])],
    speciality: null,
    address: null,
    cityDistrict: null,
    teleAddresses: [],
  };
};

const other = (text: string): Code => ({ system: errorList, code: "X99", text, originalText: null });

/** One reason per rule that fired, in the words for the sender; without rules the text itself is the reason. */
const errorsOf = (root: JsonPlace): ReadonlyArray<Code> => {
  const hits = itemsAt(at(root, "validationResult"), "ruleHits").flatMap(
    (hit) => textAt(hit, "messageForSender") ?? [],
  );
  const text = textAt(root, "tekstTilSykmelder");
  return hits.length > 0 || text === null ? hits.map(other) : [other(text)];
};

const statuses: Readonly<Record<string, ReceiptStatus>> = { OK: "OK", AVVIST: "REFUSED" };

// Times of welfare's own systems without a zone are UTC.
const instantAt = (root: JsonPlace, text: string | null): Instant | null => {
  if (text === null) return null;
  const { value } = readClockTime(text);
  if (!value) root.note("VALUE_UNREADABLE", "/genDate");
  return value ? instantOf(value, "utc") : null;
};

const contentOf = (root: JsonPlace, status: Code): ParsedReceipt["content"] => {
  const generatedAtText = textAt(root, "genDate");
  return {
    ...silent,
    answeredBy: partyAt(root, "senderOrganisasjon"),
    answeredTo: partyAt(root, "mottakerOrganisasjon"),
    receiptId: textAt(root, "ediloggid"),
    generatedAtText,
    generatedAt: instantAt(root, generatedAtText),
    status,
    errors: errorsOf(root),
    originalType: {
      system: null,
      code: tokenAt(root, "msgTypeVerdi"),
      text: textAt(root, "msgTypeBeskrivelse"),
      originalText: null,
    },
    originalIssuedText: textAt(root, "msgGenDate"),
    originalId: textAt(root, "msgId"),
  };
};

const receiptOf = (value: unknown): ParsedReceipt => {
  const { note, list } = jsonFindings();
  const root: JsonPlace = { value, pointer: "", note };
  noteUnknown(root, known);
  const written = tokenAt(root, "apprecStatus");
  const status = statuses[written ?? ""] ?? "UNKNOWN";
  if (status === "UNKNOWN") note("UNKNOWN_CODE", "/apprecStatus");
  const content = contentOf(root, { system: null, code: written, text: null, originalText: null });
  const errorCodes = content.errors.flatMap(({ code }) => code ?? []);
  return { format: "WELFARE_JSON", status, errorCodes, content, warnings: list };
};

const none = (reason: NoReceipt["class"]): Either<NoReceipt, never> =>
  E.left({ _tag: "NoReceipt", class: reason, findings: [] });

/**
 * A receipt as welfare's deciding systems tell it to whoever prints it. Where the hub is the edge, it becomes the
 * receipt that the hub issues.
 *
 * Rejects: NOT_READABLE, NO_RECEIPT.
 * Source:  Apprec JSON; fact sheet 10.2.
 */
export const parseWelfareReceipt = (bytes: Uint8Array): Either<NoReceipt, ParsedReceipt> => {
  const value = readJson(bytes);
  if (value === undefined) return none("NOT_READABLE");
  return isJsonObject(value) && Object.hasOwn(value, "apprecStatus") ? E.right(receiptOf(value)) : none("NO_RECEIPT");
};
