import type { WireEnvelope } from "@samvirke/contracts";
import type {
  DeliveryEvent,
  Outgoing,
  PassTime,
  PlanEvent,
  PlanReplies,
  RegistryReplies,
  StatementEvent,
} from "@samvirke/domain";
import { defaultPolicy, delivery, plan, planIdOf, statement } from "@samvirke/domain";
import type { NoPlan, ParsedPlan, PlanFormSample, PlanRefused, StatementSample } from "@samvirke/formats";
import {
  parsePlanForm,
  parsePlanNotice,
  parsePlanRequest,
  parseReceipt,
  parseStatement,
  printStatement,
} from "@samvirke/formats";
import { E, fold, parseDay } from "@samvirke/kernel";
import type { Day, Either } from "@samvirke/kernel";

export const day = (text: string): Day => parseDay(text) as Day;
export const archive = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, "0")}`;
export const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

const receivedAt = Date.parse("2026-03-02T12:00:00Z");
const received = (n: number, envelope: WireEnvelope | null, conflictsWith: string | null = null) => ({
  archiveId: archive(n),
  receivedAt,
  conflictsWith,
  sender: "party",
  senderAliases: [],
  wireMsgId: null,
  envelope,
});

// --- statements ---

/** An invented person, in a synthetic number (month + 80), and an invented clinician. */
export const person = "14858030057";
export const clinician = "03916721098";

export const statementSample: StatementSample = {
  wrapping: "fellesformat",
  messageId: "1c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22",
  generatedAt: "2026-03-02T08:15:30",
  receivedAt: "2026-03-02T07:15:33Z",
  ediLogId: "2603020815accept.1",
  person: { number: person, name: { given: "Ronja", family: "Testdal" } },
  clinician: { number: clinician, hprNumber: "9988776", name: { given: "Odd", family: "Kvist" } },
  unit: { name: "Legehuset Tangen", organisationNumber: "999977773", herId: "8094866" },
  occasions: ["1"],
  severalEmployments: "2",
  welfareOffice: "NAV Tangen",
  diagnosisSystem: "5",
  diagnoses: [{ code: "L84", text: "Ryggsyndrom" }],
  status: "Bedre",
  history: "Lenge",
  measures: [],
  measuresDetails: "",
  limits: "ingen",
  situations: [{ code: "1" }],
  outlook: {},
  contacts: [],
};

const physician = {
  authorisation: { active: true, oid: 7704, value: "1" },
  category: { active: true, oid: 9060, value: "LE" },
  competences: [],
};
const register = { found: true, numbers: [], approvals: [physician] };
export const replies: RegistryReplies = {
  askedAt: receivedAt,
  patient: { found: true, currentNumber: person, birthDay: day("1980-05-14") },
  signer: register,
  signerIsRegistered: true,
  signerIsKnown: true,
  signerIsSuspended: false,
  clinician: register,
  scans: [],
};

export interface StatementMessage {
  readonly text: string;
  readonly replies?: Partial<RegistryReplies>;
  readonly conflict?: boolean;
}

/** The statement's text on the wire, with something changed in it. */
export const statementText = (change: Partial<StatementSample> = {}): string =>
  Buffer.from(printStatement({ ...statementSample, ...change })).toString("utf8");

const receiptIn = (event: StatementEvent): string => {
  const due = event.value.case?.receipt;
  if (!due) return "no receipt";
  return [due.wanted ? "receipt" : "no receipt wanted", due.status, ...due.errors.map(({ code }) => code)].join(" ");
};

/** What becomes of statements that come one after the other; the last one's outcome, receipt and findings. */
export const statementOutcome = (...messages: ReadonlyArray<StatementMessage>): string => {
  const told: Array<string> = [];
  const history: Array<StatementEvent> = [];
  for (const [n, message] of messages.entries()) {
    const read = parseStatement(bytes(message.text));
    if (E.isLeft(read)) {
      told.push(`unreadable ${read.left.class}`);
      continue;
    }
    const command = {
      type: "RegisterStatement" as const,
      received: received(n + 1, read.right.case.envelope, message.conflict === true ? archive(99) : null),
      content: read.right,
      contentKey: read.right.content,
      aliases: [],
      replies: { ...replies, ...message.replies },
      basis: { policy: defaultPolicy, policyVersion: "1" },
    };
    const decided = statement.decide(command, fold(statement.evolve)(statement.initial, history));
    const events = E.isRight(decided) ? decided.right : [];
    history.push(...events);
    const [event] = events;
    if (!event) told.push("nothing");
    else if (event.type === "WorkAbilityAssessed") told.push(`assessed, ${receiptIn(event)}`);
    else
      told.push(
        `refused ${event.value.class} ${event.value.case?.findings.map(({ rule }) => rule).join(" ")}, ${receiptIn(event)}`,
      );
  }
  return told.at(-1) ?? "";
};

// --- plans ---

export const planForm: PlanFormSample = {
  employerNumber: "999966661",
  employerName: "Tangen Verksted",
  personNumber: person,
  measures: [{ goal: "tilbake", meeting: true }],
  changedOn: day("2026-02-20"),
};

export const planRequest = {
  employeeIdentificationNumber: person,
  typicalWorkday: "bestilling",
  tasksThatCanStillBeDone: "telefon",
  tasksThatCanNotBeDone: "løft",
  previousFacilitation: "stol",
  plannedFacilitation: "bord",
  followUp: "hver uke",
  evaluationDate: "2026-05-01",
  sendPlanToNav: true,
  sendPlanToGeneralPractitioner: false,
  contactPersonFullName: "Lise Leder",
  contactPersonPhoneNumber: "55501005",
  contactPersonEmail: "lise@example.no",
  employeeHasContributedToPlan: true,
  lpsName: "Prøvesystem",
};

export const planReplies: PlanReplies = {
  askedAt: receivedAt,
  personFound: true,
  activeEmployment: true,
  sentCertificate: true,
};

export type PlanMessage =
  | { readonly door: "REST"; readonly json: object; readonly replies?: Partial<PlanReplies> }
  | { readonly door: "PORTAL"; readonly bytes: Uint8Array }
  | { readonly door: "WELFARE"; readonly json: object };

const readPlan = (message: PlanMessage): Either<NoPlan | PlanRefused, ParsedPlan> => {
  if (message.door === "PORTAL") return parsePlanForm(message.bytes);
  const text = bytes(JSON.stringify(message.json));
  return message.door === "REST" ? parsePlanRequest(text) : parsePlanNotice(text);
};

const sharing = ({ toWelfare, toClinician }: { readonly toWelfare: boolean; readonly toClinician: boolean }): string =>
  [...(toWelfare ? ["welfare"] : []), ...(toClinician ? ["clinician"] : [])].join(" and ") || "nobody";

/** The last plan's outcome. The third plan sent by hand can name the first by `planIdOf(archive(1))`. */
export const planOutcome = (...messages: ReadonlyArray<PlanMessage>): string => {
  const told: Array<string> = [];
  const history: Array<PlanEvent> = [];
  for (const [n, message] of messages.entries()) {
    const read = readPlan(message);
    if (E.isLeft(read)) {
      told.push(
        `422 ${read.left.class} ${read.left.findings.map((one) => ("rule" in one ? `${one.path} ${one.rule}` : one.code)).join(" ")}`.trim(),
      );
      continue;
    }
    const uuid = read.right.wireId;
    const command = {
      type: "RegisterPlan" as const,
      received: received(n + 1, null),
      content: read.right,
      employer: message.door === "REST" ? "999966661" : null,
      names: message.door === "WELFARE" ? (uuid ?? null) : null,
      aliases: uuid === undefined ? [] : [`hmac of ${uuid}`],
      replies: message.door === "REST" ? { ...planReplies, ...message.replies } : null,
      policyVersion: "1",
    };
    const decided = plan.decide(command, fold(plan.evolve)(plan.initial, history));
    const events = E.isRight(decided) ? decided.right : [];
    history.push(...events);
    const [event] = events;
    if (!event) told.push("linked");
    else if (event.type === "MessageRefused")
      told.push(`refused ${event.value.case?.findings.map(({ path, rule }) => `${path} ${rule}`).join(" ")}`);
    else told.push(`shared with ${sharing(event.value)} as ${event.value.format} ${event.value.revision}`);
  }
  return told.at(-1) ?? "";
};

export { planIdOf };

// --- receipts ---

const her = (value: string) => ({
  value,
  type: { system: null, code: "HER", text: null, originalText: null },
});

export const outgoing: Outgoing = {
  names: [],
  messageId: archive(50),
  sentAt: Date.parse("2026-02-26T12:00:00Z"),
  awaited: true,
  addressees: [
    { role: "MAIN", receiver: { name: "Legehuset", identifiers: [her("8094866")] } },
    { role: "COPY", receiver: { name: "Klinikken", identifiers: [her("8094870")] } },
  ],
};

export interface ReceiptMessage {
  readonly text: string;
  /** Given by the address it came to, where the receipt does not say. */
  readonly answers?: string | null;
}

export const wireId = "b62016eb-6c2d-417a-8ecc-157b3c5ee2ca";

const known = (originalId: string | null): string | null => (originalId === wireId ? outgoing.messageId : null);

export type DeliveryStep = ReceiptMessage | { readonly hours: number };

/** What the last of receipts and hours makes of the delivery. */
export const deliveryOutcome = (...given: ReadonlyArray<DeliveryStep>): string => {
  const told: Array<string> = [];
  const history: Array<DeliveryEvent> = [{ type: "MessageSentOut", value: outgoing }];
  for (const [n, one] of given.entries()) {
    const state = fold(delivery.evolve)(delivery.initial, history);
    if ("hours" in one) {
      const command: PassTime = { type: "PassTime", at: outgoing.sentAt + one.hours * 3_600_000, receiptHours: 96 };
      told.push(record(delivery.decide(command, state), history));
      continue;
    }
    const read = parseReceipt(bytes(one.text));
    if (E.isLeft(read)) {
      told.push(`unreadable ${read.left.class}`);
      continue;
    }
    const { format, status, errorCodes, content, warnings } = read.right;
    const findings = warnings.map(({ code, path }) => ({ path, rule: code }));
    const answers = one.answers === undefined ? known(content.originalId) : one.answers;
    const receipt = { format, status, errorCodes, content, findings };
    told.push(
      record(
        delivery.decide({ type: "TakeReceipt", received: received(n + 1, null), answers, receipt }, state),
        history,
      ),
    );
  }
  return told.at(-1) ?? "";
};

const record = (decided: ReturnType<typeof delivery.decide>, history: Array<DeliveryEvent>): string => {
  const events = E.isRight(decided) ? decided.right : [];
  history.push(...events);
  const words = events.map((event) => {
    if (event.type !== "DeliverySettled") return event.type;
    const { outcome, receiverRole, errorCodes, routeClosed, wasOverdue } = event.value;
    return [
      outcome,
      receiverRole,
      ...errorCodes,
      ...(routeClosed ? ["closed"] : []),
      ...(wasOverdue ? ["late"] : []),
    ].join(" ");
  });
  return words.join(", ") || "nothing";
};
