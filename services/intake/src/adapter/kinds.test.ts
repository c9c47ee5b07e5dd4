import type { MessageDocument } from "@samvirke/contracts";
import { contractList, loadCatalogue, loadSample, topics } from "@samvirke/contracts";
import { addDays, day as toDay, printDay } from "@samvirke/kernel";
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { intake } from "../core/decide.ts";
import type { Event } from "../core/model.ts";
import {
  asked,
  at,
  certificate,
  certificateId,
  dialogue,
  dialogueRecord,
  first,
  followUp,
  hub,
  json,
  keyed,
  order,
  orderId,
  placeOf,
  planForm,
  planNotice,
  planRequest,
  receiptFor,
  received,
  record,
  referral,
  referralXml,
  statement,
  status,
  submission,
  validation,
  welfareId,
} from "./documents.cases.ts";
import { archiveIdOf, dataFile, day, decideAll, print, sample } from "./intake.cases.ts";
import type { Sent } from "./intake.cases.ts";
import { fileRegistries } from "./registries/file.ts";
import { snapshot } from "./snapshot.ts";

const unknownReference = "5d1f0c52-7a1e-4d40-9c3a-0d6f1e2a7b11";
const typesOf = (events: ReadonlyArray<Event>): ReadonlyArray<string> => events.map(({ type }) => type);
const typesAfter = async (...sent: ReadonlyArray<Sent>): Promise<ReadonlyArray<string>> =>
  typesOf(await decideAll(sent));

const welfareDoor = { door: "WELFARE", stationReceivedAt: null, case: placeOf(null) } as const;
const nav = (bytes: Uint8Array, change: Sent["message"] = {}): Sent => at(bytes, { ...welfareDoor, ...change });

