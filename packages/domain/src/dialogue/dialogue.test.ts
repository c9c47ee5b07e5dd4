import type { FollowUpPlanShared } from "@samvirke/contracts";
import { E, fold } from "@samvirke/kernel";
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { conversationsOf } from "./conversations.ts";
import { dialogue } from "./decide.ts";
import type { Told } from "./dialogue.cases.ts";
import {
  archive,
  called,
  envelope,
  message,
  note,
  number,
  patient,
  received,
  replies,
  shared,
  withContent,
} from "./dialogue.cases.ts";
import { conversationIdOf } from "./events.ts";
import { answerStandings } from "./meeting-answers.ts";
import type { DialogueEvent, DialogueState, RegisterDialogue } from "./model.ts";
import { planLetterOf } from "./plan-letter.ts";

type Step = RegisterDialogue | DialogueEvent;

const isCommand = (step: Step): step is RegisterDialogue => step.type === "RegisterDialogue";

const decide = (command: RegisterDialogue, state: DialogueState): ReadonlyArray<DialogueEvent> =>
  E.getOrElse<never, ReadonlyArray<DialogueEvent>>(() => [])(dialogue.decide(command, state));

const after = (...steps: ReadonlyArray<Step>): ReadonlyArray<DialogueEvent> =>
  steps.reduce<ReadonlyArray<DialogueEvent>>((history, step) => {
    const state = fold(dialogue.evolve)(dialogue.initial, history);
    return [...history, ...(isCommand(step) ? decide(step, state) : [step])];
  }, []);

const stateAfter = (...steps: ReadonlyArray<Step>): DialogueState =>
  fold(dialogue.evolve)(dialogue.initial, after(...steps));

const last = (...steps: ReadonlyArray<Step>): DialogueEvent => {
  const event = after(...steps).at(-1);
  assert.ok(event);
  return event;
};

const rulesOf = (...steps: ReadonlyArray<Step>): ReadonlyArray<string> => {
  const event = last(...steps);
  return event.type === "MessageRefused" ? (event.value.case?.findings.map(({ rule }) => rule) ?? []) : [];
};

const statuses = (...steps: ReadonlyArray<Step>) =>
  conversationsOf(stateAfter(...steps)).map(({ status, ball }) => `${status} ${ball}`);

const question: Told = { n: 1, kind: "QUESTION", from: "WELFARE", conversation: "k", hour: 0 };
const reminder: Told = { n: 2, kind: "REMINDER", from: "WELFARE", conversation: "k", parent: "m1", hour: 24 };
const answer: Told = { n: 3, kind: "ANSWER", answerCode: "5", conversation: "k", parent: "m1", hour: 30 };

describe("a conversation", () => {
  const table: ReadonlyArray<readonly [string, ReadonlyArray<Told>, ReadonlyArray<string>]> = [
    ["asked", [question], ["ASKED HEALTH"]],
    ["reminded", [question, reminder], ["REMINDED HEALTH"]],
    ["answered", [question, reminder, answer], ["ANSWERED NOBODY"]],
    ["refused", [question, { ...answer, answerCode: "2" }], ["REFUSED NOBODY"]],
    ["in need of consent", [question, { ...answer, answerCode: "4" }], ["AWAITING_CONSENT PERSON"]],
    [
      "answered after consent",
      [question, { ...answer, n: 4, answerCode: "4" }, { ...answer, hour: 40 }],
      ["ANSWERED NOBODY"],
    ],
    ["asked again", [question, answer, { ...question, n: 5, hour: 50 }], ["ASKED HEALTH"]],
    ["answered by name although its clock is behind", [question, { ...answer, hour: -2 }], ["ANSWERED NOBODY"]],
    ["a note alone", [{ n: 6 }], ["TOLD NOBODY"]],
    ["an answer to an unknown question", [answer], ["ANSWERED NOBODY"]],
    ["a returned statement", [{ n: 7, kind: "RETURN", from: "WELFARE" }], ["CLOSED NOBODY"]],
    ["no parent", [question, { ...answer, parent: null }], ["ANSWERED NOBODY"]],
    ["no conversation", [question, { ...answer, conversation: null }], ["ANSWERED NOBODY"]],
    [
      "the question's id as conversation",
      [question, { ...answer, parent: null, conversation: "m1" }],
      ["ANSWERED NOBODY"],
    ],
    [
      "the conversation's id as parent",
      [question, { ...answer, parent: "k", conversation: null }],
      ["ANSWERED NOBODY"],
    ],
    ["both swapped", [question, { ...answer, parent: "k", conversation: "m1" }], ["ANSWERED NOBODY"]],
    ["neither", [question, { ...answer, parent: null, conversation: null }], ["ASKED HEALTH", "ANSWERED NOBODY"]],
  ];
  test.each(table)("%s", (_, told, expected) => {
    assert.deepEqual([...statuses(...told.map(message))].sort(), [...expected].sort());
    assert.deepEqual([...statuses(...told.map(message).reverse())].sort(), [...expected].sort());
  });

  test("has the same id for its first message and for what names that message", () => {
    const first = conversationIdOf(message({ n: 1 }));
    assert.equal(conversationIdOf(message({ n: 2, parent: "m1" })), first);
    assert.equal(conversationIdOf(message({ n: 2, conversation: "m1", parent: "m9" })), first);
    assert.notEqual(conversationIdOf(message({ n: 2 })), first);
  });

  test("names its parent where that is known, and by alias where it is not", () => {
    const [, answered] = after(message(question), message(answer));
    assert.ok(answered?.type === "DialogueMessageSent");
    assert.ok(answered.value.parentId !== null);
    const alone = last(message(answer));
    assert.ok(alone.type === "DialogueMessageSent");
    assert.deepEqual([alone.value.parentId, alone.value.parentAlias], [null, "m1"]);
  });
});

