import { E, fold } from "@samvirke/kernel";
import { specification } from "@samvirke/testing";
import assert from "node:assert/strict";
import { test } from "vitest";
import { archive, at, code, day, doctor, id, patient, received, replies } from "../sick-leave/certificate.cases.ts";
import { statement } from "./decide.ts";
import type { RegisterStatement, StatementContent, StatementEvent } from "./model.ts";
import { content, medical, register, shared } from "./statement.cases.ts";

const given = specification(statement);
const after = (command: RegisterStatement, ...history: ReadonlyArray<StatementEvent>): StatementEvent => {
  const events = statement.decide(command, fold(statement.evolve)(statement.initial, history));
  assert.ok(E.isRight(events) && events.right[0]);
  assert.equal(events.right.length, 1);
  return events.right[0];
};
const outcome = (command: RegisterStatement, ...history: ReadonlyArray<StatementEvent>): string => {
  const event = after(command, ...history);
  if (event.type === "WorkAbilityAssessed") return event.type;
  const { class: reason, case: refusal } = event.value;
  const codes = refusal?.receipt?.errors.map((error) => error.code) ?? [];
  return [reason, ...codes, ...(refusal?.findings.map(({ rule }) => rule) ?? [])].join(" ");
};
const withContent = (change: Partial<StatementContent>): RegisterStatement =>
  register(1, { content: { ...content, ...change } });
const withReplies = (change: Partial<RegisterStatement["replies"]>): RegisterStatement =>
  register(1, { replies: { ...replies, ...change } });

test("a statement that nothing speaks against stands, with a receipt and the registers' answers", () => {
  const event = after(register(1));
  assert.ok(event.type === "WorkAbilityAssessed");
  const { value } = event;
  assert.deepEqual(value.case.receipt, { wanted: true, status: "OK", errors: [] });
  assert.deepEqual(value.case.registryAnswers, {
    askedAt: replies.askedAt,
    personFound: "YES",
    personBornOn: day("1980-05-14"),
    signerFound: "YES",
    signerAuthorised: "YES",
    signerSuspended: "NO",
  });
  assert.equal(value.identity.currentNumber?.value, patient);
  assert.deepEqual([value.case.contentKey, value.aliases, value.case.sender], ["c1", ["a1"], "practice"]);
});

const approvals = (category: string, authorisation = "1", active = true) => ({
  found: true,
  numbers: [],
  approvals: [
    {
      authorisation: { active, oid: 7704, value: authorisation },
      category: { active: true, oid: 9060, value: category },
      competences: [],
    },
  ],
});
const longText = (length: number) => "x".repeat(length);
const attachment = (bytes: number) => ({
  index: 1,
  kind: "ATTACHMENT" as const,
  id: null,
  connection: null,
  messageType: null,
  mimeType: null,
  description: null,
  issuedText: null,
  reference: null,
  contentElements: 1,
  contentBytes: bytes,
});
const from = (identifiers: ReadonlyArray<ReturnType<typeof id>>) => ({
  ...shared,
  envelope: {
    ...shared.envelope,
    sender: {
      comMethod: null,
      organisations: [
        { name: "x", type: null, identifiers, address: null, contactPoints: [], healthcareProfessional: null },
      ],
    },
  },
});