describe("certificates at welfare", () => {
  test("a record of its register is a certificate, received when the hub took it", async () => {
    const value = first(await decideAll([nav(await record())]), "SickLeaveCertified");
    const told = await certificate();
    assert.deepEqual([value.channel, value.ruleSetVersion, value.assessment], ["XML", "WELFARE", "OK"]);
    assert.deepEqual(value.work.periods, told.work.periods);
    assert.equal(value.aliases.length, 3);
    assert.match(value.case.contentKey ?? "", /^RECORD:[0-9a-f]{80}$/);
  });

  test("the certificate of both doors is one, in either order, by the sender's message id or the station's", async () => {
    const xml = { bytes: print() };
    const kinds = (events: ReadonlyArray<Event>) => typesOf(events).filter((type) => type.startsWith("SickLeave"));
    assert.deepEqual(kinds(await decideAll([xml, nav(await record())])), ["SickLeaveCertified", "SickLeaveNoted"]);
    assert.deepEqual(kinds(await decideAll([nav(await record()), xml])), ["SickLeaveCertified", "SickLeaveNoted"]);
    assert.deepEqual(kinds(await decideAll([xml, nav(await received())])), ["SickLeaveCertified", "SickLeaveNoted"]);
    const otherMsgId = { bytes: print({ messageId: "an-other" }) };
    const otherLog = { bytes: print({ ediLogId: "another" }) };
    const neither = { bytes: print({ messageId: "an-other", ediLogId: "another" }) };
    for (const one of [otherMsgId, otherLog])
      assert.deepEqual(kinds(await decideAll([one, nav(await record())])), ["SickLeaveCertified", "SickLeaveNoted"]);
    assert.deepEqual(kinds(await decideAll([neither, nav(await record())])), [
      "SickLeaveCertified",
      "SickLeaveCertified",
    ]);
  });

  test("the same record again says nothing new, also where the door sees a conflict", async () => {
    const again = nav(await record(), { conflictsWith: archiveIdOf(77) });
    assert.deepEqual(typesOf(await decideAll([nav(await record()), again])).slice(2), ["SickLeaveNoted"]);
  });

  test.each([
    ["SENDT", "SickLeaveSentToEmployer"],
    ["BEKREFTET", "SickLeaveConfirmed"],
    ["AVBRUTT", "SickLeaveSetAside"],
    ["UTGATT", "SickLeaveSetAside"],
    ["SLETTET", "SickLeaveDeleted"],
  ])("a status %s is %s, of the record's certificate and under the hub's own id alike", async (word, type) => {
    const events = await decideAll([nav(await record()), nav(status(welfareId, word))]);
    assert.ok(typesOf(events).includes(type), typesOf(events).join(" "));
    const own = first(
      await decideAll([{ bytes: print() }, nav(status(await certificateId(), word))]),
      type as "SickLeaveConfirmed",
    );
    assert.equal(own.sickLeaveId, await certificateId());
    assert.equal("standing" in own ? own.standing : "APPLIED", "APPLIED");
  });

  test("a status SENDT says to which employer, in the part that the employer may read", async () => {
    const events = await decideAll([nav(await record()), nav(status(welfareId, "SENDT"))]);
    assert.equal(first(events, "SickLeaveSentToEmployer").work.employer?.organisationNumber, "999990009");
  });

  test("a status, a validation and a removal that come first wait for their certificate", async () => {
    const id = welfareId;
    const early = await decideAll([nav(status(id, "BEKREFTET")), nav(await record())]);
    assert.equal(typesOf(early).filter((type) => type === "SickLeaveConfirmed").length, 2);
    const tombstone = nav(keyed(id, null), { kind: "TOMBSTONE" });
    assert.ok(typesOf(await decideAll([tombstone, nav(await record())])).includes("SickLeaveDeleted"));
  });

  test("a validation reviews the certificate that its key names, wherever the key stands", async () => {
    const id = welfareId;
    const inBody = await decideAll([nav(await record()), nav(validation(id, "INVALID"))]);
    assert.equal(first(inBody, "SickLeaveReviewed").outcome, "INVALID");
    const bare = json(
      (JSON.parse(Buffer.from(validation(id, "INVALID")).toString("utf8")) as { value: unknown }).value,
    );
    const beside = await decideAll([nav(await record()), nav(bare, { case: placeOf(id) })]);
    assert.deepEqual(typesOf(beside), typesOf(inBody));
  });

  test("a null value of another topic is taken and changes nothing", async () => {
    const other = nav(keyed(welfareId, null), { kind: "UNKNOWN" });
    assert.deepEqual((await typesAfter(nav(await record()), other)).slice(-1), ["MessagePassedOn"]);
  });

  test("a submission is decided by the rules, once for one id and as a duplicate under another", async () => {
    const events = await decideAll([nav(submission("a1")), nav(submission("a2"))]);
    assert.equal(first(events, "SickLeaveCertified").channel, "DIGITAL");
    assert.equal(first(events, "SickLeaveRejected").reasonClass, "DUPLICATE");
  });
});

