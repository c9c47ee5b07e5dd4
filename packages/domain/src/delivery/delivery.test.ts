import type { DeliverySettled, ReceiptParty } from "@samvirke/contracts";
import { E, fold } from "@samvirke/kernel";
import { specification } from "@samvirke/testing";
import fc from "fast-check";
import assert from "node:assert/strict";
import { test } from "vitest";
import { archive, at, code, received } from "../sick-leave/certificate.cases.ts";
import { delivery } from "./decide.ts";
import { outgoingFacts, settledFacts } from "./facts.ts";
import type {
  DeliveryCommand,
  DeliveryEvent,
  DeliveryState,
  MeetReceipts,
  Outgoing,
  PassTime,
  ReceiptContent,
  TakeReceipt,
} from "./model.ts";
import { outcomeFor } from "./state.ts";

const her = (value: string) => ({ value, type: code("HER") });
const outgoing: Outgoing = {
  messageId: archive(50),
  names: ["own-50"],
  sentAt: at("2026-03-02T12:00:00Z"),
  awaited: true,
  addressees: [
    {
      role: "MAIN",
      receiver: { name: "Legehuset", identifiers: [her("258521"), { value: "999977773", type: code("ENH") }] },
    },
    { role: "COPY", receiver: { name: "Klinikken", identifiers: [her("8094870")] } },
  ],
};
const sent: DeliveryEvent = { type: "MessageSentOut", value: outgoing };

const party = (value: string | null, role: string | null = null): ReceiptParty => ({
  role: role === null ? null : code(role),
  units: value === null ? [] : [{ level: "INSTITUTION", type: null, name: null, identifiers: [her(value)] }],
  speciality: null,
  address: null,
  cityDistrict: null,
  teleAddresses: [],
});

const receipt = (
  status: ReceiptContent["status"],
  from: ReceiptParty | null,
  ...errorCodes: ReadonlyArray<string>
): ReceiptContent => ({
  format: "APPREC_1_0",
  status,
  errorCodes,
  content: {
    answeredBy: from,
    answeredTo: null,
    receiptId: "r",
    messageType: null,
    migVersion: null,
    generatedAtText: null,
    generatedAt: null,
    softwareName: null,
    softwareVersion: null,
    status: null,
    errors: [],
    originalType: null,
    originalIssuedText: null,
    originalId: "x",
  },
  findings: [],
});

const take = (n: number, content: ReceiptContent, answers: string | null = outgoing.messageId): TakeReceipt => ({
  type: "TakeReceipt",
  received: { ...received, archiveId: archive(n) },
  answers,
  receipt: content,
});
const hours = (after: number): PassTime => ({
  type: "PassTime",
  at: outgoing.sentAt + after * 3_600_000,
  receiptHours: 96,
});

const settledBy = (
  command: DeliveryCommand,
  ...history: ReadonlyArray<DeliveryEvent>
): ReadonlyArray<DeliverySettled> => {
  const events = delivery.decide(command, fold(delivery.evolve)(delivery.initial, history));
  return (E.isRight(events) ? events.right : []).flatMap((event) =>
    event.type === "DeliverySettled" ? [event.value] : [],
  );
};
const asEvents = (settled: ReadonlyArray<DeliverySettled>): ReadonlyArray<DeliveryEvent> =>
  settled.map((value) => ({ type: "DeliverySettled", value }));
const told = (settled: ReadonlyArray<DeliverySettled>) =>
  settled.map(({ outcome, receiverRole, receiverIndex }) => `${outcome} ${receiverRole} ${receiverIndex}`);

const told1 = ({ outcome, receiverRole, receiverIndex, routeClosed }: DeliverySettled): string =>
  `${outcome} ${receiverRole} ${receiverIndex} ${routeClosed ? "closed" : ""}`;

const given = specification(delivery);

test("each receiver's receipt settles its own delivery, found by any of its identifiers", () => {
  assert.deepEqual(told(settledBy(take(1, receipt("OK", party("258.521"))), sent)), ["OK MAIN 0"]);
  assert.deepEqual(told(settledBy(take(1, receipt("OK", party("8094870"))), sent)), ["OK COPY 1"]);
});

