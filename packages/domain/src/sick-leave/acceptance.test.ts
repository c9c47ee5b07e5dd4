import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { employerRows, evolveEmployerView } from "./employer-view.ts";
import type { EmployerView } from "./employer-view.ts";
import type { SickLeaveCommand } from "./model.ts";
import { sickLeaveIdOf } from "./register.ts";
import {
  answer,
  names,
  record,
  refusedXml,
  review,
  run,
  sawmill,
  tannery,
  told,
  tombstone,
  use,
  xml,
} from "./use.cases.ts";
import { archive, code, withContent } from "./certificate.cases.ts";

interface Case {
  /** The section that demands the outcome: rows and tables of the canonical model, or the fact sheet. */
  readonly demandedBy: string;
  readonly messages: ReadonlyArray<SickLeaveCommand>;
  readonly events: ReadonlyArray<string>;
  /** Organisation numbers that see a certificate in the end. */
  readonly employers?: ReadonlyArray<string>;
}

const [saw, tan] = [sawmill.organisationNumber, tannery.organisationNumber];
const own = [names.msg];
const icd10 = "2.16.578.1.12.4.1.1.7110";

const cases: Readonly<Record<string, Case>> = {
  "a certificate from the clinician is nobody's but health's and welfare's": {
    demandedBy: "R1; fact sheet 6.1",
    messages: [xml()],
    events: ["Certified OK"],
  },
  "the first status APEN adds nothing": {
    demandedBy: "R12",
    messages: [xml(), use(2, "OPEN", { names: own })],
    events: ["Certified OK", "Noted ALREADY_OPEN"],
  },
  "sent: the employer sees it": {
    demandedBy: "R9; C1 open 8",
    messages: [xml(), use(2, "SENT", { names: own })],
    events: ["Certified OK", "SentToEmployer APPLIED"],
    employers: [saw],
  },
  "sent again with new answers is again, without a warning": {
    demandedBy: "C1 sent 8",
    messages: [xml(), use(2, "SENT", { names: own }), use(3, "SENT", { names: own, answersUpdated: true })],
    events: ["Certified OK", "SentToEmployer APPLIED", "SentToEmployer APPLIED again"],
    employers: [saw],
  },
  "sent to another employer leaves the first with nothing": {
    demandedBy: "R9 tidligereArbeidsgiver; issue 4.7",
    messages: [xml(), use(2, "SENT", { names: own }), use(3, "SENT", { names: own, employer: tannery })],
    events: ["Certified OK", "SentToEmployer APPLIED", "SentToEmployer APPLIED again"],
    employers: [tan],
  },
  "sent without an employer shows nobody anything": {
    demandedBy: "fact sheet 10.2 (arbeidsgiver optional); 6.1",
    messages: [xml(), use(2, "SENT", { names: own, employer: null })],
    events: ["Certified OK", "SentToEmployer APPLIED"],
  },
  "confirmed towards welfare": {
    demandedBy: "R10; C1 open 9",
    messages: [xml(), use(2, "CONFIRMED", { names: own })],
    events: ["Certified OK", "Confirmed APPLIED"],
  },
  "confirmed twice": {
    demandedBy: "C1 confirmed 9",
    messages: [xml(), use(2, "CONFIRMED", { names: own }), use(3, "CONFIRMED", { names: own })],
    events: ["Certified OK", "Confirmed APPLIED", "Confirmed APPLIED"],
  },
  "confirmed, then sent": {
    demandedBy: "C1 confirmed 8",
    messages: [xml(), use(2, "CONFIRMED", { names: own }), use(3, "SENT", { names: own })],
    events: ["Certified OK", "Confirmed APPLIED", "SentToEmployer APPLIED"],
    employers: [saw],
  },
  "set aside by the person": {
    demandedBy: "R11; C1 open 10",
    messages: [xml(), use(2, "SET_ASIDE", { names: own })],
    events: ["Certified OK", "SetAside APPLIED PERSON"],
  },
  "set aside after it was sent is removed from the employer": {
    demandedBy: "R11; C1 sent 10",
    messages: [xml(), use(2, "SENT", { names: own }), use(3, "SET_ASIDE", { names: own })],
    events: ["Certified OK", "SentToEmployer APPLIED", "SetAside APPLIED PERSON"],
  },
  "set aside, reopened, sent": {
    demandedBy: "C1 aside 11, open 8",
    messages: [
      xml(),
      use(2, "SET_ASIDE", { names: own }),
      use(3, "OPEN", { names: own }),
      use(4, "SENT", { names: own }),
    ],
    events: ["Certified OK", "SetAside APPLIED PERSON", "Reopened APPLIED", "SentToEmployer APPLIED"],
    employers: [saw],
  },
  "reopened after it was sent is removed from the employer": {
    demandedBy: "R12; C1 sent 11",
    messages: [xml(), use(2, "SENT", { names: own }), use(3, "OPEN", { names: own })],
    events: ["Certified OK", "SentToEmployer APPLIED", "Reopened APPLIED"],
  },
  "expired, and whatever comes then is recorded with a warning and moves nothing": {
    demandedBy: "C1 expired",
    messages: [xml(), use(2, "EXPIRED", { names: own }), use(3, "SENT", { names: own })],
    events: ["Certified OK", "SetAside APPLIED EXPIRY", "SentToEmployer APPLIED !"],
  },
  "aside, then expired": {
    demandedBy: "C1 aside 10",
    messages: [xml(), use(2, "SET_ASIDE", { names: own }), use(3, "EXPIRED", { names: own })],
    events: ["Certified OK", "SetAside APPLIED PERSON", "SetAside APPLIED EXPIRY"],
  },
  "a move outside the table is recorded with a warning, not refused": {
    demandedBy: "C1, below the tables",
    messages: [xml(), use(2, "CONFIRMED", { names: own }), use(3, "OPEN", { names: own })],
    events: ["Certified OK", "Confirmed APPLIED", "Reopened APPLIED !"],
  },
  "deleted by a status": {
    demandedBy: "R13; fact sheet 6.4",
    messages: [xml(), use(2, "SENT", { names: own }), use(3, "DELETED", { names: own })],
    events: ["Certified OK", "SentToEmployer APPLIED", "Deleted APPLIED STATUS"],
  },
  "deleted by a null value": {
    demandedBy: "R7; fact sheet 6.4",
    messages: [xml(), use(2, "SENT", { names: own }), tombstone(3, own)],
    events: ["Certified OK", "SentToEmployer APPLIED", "Deleted APPLIED TOMBSTONE"],
  },
  "deletion is final and absorbs everything later": {
    demandedBy: "C1 any 12",
    messages: [
      record(1),
      tombstone(2),
      use(3, "SENT"),
      review(4, "INVALID"),
      record(5, { work: "nytt" }),
      tombstone(6),
    ],
    events: [
      "Certified OK",
      "Deleted APPLIED TOMBSTONE",
      "Noted DELETED",
      "Noted DELETED",
      "Noted DELETED",
      "Noted DELETED",
    ],
  },
  "a null value before its record: the late record is not resurrected": {
    demandedBy: "R7; event 12; C4.1",
    messages: [tombstone(1), record(2), use(3, "SENT")],
    events: ["Deleted WAITING TOMBSTONE", "Certified OK", "Deleted APPLIED TOMBSTONE", "Noted DELETED"],
  },
  "a status before its certificate waits and shows nobody anything": {
    demandedBy: "C1, events for an unknown id; design 3.7",
    messages: [use(1, "SENT")],
    events: ["SentToEmployer WAITING"],
  },
  "a status before its certificate is applied when it comes": {
    demandedBy: "C1; C4.1",
    messages: [use(1, "SENT"), record(2)],
    events: ["SentToEmployer WAITING", "Certified OK", "SentToEmployer APPLIED"],
    employers: [saw],
  },
  "several statuses wait and are applied in the order of their arrival": {
    demandedBy: "C1",
    messages: [use(1, "SENT"), use(2, "SET_ASIDE"), use(3, "OPEN"), record(4)],
    events: [
      "SentToEmployer WAITING",
      "SetAside WAITING PERSON",
      "Reopened WAITING",
      "Certified OK",
      "SentToEmployer APPLIED",
      "SetAside APPLIED PERSON",
      "Reopened APPLIED",
    ],
  },
  "a status under welfare's id waits until the alias ties it to the clinician's certificate": {
    demandedBy: "C1, or an alias appears; R5",
    messages: [xml(1), use(2, "SENT"), record(3)],
    events: ["Certified OK", "SentToEmployer WAITING", "Noted ALIAS", "SentToEmployer APPLIED"],
    employers: [saw],
  },
  "the same certificate by the register's door is an alias, no second one": {
    demandedBy: "R5, by msgId or ediLogid",
    messages: [xml(1), record(2, { names: [names.nav, names.log] })],
    events: ["Certified OK", "Noted ALIAS"],
  },
  "the same certificate by the clinician's door after the register's": {
    demandedBy: "R5",
    messages: [record(1), xml(2)],
    events: ["Certified OK", "Noted ALIAS"],
  },
  "the same record again adds nothing": {
    demandedBy: "R5; design 3.4",
    messages: [record(1), record(2)],
    events: ["Certified OK", "Noted REPEATED"],
  },
  "the same id again with other content is a revision": {
    demandedBy: "R5, event 7",
    messages: [record(1), record(2, { work: "nytt" })],
    events: ["Certified OK", "Revised WORK"],
  },
  "a revision of the medical part names that part": {
    demandedBy: "event 7, changed parts",
    messages: [record(1), record(2, { medical: "nytt" })],
    events: ["Certified OK", "Revised MEDICAL"],
  },
  "the same id again with another outcome is a review": {
    demandedBy: "R5, event 6",
    messages: [record(1, { status: "PENDING" }), record(2)],
    events: ["Certified PENDING", "Reviewed APPLIED OK", "Noted REPEATED"],
  },
  "other content and another outcome at once are both told": {
    demandedBy: "R5, events 6 and 7",
    messages: [record(1), record(2, { status: "INVALID", work: "nytt" })],
    events: ["Certified OK", "Revised WORK", "Reviewed APPLIED INVALID"],
  },
  "the older register's record is not compared with the newer one's": {
    demandedBy: "R6, as R5",
    messages: [record(1), record(2, { register: "RECEIVED", work: "annerledes skrevet" })],
    events: ["Certified OK", "Noted ALIAS"],
  },
  "a record that a rule refused is a rejection": {
    demandedBy: "R5, event 5",
    messages: [record(1, { status: "INVALID" })],
    events: ["Rejected"],
  },
  "a refused certificate is acknowledged by the person": {
    demandedBy: "event 9; C1 invalid",
    messages: [record(1, { status: "INVALID" }), use(2, "CONFIRMED")],
    events: ["Rejected", "Confirmed APPLIED rejectedAcknowledged"],
  },
  "a refused certificate that is sent all the same reaches no employer": {
    demandedBy: "C1, invalid: only 9; design 3.7",
    messages: [record(1, { status: "INVALID" }), use(2, "SENT")],
    events: ["Rejected", "SentToEmployer APPLIED !"],
  },
  "a refused certificate stays hidden when a review refuses it again": {
    demandedBy: "C1, invalid: only 9; fact sheet 6.1",
    messages: [record(1, { status: "INVALID" }), use(2, "SENT"), review(3, "INVALID", "UGYLDIG_TILBAKEDATERING")],
    events: ["Rejected", "SentToEmployer APPLIED !", "Reviewed APPLIED INVALID !"],
  },
  "a certificate that the hub refused can be acknowledged too": {
    demandedBy: "event 9; C1 invalid",
    messages: [refusedXml(1), use(2, "CONFIRMED", { names: own })],
    events: ["Rejected", "Confirmed APPLIED rejectedAcknowledged"],
  },
  "a pending certificate may be sent": {
    demandedBy: "C1, two regions side by side",
    messages: [record(1, { status: "PENDING" }), use(2, "SENT"), review(3, "OK")],
    events: ["Certified PENDING", "SentToEmployer APPLIED", "Reviewed APPLIED OK"],
    employers: [saw],
  },
  "a review with a remark": {
    demandedBy: "R8; event 6",
    messages: [record(1, { status: "PENDING" }), review(2, "OK", "DELVIS_GODKJENT")],
    events: ["Certified PENDING", "Reviewed APPLIED OK_WITH_REMARK"],
  },
  "a review that finds a standing certificate invalid": {
    demandedBy: "C1 ok 6",
    messages: [xml(), { ...review(2, "INVALID", "UGYLDIG_TILBAKEDATERING"), names: own }],
    events: ["Certified OK", "Reviewed APPLIED INVALID"],
  },
  "an employer who has it keeps it with a remark when it is found invalid later": {
    demandedBy: "R8, E sees the remark only; fact sheet 6.1 merknader",
    messages: [record(1), use(2, "SENT"), review(3, "INVALID", "UGYLDIG_TILBAKEDATERING")],
    events: ["Certified OK", "SentToEmployer APPLIED", "Reviewed APPLIED INVALID"],
    employers: [saw],
  },
  "invalid made good is rare and told with a warning": {
    demandedBy: "C1 invalid 6",
    messages: [record(1, { status: "INVALID" }), review(2, "OK")],
    events: ["Rejected", "Reviewed APPLIED OK !"],
  },
  "a review without an outcome says nothing": {
    demandedBy: "R8; event 6 has no pending outcome",
    messages: [record(1, { status: "PENDING" }), review(2, "PENDING", "UNDER_BEHANDLING")],
    events: ["Certified PENDING", "Noted STILL_PENDING"],
  },
  "the same review twice says nothing new": {
    demandedBy: "design 3.4",
    messages: [record(1, { status: "PENDING" }), review(2, "OK"), review(3, "OK")],
    events: ["Certified PENDING", "Reviewed APPLIED OK", "Noted REPEATED"],
  },
  "a review before its certificate": {
    demandedBy: "C1; C4.1",
    messages: [review(1, "INVALID"), record(2)],
    events: ["Reviewed WAITING INVALID", "Certified OK", "Reviewed APPLIED INVALID"],
  },
  "a self-certified absence is never used by a status": {
    demandedBy: "C1, self-certified",
    messages: [record(1, { channel: "SELF" }), use(2, "SENT")],
    events: ["Certified OK", "SentToEmployer APPLIED !"],
  },
  "a certificate on paper takes the same road": {
    demandedBy: "R42, paper enters through R5",
    messages: [record(1, { channel: "PAPER" }), use(2, "SENT")],
    events: ["Certified OK", "SentToEmployer APPLIED"],
    employers: [saw],
  },
  "a status that names the hub's own id": {
    demandedBy: "R9; R1 out (the record carries the hub's id)",
    messages: [xml(1), use(2, "SENT", { names: [names.other], statedId: sickLeaveIdOf(archive(1)) })],
    events: ["Certified OK", "SentToEmployer APPLIED"],
    employers: [saw],
  },
  "a status of another certificate does not touch this one": {
    demandedBy: "C1; design 3.7",
    messages: [record(1), use(2, "SENT", { names: [names.other] })],
    events: ["Certified OK", "SentToEmployer WAITING"],
  },
};

