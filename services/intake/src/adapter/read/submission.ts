import type { RegisterCertificate } from "@samvirke/domain";
import type { Read, Submission } from "@samvirke/formats";
import { readSubmission } from "@samvirke/formats";
import type { Pepper } from "../pepper.ts";
import { certificateSubject } from "../subject.ts";
import type { RecordArrived } from "./record.ts";
import { jsonReader } from "./record.ts";
import { registerNames } from "./register-names.ts";

// Its id and its time of receipt are the submission's own; all else is what it says.
const contentKeyOf = ({ record }: RecordArrived, pepper: Pepper): string =>
  pepper("content", JSON.stringify({ ...(record.value as object), submitId: "" }));

/** A certificate as a clinician's own module submits it. Source: BehandlerOpprettSykmelding. */
export const readSubmitted = jsonReader<Read<Submission>>(
  (value, { received }) => readSubmission(value, received.receivedAt),
  ({ value, findings }, arrived, { pepper, basis }) => {
    const { submitId, identity, work, case: shared, medical } = value;
    const received = { ...arrived.received, conflictsWith: arrived.message.conflictsWith, envelope: shared.envelope };
    const made: Omit<RegisterCertificate, "replies"> = {
      type: "RegisterCertificate",
      received,
      content: {
        identity,
        work,
        case: { ...shared, warnings: findings.map(({ path, rule }) => ({ path, code: rule })) },
        medical,
        hasMedicalAssessment: true,
      },
      contentKey: contentKeyOf(arrived, pepper),
      aliases: registerNames(pepper, { msgId: submitId, ediLogId: null }),
      basis,
      channel: "DIGITAL",
    };
    return {
      subject: certificateSubject(made, arrived.bytes, basis.policy),
      ask: (replies) => ({ aggregate: "sickLeave", command: { ...made, replies } }),
    };
  },
);
