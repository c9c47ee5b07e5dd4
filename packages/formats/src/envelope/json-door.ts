import { isJsonObject } from "../json/read-json.ts";
import { fhirDoor } from "./fhir-door.ts";
import type { JsonDocument, JsonPath } from "./json-documents.ts";
import { jsonDocuments } from "./json-documents.ts";
import { readJsonRecord } from "./json-record.ts";
import type { IdSpace, NamedId } from "./named-id.ts";
import { namedId } from "./named-id.ts";
import type { RecordDoor, RecordPlace } from "./record-door.ts";
import { closedDoor } from "./record-door.ts";
import { isCertificateTopic } from "./record-topics.ts";
import { referralDoor } from "./referral-door.ts";

type JsonObject = Readonly<Record<string, unknown>>;

const stepIn = (value: unknown, key: string): unknown =>
  isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

// Some of welfare's systems write a number as an object that holds it.
const plain = (value: unknown): unknown => (isJsonObject(value) ? stepIn(value, "value") : value);

const textAtPath = (value: JsonObject, path: JsonPath | undefined): string | undefined => {
  const found = plain(path?.reduce(stepIn, value as unknown));
  const text = typeof found === "string" ? found.trim() : "";
  return text === "" ? undefined : text;
};

const idsAt = (
  value: JsonObject,
  places: ReadonlyArray<readonly [IdSpace, JsonPath]> | undefined,
): ReadonlyArray<NamedId> => (places ?? []).flatMap(([space, path]) => namedId(space, textAtPath(value, path)));

const fits = ({ tells, lacks }: JsonDocument, value: JsonObject): boolean =>
  tells.every((key) => Object.hasOwn(value, key)) && !(lacks ?? []).some((key) => Object.hasOwn(value, key));

const doorOf = (found: JsonDocument, value: JsonObject, key: string | undefined): RecordDoor => {
  const number = textAtPath(value, found.person);
  return {
    ...closedDoor,
    document: found.document,
    kind: found.kind,
    person: number === undefined ? undefined : { value: number, type: undefined },
    wireMsgId: textAtPath(value, found.wireId),
    bears: idsAt(value, found.bears),
    names: [...idsAt(value, found.names), ...(found.namedByKey ? namedId(found.namedByKey, key) : [])],
  };
};

const tombstone = ({ topic, key }: RecordPlace): RecordDoor =>
  isCertificateTopic(topic)
    ? { ...closedDoor, document: "TOMBSTONE", kind: "tombstone", names: namedId("certificate", key) }
    : { ...closedDoor, document: "TOMBSTONE" };

const bodyDoor = (value: unknown, key: string | undefined): RecordDoor => {
  if (!isJsonObject(value)) return closedDoor;
  const special = fhirDoor(value) ?? referralDoor(value);
  if (special) return special;
  const found = jsonDocuments.find((one) => fits(one, value));
  return found ? doorOf(found, value, key) : closedDoor;
};

/** Document, person and what is named of a JSON document; never fails. */
export const readJsonDoor = (bytes: Uint8Array, place: RecordPlace): RecordDoor => {
  const record = readJsonRecord(bytes);
  const key = record?.key ?? place.key;
  return record?.value === null ? tombstone({ ...place, key }) : bodyDoor(record?.value, key);
};
