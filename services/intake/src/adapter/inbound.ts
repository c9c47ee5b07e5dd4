import type { Finding, MessageReceived, MessageUnreadable, Warning } from "@samvirke/contracts";
import type { CertificateContent, Received, SickLeaveCommand } from "@samvirke/domain";
import type { ParsedCertificate, Unreadable } from "@samvirke/formats";
import { parseCertificate } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Pepper } from "./pepper.ts";

/** A certificate that was read; the registers are still to be asked. */
export interface ReadCertificate {
  readonly received: Received;
  readonly content: CertificateContent;
  readonly contentKey: string;
  readonly aliases: ReadonlyArray<string>;
}

type Basis = Extract<SickLeaveCommand, { readonly type: "RegisterCertificate" }>["basis"];

/** A message as read: a certificate, or what is decided without asking anybody. */
export type Inbound =
  | { readonly _tag: "Certificate"; readonly certificate: ReadCertificate }
  | { readonly _tag: "Settled"; readonly command: SickLeaveCommand };

export interface Arrived {
  readonly message: MessageReceived;
  readonly bytes: Uint8Array;
}

export interface InboundDeps {
  readonly pepper: Pepper;
  readonly basis: Basis;
}

const receivedOf = ({ message }: Arrived, envelope: Received["envelope"]): Received => ({
  archiveId: message.archiveId,
  receivedAt: message.stationReceivedAt ?? message.receivedAt,
  conflictsWith: message.conflictsWith,
  sender: message.case.sender,
  senderAliases: message.case.senderAliases,
  wireMsgId: message.case.wireMsgId,
  envelope,
});

const lacksAssessment = ({ code, path }: Warning): boolean =>
  code === "MISSING_ELEMENT" && path === "HelseOpplysningerArbeidsuforhet/MedisinskVurdering";

const contentOf = ({ identity, work, case: shared, medical, warnings }: ParsedCertificate): CertificateContent => ({
  identity,
  work,
  case: shared,
  medical,
  hasMedicalAssessment: !warnings.some(lacksAssessment),
});

const aliasesOf = (pepper: Pepper, received: Received, documentId: string | null): ReadonlyArray<string> => [
  ...(received.wireMsgId === null ? [] : [pepper("wire", received.sender, received.wireMsgId)]),
  ...(documentId === null ? [] : [pepper("document", received.sender, documentId)]),
];

const certificateOf = (arrived: Arrived, parsed: ParsedCertificate, pepper: Pepper): ReadCertificate => {
  const received = receivedOf(arrived, parsed.case.envelope);
  return {
    received,
    content: contentOf(parsed),
    contentKey: pepper("content", parsed.content),
    aliases: aliasesOf(pepper, received, parsed.case.documentId),
  };
};

const hostileClasses: Readonly<Record<string, MessageUnreadable["class"]>> = {
  EMPTY: "EMPTY",
  BINARY: "ENCODING",
  NOT_XML: "SYNTAX",
};

const classes: Readonly<Record<Unreadable["class"], MessageUnreadable["class"]>> = {
  HOSTILE: "HOSTILE",
  NOT_WELL_FORMED: "SYNTAX",
  NO_CERTIFICATE: "STRUCTURE",
  SEVERAL_CERTIFICATES: "STRUCTURE",
};

const findingsOf = ({ class: reason, findings }: Unreadable): ReadonlyArray<Finding> => [
  ...(reason === "HOSTILE" ? [] : [{ path: "", rule: reason }]),
  ...findings.map(({ code, path }) => ({ path, rule: code })),
];

const classOf = ({ class: reason, findings }: Unreadable): MessageUnreadable["class"] =>
  (reason === "HOSTILE" ? hostileClasses[findings[0]?.code ?? ""] : undefined) ?? classes[reason];

const taken: ReadonlyArray<MessageReceived["kind"]> = ["SICK_LEAVE", "UNKNOWN"];

const refuse = (received: Received, rule: string): SickLeaveCommand => ({
  type: "RefuseMessage",
  received,
  class: "UNSUPPORTED",
  findings: [{ path: "", rule }],
});

const settle = (arrived: Arrived, unreadable: Unreadable, basis: Basis): SickLeaveCommand => {
  const { kind } = arrived.message;
  const { envelope } = unreadable;
  const received = receivedOf(arrived, envelope ?? null);
  if (!taken.includes(kind)) return refuse(received, "KIND_NOT_TAKEN");
  if (unreadable.class !== "NO_CERTIFICATE") {
    return { type: "RecordUnreadable", received, class: classOf(unreadable), findings: findingsOf(unreadable) };
  }
  return kind === "SICK_LEAVE" && envelope !== undefined
    ? { type: "RecordMissingCertificate", received: { ...received, envelope }, basis }
    : refuse(received, "NO_CERTIFICATE");
};

/** Reads the bytes of a received message. Whatever they are, there is a command for them. */
export const readMessage = (arrived: Arrived, { pepper, basis }: InboundDeps): Inbound => {
  const parsed = parseCertificate(arrived.bytes);
  if (E.isLeft(parsed)) return { _tag: "Settled", command: settle(arrived, parsed.left, basis) };
  const certificate = certificateOf(arrived, parsed.right, pepper);
  if (!taken.includes(arrived.message.kind)) {
    return { _tag: "Settled", command: refuse(certificate.received, "KIND_NOT_TAKEN") };
  }
  return { _tag: "Certificate", certificate };
};