describe("an answer to a meeting call", () => {
  const letter = (n: number, hour: number): Told => ({
    n,
    kind: "MEETING_LETTER",
    from: "WELFARE",
    conversation: "k",
    hour,
  });
  const coming = (n: number, more: Partial<Told> = {}): Told => ({
    n,
    kind: "MEETING_ANSWER",
    meetingAnswer: "COMING",
    conversation: "k",
    hour: 2,
    ...more,
  });
  const counted = (...steps: ReadonlyArray<Step>) =>
    answerStandings(stateAfter(...steps)).map(({ answer: one, counts }) => `${one.aliases[0]} ${counts}`);

  const table: ReadonlyArray<readonly [string, ReadonlyArray<Step>, ReadonlyArray<string>]> = [
    ["without any call known", [message(coming(3))], ["m3 true"]],
    ["to the only letter", [message(letter(1, 0)), message(coming(3, { parent: "m1" }))], ["m3 true"]],
    [
      "to a letter that was changed since",
      [message(letter(1, 0)), message(coming(3, { parent: "m1" })), message(letter(2, 5))],
      ["m3 false"],
    ],
    [
      "to the old letter, after the change",
      [message(letter(1, 0)), message(letter(2, 1)), message(coming(3, { parent: "m1" }))],
      ["m3 false"],
    ],
    [
      "to the change",
      [message(letter(1, 0)), message(letter(2, 1)), message(coming(3, { parent: "m2" }))],
      ["m3 true"],
    ],
    [
      "without a parent, after the change",
      [message(letter(1, 0)), message(letter(2, 1)), message(coming(3))],
      ["m3 true"],
    ],
    [
      "without a parent, before the change",
      [message(letter(1, 0)), message(letter(2, 5)), message(coming(3))],
      ["m3 false"],
    ],
    ["to a meeting", [called(1, 1, 0), message(coming(3))], ["m3 true"]],
    ["to a meeting that was moved since", [called(1, 1, 0), message(coming(3)), called(1, 2, 5)], ["m3 false"]],
    ["given again", [called(1, 1, 0), message(coming(3)), message(coming(4, { hour: 3 }))], ["m3 false", "m4 true"]],
  ];
  test.each(table)("%s", (_, steps, expected) => {
    assert.deepEqual(counted(...steps), expected);
  });

  test("of the worker counts by the meeting and revision that it names, and the latest of them", () => {
    const base = last(called(1, 1, 0), message(coming(3)));
    assert.ok(base.type === "DialogueMeetingAnswered");
    const byWorker = (n: number, meetingRevision: number): DialogueEvent => ({
      type: "DialogueMeetingAnswered",
      value: {
        ...base.value,
        archiveId: archive(n),
        answerId: archive(n),
        aliases: [`m${n}`],
        by: "WORKER",
        meetingRevision,
        conversationId: null,
        conversationAlias: null,
      },
    });
    const moved = [called(1, 1, 0), called(1, 2, 9)];
    assert.deepEqual(counted(...moved, byWorker(5, 1)), ["m5 false"]);
    assert.deepEqual(counted(...moved, byWorker(5, 2)), ["m5 true"]);
    assert.deepEqual([...counted(...moved, byWorker(5, 2), byWorker(6, 2))].sort(), ["m5 false", "m6 true"]);
  });

  test("stays, whether it counts or not", () => {
    const state = stateAfter(called(1, 1, 0), message(coming(3)), called(1, 2, 5));
    assert.equal(state.answers.length, 1);
  });

  test("names meeting and revision where they are known", () => {
    const event = last(called(1, 1, 0), called(1, 2, 1), message(coming(3)));
    assert.ok(event.type === "DialogueMeetingAnswered");
    assert.deepEqual(
      [event.value.meetingId, event.value.meetingRevision, event.value.by],
      [archive(801), 2, "CLINICIAN"],
    );
  });
});

