import type { Finding, OutboundMessage } from "@samvirke/contracts";
import type { Delivery } from "../core/model.ts";
import type { Address } from "./addressing.ts";

/** A document for one health party, printed. */
export interface Printed {
  readonly address: Address;
  /** The format and its edition, as its readers call it. */
  readonly shape: string;
  readonly kind: OutboundMessage["kind"];
  readonly contentType: "application/xml" | "application/json" | "application/fhir+json" | "application/fhir+xml";
  readonly body: Uint8Array;
  readonly wireMsgId: string | null;
  readonly lost: ReadonlyArray<Finding>;
}

/** A printed document as the log takes it. What goes to health is about a person's health, all of it. */
export const outboundMessage = (
  { inReplyTo, caseId, writtenAt }: Delivery,
  messageId: string,
  { address, body, lost, wireMsgId, ...printed }: Printed,
): OutboundMessage => ({
  messageId,
  kind: printed.kind,
  contentType: printed.contentType,
  partyAlias: address.partyAlias,
  inReplyTo,
  caseId,
  writtenAt,
  shape: printed.shape,
  work: null,
  case: { receiver: address.receiver, wireMsgId, lost, body: null },
  medical: { body },
});