describe("dialogue", () => {
  test("welfare's order is a question, and the message as welfare publishes it is the clinician's own", async () => {
    const events = await decideAll([nav(order())]);
    const value = first(events, "DialogueMessageSent");
    assert.deepEqual([value.kind, value.fromSide, value.case.registryAnswers], ["QUESTION", "WELFARE", null]);
    const sent = first(await decideAll([at(dialogue())]), "DialogueMessageSent");
    assert.deepEqual([sent.kind, sent.fromSide], ["NOTE", "HEALTH"]);
    const copy = nav(dialogueRecord(sent));
    assert.deepEqual(typesOf(await decideAll([copy])).slice(0, 1), ["DialogueMessageSent"]);
    assert.deepEqual((await typesAfter(at(dialogue()), copy)).slice(-1), ["MessagePassedOn"]);
  });

  test("an order goes to the office that the address register knows under welfare's reference", async () => {
    const { case: shared } = first(await decideAll([nav(order())]), "DialogueMessageSent");
    const [office] = shared.envelope.receiver?.organisations ?? [];
    assert.deepEqual(
      [office?.name, office?.identifiers.map(({ type, value }) => `${type.code} ${value}`)],
      ["Fjellsiden legekontor", ["HER 8140021", "ENH 999990001"]],
    );
    assert.equal(office?.healthcareProfessional?.name?.family, "Kvist");
    assert.deepEqual([shared.receiverAliases.length, shared.addressAnswer?.found, shared.warnings], [2, "YES", []]);
  });

  test("an order for a clinician whom the register does not know goes nowhere, and welfare hears of it at once", async () => {
    const events = await decideAll([nav(order({ behandlerRef: unknownReference }))]);
    const { case: shared, messageId } = first(events, "DialogueMessageSent");
    assert.deepEqual([shared.envelope.receiver, shared.addressAnswer?.found], [null, "NO"]);
    assert.deepEqual(shared.warnings, [{ code: "CLINICIAN_NOT_FOUND", path: "behandlerRef" }]);
    const settled = first(events, "DeliverySettled");
    assert.deepEqual(
      [settled.messageId, settled.outcome, settled.errorCodes, settled.archiveId],
      [messageId, "REFUSED", ["E21"], null],
    );
  });

  test("a receipt that comes all the same is the last word", async () => {
    const unknown = nav(order({ behandlerRef: unknownReference }));
    const both = await decideAll([unknown, at(await receiptFor(orderId)), at(await receiptFor(orderId))]);
    const outcomes = both.flatMap((one) => (one.type === "DeliverySettled" ? [one.value.outcome] : []));
    assert.deepEqual(outcomes, ["REFUSED", "OK"]);
    const early = await decideAll([at(await receiptFor(orderId)), unknown]);
    assert.deepEqual(
      early.flatMap((one) => (one.type === "DeliverySettled" ? [`${one.value.ahead} ${one.value.outcome}`] : [])),
      ["true OK", "false OK"],
    );
  });

  test("an order that answers what health wrote goes to its writer, whoever the register knows", async () => {
    const note = first(await decideAll([at(dialogue())]), "DialogueMessageSent");
    const certified = first(await decideAll([{ bytes: print() }]), "SickLeaveCertified");
    for (const [written, parent] of [
      [at(dialogue()), note.case.envelope.messageId],
      [{ bytes: print() }, certified.case.envelope.messageId],
    ] as const) {
      const answer = nav(order({ behandlerRef: unknownReference, dialogmeldingRefParent: parent }));
      assert.ok(!typesOf(await decideAll([written, answer])).includes("DeliverySettled"));
    }
  });

  test("an order waits while the address register is away", async () => {
    const registries = { ...fileRegistries(dataFile), addresses: () => Promise.reject(new Error("away")) };
    await assert.rejects(decideAll([nav(order())], { registries }));
  });

  test("what worker or employer answers belongs to the meeting, in either order", async () => {
    const call = followUp("MEETING_CALLED");
    const answer = followUp("MEETING_ANSWER");
    const events = await decideAll([call, answer]);
    const value = first(events, "DialogueMeetingAnswered");
    const { meetingId, revision } = first(events, "DialogueMeetingCalled");
    assert.deepEqual(
      [value.by, value.answer, value.meetingId, value.meetingRevision],
      ["EMPLOYER", "NEW_TIME", meetingId, revision],
    );
    assert.deepEqual([value.case.reason, value.medical], ["Prøvetekst", null]);
    const early = first(await decideAll([answer, call]), "DialogueMeetingAnswered");
    assert.deepEqual([early.meetingId, early.meetingRevision], [meetingId, null]);
  });
});

