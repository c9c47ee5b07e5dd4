import type {
  Code,
  Identifier,
  Organisation,
  OtherReceiver,
  ReferralCase,
  ReferralMedical,
  WireEnvelope,
} from "@samvirke/contracts";
import { E, fold, parseDay, uuid5 } from "@samvirke/kernel";
import type { Day, Instant } from "@samvirke/kernel";
import { referral } from "./decide.ts";
import type { StatedConsent } from "./consent-model.ts";
import type {
  CancelReferral,
  RecordEffort,
  RecordReferralStatus,
  RecordSharingConsent,
  ReferralCommand,
  ReferralContent,
  ReferralEvent,
  ReferralState,
  RegisterReferral,
} from "./model.ts";
import type { ReferralView } from "./view-model.ts";
import { namesIn, namesInAnswer } from "./names.ts";
import type { NameParts } from "./names.ts";
import { referralsOf } from "./view.ts";

export const archive = (n: number): string => uuid5("test-archive", String(n));
export const messageId = (n: number): string => `0c1d6b9e-5d41-4a7c-9f7e-${String(n).padStart(12, "0")}`;
export const at = (minutes: number): Instant => Date.UTC(2026, 2, 2, 8, 0) + minutes * 60_000;
export const day = (text: string): Day => parseDay(text) as Day;

export const code = (value: string | null): Code => ({ system: null, code: value, text: null, originalText: null });
export const identifier = (value: string, type: string): Identifier => ({ value, type: code(type) });

export const unit = (name: string, her: string): Organisation => ({
  name,
  type: null,
  identifiers: [identifier(her, "HER")],
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
});

export const practice = unit("Fjellbua legesenter", "8140021");
export const hospital = unit("Dalen sykehus", "8140022");
export const otherHospital = unit("Vika sykehus", "8140023");
export const copyHouse = unit("Bekken helsestasjon", "8140024");
export const welfare = unit("NAV", "79768");

const copyReceiver: OtherReceiver = {
  comMethod: null,
  role: code("COP"),
  organisations: [copyHouse],
  patient: null,
  person: null,
  healthcareProfessional: null,
};

export const envelope: WireEnvelope = {
  format: "MSGHEAD",
  messageType: code("HENVISNING_NYTILSTAND"),
  migVersion: "v1.2 2006-05-24",
  generatedAtText: null,
  generatedAt: at(0),
  messageId: messageId(1),
  processingStatus: null,
  requestedPriority: null,
  ack: code("J"),
  parentReference: null,
  conversationReference: null,
  sender: { comMethod: null, organisations: [practice] },
  receiver: { comMethod: null, organisations: [hospital] },
  otherReceivers: [copyReceiver],
  receivingStation: null,
};

const shared: ReferralCase = {
  envelope,
  sender: "",
  senderAliases: [],
  format: "KITH_2_0",
  programme: "TREATMENT",
  lifecycle: code("N"),
  referralIdAsSent: "cf4efb50-0000-4000-8000-000000000001",
  refersTo: [],
  issuedAtText: null,
  issuedAt: null,
  contentType: code("10"),
  contentTypeNote: null,
  paymentCategory: null,
  comment: null,
  messageVersion: null,
  urgency: "NORMAL",
  request: null,
  senderParty: null,
  receiverParty: null,
  copies: [],
  patient: {
    bornOn: null,
    bornText: null,
    sex: null,
    nationality: null,
    diedOn: null,
    idByRequester: null,
    basisForHealthServices: null,
    address: null,
    cityDistrict: null,
    contactPoints: [],
    maritalStatus: null,
    livesAlone: null,
    language: null,
    municipalServices: null,
    note: null,
  },
  consents: [],
  relatives: [],
  contacts: [],
  providers: [],
  units: [],
  professionals: [],
  responsibles: [],
  institutions: [],
  interpreters: [],
  sentDocuments: [],
  individualPlan: null,
  cooperation: null,
  contentKey: null,
  warnings: [],
  receipt: null,
};