test("one that names itself otherwise is known by its role, else it is the main receiver's", () => {
  assert.deepEqual(told(settledBy(take(1, receipt("PARTIAL", party("1", "COP"))), sent)), ["PARTIAL COPY 1"]);
  assert.deepEqual(told(settledBy(take(1, receipt("OK", party("1", "PRIM"))), sent)), ["OK MAIN 0"]);
  assert.deepEqual(told(settledBy(take(1, receipt("OK", null)), sent)), ["OK MAIN 0"]);
});

test("a second receipt of the same receiver is ignored, whatever it says", () => {
  const first = asEvents(settledBy(take(1, receipt("OK", party("258521"))), sent));
  given(sent, ...first)
    .when(take(2, receipt("REFUSED", party("258521"), "X99")))
    .thenNothing();
  assert.deepEqual(told(settledBy(take(3, receipt("OK", party("8094870"))), sent, ...first)), ["OK COPY 1"]);
});

test("a receipt that names nothing yields no event", () => {
  given(sent)
    .when(take(1, receipt("OK", null), null))
    .thenNothing();
});

const meet: MeetReceipts = { type: "MeetReceipts", outgoing };

test.each([
  ["the hub's id", archive(50)],
  ["the id on the wire", "own-50"],
])("a receipt that names its message by %s and comes before it waits, and is applied when it comes", (_, name) => {
  const early = settledBy(take(1, receipt("REFUSED", party("8094870"), "E21"), name));
  assert.deepEqual(
    early.map(({ ahead, outcome, routeClosed }) => [ahead, outcome, routeClosed]),
    [[true, "REFUSED", false]],
  );
  assert.deepEqual(settledBy(meet, ...asEvents(early)).map(told1), ["REFUSED COPY 1 closed"]);
  given(...asEvents(early))
    .when(take(1, receipt("REFUSED", party("8094870"), "E21"), name))
    .thenNothing();
});

test("what waited ends in the same state as what came in order, and is applied once", () => {
  const command = take(1, receipt("OK", party("258521")), "own-50");
  const early = asEvents(settledBy(command));
  const applied = asEvents(settledBy(meet, ...early));
  const late = fold(delivery.evolve)(delivery.initial, [...early, sent, ...applied]);
  assert.deepEqual(late, fold(delivery.evolve)(delivery.initial, [sent, ...asEvents(settledBy(command, sent))]));
  assert.deepEqual(settledBy(meet, ...early, sent, ...applied), []);
});

test("of two receipts of one receiver that waited the first settles; another message frees neither", () => {
  const early = [1, 2].flatMap((n) =>
    asEvents(settledBy(take(n, receipt(n === 1 ? "OK" : "REFUSED", party("258521")), "own-50"))),
  );
  assert.deepEqual(settledBy(meet, ...early).map(told1), ["OK MAIN 0 "]);
  const other = { ...outgoing, messageId: archive(51), names: ["own-51"] };
  assert.deepEqual(settledBy({ ...meet, outgoing: other }, ...early), []);
});

test("a refusal with E21 closes the route, another does not, nor does E21 beside an OK", () => {
  const [closed] = settledBy(take(1, receipt("REFUSED", party("258521"), "X99", "E21")), sent);
  assert.equal(closed?.routeClosed, true);
  const state = fold(delivery.evolve)(delivery.initial, [sent, ...asEvents(closed ? [closed] : [])]);
  assert.deepEqual(state.closedRoutes, ["HER 258521"]);
  assert.equal(settledBy(take(1, receipt("REFUSED", null, "X99")), sent)[0]?.routeClosed, false);
  assert.equal(settledBy(take(1, receipt("OK", null, "E21")), sent)[0]?.routeClosed, false);
});

test("no receipt in 96 hours is overdue for each receiver that is silent, once", () => {
  assert.deepEqual(settledBy(hours(95.9), sent), []);
  assert.deepEqual(told(settledBy(hours(96), sent)), ["OVERDUE MAIN 0", "OVERDUE COPY 1"]);
  const main = asEvents(settledBy(take(1, receipt("OK", party("258521"))), sent));
  const late = settledBy(hours(200), sent, ...main);
  assert.deepEqual(told(late), ["OVERDUE COPY 1"]);
  assert.deepEqual(settledBy(hours(300), sent, ...main, ...asEvents(late)), []);
});