describe("referrals", () => {
  const cancel = hub("4d0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e02", {
    kind: "CANCELLATION",
    referral: referral.referralId,
    reason: "Ikke aktuelt",
  });
  const decline = hub("4d0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e03", {
    kind: "STATUS",
    referral: referral.referralId,
    outcome: "DECLINED",
    declineClass: "NO_CAPACITY",
    decidedOn: null,
    appointmentOn: null,
    latestStart: null,
    place: null,
    forwardedTo: null,
    text: null,
  });
  const effort = hub("4d0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e04", {
    kind: "EFFORT",
    referral: referral.referralId,
    sector: "WORK",
    effort: "PROGRAMME",
    from: day("2026-03-10"),
    to: null,
    closed: false,
  });
  const sent = nav(hub("4d0e3f7a-2b1f-4c58-9d83-0d6a5a3c1e01", asked));

  test("the hub's own contract: asked for, declined, started, taken back, and no receipt is written to JSON", async () => {
    const [events] = [await decideAll([sent, nav(decline), nav(effort)])];
    const value = first(events, "ReferralSent");
    assert.deepEqual([value.direction, value.consent, value.case.receipt], ["TO_HEALTH", "GIVEN", null]);
    const declined = first(events, "ReferralDeclined");
    assert.deepEqual(
      [declined.referralId, declined.ahead, declined.declineClass],
      [value.referralId, false, "NO_CAPACITY"],
    );
    assert.equal(first(events, "EffortRecorded").sector, "WORK");
    const taken = first(await decideAll([sent, nav(cancel)]), "ReferralCancelled");
    assert.deepEqual([taken.referralId, taken.case.reason], [value.referralId, "Ikke aktuelt"]);
  });

  test("XML and JSON name the same referral alike", async () => {
    const events = await decideAll([at(referralXml()), nav(decline)]);
    assert.equal(first(events, "ReferralDeclined").ahead, false);
    assert.equal(first(events, "ReferralDeclined").referralId, first(events, "ReferralSent").referralId);
  });

  test("who a referral was forwarded to is named as the gateway names parties", async () => {
    const body = { ...(JSON.parse(Buffer.from(decline).toString("utf8")) as { body: object }).body };
    const forwarded = json({
      ...(JSON.parse(Buffer.from(decline).toString("utf8")) as object),
      body: {
        ...body,
        outcome: "FORWARDED",
        declineClass: null,
        forwardedTo: {
          name: "Annet sykehus",
          identifiers: [{ type: "HER", value: "8140051" }],
          department: null,
          professional: null,
        },
      },
    });
    const { toAliases } = first(await decideAll([sent, nav(forwarded)]), "ReferralForwarded").case;
    assert.equal(toAliases.length, 1);
    assert.match(toAliases[0] ?? "", /^[0-9a-f]{32}$/);
  });
});

describe("statements and plans", () => {
  test("a statement is assessed with its registers, and its repeat under another id is refused", async () => {
    const events = await decideAll([
      at(statement()),
      at(statement({ messageId: "1c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d23" })),
    ]);
    const value = first(events, "WorkAbilityAssessed");
    assert.deepEqual(value.case.registryAnswers.personFound, "YES");
    assert.deepEqual(value.case.receipt, { wanted: true, status: "OK", errors: [] });
    assert.equal(first(events, "MessageRefused").class, "DUPLICATE");
  });

  test("a statement of somebody whom the register does not know is refused, with a receipt", async () => {
    const unknown = statement({ person: { ...sample.person, number: "12817012319" } });
    const { class: reason, case: shared } = first(await decideAll([at(unknown)]), "MessageRefused");
    assert.deepEqual(
      [reason, shared?.receipt?.status, shared?.receipt?.errors[0]?.code],
      ["CONTENT", "REFUSED", "E53"],
    );
  });

  test("a plan by form and by notice", async () => {
    const form = first(await decideAll([at(planForm())]), "FollowUpPlanShared");
    assert.deepEqual([form.format, form.work.employer.number, form.toClinician], ["FORM_2016", "999990009", true]);
    const notice = nav(planNotice(form.planId));
    assert.equal(first(await decideAll([notice]), "FollowUpPlanShared").format, "NOTICE");
    assert.deepEqual((await typesAfter(at(planForm()), notice)).slice(-1), ["MessagePassedOn"]);
  });

  test("a plan for the clinician goes on by a letter, as welfare's word of a plan does not", async () => {
    const events = await decideAll([at(planForm())]);
    const letter = first(events, "DialogueMessageSent");
    const { planId } = first(events, "FollowUpPlanShared");
    assert.deepEqual(
      [letter.kind, letter.fromSide, letter.archiveId],
      ["PLAN_LETTER", "WELFARE", first(events, "FollowUpPlanShared").archiveId],
    );
    const told = await decideAll([nav(planNotice(planId))]);
    assert.equal(
      told.some(({ type }) => type === "DialogueMessageSent"),
      false,
    );
  });

  test("a request that breaks the rules is refused with pointers", async () => {
    const event = first(await decideAll([at(planRequest({ evaluationDate: "snart" }))]), "MessageRefused");
    assert.deepEqual(
      [event.class, event.case?.findings],
      ["CONTENT", [{ path: "/evaluationDate", rule: "NOT_A_DAY" }]],
    );
  });
});

