import type { ReferralBooking } from "@samvirke/contracts";
import { contentBytes } from "../certificate/attachments.ts";
import type { ChildCodec, ElementCodec } from "../codec/codec.ts";
import { absent, one, struct } from "../codec/combine.ts";
import { cs, text, textAttribute, ts } from "../codec/values.ts";
import { child } from "../xml/tree.ts";
import type { AttachmentPart } from "./wire.ts";

const booking = struct<ReferralBooking>({
  name: one("Name", text),
  id: one("Id", text),
  idType: one("TypeId", text),
  from: one("Appointment/StartDateTime", ts),
  to: one("Appointment/EndDateTime", ts),
  resource: one("Appointment/ResourceId", text),
  index: one("Appointment/Index", text),
  service: one("Appointment/Service", cs),
  unitName: one("SubOrg/Name", text),
  unitId: one("SubOrg/Id", text),
  unitIdType: one("SubOrg/TypeId", text),
});

// What lies in a Content stays where it lies; only its size is told.
const contentElements: ChildCodec<number> = {
  read: (node) => child(node, "Content")?.children.length ?? 0,
  write: () => [],
  leaves: [],
};
const bytes: ChildCodec<number> = {
  read: (node) => contentBytes(child(node, "Content")),
  write: () => [],
  leaves: [],
};

/** RefDoc up to 1.0. */
export const attachment10: ElementCodec<AttachmentPart> = struct<AttachmentPart>({
  issuedText: one("IssueDate", textAttribute),
  messageType: one("MsgType", cs),
  id: one("Id", text),
  mimeType: absent(null),
  description: absent(null),
  compression: absent(null),
  reference: absent(null),
  contentElements,
  contentBytes: bytes,
  booking: one("Booking", booking),
});

/** RefDoc of 1.1, the same as the message head's. */
export const attachment11: ElementCodec<AttachmentPart> = struct<AttachmentPart>({
  issuedText: one("IssueDate", textAttribute),
  messageType: one("MsgType", cs),
  id: one("Id", text),
  mimeType: one("MimeType", text),
  description: one("Description", text),
  compression: one("Compression", cs),
  reference: one("FileReference", text),
  contentElements,
  contentBytes: bytes,
  booking: absent(null),
});
