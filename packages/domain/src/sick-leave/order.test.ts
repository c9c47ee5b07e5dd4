import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "vitest";
import type { EmployerView } from "./employer-view.ts";
import { employerChanges, employerRows, evolveEmployerView, rowsOfEmployer } from "./employer-view.ts";
import { isCertificate } from "./evolve-later.ts";
import { lifeOf } from "./life.ts";
import type { SickLeaveCommand, SickLeaveEvent } from "./model.ts";
import type { StatedUse } from "./use-model.ts";
import { record, review, run, sawmill, tannery, tombstone, use, xml } from "./use.cases.ts";

const runs = Number(process.env["SAMVIRKE_HISTORIES"] ?? 400);

const kinds = ["SENT", "CONFIRMED", "SET_ASIDE", "EXPIRED", "OPEN", "DELETED"] as const satisfies ReadonlyArray<
  StatedUse["kind"]
>;

type Stream = ReadonlyArray<SickLeaveCommand>;

/** Statuses of one certificate: one topic, one key, so their own order holds. */
const statuses: fc.Arbitrary<Stream> = fc
  .array(fc.record({ kind: fc.constantFrom(...kinds), toTannery: fc.boolean() }), { maxLength: 7 })
  .map((all) =>
    all.map(({ kind, toTannery }, index) =>
      use(100 + index, kind, kind === "SENT" ? { employer: toTannery ? tannery : sawmill } : {}),
    ),
  );

interface Publishing {
  readonly contents: ReadonlyArray<string>;
  readonly outcomes: ReadonlyArray<"OK" | "INVALID">;
  readonly isRetracted: boolean;
}

// A register that revises and another that reviews would overwrite each other, so a history has one or the other.
const publishing: fc.Arbitrary<Publishing> = fc.oneof(
  fc.record({
    contents: fc.array(fc.constantFrom("nytt", "nyere"), { maxLength: 3 }),
    outcomes: fc.constant([]),
    isRetracted: fc.boolean(),
  }),
  fc.record({
    contents: fc.constant([]),
    outcomes: fc.array(fc.constantFrom("OK" as const, "INVALID" as const), { maxLength: 3 }),
    isRetracted: fc.boolean(),
  }),
);

const streamsOf = ({ contents, outcomes, isRetracted }: Publishing, hasXml: boolean): ReadonlyArray<Stream> => [
  hasXml ? [xml(1)] : [],
  [record(10), ...contents.map((work, index) => record(11 + index, { work })), ...(isRetracted ? [tombstone(20)] : [])],
  outcomes.map((status, index) => review(30 + index, status)),
];

/** Streams merged by chance: each keeps its own order, and nothing else does. */
const merged = (streams: ReadonlyArray<Stream>, picks: ReadonlyArray<number>): Stream => {
  const rest = streams.map((stream) => [...stream]);
  return picks.flatMap((pick) => {
    const open = rest.filter((stream) => stream.length > 0);
    const [next] = open[pick % Math.max(open.length, 1)]?.splice(0, 1) ?? [];
    return next === undefined ? [] : [next];
  });
};

/** Each message delivered one to three times: the repeats come at any later moment. */
const repeated = (messages: Stream, picks: ReadonlyArray<number>): Stream =>
  messages.flatMap((message, index) => {
    const earlier = messages[(picks[index] ?? 0) % (index + 1)];
    return (picks[index] ?? 0) % 3 === 0 && earlier !== undefined ? [message, earlier, message] : [message];
  });

const viewOf = (events: ReadonlyArray<SickLeaveEvent>): EmployerView => events.reduce(evolveEmployerView, []);

/** What has become of everything, whichever door the certificate came by first. */
const endOf = (messages: Stream) => {
  const { state, events } = run(...messages);
  const certificates = state.decided.filter(isCertificate);
  return {
    // Which register came last is not part of what became of the certificate.
    lives: certificates.map((one) => ({ ...lifeOf(one), recordKeys: [] })),
    outcomes: certificates.map(({ outcome }) => outcome),
    standing: certificates.map(({ certificate }) => certificate),
    // The first name is the stream's own.
    names: certificates.map(({ names }) => (names ?? []).slice(1).sort()),
    waiting: state.decided.filter(({ outcome }) => outcome === "WAITING").length,
    rows: employerRows(viewOf(events)).map(({ organisationNumber, work, remarks }) => ({
      organisationNumber,
      message: work.messageToEmployer,
      remarks,
    })),
  };
};

const history = fc.record({
  told: statuses,
  publishing,
  hasXml: fc.boolean(),
  picks: fc.array(fc.nat(999), { minLength: 30, maxLength: 30 }),
  repeats: fc.array(fc.nat(999), { minLength: 30, maxLength: 30 }),
});

test("the order of arrival does not matter, within what the wire allows", () =>
  fc.assert(
    fc.property(history, ({ told, publishing: published, hasXml, picks, repeats }) => {
      const streams = [...streamsOf(published, hasXml), told];
      const ideal = streams.flat();
      const actual = repeated(merged(streams, picks), repeats);
      assert.deepEqual(endOf(actual), endOf(ideal));
    }),
    { numRuns: runs },
  ));

test("no employer sees a certificate before it was sent, nor one that was sent to another", () =>
  fc.assert(
    fc.property(history, ({ told, publishing: published, hasXml, picks }) => {
      const messages = merged([...streamsOf(published, hasXml), told], picks);
      const sentTo = new Set<string>();
      for (const [index, message] of messages.entries()) {
        if (message.type === "RecordUse" && message.use.kind === "SENT")
          sentTo.add(message.use.employer?.organisationNumber ?? "");
        const view = viewOf(run(...messages.slice(0, index + 1)).events);
        for (const { organisationNumber } of employerRows(view)) assert.ok(sentTo.has(organisationNumber));
      }
    }),
    { numRuns: Math.min(runs, 1000) },
  ));

test("what the employers are told, put together, is what they see", () =>
  fc.assert(
    fc.property(history, ({ told, publishing: published, hasXml, picks }) => {
      const { events } = run(...merged([...streamsOf(published, hasXml), told], picks));
      const shown = new Map<string, unknown>();
      events.reduce<EmployerView>((before, event) => {
        const after = evolveEmployerView(before, event);
        for (const change of employerChanges(before, after)) {
          if (change.type === "SHOWN")
            shown.set(`${change.row.organisationNumber} ${change.row.certificateId}`, change.row);
          else assert.ok(shown.delete(`${change.organisationNumber} ${change.certificateId}`));
        }
        return after;
      }, []);
      assert.deepEqual([...shown.values()], [...employerRows(viewOf(events))]);
    }),
    { numRuns: runs },
  ));

test("each employer sees its own rows and no others", () =>
  fc.assert(
    fc.property(history, ({ told, publishing: published, hasXml, picks }) => {
      const view = viewOf(run(...merged([...streamsOf(published, hasXml), told], picks)).events);
      const parties = [sawmill.organisationNumber, tannery.organisationNumber, sawmill.legalUnit, ""];
      const seen = parties.map((party) => rowsOfEmployer(view, party));
      for (const [index, rows] of seen.entries())
        for (const row of rows) assert.equal(row.sent.employer?.organisationNumber, parties[index]);
      assert.equal(seen.flat().length, employerRows(view).length);
      assert.deepEqual(seen.slice(2).flat(), []);
    }),
    { numRuns: runs },
  ));
