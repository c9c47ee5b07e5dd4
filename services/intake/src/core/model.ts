import type { SickLeaveCommand, SickLeaveEvent, SickLeaveState } from "@samvirke/domain";

/** What a received message asks for; one aggregate so far. */
export type Command = SickLeaveCommand;
export type Event = SickLeaveEvent;
/** A person's state over all aggregates. */
export interface State {
  readonly sickLeave: SickLeaveState;
}
