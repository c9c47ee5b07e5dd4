import type { PersonMerged } from "@samvirke/contracts";
import { dutiesIn, followUpPolicy2026, referralsOf } from "@samvirke/domain";
import { E, fold } from "@samvirke/kernel";
import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { commandsFor } from "../adapter/commands.ts";
import {
  at,
  dialogue,
  followUp,
  keyed,
  placeOf,
  planForm,
  receiptFor,
  record,
  referralXml,
  status,
  validation,
  welfareId,
} from "../adapter/documents.cases.ts";
import { day, depsFor, factsOf, print } from "../adapter/intake.cases.ts";
import type { Sent } from "../adapter/intake.cases.ts";
import { carry } from "./carry.ts";
import { causeOf, dueAfter, eventsOf, ground, intake } from "./decide.ts";
import type { Command, Event, PersonCommand, State } from "./model.ts";

const survivor = "0f0f0f0f-1111-4222-8333-444444444441";
const merged = "0f0f0f0f-1111-4222-8333-444444444442";
const last = "0f0f0f0f-1111-4222-8333-444444444443";
const archiveId = "0f0f0f0f-1111-5222-8333-444444444444";

const welfareDoor = { door: "WELFARE", stationReceivedAt: null, case: placeOf(null) } as const;
const nav = (bytes: Uint8Array, change: Sent["message"] = {}): Sent => at(bytes, { ...welfareDoor, ...change });

const about = (command: PersonCommand): Command => ({
  aggregate: "person",
  archiveId,
  receivedAt: Date.parse("2026-04-01T09:00:00Z"),
  policy: followUpPolicy2026,
  replies: undefined,
  command,
});

const end = (to = survivor, from = merged): Command =>
  about({ type: "EndStream", archiveId, survivor: to, merged: from });
const takeOver = (carried: ReadonlyArray<Event>, from = merged): Command =>
  about({ type: "TakeOver", archiveId, survivor, merged: from, carried });

/** A stream: its state, and what was told on it. */
interface Stream {
  readonly state: State;
  readonly events: ReadonlyArray<Event>;
}

const empty: Stream = { state: intake.initial, events: [] };

const meet = ({ state, events }: Stream, command: Command): Stream => {
  const before = ground(command, state);
  const next = eventsOf(command, before);
  return { state: fold(intake.evolve)(before, next), events: [...events, ...next] };
};

const isLink = ({ type }: Event): boolean => type === "PersonIdentityLinked";

/** What the survivor takes over: all but who is who. */
const carriedBy = ({ events }: Stream): ReadonlyArray<Event> => events.filter((event) => !isLink(event));

const commandsOf = async (sent: ReadonlyArray<Sent>): Promise<ReadonlyArray<Command>> =>
  (await commandsFor(depsFor(sent))(factsOf(sent))).map((command) => {
    assert.ok(E.isRight(command) && command.right);
    return command.right;
  });

const longer = { periods: [{ kind: "FULL" as const, from: day("2026-03-16"), to: day("2026-04-05") }] };

const everything = async (): Promise<ReadonlyArray<Sent>> => [
  nav(await record()),
  { bytes: print({ ...longer, messageId: "next", ediLogId: "log-2" }) },
  nav(status(welfareId, "BEKREFTET")),
  nav(validation(welfareId, "INVALID")),
  nav(keyed(welfareId, null), { kind: "TOMBSTONE" }),
  at(dialogue()),
  at(referralXml()),
  at(await receiptFor("nobody-knows")),
  at(planForm()),
  followUp("MEETING_CALLED"),
  followUp("ACTIVITY_ASSESSMENT"),
  followUp("SPELL_BIT"),
];

const byId = <A>(all: ReadonlyArray<A>, id: (one: A) => string): ReadonlyArray<A> =>
  all.toSorted((a, b) => (id(a) < id(b) ? -1 : 1));

const isGone = ({ facts }: State["followUp"], id: string): boolean =>
  Object.values(facts).some((fact) => fact.fact === "DELETED" && fact.id === id);

