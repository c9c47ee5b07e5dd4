import type { ViewChanged } from "@samvirke/contracts";
import type { ReferralsMoved } from "@samvirke/domain";
import {
  caseOf,
  drop,
  grants,
  kept,
  moveReferrals,
  put,
  referralEventRow,
  referralRow,
  referralStateRow,
  sealedParts,
  shown,
} from "@samvirke/domain";
import type { Projected, RowChange } from "@samvirke/kernel";
import type { Known, Memory, PartyAlias } from "./model.ts";
import { nothing } from "./model.ts";
import { joined, receiversOf } from "./parties.ts";

type Step = Known<
  | "ReferralSent"
  | "ReferralChanged"
  | "ReferralCancelled"
  | "ReferralGranted"
  | "ReferralForwarded"
  | "ReferralDeclined"
  | "EffortRecorded"
  | "DeliverySettled"
>;
type Said = Exclude<Step, { readonly type: "EffortRecorded" | "DeliverySettled" }>;
type Remembering = Projected<ViewChanged> & { readonly state: Memory };

const view = "referrals";

const isContent = (fact: Step): fact is Known<"ReferralSent" | "ReferralChanged"> =>
  fact.type === "ReferralSent" || fact.type === "ReferralChanged";

const senderOf = (fact: Said): ReadonlyArray<string> => caseOf(fact)?.senderAliases ?? [];

const isKnownBy = (aliases: ReadonlyArray<string>, known: ReadonlyArray<string>): boolean =>
  aliases.some((alias) => known.includes(alias));

type Naming = ReadonlyArray<string>;

// Whoever sends a referral says whom it is for; a change that comes first does too, until the referral is there.
const byContent = (fact: Known<"ReferralSent" | "ReferralChanged">, known: Naming, alias: PartyAlias): Naming => {
  const shared = caseOf(fact);
  if (shared === undefined) return [];
  const mayName = fact.type === "ReferralSent" || known.length === 0 || isKnownBy(shared.senderAliases, known);
  return mayName ? joined(shared.senderAliases, receiversOf(shared.envelope, alias)) : [];
};

/** The parties that a message adds: those that content names, and where one of them forwards it, the new receiver. */
const named = (fact: Said, known: Naming, alias: PartyAlias): Naming => {
  if (isContent(fact)) return byContent(fact, known, alias);
  if (fact.type === "ReferralForwarded") return isKnownBy(senderOf(fact), known) ? (caseOf(fact)?.toAliases ?? []) : [];
  // Whoever cancels what is not known yet sees that it waits; anybody else's word on it opens nothing.
  return fact.type === "ReferralCancelled" && known.length === 0 ? senderOf(fact) : [];
};

const stateRows = (fact: Step, { changed, gone }: ReferralsMoved): ReadonlyArray<RowChange> => [
  ...gone.flatMap((id) =>
    ["referral", "referral_party", "referral_event"].map((table) => drop(table, { referral_id: id })),
  ),
  ...changed.map((one) => referralStateRow(fact.personId, one)),
];

const stateChanges = (
  fact: Step,
  { changed }: ReferralsMoved,
  parties: Memory["parties"],
): ReadonlyArray<ViewChanged> =>
  changed.map(({ referralId, status, ball }) =>
    shown(fact, { view, keyId: referralId, parties: parties[referralId] ?? [], columns: { status, ball } }),
  );

const counts = (fact: Said, { standing }: ReferralsMoved): boolean =>
  standing.some(({ referralId, content }) => referralId === fact.wire.referralId && content[0] === fact.wire.archiveId);

const saidRows = (fact: Said, moved: ReferralsMoved, parties: ReadonlyArray<string>): ReadonlyArray<RowChange> => [
  ...(isContent(fact) && counts(fact, moved) ? [referralRow(fact)] : []),
  referralEventRow(fact),
  ...grants("referral_party", { referral_id: fact.wire.referralId }, parties),
];

const saidChange = (fact: Said, parties: ReadonlyArray<string>): ViewChanged =>
  shown(fact, {
    view,
    keyId: fact.wire.referralId,
    parties,
    columns: { event: fact.type },
    sealed: sealedParts(fact),
  });

const without = (parties: Memory["parties"], gone: ReadonlyArray<string>): Memory["parties"] =>
  Object.fromEntries(Object.entries(parties).filter(([id]) => !gone.includes(id)));

/** Something was said of a referral: its state moves, and its parties are told what was said. */
export const saidOfReferral = (fact: Said, memory: Memory, alias: PartyAlias): Remembering => {
  if (fact.content.state !== "Open") return { ...nothing, state: memory };
  const { referralId } = fact.wire;
  const moved = moveReferrals(memory.referrals, fact);
  const before = memory.parties[referralId] ?? [];
  const after = joined(before, named(fact, before, alias));
  const parties = { ...without(memory.parties, moved.gone), [referralId]: after };
  return {
    rows: [...stateRows(fact, moved), ...saidRows(fact, moved, after)],
    changes: [...stateChanges(fact, moved, parties), saidChange(fact, after)],
    state: { referrals: moved.state, parties },
  };
};

/** A receipt came, or an effort began or ended: the referral's state may move. */
export const movedReferral = (fact: Known<"EffortRecorded" | "DeliverySettled">, memory: Memory): Remembering => {
  const moved = moveReferrals(memory.referrals, fact);
  return {
    rows: stateRows(fact, moved),
    changes: stateChanges(fact, moved, memory.parties),
    state: { ...memory, referrals: moved.state },
  };
};

/** A copy or a repeat that changes nothing, for whoever it names. */
export const copied = (fact: Known<"ReferralCopied">, alias: PartyAlias): Projected<ViewChanged> => {
  const shared = caseOf(fact);
  if (shared === undefined) return nothing;
  const { archiveId, referralId, copyKind, madeAt } = fact.wire;
  const key = { archive_id: archiveId };
  const parties = joined(shared.senderAliases, receiversOf(shared.envelope, alias));
  const columns = { person_id: fact.personId, referral_id: referralId, copy_kind: copyKind, made_at: madeAt };
  return {
    rows: [put("referral_copy", key, { ...columns, ...kept(fact) }), ...grants("referral_copy_party", key, parties)],
    changes: [shown(fact, { view: "referral-copies", keyId: archiveId, parties, sealed: sealedParts(fact) })],
  };
};