const medical: ReferralMedical = {
  diagnoses: [],
  reasons: [],
  comments: [],
  items: [],
  precautions: [],
  sickLeave: [],
  pathways: [],
  assessment: null,
  medicineReview: null,
  careSituation: null,
  attachments: [],
};

export const content: ReferralContent = {
  identity: {
    number: identifier("01857012026", "FNR"),
    otherNumbers: [],
    name: { given: "Ronja", middle: null, family: "Testdal" },
    bornOn: null,
    sex: null,
    currentNumber: null,
  },
  case: shared,
  medical,
};

const hashed = ({ referral: own, message, earlier }: NameParts) => ({
  referral: own && uuid5(...own),
  message: message && uuid5(...message),
  earlier: earlier.map((parts) => uuid5(...parts)),
});

/** What a made-up message differs in from a plain new referral. */
export interface Made {
  readonly n: number;
  readonly lifecycle?: string | null;
  readonly minutes?: number;
  readonly message?: number;
  readonly from?: string;
  readonly shared?: Partial<ReferralCase>;
  readonly envelope?: Partial<WireEnvelope>;
  readonly identity?: Partial<ReferralContent["identity"]>;
  readonly key?: string;
  readonly change?: Partial<RegisterReferral>;
  readonly conflictsWith?: string;
}

const received = (made: Pick<Made, "n" | "from" | "conflictsWith">, head: WireEnvelope) => ({
  archiveId: archive(made.n),
  receivedAt: at(100_000 + made.n),
  conflictsWith: made.conflictsWith ?? null,
  sender: made.from ?? "practice",
  senderAliases: [`alias-of-${made.from ?? "practice"}`],
  wireMsgId: head.messageId,
  envelope: head,
});

/** A referral in any part of its life cycle. */
export const message = (made: Made): RegisterReferral => {
  const head = {
    ...envelope,
    messageId: messageId(made.message ?? made.n),
    generatedAt: at(made.minutes ?? made.n),
    ...made.envelope,
  };
  const lifecycle = made.lifecycle === undefined ? "N" : made.lifecycle;
  const own = { ...shared, envelope: head, lifecycle: code(lifecycle), ...made.shared };
  return {
    type: "RegisterReferral",
    received: received(made, head),
    content: { ...content, identity: { ...content.identity, ...made.identity }, case: own },
    contentKey: made.key ?? `key-${made.n}`,
    names: hashed(namesIn(own, made.from ?? "practice")),
    answers: "RECEIVER",
    replies: { personFound: true, currentNumber: null, receiverIsKnown: null },
    ...made.change,
  };
};

/** What a made-up status says. */
export interface MadeStatus {
  readonly n: number;
  readonly outcome: RecordReferralStatus["status"]["outcome"];
  readonly minutes?: number;
  readonly by?: Organisation;
  readonly about?: ReadonlyArray<string>;
  readonly appointment?: string;
  readonly to?: Organisation;
}

const time = (text: string) => ({ text, day: day(text) });

const statusHead = (made: Pick<MadeStatus, "n" | "minutes" | "by">): WireEnvelope => ({
  ...envelope,
  messageType: code("DIALOG_STATUS_HENVISNING"),
  messageId: messageId(made.n),
  generatedAt: at(made.minutes ?? made.n),
  sender: { comMethod: null, organisations: [made.by ?? hospital] },
  receiver: { comMethod: null, organisations: [practice] },
  otherReceivers: [],
});

/** A status of the referral that `message({ n: 1 })` makes, unless it is about another. */
export const status = (made: MadeStatus): RecordReferralStatus => {
  const head = statusHead(made);
  return {
    type: "RecordReferralStatus",
    received: received({ n: made.n, from: (made.by ?? hospital).name ?? "" }, head),
    names: hashed(namesInAnswer(head, made.about ?? [messageId(1)], "hospital")),
    answers: "RECEIVER",
    status: {
      outcome: made.outcome,
      declineClass: "NOT_STATED",
      at: null,
      appointmentAt: made.appointment === undefined ? null : time(made.appointment),
      latestStart: null,
      place: null,
      by: [made.by ?? hospital],
      to: made.to ? [made.to] : [],
      toAliases: [],
      text: null,
    },
    findings: [],
  };
};