describe("a plan of an employer's own system", () => {
  const employerDoor = (senderOrganisations: ReadonlyArray<string>) =>
    ({
      door: "EMPLOYER",
      receiptTrusted: false,
      stationReceivedAt: null,
      case: { ...placeOf(null), sender: "employer", senderOrganisations },
    }) as const;
  const asks = (numbers = ["999990009"], change = {}): Sent => at(planRequest(change), employerDoor(numbers));
  const sent = async () => [nav(await record()), nav(status(welfareId, "SENDT"))];
  const refusal = async (...all: ReadonlyArray<Sent>) => {
    const event = first(await decideAll(all), "MessageRefused");
    return [event.class, event.case?.findings[0]?.rule];
  };

  test("is about the employer that sends it, who employs the person and was sent a certificate", async () => {
    const value = first(await decideAll([...(await sent()), asks()]), "FollowUpPlanShared");
    assert.deepEqual(
      [value.format, value.work.employer.number, value.case.registryAnswers.activeEmployment],
      ["REST", "999990009", "YES"],
    );
    assert.equal(value.case.registryAnswers.sentCertificate, "YES");
    assert.ok(value.case.registryAnswers.askedAt !== null);
  });

  test("that speaks for several is about the one that was sent the certificate", async () => {
    const events = await decideAll([...(await sent()), asks(["999990077", "999990009"])]);
    assert.equal(first(events, "FollowUpPlanShared").work.employer.number, "999990009");
  });

  test("is refused without a certificate that was sent there, before it is sent and after it is taken back", async () => {
    const [certified, status_] = await sent();
    assert.deepEqual(await refusal(asks()), ["SENDER", "NO_ACTIVE_SENT_CERTIFICATE"]);
    assert.deepEqual(await refusal(certified!, asks()), ["SENDER", "NO_ACTIVE_SENT_CERTIFICATE"]);
    assert.deepEqual(await refusal(certified!, status_!, asks(["999990077"])), [
      "SENDER",
      "NO_ACTIVE_SENT_CERTIFICATE",
    ]);
    const deleted = nav(keyed(welfareId, null), { kind: "TOMBSTONE" });
    assert.deepEqual(await refusal(certified!, status_!, deleted, asks()), ["SENDER", "NO_ACTIVE_SENT_CERTIFICATE"]);
  });

  test("is refused where the certificate ended longer ago than a spell lasts without one", async () => {
    const at_ = (text: string): Sent => ({ ...asks(), message: { ...asks().message, receivedAt: Date.parse(text) } });
    const certified = await sent();
    const { work } = first(await decideAll(certified), "SickLeaveCertified");
    const last = Math.max(...work.periods.map(({ to }) => to));
    const after = (days: number) => at_(`${printDay(addDays(toDay(last), days))}T10:00:00Z`);
    assert.equal(first(await decideAll([...certified, after(16)]), "FollowUpPlanShared").format, "REST");
    assert.deepEqual(await refusal(...certified, after(17)), ["SENDER", "NO_ACTIVE_SENT_CERTIFICATE"]);
  });

  test("is refused where the employment register knows of no employment", async () => {
    const registries = { ...fileRegistries(dataFile), employments: () => Promise.resolve([false]) };
    const events = await decideAll([...(await sent()), asks()], { registries });
    assert.equal(first(events, "MessageRefused").case?.findings[0]?.rule, "NO_ACTIVE_EMPLOYMENT");
  });

  test("waits while the employment register is away", async () => {
    const registries = { ...fileRegistries(dataFile), employments: () => Promise.reject(new Error("away")) };
    await assert.rejects(decideAll([...(await sent()), asks()], { registries }));
  });

  test("is refused from a party without a number; a form of the portal is handed on by anybody", async () => {
    assert.deepEqual(await refusal(asks([])), ["SENDER", "EMPLOYER_NOT_KNOWN"]);
    const vendors = await decideAll([at(planForm(), employerDoor(["999990077"]))]);
    assert.equal(first(vendors, "FollowUpPlanShared").format, "FORM_2016");
    const own = await decideAll([at(planForm(), employerDoor(["999990009"]))]);
    assert.equal(first(own, "FollowUpPlanShared").format, "FORM_2016");
    const portal = { ...employerDoor([]), receiptTrusted: true };
    assert.equal(first(await decideAll([at(planForm(), portal)]), "FollowUpPlanShared").format, "FORM_2016");
  });
});