test("there are at least thirty cases", () => assert.ok(Object.keys(cases).length >= 30));

const viewOf = (messages: ReadonlyArray<SickLeaveCommand>): EmployerView =>
  run(...messages).events.reduce(evolveEmployerView, []);

describe.each(Object.entries(cases))("%s", (_name, { demandedBy, messages, events, employers }) => {
  test(`events, by ${demandedBy}`, () => assert.deepEqual(told(run(...messages).events), events));

  test("what employers see", () =>
    assert.deepEqual(
      employerRows(viewOf(messages)).map(({ organisationNumber }) => organisationNumber),
      employers ?? [],
    ));

  test("each message again changes nothing", () => {
    const once = run(...messages);
    for (const message of messages) assert.deepEqual(run(...messages, message).events.length, once.events.length);
  });
});

test("answers that are not the employer's stay out of the employer's part", () => {
  const sent = use(2, "SENT", {
    names: own,
    forEmployer: [answer("EGENMELDINGSDAGER", "ja")],
    others: [answer("FORSIKRING", "nei")],
  });
  const [event] = run(xml(), sent).last;
  assert.ok(event?.type === "SickLeaveSentToEmployer");
  assert.deepEqual(
    [event.value.work.answers, event.value.case.answers].map((list) => list.map(({ name }) => name)),
    [["EGENMELDINGSDAGER"], ["FORSIKRING"]],
  );
});