/** A programme's start or end. */
export const programme = (made: {
  readonly n: number;
  readonly minutes?: number;
  readonly closed: boolean;
  readonly about?: string;
}): RecordEffort => {
  const head = statusHead(made);
  return {
    type: "RecordEffort",
    received: received({ n: made.n, from: "hospital" }, head),
    names: hashed(namesInAnswer(head, [made.about ?? messageId(1)], "hospital")),
    answers: "RECEIVER",
    sector: "JOINT",
    kind: "PROGRAMME",
    from: day("2026-04-01"),
    to: null,
    closed: made.closed,
    unit: [hospital],
  };
};

/** A cancellation in the hub's own contract. */
export const cancellation = (n: number, from = "practice"): CancelReferral => {
  const head = statusHead({ n, by: practice });
  return {
    type: "CancelReferral",
    received: received({ n, from }, head),
    names: hashed(namesInAnswer(head, [messageId(1)], from)),
    answers: "HUB",
    reason: "ønsker det ikke lenger",
    at: null,
    by: [practice],
    findings: [],
  };
};

/** A word of the person's alone, said at `minutes`, of the referral that `message({ n: 1 })` makes. */
export const consent = (made: {
  readonly n: number;
  readonly status: StatedConsent["status"];
  readonly minutes?: number;
  readonly from?: string;
  readonly about?: string;
}): RecordSharingConsent => {
  const from = made.from ?? "practice";
  const head = { ...statusHead({ ...made, by: practice }), messageId: null };
  return {
    type: "RecordSharingConsent",
    received: received({ n: made.n, from }, head),
    names: hashed(namesInAnswer(null, [made.about ?? messageId(1)], from)),
    answers: "RECEIVER",
    consents: [{ status: made.status, on: day("2026-03-02"), givenBy: "SELF", legalBasis: null }],
    findings: [],
  };
};

/** A receipt of the main receiver, or of a copy receiver. */
export const receipt = (
  n: number,
  outcome: "OK" | "REFUSED" | "OVERDUE",
  receiverRole: "MAIN" | "COPY" = "MAIN",
  minutes = 5,
): ReferralEvent => ({
  type: "DeliverySettled",
  value: { messageId: archive(n), receiverRole, outcome, settledAt: at(minutes) } as Extract<
    ReferralEvent,
    { readonly type: "DeliverySettled" }
  >["value"],
});

export type Step = ReferralCommand | Extract<ReferralEvent, { readonly type: "DeliverySettled" }>;

const isCommand = (step: Step): step is ReferralCommand => step.type !== "DeliverySettled";

export const eventsOf = (command: ReferralCommand, state: ReferralState): ReadonlyArray<ReferralEvent> =>
  E.getOrElse<never, ReadonlyArray<ReferralEvent>>(() => [])(referral.decide(command, state));

/** What becomes of steps in the order given. */
export const told = (...steps: ReadonlyArray<Step | ReferralEvent>) => {
  let state = referral.initial;
  const events: Array<ReferralEvent> = [];
  for (const step of steps as ReadonlyArray<Step>) {
    const next = isCommand(step) ? eventsOf(step, state) : [step];
    events.push(...next);
    state = fold(referral.evolve)(state, next);
  }
  return { state, events, views: referralsOf(state) };
};

/** Status and ball of the only referral. */
export const outcome = (...steps: ReadonlyArray<Step | ReferralEvent>): readonly [string, string] => {
  const [view, second] = told(...steps).views;
  if (!view || second) throw new Error("not one referral");
  return [view.status, view.ball];
};

export type { ReferralView };
