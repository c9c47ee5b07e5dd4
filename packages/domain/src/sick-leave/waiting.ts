import { appliedInTurn } from "./apply.ts";
import { evolveLater, isCertificate } from "./evolve-later.ts";
import { lifeOf } from "./life.ts";
import type { DecidedMessage, RegisterCertificate, SickLeaveEvent, SickLeaveState } from "./model.ts";
import { hasName, shortName } from "./names.ts";
import { noted } from "./note.ts";
import { acceptance } from "./receipts.ts";
import { sickLeaveIdOf } from "./register.ts";
import { evolve } from "./state.ts";
import type { LaterEvent, UseCommand, UseEvent } from "./use-model.ts";

/** Everything that a message may mean its certificate by. */
export const statedNames = ({ names, statedId }: Pick<UseCommand, "names" | "statedId">): ReadonlyArray<string> =>
  statedId === null ? names : [...names, statedId.toLowerCase()];

const ranks: Readonly<Record<string, number>> = { CERTIFIED: 0, DELETED: 1, REJECTED: 2, DUPLICATE: 3 };

const rankOf = ({ outcome }: DecidedMessage): number => ranks[outcome] ?? 4;

/** The certificate that goes by one of the names; of several, one that stands comes first. */
export const certificateNamed = (
  { decided }: SickLeaveState,
  names: ReadonlyArray<string>,
): DecidedMessage | undefined =>
  decided.filter((one) => isCertificate(one) && hasName(one.names, names)).toSorted((a, b) => rankOf(a) - rankOf(b))[0];

/** What waits for a certificate that goes by one of these short names, in the order of arrival. */
const waitingFor = ({ decided }: SickLeaveState, names: ReadonlyArray<string>): ReadonlyArray<UseEvent> =>
  decided.flatMap(({ waiting }) =>
    waiting !== undefined && waiting.value.aliases.some((name) => names.includes(shortName(name))) ? [waiting] : [],
  );

/**
 * Everything that waited for a certificate, applied to it in the order of arrival.
 *
 * Shape: each application may bring further names, and with them further messages that wait.
 * Source: canonical model C1 and C4.1.
 */
export const awaitedBy = (state: SickLeaveState, message: DecidedMessage): ReadonlyArray<LaterEvent> => {
  const waiting = waitingFor(state, message.names ?? []);
  if (waiting.length === 0) return [];
  const certificate = { sickLeaveId: sickLeaveIdOf(message.archiveId), life: lifeOf(message) };
  const events = appliedInTurn(waiting, certificate);
  const next = events.reduce(evolveLater, state);
  const renamed = next.decided.find(({ archiveId }) => archiveId === message.archiveId);
  return renamed === undefined ? events : [...events, ...awaitedBy(next, renamed)];
};

/** Whether anything waits at all; asked for every certificate, so it looks at nothing else. */
export const isAnybodyWaiting = ({ decided }: SickLeaveState): boolean =>
  decided.some(({ outcome }) => outcome === "WAITING");

/** What a certificate's events free of those that waited for it. */
export const awaited = (
  events: ReadonlyArray<SickLeaveEvent>,
  state: SickLeaveState,
): ReadonlyArray<SickLeaveEvent> => {
  const next = events.reduce(evolve, state);
  const named = events.flatMap((event) => ("sickLeaveId" in event.value ? [event.value.sickLeaveId] : []));
  const message = certificateNamed(next, named.slice(0, 1));
  return message === undefined ? [] : awaitedBy(next, message);
};

/**
 * The certificate as one that a register of welfare's has brought already: no second one. The sender gets a receipt as for
 * any that stands; one that welfare refused is decided by the hub's own rules.
 *
 * Source: canonical model R5, the same certificate by two doors.
 */
export const knownFromWelfare = (
  { received, aliases, content }: RegisterCertificate,
  { decided }: SickLeaveState,
): SickLeaveEvent | undefined => {
  const message = decided.find(({ fromWelfare, names }) => fromWelfare === true && hasName(names, aliases));
  if (message === undefined || message.outcome === "REJECTED") return undefined;
  const reason = lifeOf(message).isDeleted ? "DELETED" : "ALIAS";
  const receipt = acceptance(content.case.envelope);
  return noted(received, { sickLeaveId: sickLeaveIdOf(message.archiveId), names: aliases, reason, receipt });
};

/** Everything that waits for a certificate that is there by now, as when two persons turn out to be one. */
export const waitedForInSickLeaves = (state: SickLeaveState): ReadonlyArray<LaterEvent> =>
  isAnybodyWaiting(state)
    ? state.decided.filter(isCertificate).reduce<ReadonlyArray<LaterEvent>>((told, { archiveId }) => {
        const now = told.reduce(evolveLater, state);
        const message = now.decided.find((one) => one.archiveId === archiveId);
        return message === undefined ? told : [...told, ...awaitedBy(now, message)];
      }, [])
    : [];
