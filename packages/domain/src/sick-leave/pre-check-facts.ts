import type { Attachment, Code } from "@samvirke/contracts";
import type {
  PeriodChoices,
  PreCheckFacts,
  ReceivedAttachment,
  WrittenCertificate,
  WrittenDiagnosis,
} from "../rules/index.ts";
import { nationalNumbers, patientNumber, registerNumbers } from "./identifiers.ts";
import type { CertificateContent, RegisterCertificate, RegistryReplies } from "./model.ts";
import { madeAt } from "./made-at.ts";
import { choicesOf } from "./periods.ts";
import { hospitalNumber, isHospitalMessage, signerNumbers } from "./signer.ts";

// A period without readable days has its own check; here it only must not count as missing or as a kind of its own.
const unreadablePeriod: PeriodChoices = { full: true, graded: false, travelSupport: false, treatmentDays: false };

const writtenPeriods = ({ work, case: shared }: CertificateContent): ReadonlyArray<PeriodChoices> => [
  ...work.periods.map(choicesOf),
  ...shared.unreadablePeriods.map(() => unreadablePeriod),
];

const writtenDiagnosis = ({ code, system, text }: Code): WrittenDiagnosis => ({
  ...(code === null ? {} : { code }),
  ...(system === null ? {} : { system }),
  ...(text === null ? {} : { text }),
});

const codesOf = (codes: ReadonlyArray<Code>): ReadonlyArray<string | undefined> =>
  codes.map(({ code }) => code ?? undefined);

type MedicalPart = Pick<
  WrittenCertificate,
  "mainDiagnosis" | "secondDiagnoses" | "medicalCauses" | "otherAbsenceCodes" | "restrictionCodes"
>;

const writtenMedical = ({ medical }: CertificateContent): MedicalPart => ({
  ...(medical.mainDiagnosis === null ? {} : { mainDiagnosis: writtenDiagnosis(medical.mainDiagnosis) }),
  secondDiagnoses: medical.otherDiagnoses.map(writtenDiagnosis),
  medicalCauses: medical.medicalCauses.flatMap(({ codes }) => codesOf(codes)),
  otherAbsenceCodes: codesOf(medical.otherAbsence?.codes ?? []),
  restrictionCodes: medical.answerGroups.flatMap(({ answers }) =>
    answers.flatMap(({ restrictions }) => codesOf(restrictions)),
  ),
});

const writtenEmployerCount = ({
  employment,
}: CertificateContent["work"]): Pick<WrittenCertificate, "employerCount"> => {
  if (employment.countCode === null) return {};
  const { code } = employment.countCode;
  return { employerCount: code === null ? {} : { code } };
};

const written = (content: CertificateContent): WrittenCertificate => ({
  periods: writtenPeriods(content),
  hasUnreadablePeriod: content.case.unreadablePeriods.length > 0,
  hasMedicalAssessment: content.hasMedicalAssessment,
  ...writtenMedical(content),
  clinicianIds: content.case.clinicianNumbers.map(({ type, value }) => ({
    ...(type.code === null ? {} : { type: type.code }),
    ...(value === null ? {} : { value }),
  })),
  workplaceCauses: content.work.periods.flatMap(({ workplaceCauses }) => codesOf(workplaceCauses?.codes ?? [])),
  hasTreatedAt: content.work.treatedAt !== null,
  ...writtenEmployerCount(content.work),
});

const hospitalOf = ({ content, replies }: RegisterCertificate): Pick<PreCheckFacts, "hospital"> => {
  const { envelope } = content.case;
  if (!isHospitalMessage(envelope)) return {};
  const isKnown = replies.signer.found && nationalNumbers(replies.signer.numbers).length > 0;
  const hprNumber = hospitalNumber(envelope);
  return { hospital: { isKnown, ...(hprNumber === undefined ? {} : { hprNumber }) } };
};

// A certificate without envelope and without a named clinician is stopped by the check on the clinician, which says what to mend.
const signerIn = (content: CertificateContent, replies: RegistryReplies): PreCheckFacts["signer"] => {
  const isUnnamed = signerNumbers(content).length === 0 && registerNumbers(content.case.clinicianNumbers).length === 0;
  if (isUnnamed && !isHospitalMessage(content.case.envelope)) return { isKnown: true, isInHpr: true };
  return { isKnown: replies.signerIsKnown, isInHpr: replies.signerIsRegistered };
};

const isAttachment = ({ kind }: Attachment): boolean => kind === "ATTACHMENT";

/** The documents beside the certificate that count as attachments, in the order sent. */
export const attachmentsOf = ({ medical }: CertificateContent): ReadonlyArray<Attachment> =>
  medical.attachments.filter(isAttachment);

const receivedAttachments = ({ content, replies }: RegisterCertificate): ReadonlyArray<ReceivedAttachment> =>
  attachmentsOf(content).map(({ contentBytes }, index) => ({
    bytes: contentBytes,
    virusScan: replies.scans[index] ?? "",
  }));

// The clinician's module asks for an employer only where there are several; silence says one.
const unaskedIn = ({ channel }: RegisterCertificate): Pick<WrittenCertificate, "employerCount"> =>
  channel === "DIGITAL" ? { employerCount: { code: "1" } } : {};

/** What the pre-checks look at. */
export const preCheckFactsOf = (
  command: RegisterCertificate,
  duplicateOf: "accepted" | "rejected" | undefined,
): PreCheckFacts => {
  const { content, received, replies } = command;
  const generatedAt = madeAt(command);
  return {
    receivedAt: received.receivedAt,
    ...(generatedAt === undefined ? {} : { generatedAt }),
    ...hospitalOf(command),
    ...(duplicateOf === undefined ? {} : { duplicateOf }),
    patient: { number: patientNumber(content.identity)?.value ?? "", isKnown: replies.patient.found },
    signer: signerIn(content, replies),
    attachments: receivedAttachments(command),
    certificate: { ...unaskedIn(command), ...written(content) },
  };
};