describe("what is refused", () => {
  const plain = message({ n: 1 });
  const content = (change: Partial<typeof note>) => withContent(plain, change);
  const inCase = (change: Partial<typeof shared>) => content({ case: { ...shared, ...change } });
  const asked = (change: Partial<typeof replies>): RegisterDialogue => ({
    ...plain,
    replies: { ...replies, ...change },
  });
  const approved = (value: string, authorisation = "1", active = true) => ({
    signer: {
      ...replies.signer,
      approvals: [
        {
          authorisation: { active, oid: 7704, value: authorisation },
          category: { active: true, oid: 9060, value },
          competences: [],
        },
      ],
    },
  });
  const refusal = (rule: "INVALID_KODEVERK" | "MELDINGSTEKST_MANGLER") => ({ rule, path: "", code: "X99" });
  const noNumber = { ...note.identity, number: null, envelopeNumbers: [] };
  const bornAndSexed = {
    ...shared.patient,
    bornOn: 100 as never,
    sex: { system: null, code: "2", text: null, originalText: null },
  };

  const table: ReadonlyArray<readonly [string, RegisterDialogue, ReadonlyArray<string>]> = [
    ["a sound note", plain, []],
    [
      "a message id that is no UUID",
      inCase({ envelope: { ...envelope, messageId: "melding 1" } }),
      ["MSGID_IKKE_UUID"],
    ],
    ["no message id", inCase({ envelope: { ...envelope, messageId: null } }), ["MSGID_IKKE_UUID"]],
    [
      "a message id in braces and capitals",
      inCase({ envelope: { ...envelope, messageId: "{7D0A0E6F-0F3A-4A53-8D21-6B7F9F6C1A01}" } }),
      [],
    ],
    ["nobody named", content({ identity: noNumber }), ["PASIENT_UTILSTREKKELIG_IDENTIFISERT"]],
    ["name, birth date and sex", content({ identity: noNumber, case: { ...shared, patient: bornAndSexed } }), []],
    ["a person whom nobody knows", asked({ patient: { found: false } }), ["PATIENT_NOT_FOUND"]],
    ["a signer whom nobody knows", asked({ signerIsKnown: false }), ["BEHANDLER_NOT_FOUND"]],
    ["both: the first alone", asked({ signerIsKnown: false, patient: { found: false } }), ["PATIENT_NOT_FOUND"]],
    [
      "codes after text",
      content({ refusals: [refusal("MELDINGSTEKST_MANGLER"), refusal("INVALID_KODEVERK")] }),
      ["MELDINGSTEKST_MANGLER"],
    ],
    [
      "codes after the registers",
      { ...asked({ signerIsKnown: false }), content: content({ refusals: [refusal("INVALID_KODEVERK")] }).content },
      ["BEHANDLER_NOT_FOUND"],
    ],
    ["codes", content({ refusals: [refusal("INVALID_KODEVERK")] }), ["INVALID_KODEVERK"]],
    ["an attachment with a virus", asked({ scans: ["OK", "FOUND"] }), ["VIRUSSJEKK_FEILET"]],
    [
      "a number of another length",
      content({ identity: { ...note.identity, number: number("FNR", "123") } }),
      ["UGYLDIG_INNBYGGERIDENT_LENGDE"],
    ],
    [
      "the person as signer",
      inCase({ signerNumbers: [number("FNR", patient)] }),
      ["AVSENDER_FNR_ER_SAMME_SOM_INNBYGGER_FNR"],
    ],
    [
      "a signer without approval in force",
      asked(approved("LE", "1", false)),
      ["BEHANDLER_IKKE_GYLDIG_I_HPR", "BEHANDLER_MANGLER_AUTORISASJON", "BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS"],
    ],
    ["an approval that gives no right", asked(approved("LE", "9")), ["BEHANDLER_MANGLER_AUTORISASJON"]],
    ["a nurse", asked(approved("SP")), ["BEHANDLER_IKKE_LE_KI_MT_TL_FT_PS"]],
    ["a psychologist", asked(approved("PS")), []],
    ["a suspended signer", asked({ signerIsSuspended: true }), ["BEHANDLER_SUSPENDERT"]],
    ["a used message id", { ...plain, received: { ...received, conflictsWith: archive(7) } }, ["MESSAGE_ID_REUSED"]],
  ];
  test.each(table)("%s", (_, command, expected) => assert.deepEqual(rulesOf(command), expected));

  test("an order of welfare with codes that do not fit, and nothing else of it", () => {
    const order = message({ n: 1, kind: "QUESTION", from: "WELFARE" });
    const unnamed = withContent(order, { identity: noNumber });
    assert.deepEqual(rulesOf(unnamed), []);
    assert.deepEqual(rulesOf(withContent(unnamed, { refusals: [refusal("INVALID_KODEVERK")] })), ["INVALID_KODEVERK"]);
  });

  test("a test number in production alone", () => {
    const basis = { ...plain.basis, policy: { ...plain.basis.policy, testNumbers: [patient] } };
    assert.deepEqual(rulesOf({ ...plain, basis }), []);
    const inProduction = { ...basis, policy: { ...basis.policy, production: true } };
    assert.deepEqual(rulesOf({ ...plain, basis: inProduction }), ["TEST_FNR_IN_PROD"]);
  });

  test("the same content again, but not after a refusal", () => {
    const again = { ...message({ n: 2 }), contentKey: plain.contentKey };
    assert.deepEqual(rulesOf(plain, again), ["DUPLICATE_DIALOGMELDING_CONTENT"]);
    const refused = { ...plain, replies: { ...replies, patient: { found: false } } };
    assert.deepEqual(rulesOf(refused, again), []);
  });

  test("every refusal tells its reasons on the receipt, with codes of list 8221 and no value", () => {
    for (const [, command, expected] of table) {
      const event = last(command);
      if (event.type !== "MessageRefused") continue;
      const { receipt } = event.value.case ?? {};
      assert.equal(receipt?.status, "REFUSED");
      assert.equal(receipt.errors.length, expected.length);
      for (const error of receipt.errors) assert.match(error.code, /^(E10|E20|E31|E36|E53|X99)$/);
      assert.ok(!JSON.stringify(event.value.case?.findings).includes(patient));
    }
  });
});