describe("line managers", () => {
  const relation = (change: object = {}): Sent => {
    const { bytes, message } = followUp("LINE_MANAGER");
    return {
      bytes: json({ ...(JSON.parse(Buffer.from(bytes).toString("utf8")) as object), ...change }),
      ...(message && { message }),
    };
  };

  test("a relation is an entry of the register: who is led in one part, who leads in another", async () => {
    const value = first(await decideAll([relation()]), "LineManagerRegistered");
    assert.deepEqual(
      [value.state, value.identity.number?.value, value.work.employer, value.work.to],
      ["ACTIVE", sample.person.number, "999990009", null],
    );
    assert.ok(!JSON.stringify({ ...value, identity: null, work: null, case: null }).includes(value.case.sourceId));
  });

  test("one with a last day has ended, and is the same relation", async () => {
    const events = await decideAll([relation(), relation({ aktivTom: "2026-04-01", status: "DEAKTIVERT_LEDER" })]);
    const told = events.flatMap((one) => (one.type === "LineManagerRegistered" ? [one.value] : []));
    assert.deepEqual(
      told.map(({ state }) => state),
      ["ACTIVE", "ENDED"],
    );
    assert.equal(told[0]?.relationId, told[1]?.relationId);
  });
});

describe("receipts", () => {
  test("a receipt settles what the hub sent, whether it names the hub's id or the id on the wire", async () => {
    const { messageId } = first(await decideAll([nav(order())]), "DialogueMessageSent");
    for (const id of [messageId, orderId, orderId.toUpperCase()]) {
      const events = await decideAll([nav(order()), at(await receiptFor(id))]);
      const value = first(events, "DeliverySettled");
      assert.deepEqual([value.messageId, value.outcome, value.ahead, value.receiverIndex], [messageId, "OK", false, 0]);
    }
  });

  test("a receipt that comes first waits, and settles the same delivery when the message comes", async () => {
    const events = await decideAll([at(await receiptFor(orderId, "REFUSED")), nav(order())]);
    const settled = events.filter((event) => event.type === "DeliverySettled").map(({ value }) => value);
    const { messageId } = first(events, "DialogueMessageSent");
    assert.deepEqual(
      settled.map((one) => [one.ahead, one.outcome, one.messageId === messageId, one.routeClosed]),
      [
        [true, "REFUSED", false, false],
        [false, "REFUSED", true, true],
      ],
    );
    assert.equal(settled[1]?.archiveId, archiveIdOf(0));
  });

  test("welfare's own receipt is told of the message that the door has found", async () => {
    const told = json({ ediloggid: "log-1", msgId: "wire-0", apprecStatus: "OK", genDate: "2026-03-02T10:00:00" });
    const event = first(await decideAll([{ bytes: print() }, nav(told, { about: archiveIdOf(0) })]), "DeliverySettled");
    assert.deepEqual([event.messageId, event.format, event.ahead], [archiveIdOf(0), "WELFARE_JSON", false]);
  });

  test("a second receipt says nothing new, and the receipt closes the duty to answer", async () => {
    const both = [nav(order()), at(await receiptFor(orderId)), at(await receiptFor(orderId))];
    const events = await decideAll(both);
    assert.equal(typesOf(events).at(-1), "MessagePassedOn");
    const { messageId } = first(events, "DialogueMessageSent");
    const facts = events.reduce(intake.evolve, intake.initial).followUp.facts;
    const ids = (kind: string) => facts.flatMap((one) => (one.fact === kind && "id" in one ? [one.id] : []));
    assert.deepEqual([ids("OUTGOING"), ids("SETTLED")], [[messageId], [messageId]]);
  });

  test("a receipt settles a referral passed on, and the letter about a plan", async () => {
    const referred = await decideAll([at(referralXml()), at(await receiptFor(referral.messageId))]);
    assert.equal(first(referred, "DeliverySettled").messageId, first(referred, "ReferralSent").archiveId);
    const early = await decideAll([at(planForm()), at(await receiptFor("x"))]);
    assert.equal(first(early, "DeliverySettled").ahead, true);
  });
});

