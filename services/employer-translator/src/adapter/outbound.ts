import type { OutboundMessage } from "@samvirke/contracts";
import { printEmployerSykmelding, printMeetingForEmployer, printRemoval } from "@samvirke/formats";
import type { JsonObject } from "@samvirke/formats";
import type { PartyAlias } from "@samvirke/stage";
import type { Delivery, Document } from "../core/model.ts";

interface Printed {
  readonly shape: string;
  readonly kind: OutboundMessage["kind"];
  readonly body: JsonObject;
}

const printed = (told: Document): Printed => {
  switch (told.document) {
    case "SHOWN":
      return { shape: "ArbeidsgiverSykmelding", kind: "SICK_LEAVE", body: printEmployerSykmelding(told.row) };
    case "REMOVED":
      return { shape: "removal", kind: "REMOVAL", body: { ...printRemoval(told.certificateId) } };
    case "CALLED":
      return { shape: "samvirke.dialogue-meeting/1", kind: "MEETING", body: printMeetingForEmployer(told.call) };
    case "ENDED":
      return { shape: "samvirke.dialogue-meeting/1", kind: "MEETING", body: printMeetingForEmployer(told.end) };
  }
};

const lostOf = (told: Document) => {
  const withheld = told.document === "SHOWN" ? told.withheld : [];
  return withheld.map((path) => ({ path, rule: "PROTECTED_PERSON" }));
};

/** A document for one employer, sealed so that its own key opens it. */
export const printDelivered = (delivery: Delivery, alias: PartyAlias): OutboundMessage => {
  const { messageId, inReplyTo, caseId, writtenAt, organisationNumber, content } = delivery;
  const { shape, kind, body } = printed(content);
  return {
    messageId,
    kind,
    contentType: "application/json",
    partyAlias: alias("ENH", organisationNumber),
    inReplyTo,
    caseId,
    writtenAt,
    shape,
    work: { receiver: organisationNumber, lost: lostOf(content), body: Buffer.from(JSON.stringify(body)) },
    case: null,
    medical: null,
  };
};
