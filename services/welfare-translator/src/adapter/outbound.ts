import type { Finding, OutboundMessage } from "@samvirke/contracts";
import { uuid5 } from "@samvirke/kernel";
import type { Delivery } from "../core/model.ts";
import type { Printed } from "./printed.ts";

/** Whose mailbox the documents wait in: welfare is one party. */
export const welfareParty = "welfare";

// SykmeldingRecord's id is its message's alone; the other documents of one cause are told apart by their shape.
const idOf = (cause: string, shape: string): string =>
  shape === "SykmeldingRecord 27" ? uuid5("sykmelding-record", cause) : uuid5("welfare-document", cause, shape);

const bytesOf = ({ body }: Printed): Uint8Array =>
  body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body));

const lostOf = ({ lost }: Printed): ReadonlyArray<Finding> => lost.map(({ path, rule }) => ({ path, rule }));

/** A printed document as the log takes it. */
export const outboundMessage =
  ({ cause, inReplyTo, caseId, writtenAt }: Delivery) =>
  (printed: Printed): OutboundMessage => {
    const { shape, kind, wireMsgId, isMedical } = printed;
    const body = bytesOf(printed);
    return {
      messageId: idOf(cause, shape),
      kind,
      contentType: "application/json",
      partyAlias: welfareParty,
      inReplyTo,
      caseId,
      writtenAt,
      shape,
      work: null,
      case: { receiver: welfareParty, wireMsgId, lost: lostOf(printed), body: isMedical ? null : body },
      medical: isMedical ? { body } : null,
    };
  };