test("a digital certificate gets the lists' texts beside its codes, by R4; any other must bring its own", () => {
  const bare = withContent({ medical: { otherDiagnoses: [code("M545", icd10)] } }, xml());
  assert.deepEqual(told(run(bare).events), ["Rejected"]);
  const [event] = run({ ...bare, channel: "DIGITAL" }).events;
  assert.ok(event?.type === "SickLeaveCertified");
  assert.equal(event.value.channel, "DIGITAL");
  assert.match(event.value.medical.otherDiagnoses[0]?.text ?? "", /./);
});

test("no event tells an id of welfare's in the clear", () => {
  const all = [
    use(1, "SENT"),
    record(2),
    use(3, "CONFIRMED"),
    review(4, "INVALID"),
    record(5, { work: "nytt" }),
    tombstone(6),
  ];
  const text = JSON.stringify(run(...all).events).toLowerCase();
  assert.ok(text.includes(names.nav));
  assert.ok(!text.includes((use(1, "SENT").statedId ?? "").toLowerCase()));
});

test("what still waits shows no employer anything, even under the certificate's own id", () => {
  const { events } = run(xml(), use(2, "SENT", { names: own }));
  const waiting = events.map((event) =>
    event.type === "SickLeaveSentToEmployer"
      ? { type: event.type, value: { ...event.value, standing: "WAITING" as const } }
      : event,
  );
  assert.equal(employerRows(events.reduce(evolveEmployerView, [])).length, 1);
  assert.deepEqual(employerRows(waiting.reduce(evolveEmployerView, [])), []);
});
