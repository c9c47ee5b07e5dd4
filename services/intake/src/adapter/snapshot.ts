import type { DecidedMessage, Period, StandingCertificate } from "@samvirke/domain";
import { day } from "@samvirke/kernel";
import { intake } from "../core/decide.ts";
import type { State } from "../core/model.ts";

const version = 3;

// Arrays instead of objects: a person with two hundred messages has a snapshot of some tens of kilobytes.
type WrittenPeriod = readonly [
  from: number,
  to: number,
  kind: Period["kind"],
  grade: number | null,
  days: number | null,
  input: string | null,
];
type WrittenCertificate = readonly [
  periods: ReadonlyArray<WrittenPeriod>,
  code: string | null,
  outcome: StandingCertificate["outcome"],
  remarks: ReadonlyArray<string>,
  use: StandingCertificate["use"],
];
type WrittenMessage = readonly [
  archiveId: string,
  outcome: DecidedMessage["outcome"],
  contentKey: string | null,
  signer: ReadonlyArray<string>,
  certificate: WrittenCertificate | null,
  // Only where there is something: a snapshot holds hundreds of messages of which little else is to be said.
  rest?: WrittenRest,
];
type WrittenRest = Pick<DecidedMessage, "names" | "fromWelfare" | "life" | "waiting" | "told">;
interface Written {
  readonly version: number;
  readonly decided: ReadonlyArray<WrittenMessage>;
  /** Absent where nothing has happened yet. */
  readonly dialogue?: State["dialogue"];
  readonly referral?: State["referral"];
  readonly statement?: State["statement"];
  readonly plan?: State["plan"];
  readonly delivery?: State["delivery"];
  readonly followUp?: State["followUp"];
  readonly person?: State["person"];
}

const writePeriod = ({ from, to, kind, grade, daysPerWeek, input }: Period): WrittenPeriod => [
  from,
  to,
  kind,
  grade ?? null,
  daysPerWeek ?? null,
  input ?? null,
];

const readPeriod = ([from, to, kind, grade, daysPerWeek, input]: WrittenPeriod): Period => ({
  from: day(from),
  to: day(to),
  kind,
  ...(grade === null ? {} : { grade }),
  ...(daysPerWeek === null ? {} : { daysPerWeek }),
  ...(input === null ? {} : { input }),
});

const writeCertificate = (certificate: StandingCertificate): WrittenCertificate => [
  certificate.periods.map(writePeriod),
  certificate.mainDiagnosisCode ?? null,
  certificate.outcome,
  certificate.remarks,
  certificate.use,
];

const readCertificate = ([periods, code, outcome, remarks, use]: WrittenCertificate): StandingCertificate => ({
  periods: periods.map(readPeriod),
  ...(code === null ? {} : { mainDiagnosisCode: code }),
  outcome,
  remarks,
  use,
});

const writeMessage = ({
  archiveId,
  outcome,
  contentKey,
  signer,
  certificate,
  ...rest
}: DecidedMessage): WrittenMessage => [
  archiveId,
  outcome,
  contentKey ?? null,
  signer,
  certificate === undefined ? null : writeCertificate(certificate),
  rest,
];

const readMessage = ([archiveId, outcome, contentKey, signer, certificate, rest]: WrittenMessage): DecidedMessage => ({
  archiveId,
  outcome,
  ...(contentKey === null ? {} : { contentKey }),
  signer,
  ...(certificate === null ? {} : { certificate: readCertificate(certificate) }),
  ...rest,
});

const { initial } = intake;

// These are written as they are, where anything has happened yet.
type Plain = Pick<Written, "dialogue" | "referral" | "statement" | "plan" | "delivery" | "followUp" | "person">;

const plainOf = ({ dialogue, referral, statement, plan, delivery, followUp, person }: State): Plain => ({
  ...(dialogue === initial.dialogue ? {} : { dialogue }),
  ...(referral === initial.referral ? {} : { referral }),
  ...(statement === initial.statement ? {} : { statement }),
  ...(plan === initial.plan ? {} : { plan }),
  ...(delivery === initial.delivery ? {} : { delivery }),
  ...(person === initial.person ? {} : { person }),
  ...(followUp === initial.followUp ? {} : { followUp }),
});

const readPlain = ({ dialogue, referral, statement, plan, delivery, followUp, person }: Plain): Required<Plain> => ({
  dialogue: dialogue ?? initial.dialogue,
  referral: referral ?? initial.referral,
  statement: statement ?? initial.statement,
  plan: plan ?? initial.plan,
  delivery: delivery ?? initial.delivery,
  followUp: followUp ?? initial.followUp,
  person: person ?? initial.person,
});

const write = (state: State): Written => ({
  version,
  decided: state.sickLeave.decided.map(writeMessage),
  ...plainOf(state),
});

/** The state of a person in bytes, to be sealed, and back. A snapshot of another release is a defect, which parks the person. */
export const snapshot = {
  encode: (state: State): Uint8Array => Buffer.from(JSON.stringify(write(state))),
  decode: (bytes: Uint8Array): State => {
    const written = JSON.parse(Buffer.from(bytes).toString("utf8")) as Written;
    if (written.version !== version) throw new TypeError("a snapshot of another release");
    return {
      sickLeave: { decided: written.decided.map(readMessage) },
      ...readPlain(written),
    };
  },
};
