import type { Warning } from "@samvirke/contracts";
import type { CertificateContent, Received, RegisterCertificate } from "@samvirke/domain";
import type { ParsedCertificate, Unreadable } from "@samvirke/formats";
import { parseCertificate } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Pepper } from "../pepper.ts";
import { certificateSubject } from "../subject.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { documentAliases, receivedOf, refused, settled, unreadable } from "./inbound.ts";
import { registerNames } from "./register-names.ts";
import { unreadableClass } from "./unreadable.ts";

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
  ...documentAliases(pepper, received, documentId),
  ...registerNames(pepper, {
    msgId: received.envelope?.messageId ?? received.wireMsgId,
    ediLogId: received.envelope?.receivingStation?.ediLogId ?? null,
  }),
];

const certificateOf = (arrived: Arrived, parsed: ParsedCertificate, { pepper, basis }: ReadDeps): Inbound => {
  const received = receivedOf(arrived, parsed.case.envelope);
  const made: Omit<RegisterCertificate, "replies"> = {
    type: "RegisterCertificate",
    received,
    content: contentOf(parsed),
    contentKey: pepper("content", parsed.content),
    aliases: aliasesOf(pepper, received, parsed.case.documentId),
    basis,
  };
  return {
    subject: certificateSubject(made, arrived.bytes, basis.policy),
    ask: (replies) => ({ aggregate: "sickLeave", command: { ...made, replies } }),
  };
};

const settle = (arrived: Arrived, { class: reason, findings, envelope }: Unreadable, { basis }: ReadDeps): Inbound => {
  const received = receivedOf(arrived, envelope ?? null);
  if (reason !== "NO_CERTIFICATE") {
    return unreadable(
      received,
      ...unreadableClass(
        reason,
        findings.map(({ code, path }) => ({ path, rule: code })),
      ),
    );
  }
  if (arrived.message.kind !== "SICK_LEAVE" || envelope === undefined) return refused(received, "NO_CERTIFICATE");
  const command = { type: "RecordMissingCertificate", received: { ...received, envelope }, basis } as const;
  return settled({ aggregate: "sickLeave", command });
};

/** A certificate as EHR systems send it. Source: HelseOpplysningerArbeidsuforhet 2013-10-01. */
export const readCertificate: Reader = (arrived, deps) => {
  const parsed = parseCertificate(arrived.bytes);
  return E.isLeft(parsed) ? settle(arrived, parsed.left, deps) : certificateOf(arrived, parsed.right, deps);
};

/** A message of a kind that is not taken; it is read as far as its envelope, to which it is answered. */
export const refuseKind: Reader = (arrived) => {
  const parsed = parseCertificate(arrived.bytes);
  const envelope = E.isLeft(parsed) ? parsed.left.envelope : parsed.right.case.envelope;
  return refused(receivedOf(arrived, envelope ?? null), "KIND_NOT_TAKEN");
};
