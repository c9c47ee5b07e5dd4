import type { RegisterRecord, SickLeaveCommand } from "@samvirke/domain";
import { recordKey } from "@samvirke/domain";
import type { Read, RegisteredCertificate, StatedValidation, StatusMessage, Tombstone } from "@samvirke/formats";
import {
  partTexts,
  readReceivedSykmelding,
  readRegisteredRecord,
  readStatus,
  readTombstone,
  readValidationResult,
} from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Pepper } from "../pepper.ts";
import type { Inbound } from "./inbound.ts";
import { settled } from "./inbound.ts";
import type { RecordArrived } from "./record.ts";
import { jsonReader } from "./record.ts";
import { registerNames, welfareName } from "./register-names.ts";

const onSickLeave = (command: SickLeaveCommand): Inbound => settled({ aggregate: "sickLeave", command });

const contentKeyOf = (certificate: RegisteredCertificate, pepper: Pepper): string => {
  const texts = partTexts(certificate);
  return recordKey(certificate.format, {
    identity: pepper("identity", texts.identity),
    work: pepper("work", texts.work),
    case: pepper("case", texts.case),
    medical: pepper("medical", texts.medical),
    outcome: pepper("outcome", JSON.stringify(certificate.validation)),
  });
};

const outcomeOf = (validation: StatedValidation | null): RegisterRecord["outcome"] =>
  validation === null ? null : { status: validation.status, rules: validation.rules, at: validation.at };

const contentOf = ({ identity, work, case: shared, medical, findings }: RegisteredCertificate) => ({
  identity,
  work,
  case: { ...shared, warnings: findings.map(({ path, rule }) => ({ path, code: rule })) },
  medical,
});

/** How every other message of welfare's names the certificate. */
const named = (pepper: Pepper, certificateId: string) => ({
  names: [welfareName(pepper, certificateId)],
  statedId: certificateId.trim(),
});

/** A certificate as one of welfare's registers publishes it. Source: SykmeldingRecord v27; ReceivedSykmelding. */
const certificateReader = (read: typeof readRegisteredRecord) =>
  jsonReader<RegisteredCertificate>(read, (certificate, { received }, { pepper, basis }) =>
    onSickLeave({
      type: "RegisterRecord",
      received,
      names: [...registerNames(pepper, certificate), welfareName(pepper, certificate.certificateId)],
      statedId: certificate.certificateId.trim(),
      content: contentOf(certificate),
      channel: certificate.channel,
      statedReceivedAt: certificate.receivedAt,
      outcome: outcomeOf(certificate.validation),
      contentKey: contentKeyOf(certificate, pepper),
      policyVersion: basis.policyVersion,
    }),
  );

export const readSykmeldingRecord = certificateReader(readRegisteredRecord);
export const readReceived = certificateReader(readReceivedSykmelding);

/** What the person did with a certificate. Source: SykmeldingStatusKafkaMessageDTO. */
export const readUse = jsonReader<StatusMessage>(readStatus, (status, { received }, { pepper }) => {
  const { certificateId, personNumber: _, ...use } = status;
  return onSickLeave({ type: "RecordUse", received, ...named(pepper, certificateId), use });
});

interface Review extends Read<StatedValidation> {
  readonly certificateId: string;
}

const readReview = (value: unknown, { record }: RecordArrived) => {
  // Which certificate it is about stands in the record's key alone.
  const about = readTombstone(record.key ?? "");
  if (E.isLeft(about)) return about;
  return E.map((read: Read<StatedValidation>): Review => ({ ...read, certificateId: about.right.certificateId }))(
    readValidationResult(value),
  );
};

/** What a rule or a case worker at welfare came to. Source: ValidationResult. */
export const readValidation = jsonReader<Review>(readReview, (review, { received }, { pepper }) => {
  const { value, findings, certificateId } = review;
  const outcome = { status: value.status, rules: value.rules, at: value.at };
  return onSickLeave({
    type: "RecordReview",
    received,
    ...named(pepper, certificateId),
    outcome,
    office: null,
    findings,
  });
});

const gone = jsonReader<Tombstone>(
  (_, { record }) => readTombstone(record.key ?? ""),
  ({ certificateId }, { received }, { pepper }) =>
    onSickLeave({ type: "RecordTombstone", received, ...named(pepper, certificateId) }),
);

/** A null value: the certificate is gone, where its topic is one of certificates; else it says nothing here. */
export const readRemoval: typeof gone = (arrived, deps) =>
  arrived.message.kind === "TOMBSTONE" ? gone(arrived, deps) : settled({ aggregate: "nothing" });