describe("follow-up", () => {
  test.each([
    ["MEETING_CALLED", "DialogueMeetingCalled"],
    ["MEETING_HELD", "DialogueMeetingEnded"],
    ["ACTIVITY_ASSESSMENT", "FollowUpDecisionMade"],
    ["ACTIVITY_NOTICE", "FollowUpDecisionMade"],
    ["MEETING_CANDIDATE", "FollowUpDecisionMade"],
    ["JOB_SEEKING_DECISION", "FollowUpDecisionMade"],
    ["FOLLOW_UP_SPELLS", "SpellDetermined"],
    ["SPELL_BIT", "SpellDetermined"],
    ["PERSON_NUMBERS", "PersonIdentityLinked"],
    ["PERSON_DEATH", "PersonStatusChanged"],
    ["PERSON_PROTECTION", "PersonStatusChanged"],
    ["LINE_MANAGER", "LineManagerRegistered"],
  ] as const)("%s is %s, and its repeat is taken quietly", async (kind, type) => {
    const events = await decideAll([followUp(kind)]);
    assert.equal(events[0]?.type, type);
    const twice = await decideAll([followUp(kind), followUp(kind)]);
    const once = ["PERSON_NUMBERS", "PERSON_PROTECTION", "MEETING_CALLED", "LINE_MANAGER"].includes(kind);
    if (!once) assert.equal(twice.at(-1)?.type, "MessagePassedOn");
  });

  test("welfare's ids lie nowhere in the open, and name the same meeting and decision each time", async () => {
    const moved = await decideAll([followUp("MEETING_CALLED"), followUp("MEETING_MOVED"), followUp("MEETING_HELD")]);
    const ids = moved.flatMap(({ value }) => ("meetingId" in value ? [value.meetingId] : []));
    assert.equal(new Set(ids).size, 1);
    const decided = first(await decideAll([followUp("ACTIVITY_ASSESSMENT")]), "FollowUpDecisionMade");
    assert.notEqual(decided.decisionId, decided.case.sourceId);
    const notice = first(await decideAll([followUp("ACTIVITY_NOTICE", "another")]), "FollowUpDecisionMade");
    assert.equal(notice.previousId, decided.previousId);
  });

  test("a piece of a spell names its certificate as the certificate's own alias does", async () => {
    const events = await decideAll([nav(await record()), followUp("SPELL_BIT")]);
    const facts = events.reduce(intake.evolve, intake.initial).followUp.facts;
    const bit = facts.find((one) => one.fact === "BIT");
    const told = facts.find((one) => one.fact === "CERTIFICATE");
    assert.ok(bit?.fact === "BIT" && told?.fact === "CERTIFICATE");
    assert.ok(told.aliases.includes(bit.resourceKey ?? ""));
  });
});

