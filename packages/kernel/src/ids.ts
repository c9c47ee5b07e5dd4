import { hash, randomUUID } from "node:crypto";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The human a case is about: a random UUID from the hub's person index, never a national number. */
export type PersonId = Branded<"PersonId">;
/** The hub's id of one set of received bytes from one sender; the `messageId` of the API. UUIDv5. */
export type ArchiveId = Branded<"ArchiveId">;
/** UUIDv5 of (cause, event type, index). */
export type EventId = Branded<"EventId">;

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID of any version. */
export const isUuid = (text: string): boolean => uuidForm.test(text);

/** The text as a person id, or undefined when it is no lower-case UUID. */
export const personId = (text: string): PersonId | undefined => (isUuid(text) ? (text as PersonId) : undefined);
/** The text as an archive id, or undefined when it is no lower-case UUID. */
export const archiveId = (text: string): ArchiveId | undefined => (isUuid(text) ? (text as ArchiveId) : undefined);
/** The text as an event id, or undefined when it is no lower-case UUID. */
export const eventId = (text: string): EventId | undefined => (isUuid(text) ? (text as EventId) : undefined);

/** A new random person id; for the person index alone, never in a core. */
export const mintPersonId = (): PersonId => randomUUID() as PersonId;

const rootNamespace = Buffer.from("8d1f1f2a0b6e4e0c9a5f3c7d2e4b6a81", "hex");

const formatUuid = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;

// Two bits of the variant stand above two of the digest.
const variantOf = (digit = "0"): string => ((Number.parseInt(digit, 16) & 0x3) | 0x8).toString(16);

/**
 * Name-based UUID (RFC 9562 version 5) of length-prefixed parts in the hub's own namespace.
 *
 * Shape: the parts are length-prefixed, so ("ab", "c") and ("a", "bc") differ.
 */
export const uuid5 = (...parts: ReadonlyArray<string>): string => {
  let text = "";
  for (const part of parts) text += `${Buffer.byteLength(part)}:${part}`;
  const digest = hash("sha1", Buffer.concat([rootNamespace, Buffer.from(text)]), "hex");
  return formatUuid(`${digest.slice(0, 12)}5${digest.slice(13, 16)}${variantOf(digest[16])}${digest.slice(17)}`);
};

/** The id of the event number `index` of its type that one cause led to. */
export const deriveEventId = (cause: string, type: string, index = 0): EventId =>
  uuid5("event", cause, type, String(index)) as EventId;

/** The id of received bytes: UUIDv5 of the authenticated sender and the HMAC over the message's bytes. */
export const deriveArchiveId = (sender: string, bytesHmac: string): ArchiveId =>
  uuid5("archive", sender, bytesHmac) as ArchiveId;

/** The person that stands in for a message without a readable number: derived, so that a repeat finds it. */
export const derivePseudoPerson = (archive: ArchiveId): PersonId => uuid5("pseudo-person", archive) as PersonId;

/**
 * The person that stands in for messages that name what nobody has sent yet: derived from the alias of what they name, so
 * that all of them stay in order.
 */
export const deriveWaitingPerson = (alias: string): PersonId => uuid5("waiting-person", alias) as PersonId;
