import type { ReferralCase, ReferralConsentClass, ReferralSent, SharingConsentRecorded } from "@samvirke/contracts";
import type { ConsentNews } from "./consent-model.ts";
import type { ReferralEvent, ReferralNews, ReferralState, Settlement, WaitingEvent } from "./model.ts";
import { copyKeys, partyKeys, receiverKeys } from "./parties.ts";

export const initial: ReferralState = { decided: [], facts: [], settlements: [], consents: [] };

type Common = Pick<ReferralNews, "archiveId" | "referralId" | "names" | "madeAt" | "senderAliases">;

interface Told {
  readonly archiveId: string;
  readonly referralId: string;
  readonly aliases: ReadonlyArray<string>;
  readonly madeAt: number;
  readonly case: { readonly senderAliases: ReadonlyArray<string> };
}

const common = ({ archiveId, referralId, aliases, madeAt, case: shared }: Told): Common => ({
  archiveId,
  referralId,
  names: aliases,
  madeAt,
  senderAliases: shared.senderAliases,
});

const nobody: Pick<ReferralNews, "by" | "to" | "copies" | "contentKey" | "waiting"> = {
  by: [],
  to: [],
  copies: [],
  contentKey: null,
  waiting: null,
};

const receivers = (shared: ReferralCase): Pick<ReferralNews, "to" | "copies" | "contentKey"> => ({
  to: receiverKeys(shared.envelope),
  copies: copyKeys(shared.envelope),
  contentKey: shared.contentKey,
});

// A consent that is not stated says nothing, and neither does one in no list.
const statedIn = (consent: ReferralConsentClass): Pick<ReferralNews, "status"> =>
  consent === "NOT_STATED" || consent === "UNKNOWN" ? {} : { status: consent };

const waitingOf = (event: WaitingEvent): WaitingEvent | null => (event.value.ahead ? event : null);

const changeFact = (event: Extract<ReferralEvent, { readonly type: "ReferralChanged" }>): ReferralNews => ({
  ...common(event.value),
  ...nobody,
  ...receivers(event.value.case),
  ...statedIn(event.value.consent),
  kind: event.value.changeKind === "ADDITION" ? "ADDED" : "CHANGED",
  waiting: waitingOf(event),
});

const sentFact = (value: ReferralSent): ReferralNews => ({
  ...common(value),
  ...nobody,
  ...receivers(value.case),
  ...statedIn(value.consent),
  kind: "SENT",
});

const factOf = (event: ReferralEvent): ReferralNews | undefined => {
  switch (event.type) {
    case "ReferralSent":
      return sentFact(event.value);
    case "ReferralChanged":
      return changeFact(event);
    case "ReferralCancelled":
      return { ...common(event.value), ...nobody, kind: "CANCELLED", waiting: waitingOf(event) };
    case "EffortRecorded":
      return effortFact(event);
    default:
      return isStatus(event) ? statusFact(event) : undefined;
  }
};

type StatusEvent = Extract<
  ReferralEvent,
  { readonly type: "ReferralGranted" | "ReferralForwarded" | "ReferralDeclined" }
>;

const isStatus = (event: ReferralEvent): event is StatusEvent =>
  event.type === "ReferralGranted" || event.type === "ReferralForwarded" || event.type === "ReferralDeclined";

// A status that is in no list says nothing of where the referral stands, whether it is known or not.
const statusFact = (event: StatusEvent): ReferralNews | undefined => {
  const by = partyKeys(event.value.case.by);
  const base = { ...common(event.value), ...nobody, by, waiting: waitingOf(event) };
  switch (event.type) {
    case "ReferralGranted":
      return event.value.outcome === "UNKNOWN" ? undefined : { ...base, kind: "GRANTED" };
    case "ReferralForwarded":
      return { ...base, kind: "FORWARDED", to: partyKeys(event.value.case.to) };
    default:
      return { ...base, kind: "DECLINED" };
  }
};

// Waiting is no help yet: what a grant with a date adds says nothing of a start.
const effortFact = ({
  value,
}: Extract<ReferralEvent, { readonly type: "EffortRecorded" }>): ReferralNews | undefined => {
  const { kind, referralId, senderAliases } = value.case;
  if (referralId === null || kind === "WAITING") return undefined;
  const { archiveId, madeAt } = value;
  const told = { archiveId, referralId, aliases: [], madeAt, case: { senderAliases } };
  return { ...common(told), ...nobody, kind: value.closed ? "ENDED" : "STARTED" };
};

/** Whether a message has its outcome already. */
export const isDecided = ({ decided }: ReferralState, archiveId: string): boolean => decided.includes(archiveId);

// Receipts may arrive in any order; of two that say the same, the earlier one is kept.
const settled = (state: ReferralState, { messageId, outcome, settledAt }: Settlement): ReferralState => {
  const isSameAs = (one: Settlement): boolean => one.messageId === messageId && one.outcome === outcome;
  const known = state.settlements.find(isSameAs);
  if (known !== undefined && known.settledAt <= settledAt) return state;
  const others = state.settlements.filter((one) => !isSameAs(one));
  return { ...state, settlements: [...others, { messageId, outcome, settledAt }] };
};

const isSame = (a: ReferralNews, b: ReferralNews): boolean => a.archiveId === b.archiveId && a.kind === b.kind;

const withFact = (state: ReferralState, fact: ReferralNews | undefined): ReferralState => {
  if (fact === undefined) return state;
  const known = state.facts.findIndex((one) => isSame(one, fact));
  // What waited is told again under the referral's own id when that comes.
  const isNews = known < 0 || (state.facts[known]?.waiting !== null && fact.waiting === null);
  if (!isNews) return state;
  return { ...state, facts: [...state.facts.filter((one) => !isSame(one, fact)), fact] };
};

const isSameWord = (a: ConsentNews, b: ConsentNews): boolean =>
  a.archiveId === b.archiveId && a.status === b.status && a.madeAt === b.madeAt;

const newsOf = (value: SharingConsentRecorded): ConsentNews => ({
  archiveId: value.archiveId,
  referralId: value.referralId ?? "",
  names: value.aliases,
  madeAt: value.madeAt,
  status: value.status,
  counts: !value.ahead && !value.recordedOnly,
  waiting: value.ahead ? value : null,
});

const withConsent = (state: ReferralState, event: ReferralEvent): ReferralState => {
  if (event.type !== "SharingConsentRecorded") return state;
  const news = newsOf(event.value);
  const known = state.consents.find((one) => isSameWord(one, news));
  if (known !== undefined && (known.waiting === null || news.waiting !== null)) return state;
  return { ...state, consents: [...state.consents.filter((one) => one !== known), news] };
};

const archiveOf = (event: Exclude<ReferralEvent, { readonly type: "DeliverySettled" }>): string =>
  event.value.archiveId;

/** State after one more event; total, and the same event again changes nothing. */
export const evolve = (state: ReferralState, event: ReferralEvent): ReferralState => {
  if (event.type === "DeliverySettled") {
    const { receiverRole, ahead } = event.value;
    return ahead || receiverRole === "COPY" ? state : settled(state, event.value);
  }
  const archiveId = archiveOf(event);
  const decided = isDecided(state, archiveId) ? state.decided : [...state.decided, archiveId];
  return withFact(withConsent({ ...state, decided }, event), factOf(event));
};
