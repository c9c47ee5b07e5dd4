import { E } from "@samvirke/kernel";
import type { Decider, Either } from "@samvirke/kernel";
import type { StatementCheck } from "./checks.ts";
import { statementPreChecks } from "./checks.ts";
import { statementRules } from "./statement-rules.ts";
import { assessed, refused } from "./events.ts";
import type { DecidedStatement, RegisterStatement, StatementCommand, StatementEvent, StatementState } from "./model.ts";

const initial: StatementState = { decided: [] };

/** A message id that stood on other content before; asked before everything else. */
export const idReused: StatementCheck = {
  rule: "MESSAGE_ID_REUSED",
  path: "MsgHead/MsgInfo/MsgId",
  code: "E10",
  text: "Meldings-id-en er brukt før, med et annet innhold.",
  class: "CONFLICT",
};

const isDecided = ({ decided }: StatementState, archiveId: string): boolean =>
  decided.some((one) => one.archiveId === archiveId);

const decidedBy = (event: StatementEvent): DecidedStatement => {
  const { archiveId } = event.value;
  return event.type === "WorkAbilityAssessed"
    ? { archiveId, contentKey: event.value.case.contentKey, statementId: event.value.statementId }
    : { archiveId, contentKey: null, statementId: null };
};

/** State after one more event; total, and the same event again changes nothing. */
const evolve = (state: StatementState, event: StatementEvent): StatementState =>
  isDecided(state, event.value.archiveId) ? state : { decided: [...state.decided, decidedBy(event)] };

// A statement that was refused may come again as it was: it is decided anew.
const isDuplicate = ({ contentKey }: RegisterStatement, { decided }: StatementState): boolean =>
  decided.some((one) => one.contentKey === contentKey);

const checksOn = (command: RegisterStatement, state: StatementState): ReadonlyArray<StatementCheck> => {
  if (command.received.conflictsWith !== null) return [idReused];
  const facts = { command, isDuplicate: isDuplicate(command, state) };
  const first = statementPreChecks.find(({ fires }) => fires(facts));
  return first === undefined ? statementRules.filter(({ fires }) => fires(facts)) : [first];
};

const decisionOn = (command: RegisterStatement, state: StatementState): StatementEvent => {
  const checks = checksOn(command, state);
  return checks.length > 0 ? refused(command, checks) : assessed(command);
};

const decide = (command: StatementCommand, state: StatementState): Either<never, ReadonlyArray<StatementEvent>> =>
  E.right(isDecided(state, command.received.archiveId) ? [] : [decisionOn(command, state)]);

/**
 * A person's medical statements.
 *
 * Shape:  one event per message; a message that has one already yields nothing.
 * Source: order of checks by NAV's reception of statements (fact sheet 8.5), duplicates by 8.4.
 */
export const statement: Decider<StatementCommand, StatementEvent, StatementState, never> = {
  initial,
  decide,
  evolve,
};
