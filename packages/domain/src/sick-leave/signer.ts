import type {
  Code,
  HealthcareProfessional,
  Identifier,
  Name,
  Organisation,
  Signer,
  WireEnvelope,
} from "@samvirke/contracts";
import { nationalNumbers, ofType, registerNumbers } from "./identifiers.ts";
import type { CertificateContent, ClinicianAnswer } from "./model.ts";

const hospitalService = "SykmeldingVirksomhet";
const numberList = "2.16.578.1.12.4.1.1.8116";
const categoryList = "2.16.578.1.12.4.1.1.9060";
const dNumberDays: ReadonlyArray<string> = ["4", "5", "6", "7"];

/** The organisation that sent the message, outermost. */
export const senderOrganisation = ({ sender }: WireEnvelope): Organisation | undefined => sender?.organisations[0];

const senderProfessional = (envelope: WireEnvelope): HealthcareProfessional | undefined =>
  envelope.sender?.organisations.find((one) => one.healthcareProfessional !== null)?.healthcareProfessional ??
  undefined;

const senderNumbers = (envelope: WireEnvelope): ReadonlyArray<Identifier> =>
  registerNumbers(senderProfessional(envelope)?.identifiers ?? []);

// Registers and senders pad the personnel register's number differently.
const plainValue = ({ value }: Identifier): string => (value ?? "").trim().replace(/^0+(?=\d)/, "");

/** Whether a hospital sent it: the signature is then the hospital's, not the clinician's. */
export const isHospitalMessage = ({ receivingStation }: WireEnvelope): boolean =>
  receivingStation?.ebService?.trim() === hospitalService;

/** The number in the personnel register that a hospital's message signs with. */
export const hospitalNumber = (envelope: WireEnvelope): string | undefined =>
  ofType(senderProfessional(envelope)?.identifiers ?? [], "HPR")[0]?.value ?? undefined;

/** An identifier of a person; the type is in list 8116. */
export const personNumber = (type: string, value: string): Identifier => ({
  value,
  type: { system: numberList, code: type, text: null, originalText: null },
});

/** A national number with its type: a D-number's first digit is four too high. */
export const nationalNumber = (value: string): Identifier =>
  personNumber(dNumberDays.includes(value.slice(0, 1)) ? "DNR" : "FNR", value);

const signatureNumber = ({ receivingStation }: WireEnvelope): ReadonlyArray<Identifier> => {
  const number = (receivingStation?.signerNumber ?? "").trim();
  return number === "" ? [] : [nationalNumber(number)];
};

/**
 * The numbers by which the message names its signer; none when nothing says who signed.
 *
 * Source: NAV's reception: the signature's number; of a hospital the sender's professional. Without a receiving station the sender's professional, else the document's clinician.
 */
export const signerNumbers = (content: CertificateContent): ReadonlyArray<Identifier> => {
  const { envelope, clinicianNumbers } = content.case;
  if (isHospitalMessage(envelope)) return ofType(senderProfessional(envelope)?.identifiers ?? [], "HPR").slice(0, 1);
  const named = [signatureNumber(envelope), senderNumbers(envelope), registerNumbers(clinicianNumbers)];
  return named.find((numbers) => numbers.length > 0) ?? [];
};

/**
 * The numbers by which the personnel register is asked for the treating clinician, in the order of preference.
 *
 * Source: NAV's rule service: the clinician's own register number, else national number, else the sender's register number.
 */
export const clinicianQuestion = ({
  case: { clinicianNumbers, envelope },
}: CertificateContent): ReadonlyArray<Identifier> => [
  ...registerNumbers(clinicianNumbers),
  ...ofType(senderProfessional(envelope)?.identifiers ?? [], "HPR"),
];

const isSame = (one: Identifier, other: Identifier): boolean =>
  one.type.code === other.type.code && plainValue(one) === plainValue(other);

const distinct = (numbers: ReadonlyArray<Identifier>): ReadonlyArray<Identifier> =>
  numbers.filter((one, index) => numbers.findIndex((other) => isSame(one, other)) === index);

/** The signer's numbers by message and register, national numbers first. */
export const knownSignerNumbers = (content: CertificateContent, answer: ClinicianAnswer): ReadonlyArray<Identifier> => {
  const sent = signerNumbers(content);
  const all = [...nationalNumbers(sent), ...answer.numbers, ...sent];
  return distinct([...nationalNumbers(all), ...ofType(all, "HPR")]);
};

/** The numbers that tell one signer from another; registers come to know more of them, so one in common is enough. */
export const signerKeysOf = (signer: Signer | null): ReadonlyArray<string> =>
  (signer?.numbers ?? []).map((one) => `${one.type.code ?? ""}${plainValue(one)}`);

const registerCategory = ({ approvals }: ClinicianAnswer): Code | undefined => {
  const active = approvals.find((one) => one.authorisation?.active === true && one.category?.active === true);
  const code = active?.category?.value;
  return code === undefined ? undefined : { system: categoryList, code, text: null, originalText: null };
};

const hasAny = (numbers: ReadonlyArray<Identifier>, of: ReadonlyArray<Identifier>): boolean =>
  numbers.some((one) => of.some((other) => isSame(one, other)));

const nameOf = (content: CertificateContent, numbers: ReadonlyArray<Identifier>): Name | null => {
  const professional = senderProfessional(content.case.envelope);
  if (hasAny(professional?.identifiers ?? [], numbers)) return professional?.name ?? null;
  return hasAny(content.case.clinicianNumbers, numbers) ? content.work.clinician.name : null;
};

/** The signer as the event tells it; null when nothing says who signed. */
export const signerOf = (content: CertificateContent, answer: ClinicianAnswer): Signer | null => {
  const numbers = knownSignerNumbers(content, answer);
  if (numbers.length === 0) return null;
  const sent = senderProfessional(content.case.envelope)?.category ?? null;
  return { numbers, name: nameOf(content, numbers), category: registerCategory(answer) ?? sent };
};