/** What is known of the human in the end, whichever way it came. */
const known = ({ sickLeave, referral, dialogue: talk, delivery, followUp: follow }: State) => ({
  certificates: byId(
    sickLeave.decided
      .filter(({ outcome }) => outcome !== "WAITING")
      .map(({ archiveId: id, outcome, life }) => ({ id, outcome, life })),
    ({ id }) => id,
  ),
  referrals: referralsOf(referral),
  messages: byId(talk.messages, ({ messageId }) => messageId),
  meetings: talk.meetings.map(({ meetingId, revisions }) => [meetingId, revisions.length]),
  waiting: delivery.waiting.map(({ archiveId: id }) => id),
  // What was said of a certificate that is gone counts no more, so its order against the removal leaves no trace.
  facts: Object.values(follow.facts)
    .filter((fact) => !("id" in fact && isGone(follow, fact.id)))
    .map((fact) => JSON.stringify(fact, Object.keys(fact).toSorted()))
    .toSorted(),
  duties: dutiesIn(follow, followUpPolicy2026)
    .map(({ kind, holder, since, due }) => `${kind} ${holder} ${since} ${due}`)
    .toSorted(),
  spells: follow.spells.map(({ spell, source }) => `${source} ${spell.start} ${spell.end}`).toSorted(),
});

describe("two persons who turn out to be one", () => {
  test("know in the end what one person would have known, however their messages were spread and whenever it is told", async () => {
    const commands = await commandsOf(await everything());
    const order = fc.shuffledSubarray([...commands.keys()], { minLength: commands.length });
    const history = fc.record({
      order,
      spread: fc.array(fc.boolean(), { minLength: commands.length, maxLength: commands.length }),
      mergeAt: fc.nat(commands.length),
      delay: fc.nat(4),
    });
    fc.assert(
      fc.property(history, ({ order: asked, spread, mergeAt, delay }) => {
        const all = asked.map((index) => commands[index]!);
        const ideal = all.reduce(meet, empty);
        const before = all.slice(0, mergeAt);
        const isMerged = (command: Command): boolean => spread[commands.indexOf(command)] === true;
        const ended = meet(before.filter(isMerged).reduce(meet, empty), end());
        const own = [...before.filter((one) => !isMerged(one)), ...all.slice(mergeAt)];
        const at = Math.min(own.length, before.filter((one) => !isMerged(one)).length + delay);
        const taken = takeOver(carriedBy(ended));
        const played = [...own.slice(0, at), taken, ...own.slice(at), taken].reduce(meet, empty);
        assert.deepEqual(known(played.state), known(ideal.state));
      }),
      { numRuns: 300 },
    );
  });

  test("are told of once on each stream", () => {
    const ended = [end(), end()].reduce(meet, empty);
    assert.deepEqual(
      ended.events.map(({ type, value }) => [type, "closes" in value && value.closes]),
      [["PersonIdentityLinked", true]],
    );
    const taken = [takeOver([]), takeOver([])].reduce(meet, empty);
    assert.deepEqual(
      taken.events.filter(isLink).map(({ value }) => "closes" in value && value.closes),
      [false],
    );
  });

  test("have ids of their own for what is told on each stream", () =>
    assert.equal(new Set([end(), takeOver([]), end(last, survivor), takeOver([], last)].map(causeOf)).size, 4));

  test("nothing falls due on a stream that has ended", async () => {
    const periods = [{ kind: "FULL" as const, from: day("2026-03-02"), to: day("2026-05-30") }];
    const [certificate] = await commandsOf([{ bytes: print({ periods }) }]);
    const due = dueAfter(followUpPolicy2026);
    const open = meet(empty, certificate!);
    assert.ok(due(open.state, day("2026-03-16")) !== undefined);
    assert.equal(due(meet(open, end()).state, day("2026-03-16")), undefined);
    assert.ok(due(meet(empty, takeOver(open.events)).state, day("2026-03-16")) !== undefined);
  });

  test("a stream that has ended passes on what it should have taken over", () => {
    const passed = [end(last, survivor), takeOver([])].reduce(meet, empty);
    const value = passed.events.at(-1)?.value;
    assert.ok(value && "closes" in value);
    assert.deepEqual([value.closes, value.survivingPersonId, value.mergedPersonId], [true, last, merged]);
  });

  test("word goes to the survivor's stream when the merged one has ended, and not before", () => {
    const wire = { archiveId, survivingPersonId: survivor, mergedPersonId: merged, basis: "REGISTER" as const };
    const linked = (more: object) => carry({ wire: { ...wire, ...more }, recordedAt: 7 } as never);
    const value: PersonMerged = { archiveId, receivedAt: 7, survivingPersonId: survivor, mergedPersonId: merged };
    assert.deepEqual(linked({ closes: true }), { to: survivor, value });
    assert.equal(linked({ closes: false }), undefined);
    assert.equal(linked({ closes: true, mergedPersonId: null }), undefined);
  });
});
