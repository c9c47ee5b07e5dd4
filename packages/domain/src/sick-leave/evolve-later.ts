import { lifeAfter, lifeOf, standingAfter } from "./life.ts";
import type { DecidedMessage, SickLeaveState } from "./model.ts";
import { joinedNames, shortName } from "./names.ts";
import type { LaterEvent, UseEvent } from "./use-model.ts";
import { rulePeriod } from "./periods.ts";

const certificates: ReadonlyArray<DecidedMessage["outcome"]> = ["CERTIFIED", "REJECTED", "DUPLICATE", "DELETED"];

/** Whether a message is a certificate, whatever became of it. */
export const isCertificate = ({ outcome }: DecidedMessage): boolean => certificates.includes(outcome);

const isWaiting = (event: LaterEvent): event is UseEvent =>
  "standing" in event.value && event.value.standing === "WAITING";

const revisedStanding = (message: DecidedMessage, event: LaterEvent): DecidedMessage["certificate"] => {
  if (event.type !== "SickLeaveRevised") return message.certificate;
  const code = event.value.medical.mainDiagnosis?.code ?? null;
  return {
    outcome: "OK",
    remarks: [],
    use: "open",
    ...message.certificate,
    periods: event.value.work.periods.map(rulePeriod),
    ...(code === null ? {} : { mainDiagnosisCode: code }),
  };
};

const outcomeAfter = (message: DecidedMessage, event: LaterEvent): DecidedMessage["outcome"] => {
  if (event.type === "SickLeaveDeleted") return "DELETED";
  const stands =
    event.type === "SickLeaveRevised" || (event.type === "SickLeaveReviewed" && event.value.outcome !== "INVALID");
  return message.outcome === "REJECTED" && stands ? "CERTIFIED" : message.outcome;
};

/** A certificate after something has been said of it. */
const after = (message: DecidedMessage, event: LaterEvent): DecidedMessage => {
  const { certificate: _, ...rest } = message;
  const life = lifeAfter(lifeOf(message), event);
  const standing = standingAfter(revisedStanding(message, event), life);
  return {
    ...rest,
    outcome: outcomeAfter(message, event),
    ...(standing === undefined ? {} : { certificate: standing }),
    names: joinedNames(message.names ?? [], event.value.aliases),
    life,
  };
};

const teller = (archiveId: string, known: DecidedMessage | undefined, type: string): DecidedMessage => ({
  archiveId,
  outcome: "RECORDED",
  signer: [],
  told: [...(known?.told ?? []), type],
});

const awaited = (event: UseEvent): DecidedMessage => ({
  archiveId: event.value.archiveId,
  outcome: "WAITING",
  signer: [],
  waiting: event,
});

const isTold = (known: DecidedMessage | undefined, event: LaterEvent): boolean =>
  known !== undefined && (isCertificate(known) || known.told?.includes(event.type) === true);

/** State after an event that speaks of a certificate; the same event again changes nothing. */
export const evolveLater = (state: SickLeaveState, event: LaterEvent): SickLeaveState => {
  const { archiveId, sickLeaveId } = event.value;
  const known = state.decided.find((one) => one.archiveId === archiveId);
  if (isWaiting(event)) return known === undefined ? { decided: [...state.decided, awaited(event)] } : state;
  if (isTold(known, event)) return state;
  const own = shortName(sickLeaveId);
  const told = teller(archiveId, known, event.type);
  const others = state.decided.map((one) => {
    if (one === known) return told;
    return isCertificate(one) && one.names?.[0] === own ? after(one, event) : one;
  });
  return { decided: known === undefined ? [...others, told] : others };
};
