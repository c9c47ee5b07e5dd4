import type { Finding, ReferralConsentClass, SharingConsentRecorded } from "@samvirke/contracts";
import { fold } from "@samvirke/kernel";
import { madeAt } from "./content-events.ts";
import type { ConsentNews, StatedConsent } from "./consent-model.ts";
import type { ReferralCommand, ReferralContentEvent, ReferralEvent, ReferralNews, ReferralState } from "./model.ts";
import { allNames, referralIdOf } from "./names.ts";
import { meet } from "./parties.ts";
import { evolve } from "./state.ts";
import { factsOf, referralNamed } from "./view.ts";

type Status = SharingConsentRecorded["status"];
type Events = ReadonlyArray<ReferralEvent>;

// Of two words of the same moment the stricter one counts.
const strictness: Readonly<Record<Status | ReferralConsentClass, number>> = {
  GIVEN: 0,
  NOT_REQUIRED: 0,
  ANSWER_TO_CONSENTED_REQUEST: 0,
  UNKNOWN: 1,
  NOT_STATED: 1,
  REFUSED: 2,
  WITHDRAWN: 3,
};

interface Word {
  readonly madeAt: number;
  readonly status: Status | ReferralConsentClass;
}

const inOrder = (a: Word, b: Word): number => a.madeAt - b.madeAt || strictness[a.status] - strictness[b.status];

const opens = ({ status }: Word): boolean => strictness[status] === 0;

const isStated = (word: ReferralNews): word is ReferralNews & Word => "status" in word;

const ofReferral = ({ referralId }: ReferralNews, state: ReferralState): ReadonlyArray<ConsentNews> =>
  state.consents.filter((one) => one.referralId === referralId && one.waiting === null);

const wordsOn = (known: ReferralNews, state: ReferralState): ReadonlyArray<Word> => [
  ...ofReferral(known, state).filter(({ counts }) => counts),
  ...factsOf(state, known).filter(isStated),
];

const notTheSender: Finding = { path: "Sender", rule: "CONSENT_OF_ANOTHERS_REFERRAL" };
const unclear: Finding = { path: "Consent", rule: "CONSENT_UNCLEAR" };
const outdated: Finding = { path: "", rule: "CONSENT_OUTDATED" };

/** What takes the effect from a word: whoever did not send the referral may close it, but not open it. */
const hindrances = (
  word: SharingConsentRecorded,
  known: ReferralNews | undefined,
  state: ReferralState,
): ReadonlyArray<Finding> => {
  // Silence is neither a consent nor the end of one.
  if (word.status === "UNKNOWN") return [unclear];
  if (known === undefined) return [];
  return [
    ...(opens(word) && !meet(word.case.senderAliases, known.senderAliases) ? [notTheSender] : []),
    ...(wordsOn(known, state).some((one) => inOrder(one, word) > 0) ? [outdated] : []),
  ];
};

const placed = (word: SharingConsentRecorded, state: ReferralState): SharingConsentRecorded => {
  const known = referralNamed(state, word.aliases);
  const hindered = hindrances(word, known, state);
  const findings = [...word.case.findings, ...hindered];
  return {
    ...word,
    referralId: known?.referralId ?? word.referralId,
    ahead: known === undefined,
    recordedOnly: hindered.length > 0,
    warnings: findings.length,
    case: { ...word.case, findings },
  };
};

const unplaced = { conversationId: null, ahead: false, recordedOnly: false, warnings: 0 } as const;

const written = (command: ReferralCommand, { status, ...content }: StatedConsent): SharingConsentRecorded => {
  const { received, names } = command;
  const { archiveId, receivedAt, sender, senderAliases } = received;
  const isReferral = command.type === "RegisterReferral";
  return {
    ...unplaced,
    archiveId,
    referralId: referralIdOf(names, archiveId),
    aliases: allNames(names),
    receivedAt,
    madeAt: isReferral ? madeAt(command) : (received.envelope?.generatedAt ?? receivedAt),
    status,
    case: {
      ...content,
      scope: "UNKNOWN",
      statedBy: sender,
      senderAliases,
      findings: command.type === "RecordSharingConsent" ? command.findings : [],
    },
  };
};

const untaken: ReadonlySet<ReferralEvent["type"]> = new Set(["MessageRefused", "ReferralCopied"]);

const ownWords = (command: ReferralCommand, told: Events): ReadonlyArray<SharingConsentRecorded> =>
  told.some(({ type }) => untaken.has(type)) ? [] : (command.consents ?? []).map((one) => written(command, one));

const isContent = (event: ReferralEvent): event is ReferralContentEvent =>
  event.type === "ReferralSent" || event.type === "ReferralChanged";

const statuses: Partial<Record<ReferralConsentClass, Status>> = {
  GIVEN: "GIVEN",
  NOT_REQUIRED: "NOT_REQUIRED",
  ANSWER_TO_CONSENTED_REQUEST: "ANSWER_TO_CONSENTED_REQUEST",
  REFUSED: "REFUSED",
};

const statedBy = (value: ReferralContentEvent["value"], status: Status): SharingConsentRecorded => {
  const { archiveId, referralId, aliases, receivedAt, madeAt: at, case: shared } = value;
  const [stated] = shared.consents;
  return {
    ...unplaced,
    archiveId,
    referralId,
    aliases,
    receivedAt,
    madeAt: at,
    status,
    case: {
      on: stated?.on?.day ?? null,
      givenBy: "UNKNOWN",
      scope: "UNKNOWN",
      legalBasis: shared.cooperation?.legalBasis ?? null,
      statedBy: shared.sender,
      senderAliases: shared.senderAliases,
      findings: [],
    },
  };
};

// What the referral states counts by itself until something is recorded of it; from then on the last word is recorded.
const contested = (event: ReferralEvent, state: ReferralState): ReadonlyArray<SharingConsentRecorded> => {
  if (!isContent(event)) return [];
  const status = statuses[event.value.consent];
  const known = referralNamed(state, event.value.aliases);
  if (status === undefined || known === undefined || !ofReferral(known, state).some(({ counts }) => counts)) return [];
  const word = statedBy(event.value, status);
  return hindrances(word, known, state).length > 0 ? [] : [word];
};

const isMet =
  (state: ReferralState) =>
  ({ names }: ConsentNews): boolean =>
    referralNamed(state, names) !== undefined;

const waited = (state: ReferralState): ReadonlyArray<SharingConsentRecorded> =>
  state.consents.filter(isMet(state)).flatMap(({ waiting }) => waiting ?? []);

interface Telling {
  readonly state: ReferralState;
  readonly events: Events;
}

const tell = ({ state, events }: Telling, word: SharingConsentRecorded): Telling => {
  const event: ReferralEvent = { type: "SharingConsentRecorded", value: placed(word, state) };
  return { state: evolve(state, event), events: [...events, event] };
};

/**
 * What is recorded of the person's consent beside a message's own events: what it says itself, what waited for the referral
 * that has now come, and what a referral states after something was recorded of it.
 *
 * Shape:  of all words on one referral, the last event without `recordedOnly` is the last one made, whatever the order of arrival.
 * Source: canonical model B3, C4.1.
 */
export const consentsBy = (command: ReferralCommand, before: ReferralState, told: Events): Events => {
  const state = fold(evolve)(before, told);
  const own = [...waited(state), ...ownWords(command, told)].toSorted(inOrder);
  const next = own.reduce(tell, { state, events: [] });
  const stated = (command.consents ?? []).length > 0 ? [] : told.flatMap((event) => contested(event, next.state));
  return stated.toSorted(inOrder).reduce(tell, next).events;
};
