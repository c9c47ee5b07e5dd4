import { factOf, loadCatalogue, loadSample } from "@samvirke/contracts";
import type { ContractName, Contracts } from "@samvirke/contracts";
import type { RowChange } from "@samvirke/kernel";
import { expect, test } from "vitest";
import type { Memory } from "./projection.ts";
import { blank, project } from "./projection.ts";

const catalogue = loadCatalogue();
const sample = <N extends ContractName>(name: N): Contracts[N] => loadSample(catalogue, name, "full");
const [sender, receiver, copy, next, stranger] = ["sender", "her 1", "her 2", "next", "stranger"] as const;
const alias = (type: string, value: string): string => `${type} ${value}`.toLowerCase();

const her = (value: string) => [{ value, type: { system: null, code: "HER", text: null, originalText: null } }];
const organisation = (value: string) => ({
  name: null,
  type: null,
  identifiers: her(value),
  address: null,
  contactPoints: [],
  healthcareProfessional: null,
});

const referral = sample("ReferralSent");
const envelope = {
  ...referral.case.envelope,
  receiver: { comMethod: null, organisations: [organisation("1")] },
  otherReceivers: [
    {
      comMethod: null,
      role: null,
      organisations: [organisation("2")],
      patient: null,
      person: null,
      healthcareProfessional: null,
    },
  ],
};

const archive = (index: number): string => `0000000${index}-0000-5000-8000-000000000000`;

const sent = factOf("ReferralSent", {
  ...referral,
  archiveId: archive(1),
  cancelledAhead: false,
  resent: false,
  case: { ...referral.case, senderAliases: [sender], envelope },
});

type Status = "ReferralGranted" | "ReferralForwarded" | "ReferralDeclined" | "ReferralCancelled";
const said = <N extends Status>(type: N, by: string, more: object = {}, part: object = {}) => {
  const value = sample(type);
  return factOf(type, {
    ...value,
    archiveId: archive(2),
    referralId: referral.referralId,
    aliases: referral.aliases,
    madeAt: referral.madeAt + 1,
    ahead: false,
    recordedOnly: false,
    ...more,
    case: { ...value.case, senderAliases: [by], ...part },
  } as Contracts[N]);
};

interface Done {
  readonly memory: Memory;
  readonly rows: ReadonlyArray<RowChange>;
  readonly changes: ReadonlyArray<{ readonly parties: ReadonlyArray<string> }>;
}

const fold = (...facts: ReadonlyArray<ReturnType<typeof factOf>>): Done =>
  facts.reduce<Done>(
    (before, fact) => {
      const { rows, changes, state = before.memory } = project(alias)(fact as never, before.memory);
      return { memory: state, rows: [...before.rows, ...rows], changes: [...before.changes, ...changes] };
    },
    { memory: blank, rows: [], changes: [] },
  );

const parties = ({ rows }: Done): ReadonlyArray<unknown> => [
  ...new Set(rows.flatMap((row) => (row.table === "referral_party" && row.op === "upsert" ? [row.key["party"]] : []))),
];

const state = ({ rows }: Done): unknown =>
  Object.assign({}, ...rows.flatMap((row) => (row.table === "referral" && "columns" in row ? [row.columns] : [])));

test("a referral is seen by its sender, its receiver and whoever gets a copy", () => {
  const done = fold(sent);
  expect(parties(done)).toEqual([sender, receiver, copy]);
  expect(state(done)).toMatchObject({ status: "sent", ball: "RECEIVER_SYSTEM", consent: referral.consent });
  for (const change of done.changes) expect(change.parties).toEqual([sender, receiver, copy]);
});

test("what a stranger says of a referral opens it to no one", () => {
  const forward = said("ReferralForwarded", stranger, {}, { to: [], toAliases: [stranger] });
  const change = factOf("ReferralChanged", {
    ...sample("ReferralChanged"),
    referralId: referral.referralId,
    archiveId: archive(3),
    case: { ...referral.case, senderAliases: [stranger], envelope },
  });
  for (const fact of [forward, change, said("ReferralCancelled", stranger)])
    expect(parties(fold(sent, fact))).not.toContain(stranger);
});

test("who is forwarded to by a receiver sees the referral", () => {
  const forward = said("ReferralForwarded", receiver, {}, { to: [], toAliases: [next] });
  const done = fold(sent, forward);
  expect(parties(done)).toContain(next);
  expect(state(done)).toMatchObject({ status: "forwarded", ball: "NEW_RECEIVER" });
});

test.each([
  ["ReferralGranted", { status: "granted", ball: "PERFORMING_UNIT" }],
  ["ReferralDeclined", { status: "declined", ball: "REFERRER" }],
] as const)("%s moves the state and gives the ball", (type, expected) =>
  expect(state(fold(sent, said(type, receiver)))).toMatchObject(expected),
);

test("a cancellation that comes first ends in the same state as one that comes after", () => {
  const cancelled = said("ReferralCancelled", sender);
  expect(state(fold(cancelled))).toMatchObject({ status: "cancelledAhead" });
  for (const done of [fold(sent, cancelled), fold(cancelled, sent)])
    expect(state(done)).toMatchObject({ status: "cancelled", ball: "NOBODY" });
});

test("a receipt moves the ball to the receiver, a refused one back to the sender", () => {
  const settled = (outcome: "OK" | "REFUSED") =>
    factOf("DeliverySettled", { ...sample("DeliverySettled"), messageId: archive(1), receiverRole: "MAIN", outcome });
  expect(state(fold(sent, settled("OK")))).toMatchObject({ status: "delivered", ball: "RECEIVER" });
  expect(state(fold(sent, settled("REFUSED")))).toMatchObject({ status: "undelivered", ball: "SENDER" });
});
