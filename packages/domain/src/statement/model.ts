import type {
  MessageRefused,
  PersonIdentity,
  StatementCase,
  StatementMedical,
  StatementOccasion,
  WorkAbilityAssessed,
} from "@samvirke/contracts";
import type { RulePolicy } from "../rules/index.ts";
import type { Received, RegistryReplies } from "../sick-leave/index.ts";

/** A medical statement as a reader read it; what only the decision knows is empty in `case`. */
export interface StatementContent {
  readonly occasions: ReadonlyArray<StatementOccasion>;
  readonly identity: PersonIdentity;
  readonly case: StatementCase;
  readonly medical: StatementMedical;
}

export interface StatementBasis {
  readonly policy: RulePolicy;
  readonly policyVersion: string;
}

export interface RegisterStatement {
  readonly type: "RegisterStatement";
  readonly received: Received;
  readonly content: StatementContent;
  /** HMAC over the business content. */
  readonly contentKey: string;
  /** HMACs of the statement's other ids. */
  readonly aliases: ReadonlyArray<string>;
  readonly replies: RegistryReplies;
  readonly basis: StatementBasis;
}

export type StatementCommand = RegisterStatement;

export type StatementEvent =
  | { readonly type: "WorkAbilityAssessed"; readonly value: WorkAbilityAssessed }
  | { readonly type: "MessageRefused"; readonly value: MessageRefused };

export interface DecidedStatement {
  readonly archiveId: string;
  readonly contentKey: string | null;
  /** Null for one that was refused. */
  readonly statementId: string | null;
}

/** A person's statements, in the order received. */
export interface StatementState {
  readonly decided: ReadonlyArray<DecidedStatement>;
}