test("a receipt after the time-out is recorded too, and is the last word", () => {
  const late = asEvents(settledBy(hours(96), sent));
  const [ok] = settledBy(take(1, receipt("OK", party("258521"))), sent, ...late);
  assert.deepEqual([ok?.outcome, ok?.wasOverdue], ["OK", true]);
  const state = fold(delivery.evolve)(delivery.initial, [sent, ...late, ...asEvents(ok ? [ok] : [])]);
  assert.equal(outcomeFor(state, outgoing.messageId, 0), "OK");
  assert.equal(outcomeFor(state, outgoing.messageId, 1), "OVERDUE");
});

test("a status in no list settles nothing and is told once, to nobody", () => {
  const command = take(1, receipt("UNKNOWN", party("258521")));
  const events = delivery.decide(command, fold(delivery.evolve)(delivery.initial, [sent]));
  assert.ok(E.isRight(events));
  assert.deepEqual(
    events.right.map(({ type }) => type),
    ["MessageRefused"],
  );
  given(sent, ...events.right)
    .when(command)
    .thenNothing();
  assert.deepEqual(settledBy(hours(96), sent, ...events.right).length, 2);
});

test("the duty RECEIPT is opened for each receiver and closed by its receipt, not by the time-out", () => {
  assert.deepEqual(
    outgoingFacts(outgoing).map(({ receiver }) => receiver),
    ["HER 258521", "HER 8094870"],
  );
  const [ok] = settledBy(take(1, receipt("OK", party("258.521"))), sent);
  assert.ok(ok);
  assert.deepEqual(
    settledFacts(ok).map(({ id, receiver }) => [id, receiver]),
    [[outgoing.messageId, "HER 258521"]],
  );
  assert.deepEqual(settledBy(hours(96), sent).flatMap(settledFacts), []);
});

const commands = fc.array(
  fc.oneof(
    fc
      .record({
        n: fc.integer({ min: 1, max: 6 }),
        from: fc.constantFrom("258521", "8094870", "1"),
        status: fc.constantFrom("OK" as const, "PARTIAL" as const, "REFUSED" as const, "UNKNOWN" as const),
      })
      .map(({ n, from, status }) => take(n, receipt(status, party(from), "E21"))),
    fc.integer({ min: 0, max: 200 }).map(hours),
  ),
  { maxLength: 12 },
);

const decided = (command: TakeReceipt | PassTime, state: DeliveryState): ReadonlyArray<DeliveryEvent> => {
  const events = delivery.decide(command, state);
  return E.isRight(events) ? events.right : [];
};

test("deciding again after its own events yields nothing, and each receiver has at most one receipt", () =>
  fc.assert(
    fc.property(commands, (list) => {
      const events = list.reduce<ReadonlyArray<DeliveryEvent>>(
        (history, command) => {
          const state = fold(delivery.evolve)(delivery.initial, history);
          const next = [...history, ...decided(command, state)];
          assert.deepEqual(decided(command, fold(delivery.evolve)(delivery.initial, next)), []);
          return next;
        },
        [sent],
      );
      for (const index of [0, 1]) {
        const own = events.flatMap((event) =>
          event.type === "DeliverySettled" && event.value.receiverIndex === index ? [event.value.outcome] : [],
        );
        assert.ok(own.filter((outcome) => outcome !== "OVERDUE").length <= 1);
        assert.ok(own.filter((outcome) => outcome === "OVERDUE").length <= 1);
      }
    }),
    { numRuns: Number(process.env["SAMVIRKE_HISTORIES"] ?? 200) },
  ));

test("what is known does not depend on the order of events, nor on how often they come", () =>
  fc.assert(
    fc.property(commands, fc.infiniteStream(fc.nat()), (list, picks) => {
      const events = list.reduce<ReadonlyArray<DeliveryEvent>>(
        (history, command) => [...history, ...decided(command, fold(delivery.evolve)(delivery.initial, history))],
        [sent],
      );
      const shuffled = [...picks.take(events.length * 2)].flatMap((pick) => events[pick % events.length] ?? []);
      const [a, b] = [events, [...shuffled, ...events]].map((all) => fold(delivery.evolve)(delivery.initial, all));
      for (const index of [0, 1]) {
        assert.equal(
          outcomeFor(a as DeliveryState, outgoing.messageId, index),
          outcomeFor(b as DeliveryState, outgoing.messageId, index),
        );
      }
      assert.deepEqual([...(a?.closedRoutes ?? [])].sort(), [...(b?.closedRoutes ?? [])].sort());
    }),
    { numRuns: Number(process.env["SAMVIRKE_HISTORIES"] ?? 200) },
  ));