describe("what gives no event", () => {
  test("a message that stays within health", () => {
    assert.deepEqual(after(withContent(message({ n: 1 }), { toWelfare: false })), []);
  });
  test("one with welfare as a copy receiver gives one", () => {
    assert.equal(after(withContent(message({ n: 1 }), { toWelfare: true })).length, 1);
  });
  test("the status of a referral, which is the referral's", () => {
    assert.deepEqual(after(withContent(message({ n: 1 }), { kind: "REFERRAL_STATUS" })), []);
  });
  test("the same message by welfare's door after the sender's own", () => {
    const echo = { ...message({ n: 2 }), references: message({ n: 1 }).references, replies: null };
    assert.equal(after(message({ n: 1 }), echo).length, 1);
    assert.equal(after(echo).length, 1);
  });
});

describe("receipts", () => {
  const receiptOf = (command: RegisterDialogue) => {
    const event = last(command);
    return event.type === "DialogueMessageSent" ? event.value.case.receipt : undefined;
  };
  const acked = (value: string | null) =>
    withContent(message({ n: 1 }), {
      case: {
        ...shared,
        envelope: {
          ...envelope,
          ack: value === null ? null : { system: null, code: value, text: null, originalText: null },
        },
      },
    });

  test("are wanted unless the sender says no, or only wants to know of errors", () => {
    assert.deepEqual(
      [null, "J", "N", "F"].map((ack) => receiptOf(acked(ack))?.wanted),
      [true, true, false, false],
    );
  });
  test("are none for what welfare sends", () => assert.equal(receiptOf(message(question)), null));
});