const taken: ReadonlyArray<MessageDocument> = [
  "DIALOGUE",
  "REFERRAL",
  "MEDICAL_STATEMENT",
  "PLAN_FORM",
  "APP_REC",
  "EDI_RECEIPT",
  "CERTIFICATE_SUBMISSION",
  "SYKMELDING_RECORD",
  "RECEIVED_SYKMELDING",
  "SYKMELDING_STATUS",
  "VALIDATION_RESULT",
  "DIALOGUE_RECORD",
  "DIALOGUE_ORDER",
  "REFERRAL_JSON",
  "MEETING_STATUS",
  "MEETING_ANSWER",
  "ACTIVITY_ASSESSMENT",
  "ACTIVITY_NOTICE",
  "MEETING_CANDIDATE",
  "JOB_SEEKING_DECISION",
  "FOLLOW_UP_SPELLS",
  "SPELL_BIT",
  "LINE_MANAGER",
  "PERSON_NUMBERS",
  "PERSON_EVENT",
];

test.each(taken)("a %s that cannot be read has an outcome, and no value of it is repeated", async (document) => {
  for (const text of ['{"hemmelig":"hemmelig"}', "hemmelig", "<hemmelig>", "{", ""]) {
    const [event, ...more] = await decideAll([{ bytes: Buffer.from(text), message: { document } }]);
    // JSON without a single field of a plan is read as an employer's request, and refused as one.
    const type = document === "PLAN_FORM" && text.includes("}") ? "MessageRefused" : "MessageUnreadable";
    assert.deepEqual([event?.type, more], [type, []], text);
    assert.ok(!JSON.stringify(event).includes("hemmelig"), text);
  }
});

test.each([["PLAN_REQUEST"], ["PLAN_NOTICE"]] as const)("a %s without what it needs is refused", async (document) => {
  const [event] = await decideAll([{ bytes: json({}), message: { document } }]);
  assert.equal(event?.type, "MessageRefused");
});

test("a person with something of everything is written and read again as it was", async () => {
  const id = await certificateId();
  const everything: ReadonlyArray<Sent> = [
    { bytes: print() },
    { bytes: Buffer.from("hei") },
    nav(await record()),
    nav(status(id, "APEN")),
    nav(status(id, "BEKREFTET")),
    nav(status(id, "AVBRUTT")),
    nav(status(id, "APEN")),
    nav(status(id, "SENDT")),
    nav(validation(id, "INVALID")),
    at(dialogue()),
    nav(order()),
    at(await receiptFor(orderId)),
    at(await receiptFor("nobody-knows")),
    at(referralXml()),
    at(statement()),
    at(planForm()),
    ...(["MEETING_CALLED", "MEETING_ANSWER", "MEETING_HELD", "ACTIVITY_ASSESSMENT", "SPELL_BIT"] as const).map((kind) =>
      followUp(kind),
    ),
    followUp("PERSON_NUMBERS"),
    followUp("PERSON_PROTECTION"),
  ];
  const link = { ...loadSample(loadCatalogue(), "PersonIdentityLinked", "full"), closes: false };
  const events: ReadonlyArray<Event> = [
    ...(await decideAll(everything)),
    { type: "PersonIdentityLinked", value: link },
  ];
  const state = events.reduce(intake.evolve, intake.initial);
  for (const [part, initial] of Object.entries(intake.initial))
    assert.notDeepEqual(state[part as "plan"], initial, part);
  assert.deepEqual(snapshot.decode(snapshot.encode(state)), state);
});

test("a state into which every event of the hub has been folded is written and read again as it was", () => {
  const catalogue = loadCatalogue();
  const names = contractList
    .filter(({ topics: on }) => (on as ReadonlyArray<string>).includes(topics.events))
    .map(({ name }) => name);
  assert.ok(names.length >= 33, `${names.length}`);
  const events = names.map((type) => ({ type, value: loadSample(catalogue, type, "full") }) as unknown as Event);
  const state = events.reduce(intake.evolve, intake.initial);
  assert.deepEqual(snapshot.decode(snapshot.encode(state)), state);
});

test("what only welfare may say is refused at every other door, and changes nothing", async () => {
  for (const door of ["HEALTH", "EMPLOYER"] as const) {
    const events = await decideAll([at(status(welfareId, "SENDT"), { door })]);
    assert.deepEqual(typesOf(events), ["MessageRefused"]);
    assert.ok(events[0]?.type === "MessageRefused");
    assert.equal(events[0].value.class, "SENDER");
  }
});
