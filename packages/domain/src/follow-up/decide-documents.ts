import { absurd } from "@samvirke/kernel";
import type { KnownSpell } from "./duties/known-spell.ts";
import { ownSpells, spellChanges } from "./decide-spells.ts";
import type { Telling } from "./decide-spells.ts";
import { ofKind } from "./fact.ts";
import type {
  CallMeeting,
  FollowUpDocument,
  FollowUpEvent,
  FollowUpState,
  TakeSpellBits,
  TakeWelfareSpells,
  WelfareSpell,
} from "./model.ts";
import { factsOfOwn } from "./own-facts.ts";
import type { Spell } from "./spells/spell.ts";
import { factsOf, noteFacts } from "./state.ts";

type SpellDocument = TakeWelfareSpells | TakeSpellBits;

const called = (command: CallMeeting, state: FollowUpState): FollowUpEvent => {
  const { content, occasion } = command;
  const before = ofKind(factsOf(state), "MEETING_CALL").filter(({ id }) => id === content.meetingId);
  const value = { ...content, archiveId: occasion.archiveId, revision: before.length + 1 };
  return { type: "DialogueMeetingCalled", value };
};

const spellOf = (spell: WelfareSpell, content: TakeWelfareSpells["content"]): Spell => ({
  ...spell,
  employers: spell.employers.map((employer) => ({ employer, from: null, to: null, days: null })),
  // Welfare says only how it ends; until something says otherwise the absence counts as whole.
  whollyAway: spell.gradedAtEnd ? [] : [{ from: spell.start, to: spell.end }],
  repeatedAbsence: content.repeatedAbsence,
  absences: [{ from: spell.start, to: spell.end }],
  inputs: [],
});

const isNewer = (known: ReadonlyArray<KnownSpell>, at: number): boolean =>
  known.every(({ source, determinedAt }) => source === "HUB" || (determinedAt ?? 0) <= at);

const welfareSpells = (command: TakeWelfareSpells, state: FollowUpState): ReadonlyArray<FollowUpEvent> => {
  const { content, occasion } = command;
  if (!isNewer(state.spells, content.told.determinedAt)) return [];
  const telling: Telling = { occasion, source: "WELFARE", from: content.told };
  const own = content.spells.map((spell) => spellOf(spell, content));
  return spellChanges(state.spells, own, telling).map((value) => ({ type: "SpellDetermined", value }));
};

/** What a document tells that is an event of its own. */
const record = (command: Exclude<FollowUpDocument, CallMeeting | SpellDocument>): FollowUpEvent => {
  const { archiveId } = command.occasion;
  switch (command.type) {
    case "EndMeeting":
      return { type: "DialogueMeetingEnded", value: { ...command.content, archiveId } };
    case "RecordDecision":
      return { type: "FollowUpDecisionMade", value: { ...command.content, archiveId } };
    case "RecordPersonStatus":
      return { type: "PersonStatusChanged", value: { case: command.content, archiveId } };
    case "LinkIdentity":
      return { type: "PersonIdentityLinked", value: { ...command.content, archiveId } };
    default:
      return absurd(command);
  }
};

/** What the document itself says, as events; whether it is news is asked afterwards. */
const told = (command: FollowUpDocument, state: FollowUpState): ReadonlyArray<FollowUpEvent> => {
  switch (command.type) {
    case "CallMeeting":
      return [called(command, state)];
    case "TakeWelfareSpells":
      return welfareSpells(command, state);
    case "TakeSpellBits":
      return ownSpells(state, command.occasion, command.content);
    default:
      return [record(command)];
  }
};

// What the hub knows already by another door says nothing new; a document without facts is always told.
const isNews = (state: FollowUpState, event: FollowUpEvent): boolean => {
  const facts = event.type === "SpellDetermined" ? [] : factsOfOwn(event);
  return facts.length === 0 || noteFacts(state, facts) !== state;
};

/** The events of one document of welfare's; none when it was taken before, or says what is known. */
export const documentEvents = (command: FollowUpDocument, state: FollowUpState): ReadonlyArray<FollowUpEvent> =>
  state.taken.includes(command.occasion.archiveId) ? [] : told(command, state).filter((event) => isNews(state, event));
