import { isJsonObject } from "../json/read-json.ts";
import { isHubReferral } from "../referral/hub/read-hub.ts";
import { namedId } from "./named-id.ts";
import type { PersonNumber, RecordDoor } from "./record-door.ts";
import { closedDoor } from "./record-door.ts";

type JsonObject = Readonly<Record<string, unknown>>;

const textIn = (value: unknown, key: string): string | undefined => {
  const text = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof text === "string" && text.trim() !== "" ? text.trim() : undefined;
};

const numberOf = (person: unknown): PersonNumber | undefined => {
  const numbers = isJsonObject(person) && Array.isArray(person["numbers"]) ? (person["numbers"] as unknown[]) : [];
  const [value] = numbers.flatMap((number) => textIn(number, "value") ?? []);
  return value === undefined ? undefined : { value, type: textIn(numbers[0], "type") };
};

/** A message of the hub's own contract for referrals; undefined where it is another document. */
export const referralDoor = (value: JsonObject): RecordDoor | undefined => {
  if (!isHubReferral(value)) return undefined;
  const referral = namedId("referral", textIn(value["body"], "referral"));
  const isReferral = value["kind"] === "REFERRAL";
  const messageId = textIn(value, "messageId");
  return {
    ...closedDoor,
    document: "REFERRAL_JSON",
    kind: "referral",
    person: numberOf(value["person"]),
    wireMsgId: messageId,
    bears: [...namedId("message", messageId), ...(isReferral ? referral : [])],
    names: isReferral ? [] : referral,
  };
};