const kinds = ["QUESTION", "REMINDER", "ANSWER", "NOTE", "MEETING_LETTER", "MEETING_ANSWER"] as const;
const tolds: fc.Arbitrary<Told> = fc.record({
  n: fc.integer({ min: 1, max: 8 }),
  kind: fc.constantFrom(...kinds),
  parent: fc.constantFrom(null, "m1", "m2", "m3", "k", "l"),
  conversation: fc.constantFrom(null, "k", "l", "m1", "m4"),
  answerCode: fc.constantFrom("1", "2", "4", "5"),
  hour: fc.integer({ min: 0, max: 50 }),
  from: fc.constant("HEALTH" as const),
});
const distinctTolds = fc.uniqueArray(tolds, { selector: ({ n }) => n, maxLength: 8 });
const calls = fc.constantFrom<ReadonlyArray<DialogueEvent>>([], [called(1, 1, 3)], [called(1, 1, 3), called(1, 2, 20)]);
const runs = Number(process.env["SAMVIRKE_HISTORIES"] ?? 200);

test("conversations and standings are the same in every order, and however often a message comes", () => {
  fc.assert(
    fc.property(distinctTolds, calls, fc.infiniteStream(fc.integer({ min: 0, max: 1000 })), (told, meeting, dice) => {
      const steps: ReadonlyArray<Step> = [...told.map(message), ...meeting];
      const shuffled = steps
        .flatMap((step) => (isCommand(step) && (dice.next().value as number) % 3 === 0 ? [step, step] : [step]))
        .map((step) => ({ step, key: dice.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ step }) => step);
      const [ideal, other] = [stateAfter(...steps), stateAfter(...shuffled)];
      const seen = (state: DialogueState) =>
        conversationsOf(state).map(({ conversationId, status, ball, messages }) => ({
          conversationId,
          status,
          ball,
          messages: messages.map(({ messageId }) => messageId),
        }));
      assert.deepEqual(seen(other), seen(ideal));
      const standings = (state: DialogueState) =>
        answerStandings(state).map(({ answer: one, counts }) => `${one.answerId} ${String(counts)}`);
      assert.deepEqual(standings(other), standings(ideal));
    }),
    { numRuns: runs },
  );
});

test("deciding again after its own events yields nothing, and the same event again changes nothing", () => {
  fc.assert(
    fc.property(distinctTolds, (told) => {
      const state = stateAfter(...told.map(message));
      for (const one of told) assert.deepEqual(decide(message(one), state), []);
      const events = after(...told.map(message));
      assert.deepEqual(fold(dialogue.evolve)(state, events), state);
    }),
    { numRuns: runs },
  );
});

test("an employer's answer by welfare's form is the meeting's, and of no conversation", () => {
  const [first] = after(message({ n: 1 }));
  assert.ok(first?.type === "DialogueMessageSent");
  const unnamed = { aliases: [], conversationId: null, conversationAlias: null, parentId: null, parentAlias: null };
  const value = { ...first.value, ...unnamed, archiveId: archive(60), answerId: archive(61), meetingId: archive(62) };
  const told = { ...value, meetingRevision: null, by: "EMPLOYER", answer: "NEW_TIME" } as const;
  const state = dialogue.evolve(dialogue.initial, { type: "DialogueMeetingAnswered", value: told });
  assert.deepEqual(conversationsOf(state), []);
  assert.deepEqual(
    answerStandings(state).map(({ answer }) => answer.answerId),
    [archive(61)],
  );
});

describe("a plan's letter to the clinician", () => {
  const plan = {
    planId: archive(50),
    archiveId: archive(51),
    format: "REST",
    toClinician: true,
    identity: note.identity,
    case: { messageToClinician: "Kan arbeidstiden økes?" },
  } as unknown as FollowUpPlanShared;
  const written = { at: 5, alias: "p1" };

  test("says what the employer wrote to the clinician, and an answer to it finds it", () => {
    const letter = planLetterOf(plan, written);
    assert.ok(letter);
    assert.deepEqual([letter.kind, letter.medical.notes[0]?.text], ["PLAN_LETTER", "Kan arbeidstiden økes?"]);
    const state = dialogue.evolve(dialogue.initial, { type: "DialogueMessageSent", value: letter });
    const [answered] = decide(message({ n: 3, parent: "p1" }), state);
    assert.ok(answered?.type === "DialogueMessageSent");
    assert.deepEqual(
      [answered.value.parentId, answered.value.conversationId],
      [letter.messageId, letter.conversationId],
    );
  });

  test("is not written where the plan is not for the clinician, or has no content", () => {
    assert.equal(planLetterOf({ ...plan, toClinician: false }, written), undefined);
    assert.equal(planLetterOf({ ...plan, format: "NOTICE" }, written), undefined);
  });
});
