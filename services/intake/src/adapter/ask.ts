import type { Identifier } from "@samvirke/contracts";
import type { Clock, Instant } from "@samvirke/kernel";
import type { Replies } from "../core/model.ts";
import type { Answers, Questions } from "./questions.ts";
import {
  employmentQuestions,
  firstFound,
  firstQuestions,
  newerNumbers,
  secondQuestions,
  signerNationalNumbers,
} from "./questions.ts";
import type { EmploymentQuestion, Registries, RegistryName, SuspensionQuestion } from "./registries/port.ts";
import { registryFailure } from "./registries/port.ts";
import type { Scanner } from "./scanner.ts";
import type { Subject } from "./subject.ts";

export interface AskDeps {
  readonly registries: Registries;
  readonly scanner: Scanner;
  readonly clock: Clock;
}

const clinicianKey = ({ type, value }: Identifier): string => `${type.code ?? ""} ${value ?? ""}`;
const suspensionKey = ({ number, on }: SuspensionQuestion): string => `${on} ${number}`;
const employmentKey = ({ number, employer, on }: EmploymentQuestion): string => `${on} ${employer} ${number}`;
const itself = (question: string): string => question;

interface Asking<Q, A> {
  readonly registry: RegistryName;
  readonly keyOf: (question: Q) => string;
  readonly ask: (questions: ReadonlyArray<Q>) => Promise<ReadonlyArray<A>>;
}

/** Asks each question once for the whole batch. */
const askOnce = async <Q, A>(asking: Asking<Q, A>, questions: ReadonlyArray<Q>): Promise<ReadonlyMap<string, A>> => {
  const distinct = new Map(questions.map((question) => [asking.keyOf(question), question]));
  if (distinct.size === 0) return new Map();
  const answers = await asking.ask([...distinct.values()]);
  if (answers.length !== distinct.size) throw registryFailure(asking.registry, "a question was left open");
  return new Map([...distinct.keys()].map((key, index) => [key, answers[index] as A]));
};

type Answered<Q, A> = (question: Q) => A | undefined;

const asker =
  (all: ReadonlyArray<Questions>) =>
  async <Q, A>(asking: Asking<Q, A>, questionsOf: (one: Questions) => ReadonlyArray<Q>): Promise<Answered<Q, A>> => {
    const answers = await askOnce(asking, all.flatMap(questionsOf));
    return (question) => answers.get(asking.keyOf(question));
  };

const askAll = async (registries: Registries, all: ReadonlyArray<Questions>): Promise<Answers> => {
  const { persons, clinicians, suspensions, addresses, employments } = registries;
  const ask = asker(all);
  const [person, clinician, isSuspended, address, isEmployed] = await Promise.all([
    ask({ registry: "persons", keyOf: itself, ask: persons }, (one) => one.persons),
    ask({ registry: "healthPersonnel", keyOf: clinicianKey, ask: clinicians }, (one) => one.clinicians),
    ask({ registry: "suspensions", keyOf: suspensionKey, ask: suspensions }, (one) => one.suspensions),
    ask({ registry: "addresses", keyOf: itself, ask: addresses }, (one) => one.addresses),
    ask({ registry: "employments", keyOf: employmentKey, ask: employments }, (one) => one.employments),
  ]);
  return { person, clinician, isSuspended, address, isEmployed };
};

const both = (first: Answers, second: Answers): Answers => ({
  ...first,
  person: (number) => first.person(number) ?? second.person(number),
  clinician: (number) => first.clinician(number) ?? second.clinician(number),
  isSuspended: (question) => first.isSuspended(question) ?? second.isSuspended(question),
});

type FromRegisters = Omit<Replies, "askedAt" | "scans">;
type OfOthers = "patient" | "clinician" | "address" | "employedAt";

const signerReplies = (subject: Subject, answers: Answers): Omit<FromRegisters, OfOthers> => {
  const signer = firstFound(subject.signers, answers);
  const numbers = signerNationalNumbers(subject, answers);
  const { signedOn: on } = subject;
  return {
    signer,
    signerIsRegistered: signer.found || firstFound(newerNumbers(subject, answers), answers).found,
    signerIsKnown: numbers.some((number) => answers.person(number)?.found === true),
    signerIsSuspended: on !== undefined && numbers.some((number) => answers.isSuspended({ number, on }) === true),
  };
};

const addressReply = ({ reference }: Subject, answers: Answers): Pick<Replies, "address"> => {
  const address = reference === undefined ? undefined : answers.address(reference);
  return address === undefined ? {} : { address };
};

const employmentReply = (subject: Subject, { isEmployed }: Answers): Pick<Replies, "employedAt"> => {
  const questions = employmentQuestions(subject);
  const employedAt = questions.filter((question) => isEmployed(question) === true).map(({ employer }) => employer);
  return questions.length === 0 ? {} : { employedAt };
};

const repliesOf = (subject: Subject, answers: Answers): FromRegisters => ({
  ...signerReplies(subject, answers),
  ...addressReply(subject, answers),
  ...employmentReply(subject, answers),
  patient: answers.person(subject.patient ?? "") ?? { found: false },
  clinician: firstFound(subject.clinicians, answers),
});

const scansOf = async ({ attachments, bytes }: Subject, scanner: Scanner): Promise<ReadonlyArray<string>> => {
  if (attachments === 0) return [];
  const said = await scanner(bytes);
  return Array.from({ length: attachments }, () => said);
};

/** Asks the registers for a batch, in two rounds, each register once a round and side by side. Rejects when one gives no answer. */
export const askRegisters = async (
  subjects: ReadonlyArray<Subject>,
  { registries, scanner, clock }: AskDeps,
): Promise<ReadonlyArray<Replies>> => {
  if (subjects.length === 0) return [];
  const [first, scans] = await Promise.all([
    askAll(registries, subjects.map(firstQuestions)),
    Promise.all(subjects.map((one) => scansOf(one, scanner))),
  ]);
  const second = await askAll(
    registries,
    subjects.map((one) => secondQuestions(one, first)),
  );
  const answers = both(first, second);
  const askedAt: Instant = clock.now();
  return subjects.map((one, index) => ({ askedAt, ...repliesOf(one, answers), scans: scans[index] ?? [] }));
};
