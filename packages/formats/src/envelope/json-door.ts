import { E } from "@samvirke/kernel";
import { parseReceiptJson } from "../apprec/parse-receipt.ts";
import { isJsonObject, readJson } from "../json/read-json.ts";
import { isHubReferral } from "../referral/hub/read-hub.ts";
import type { MessageKind } from "./message-kind.ts";

export interface PersonNumber {
  readonly value: string;
  /** FNR, DNR, HNR, … as sent; undefined when the sender names no type. */
  readonly type: string | undefined;
}

/** What a receipt answers; its message id is undefined where only the address it is sent to names the message. */
export interface AnsweredMessage {
  readonly messageId: string | undefined;
}

/** What a door reads of a JSON document. */
export interface JsonDoor {
  readonly kind: MessageKind;
  readonly person: PersonNumber | undefined;
  readonly answers: AnsweredMessage | undefined;
}

const closed: JsonDoor = { kind: "unknown", person: undefined, answers: undefined };

const receiptDoor = (bytes: Uint8Array): JsonDoor | undefined => {
  const receipt = parseReceiptJson(bytes);
  if (E.isLeft(receipt)) return undefined;
  const { originalId } = receipt.right.content;
  return { ...closed, kind: "receipt", answers: { messageId: originalId?.trim() ?? undefined } };
};

// The key that holds the person's number, and the keys that tell the form.
const planForms: ReadonlyArray<readonly [number: string, tells: ReadonlyArray<string>]> = [
  ["employeeIdentificationNumber", ["employeeIdentificationNumber", "sendPlanToNav"]],
  ["fodselsnummer", ["fodselsnummer", "virksomhetsnummer", "behovForBistandFraNav"]],
];

const planDoor = (value: Readonly<Record<string, unknown>>): JsonDoor | undefined => {
  const form = planForms.find(([, tells]) => tells.every((key) => Object.hasOwn(value, key)));
  if (!form) return undefined;
  const number = value[form[0]];
  const person = typeof number === "string" ? { value: number.trim(), type: undefined } : undefined;
  return { ...closed, kind: "follow-up-plan", person };
};

/** A message of the hub's own contract for referrals; the first number is the person's. */
const referralDoor = (value: Readonly<Record<string, unknown>>): JsonDoor | undefined => {
  if (!isHubReferral(value)) return undefined;
  const person = isJsonObject(value["person"]) ? value["person"]["numbers"] : undefined;
  const [number] = Array.isArray(person) ? (person as ReadonlyArray<unknown>) : [];
  const stated = isJsonObject(number) ? number : {};
  const { value: text, type } = stated;
  return {
    ...closed,
    kind: "referral",
    person:
      typeof text === "string" && text.trim() !== ""
        ? { value: text.trim(), type: typeof type === "string" ? type : undefined }
        : undefined,
  };
};

/** Kind, person and what is answered of a JSON document; never fails. */
export const readJsonDoor = (bytes: Uint8Array): JsonDoor => {
  const value = readJson(bytes);
  if (!isJsonObject(value)) return closed;
  return receiptDoor(bytes) ?? planDoor(value) ?? referralDoor(value) ?? closed;
};
