import type { SickLeaveReviewed, SickLeaveUse } from "@samvirke/contracts";
import { idOfName } from "./names.ts";
import type {
  RecordReview,
  RecordTombstone,
  RecordUse,
  StatedOutcome,
  StatedUse,
  UseCommand,
  UseEvent,
} from "./use-model.ts";
import { remarksOf } from "./life.ts";

interface Head {
  readonly sickLeaveId: string;
  readonly archiveId: string;
  readonly aliases: ReadonlyArray<string>;
  readonly receivedAt: number;
  readonly standing: "WAITING";
  readonly warnings: number;
}

const headOf = ({ received, names }: UseCommand, warnings: number): Head => ({
  sickLeaveId: idOfName(names),
  archiveId: received.archiveId,
  aliases: names,
  receivedAt: received.receivedAt,
  standing: "WAITING",
  warnings,
});

/** The outcome of a review; undefined while it is still pending. */
export const outcomeOf = ({ status, rules }: StatedOutcome): SickLeaveReviewed["outcome"] | undefined => {
  if (status === "PENDING") return undefined;
  if (status === "INVALID") return "INVALID";
  return remarksOf(rules).length > 0 ? "OK_WITH_REMARK" : "OK";
};

const useOf = ({ received, use }: RecordUse): SickLeaveUse => ({
  sender: received.sender,
  senderAliases: received.senderAliases,
  at: use.at,
  atText: use.atText,
  source: use.source,
  workSituation: use.workSituation,
  answers: use.kind === "SENT" ? use.others : [...use.forEmployer, ...use.others],
  answersUpdated: use.answersUpdated,
  findings: use.findings,
});

const sentOf = ({ employer, previousEmployer, forEmployer, at, atText }: StatedUse) => ({
  employer,
  previousEmployer,
  answers: forEmployer,
  sentAt: at,
  sentAtText: atText,
});

const useDraft = (command: RecordUse): UseEvent => {
  const { use } = command;
  const common = { ...headOf(command, use.findings.length), case: useOf(command) };
  switch (use.kind) {
    case "SENT":
      return { type: "SickLeaveSentToEmployer", value: { ...common, again: false, work: sentOf(use) } };
    case "CONFIRMED":
      return { type: "SickLeaveConfirmed", value: { ...common, rejectedAcknowledged: false } };
    case "SET_ASIDE":
      return { type: "SickLeaveSetAside", value: { ...common, by: "PERSON" } };
    case "EXPIRED":
      return { type: "SickLeaveSetAside", value: { ...common, by: "EXPIRY" } };
    case "OPEN":
      return { type: "SickLeaveReopened", value: common };
    case "DELETED":
      return { type: "SickLeaveDeleted", value: { ...common, via: "STATUS" } };
  }
};

const tombstoneDraft = (command: RecordTombstone): UseEvent => ({
  type: "SickLeaveDeleted",
  value: {
    ...headOf(command, 0),
    via: "TOMBSTONE",
    case: {
      sender: command.received.sender,
      senderAliases: command.received.senderAliases,
      at: null,
      atText: null,
      source: null,
      workSituation: null,
      answers: [],
      answersUpdated: null,
      findings: [],
    },
  },
});

type Reviewing = Omit<RecordReview, "type">;

/** The review as it waits for its certificate; undefined while the outcome is pending. */
export const reviewDraft = (command: Reviewing): UseEvent | undefined => {
  const outcome = outcomeOf(command.outcome);
  if (outcome === undefined) return undefined;
  const { received, office, findings } = command;
  return {
    type: "SickLeaveReviewed",
    value: {
      ...headOf({ type: "RecordReview", ...command }, findings.length),
      outcome,
      case: {
        sender: received.sender,
        senderAliases: received.senderAliases,
        rules: command.outcome.rules,
        at: command.outcome.at,
        office,
        findings,
      },
    },
  };
};

/** What a message says, as long as nobody knows of which certificate; undefined when it says nothing. */
export const draftOf = (command: UseCommand): UseEvent | undefined => {
  switch (command.type) {
    case "RecordReview":
      return reviewDraft(command);
    case "RecordUse":
      return useDraft(command);
    case "RecordTombstone":
      return tombstoneDraft(command);
  }
};
