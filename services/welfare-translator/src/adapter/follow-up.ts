import { uuid5 } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import {
  printDeliveryStatus,
  printDialogmeldingForKafka,
  printPlanNotice,
  printStatementMessage,
  wireText,
  withoutAttachments,
} from "@samvirke/formats";
import type { KafkaSource } from "@samvirke/formats";
import type { Document } from "../core/model.ts";
import { findings } from "./printed.ts";
import type { Printed } from "./printed.ts";

type DocumentOf<D extends Document["document"]> = Extract<Document, { readonly document: D }>;

// Every encoding of the field writes its first sign of markup within the first bytes; JSON has none there.
const isXml = (received: Uint8Array): boolean => received.subarray(0, 16).includes(0x3c);

const originalLost = (text: string): Printed["lost"] => (text === "" ? [{ path: "", rule: "ORIGINAL_NOT_KEPT" }] : []);

const withMedical = (message: DocumentOf<"DIALOGUE">["message"]): KafkaSource | undefined => {
  const { medical } = message;
  if (medical === null) return undefined;
  return { ...message, medical };
};

/** A clinician's message in NAV's JSON; none about a person without a national number, whom welfare cannot find. */
export const printDialogue = (
  { message }: DocumentOf<"DIALOGUE">,
  received: Uint8Array | undefined,
): ReadonlyArray<Printed> => {
  const source = withMedical(message);
  const fellesformatXML = received !== undefined && isXml(received) ? withoutAttachments(received) : "";
  const printed = source && printDialogmeldingForKafka(source, { fellesformatXML });
  if (printed === undefined || E.isLeft(printed)) return [];
  return [
    {
      shape: "DialogmeldingForKafka",
      kind: "DIALOGUE",
      body: printed.right.json,
      isMedical: true,
      wireMsgId: message.case.envelope.messageId,
      lost: [...findings(printed.right.losses), ...originalLost(fellesformatXML)],
    },
  ];
};

/** A statement: the record of the topic, and the object that it points to. */
export const printStatement = (
  { statement }: DocumentOf<"STATEMENT">,
  received: Uint8Array | undefined,
): ReadonlyArray<Printed> => {
  const { statementId, archiveId, medical } = statement;
  const attached = medical.attachments.filter(({ kind }) => kind === "ATTACHMENT");
  const wire = received !== undefined && isXml(received) ? wireText(received) : "";
  const { message, body, losses } = printStatementMessage(statement, {
    objectId: statementId,
    attachmentIds: attached.map(({ index }) => `${archiveId}/${index}`),
    personKey: "",
    wire,
  });
  const shared = { kind: "MEDICAL_STATEMENT" as const, wireMsgId: statement.case.envelope.messageId };
  return [
    { ...shared, shape: "LegeerklaeringKafkaMessage", body: message, isMedical: false, lost: [] },
    {
      ...shared,
      shape: "ReceivedLegeerklaering",
      body,
      isMedical: true,
      lost: [...findings(losses), ...originalLost(wire)],
    },
  ];
};

/** The word that a plan exists; its content is the employer's, the person's and the clinician's. */
export const printPlan = ({ plan }: DocumentOf<"PLAN_NOTICE">): ReadonlyArray<Printed> => {
  const body = printPlanNotice(plan);
  if (body === undefined) return [];
  const lost = ["work", "case", "medical"].map((path) => ({ path, rule: "NO_PLACE" }));
  return [{ shape: "KFollowUpPlan", kind: "FOLLOW_UP_PLAN", body, isMedical: false, wireMsgId: plan.planId, lost }];
};

/** The receiver's answer to a letter. */
export const printDelivery = ({ settled, order }: DocumentOf<"DELIVERY">): ReadonlyArray<Printed> => {
  const orderId = order.case.envelope.messageId ?? order.messageId;
  const uuid = uuid5("delivery-status", settled.messageId, String(settled.receiverIndex), settled.outcome);
  const body = printDeliveryStatus(settled, { uuid, orderId });
  if (body === undefined) return [];
  return [
    { shape: "behandler-dialogmelding-status", kind: "STATUS", body, isMedical: false, wireMsgId: orderId, lost: [] },
  ];
};

/** That an order's clinician is not to be found; in NAV's words it is refused as by a receiver who is not there. */
export const printUndeliverable = ({ order }: DocumentOf<"UNDELIVERABLE">): ReadonlyArray<Printed> => {
  const orderId = order.case.envelope.messageId ?? order.messageId;
  return [
    {
      shape: "behandler-dialogmelding-status",
      kind: "STATUS",
      body: {
        uuid: uuid5("delivery-status", order.messageId),
        createdAt: new Date(order.receivedAt).toISOString(),
        status: "AVVIST",
        tekst: "E21: Mottaker finnes ikke",
        bestillingUuid: orderId,
      },
      isMedical: false,
      wireMsgId: orderId,
      lost: [],
    },
  ];
};

/** That no receipt has come. NAV's list of states has no word for it, so it is the hub's own notice. */
export const printOverdue = ({ settled, wireMsgId }: DocumentOf<"OVERDUE">): ReadonlyArray<Printed> => [
  {
    shape: "samvirke delivery-notice 1",
    kind: "STATUS",
    body: {
      messageId: settled.messageId,
      wireMsgId,
      state: "OVERDUE",
      receiverRole: settled.receiverRole,
      sentAt: new Date(settled.sentAt).toISOString(),
      noticedAt: new Date(settled.settledAt).toISOString(),
    },
    isMedical: false,
    wireMsgId,
    lost: [],
  },
];