const rows: ReadonlyArray<readonly [string, RegisterStatement, string]> = [
  [
    "an id that is no UUID",
    withContent({ case: { ...shared, envelope: { ...shared.envelope, messageId: "42" } } }),
    "CONTENT E10 MSGID_IKKE_UUID",
  ],
  [
    "nobody named",
    withContent({ identity: { ...content.identity, number: null } }),
    "CONTENT E36 PASIENT_UTILSTREKKELIG_IDENTIFISERT",
  ],
  [
    "a number without a name",
    withContent({ identity: { ...content.identity, name: null } }),
    "CONTENT E36 PASIENT_UTILSTREKKELIG_IDENTIFISERT",
  ],
  ["a person nobody knows", withReplies({ patient: { found: false } }), "CONTENT E53 PASIENT_FINNES_IKKE"],
  ["a signer nobody knows", withReplies({ signerIsKnown: false }), "SENDER E20 SIGNERENDE_FINNES_IKKE"],
  [
    "a text of 15 001 characters",
    withContent({ medical: { ...medical, history: longText(15_001) } }),
    "CONTENT X99 FRITEKST_FOR_LANG",
  ],
  [
    "one in a measure",
    withContent({ case: { ...shared, measures: [{ kind: "OTHER", text: longText(15_001) }] } }),
    "CONTENT X99 FRITEKST_FOR_LANG",
  ],
  [
    "a text of 15 000 characters",
    withContent({ medical: { ...medical, history: longText(15_000) } }),
    "WorkAbilityAssessed",
  ],
  [
    "an attachment of 301 MiB",
    withContent({ medical: { ...medical, attachments: [attachment(301 * 2 ** 20)] } }),
    "ATTACHMENT X99 VEDLEGG_FOR_STORT",
  ],
  [
    "one of a byte less",
    withContent({ medical: { ...medical, attachments: [attachment(301 * 2 ** 20 - 1)] } }),
    "WorkAbilityAssessed",
  ],
  ["a virus", withReplies({ scans: ["OK", "FOUND"] }), "ATTACHMENT X99 VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK"],
  [
    "thirteen tomorrow",
    withReplies({ patient: { found: true, birthDay: day("2013-03-03") } }),
    "CONTENT X99 PASIENT_YNGRE_ENN_13",
  ],
  ["thirteen today", withReplies({ patient: { found: true, birthDay: day("2013-03-02") } }), "WorkAbilityAssessed"],
  [
    "an organisation number of eight digits",
    withContent({ case: from([id("ENH", "12345678")]) }),
    "SENDER X99 UGYLDIG_ORGNR_LENGDE",
  ],
  ["one with blanks in it", withContent({ case: from([id("ENH", "912 345 678")]) }), "WorkAbilityAssessed"],
  ["none at all", withContent({ case: from([id("HER", "8765")]) }), "WorkAbilityAssessed"],
  [
    "a clinician about himself",
    withContent({ identity: { ...content.identity, number: id("FNR", doctor) } }),
    "SENDER X99 AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR",
  ],
  [
    "an approval that has ended",
    withReplies({ signer: approvals("LE", "1", false) }),
    "SENDER X99 X99 X99 BEHANDLER_IKKE_GYLDIG_I_HPR BEHANDLER_MANGLER_AUTORISASJON_I_HPR BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS_I_HPR",
  ],
  [
    "an authorisation of another kind",
    withReplies({ signer: approvals("LE", "3") }),
    "SENDER X99 BEHANDLER_MANGLER_AUTORISASJON_I_HPR",
  ],
  ["a nurse", withReplies({ signer: approvals("SP") }), "SENDER X99 BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS_I_HPR"],
  ["a psychologist", withReplies({ signer: approvals("PS") }), "WorkAbilityAssessed"],
  ["a suspension", withReplies({ signerIsSuspended: true }), "SENDER X99 BEHANDLER_SUSPENDERT"],
];

test.each(rows)("%s", (_name, command, expected) => assert.equal(outcome(command), expected));

test("test numbers are refused in production alone", () => {
  const basis = register(1).basis;
  const policy = { ...basis.policy, testNumbers: [patient] };
  assert.equal(outcome(register(1, { basis: { ...basis, policy } })), "WorkAbilityAssessed");
  assert.equal(
    outcome(register(1, { basis: { ...basis, policy: { ...policy, production: true } } })),
    "CONTENT X99 TESTNUMMER_I_PRODUKSJON",
  );
});

test("the same content again under another id is a duplicate, unless the first was refused", () => {
  const again = register(2, { contentKey: "c1" });
  assert.equal(outcome(again, after(register(1))), "DUPLICATE X99 DUPLIKAT");
  assert.equal(outcome(again, after(withReplies({ signerIsSuspended: true }))), "WorkAbilityAssessed");
});

test("the same message again yields nothing, the same id with other content is a conflict", () => {
  given(after(register(1)))
    .when(register(1))
    .thenNothing();
  const conflict = register(2, { received: { ...received, archiveId: archive(2), conflictsWith: archive(1) } });
  assert.equal(outcome(conflict, after(register(1))), "CONFLICT E10 MESSAGE_ID_REUSED");
});

test("no receipt is written where the sender wants none, or none can be addressed", () => {
  const quiet = withContent({ case: { ...shared, envelope: { ...shared.envelope, ack: code("N") } } });
  const nobody = withContent({ case: { ...shared, envelope: { ...shared.envelope, sender: null } } });
  const receipts = [quiet, nobody].map((command) => {
    const event = after(command);
    return event.type === "WorkAbilityAssessed" ? event.value.case.receipt : undefined;
  });
  assert.deepEqual(receipts, [{ wanted: false, status: "OK", errors: [] }, null]);
});

test("no text of a receipt has a value of the message in it", () => {
  for (const [, command] of rows) {
    const told = JSON.stringify(after(command).type === "MessageRefused" ? after(command).value.case?.receipt : null);
    for (const value of [patient, doctor, "xxxx", "912345678"]) assert.ok(!told.includes(value));
  }
});

test("the age is counted on the Oslo day of signing", () => {
  const signed = (text: string) =>
    outcome(
      register(1, {
        content: { ...content, case: { ...shared, envelope: { ...shared.envelope, generatedAt: at(text) } } },
        replies: { ...replies, patient: { found: true, birthDay: day("2013-03-03") } },
      }),
    );
  assert.equal(signed("2026-03-02T22:59:00Z"), "CONTENT X99 PASIENT_YNGRE_ENN_13");
  assert.equal(signed("2026-03-02T23:01:00Z"), "WorkAbilityAssessed");
});
