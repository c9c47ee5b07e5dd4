import type { Code, PreviousEmployer, ReviewRule, StatusAnswer } from "@samvirke/contracts";
import { E, fold } from "@samvirke/kernel";
import { archive, at, envelope, received, register1, replies } from "./certificate.cases.ts";
import { sickLeave } from "./decide.ts";
import type { RegisterCertificate, SickLeaveCommand, SickLeaveEvent, SickLeaveState } from "./model.ts";
import { recordKey } from "./record-key.ts";
import type {
  RecordReview,
  RecordTombstone,
  RecordUse,
  RegisterRecord,
  StatedOutcome,
  StatedUse,
} from "./use-model.ts";

const hmac = (text: string): string => Buffer.from(text).toString("hex").padEnd(64, "0").slice(0, 64);

/** Names of one certificate, as the intake makes them. */
export const names = {
  msg: hmac("msg"),
  log: hmac("log"),
  nav: hmac("nav"),
  other: hmac("other"),
};

const navId = "3A1D7E90-5C2F-4B7A-9E11-0C8D2F6B4A77";

const welfare = (n: number) => ({
  ...received,
  archiveId: archive(n),
  receivedAt: at("2026-03-04T08:00:00Z") + n * 1000,
  sender: "nav",
  senderAliases: ["n1"],
  wireMsgId: null,
  envelope: null,
});

/** The certificate from the clinician's system. */
export const xml = (n = 1): RegisterCertificate => ({
  ...register1,
  received: { ...received, archiveId: archive(n) },
  aliases: [names.msg, names.log],
});

/** One that the rules refuse: a person whom no register knows. */
export const refusedXml = (n = 1): RegisterCertificate => ({
  ...xml(n),
  replies: { ...replies, patient: { found: false } },
});

const outcome = (status: StatedOutcome["status"], ...rules: ReadonlyArray<string>): StatedOutcome => ({
  status,
  rules: rules.map((name): ReviewRule => ({
    name,
    outcome: status,
    manual: true,
    textForSender: null,
    textForPerson: null,
    at: null,
  })),
  at: null,
});
export { outcome as stated };

interface RecordOptions {
  readonly status?: StatedOutcome["status"];
  readonly remarks?: ReadonlyArray<string>;
  /** Stands for the content: another text is another content. */
  readonly work?: string;
  readonly medical?: string;
  readonly register?: "RECORD" | "RECEIVED";
  readonly names?: ReadonlyArray<string>;
  readonly channel?: RegisterRecord["channel"];
}

/** The certificate as a register of welfare's publishes it. */
export const record = (n: number, options: RecordOptions = {}): RegisterRecord => {
  const said = outcome(options.status ?? "OK", ...(options.remarks ?? []));
  const { identity, work, case: shared, medical } = register1.content;
  const digest = (text: string): string => hmac(text).slice(0, 16);
  return {
    type: "RegisterRecord",
    received: welfare(n),
    names: options.names ?? [names.msg, names.log, names.nav],
    statedId: navId,
    content: {
      identity,
      work: { ...work, messageToEmployer: options.work ?? null },
      case: { ...shared, envelope },
      medical: { ...medical, mainDiagnosis: { ...(medical.mainDiagnosis as Code), text: options.medical ?? "tekst" } },
    },
    channel: options.channel ?? "XML",
    statedReceivedAt: at("2026-03-02T12:00:00Z"),
    outcome: said,
    contentKey: recordKey(options.register ?? "RECORD", {
      identity: digest("identity"),
      work: digest(options.work ?? "work"),
      case: digest("case"),
      medical: digest(options.medical ?? "medical"),
      outcome: digest(`${(options.remarks ?? []).join()}${said.status}`.slice(-8)),
    }),
    policyVersion: "test",
  };
};

export const answer = (name: string, text: string): StatusAnswer => ({
  name,
  kind: null,
  question: null,
  answer: text,
});

export const sawmill = { organisationNumber: "974600951", legalUnit: "974600952", name: "Sagbruket AS" };
export const tannery = { organisationNumber: "974600953", legalUnit: "974600952", name: "Garveriet AS" };

interface UseOptions extends Partial<Omit<StatedUse, "kind">> {
  readonly names?: ReadonlyArray<string>;
  readonly statedId?: string;
}

/** A status. */
export const use = (
  n: number,
  kind: StatedUse["kind"],
  { names: by, statedId, ...more }: UseOptions = {},
): RecordUse => ({
  type: "RecordUse",
  received: welfare(n),
  names: by ?? [names.nav],
  statedId: statedId ?? navId,
  use: {
    kind,
    at: at("2026-03-04T10:00:00Z"),
    atText: "2026-03-04T11:00:00.5+01:00",
    source: "register",
    employer: kind === "SENT" ? sawmill : null,
    previousEmployer: null as PreviousEmployer | null,
    forEmployer: [],
    others: [],
    workSituation: null,
    answersUpdated: null,
    findings: [],
    ...more,
  },
});

export const review = (n: number, status: StatedOutcome["status"], ...rules: ReadonlyArray<string>): RecordReview => ({
  type: "RecordReview",
  received: welfare(n),
  names: [names.nav],
  statedId: navId,
  outcome: outcome(status, ...rules),
  office: null,
  findings: [],
});

export const tombstone = (n: number, by: ReadonlyArray<string> = [names.nav]): RecordTombstone => ({
  type: "RecordTombstone",
  received: welfare(n),
  names: by,
  statedId: navId,
});

export const decide = (command: SickLeaveCommand, state: SickLeaveState): ReadonlyArray<SickLeaveEvent> =>
  E.getOrElse<never, ReadonlyArray<SickLeaveEvent>>(() => [])(sickLeave.decide(command, state));

export interface Run {
  readonly state: SickLeaveState;
  readonly events: ReadonlyArray<SickLeaveEvent>;
  /** The events of the last message. */
  readonly last: ReadonlyArray<SickLeaveEvent>;
}

/** What several messages come to, one after the other. */
export const run = (...commands: ReadonlyArray<SickLeaveCommand>): Run =>
  commands.reduce<Run>(
    ({ state, events }, command) => {
      const last = decide(command, state);
      return { state: fold(sickLeave.evolve)(state, last), events: [...events, ...last], last };
    },
    { state: sickLeave.initial, events: [], last: [] },
  );

const shown = ["standing", "assessment", "outcome", "by", "via", "reason"] as const;
const flags = ["again", "rejectedAcknowledged"] as const;

/** Events as acceptance cases tell them: the type, and what of its public part tells one from another. */
export const told = (events: ReadonlyArray<SickLeaveEvent>): ReadonlyArray<string> =>
  events.map((event) => {
    const value = event.value as unknown as Readonly<Record<string, string | number | boolean | ReadonlyArray<string>>>;
    const words = shown.flatMap((key) => (typeof value[key] === "string" ? [value[key]] : []));
    const set = flags.filter((key) => value[key] === true);
    const parts = Array.isArray(value["changedParts"]) ? (value["changedParts"] as ReadonlyArray<string>) : [];
    const warned = typeof value["standing"] === "string" && value["warnings"] !== 0 ? ["!"] : [];
    return [event.type.replace("SickLeave", ""), ...words, ...set, ...parts, ...warned].join(" ");
  });
