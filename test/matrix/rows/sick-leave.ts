import { addDays } from "@samvirke/kernel";
import type { MatrixCase, Output } from "../model.ts";
import {
  certified,
  received,
  registered,
  sentTo,
  submitted,
  tombstone,
  tombstoneOf,
  used,
  validated,
} from "../wire/certificates.ts";
import { certificateId, earlier, today } from "../wire/ground.ts";

const record: Output = {
  to: "welfare",
  kind: "SICK_LEAVE",
  contentType: "application/json",
  has: [/"validation"/, /"sykmelding"/, /"EMOTTAK"/, /"type":"XML"/],
};
const legacy: Output = {
  to: "welfare",
  kind: "SICK_LEAVE",
  contentType: "application/json",
  has: [/"personNrPasient"/, /"fellesformat"/, /"validationResult"/],
};
// Without a receiving station there is none in the record either.
const bare: Output = { ...record, has: [/"validation"/, /"type":"ENKEL"/, /"type":"XML"/] };
const digital: Output = { ...record, has: [/"type":"DIGITAL"/, /"validation"/] };
const status = (word: string): Output => ({
  to: "welfare",
  kind: "STATUS",
  contentType: "application/json",
  has: [new RegExp(`"statusEvent":"${word}"`)],
});
const removal: Output = { to: "welfare", kind: "REMOVAL", contentType: "application/json", has: [/null/] };
const forEmployer: Output = {
  to: "employer",
  kind: "SICK_LEAVE",
  contentType: "application/json",
  has: [/"sykmelding"/, /"999990002"/],
  lacks: [/L84/, /Ryggsyndrom/],
};

const one = "sick-leaves ok";
const inReview = "sick-leaves pending";
const spell = "spells hub";

const late = {
  spellStart: addDays(today, -40),
  periods: [{ kind: "FULL", from: addDays(today, -40), to: addDays(today, 5) }],
  contactOn: addDays(today, -3),
  lateContactReason: "Pasienten var innlagt og kunne ikke møte før nå, sykdommen er dokumentert av sykehuset.",
} as const;

const first = [certified()] as const;
const own = certificateId;
const welfares = (world: Parameters<typeof earlier>[0]): string => earlier(world).message.wireId ?? "";

/** A1: what certificates and their statuses become. */
export const sickLeave: ReadonlyArray<MatrixCase> = [
  {
    row: "R1",
    what: "certificate in its envelope",
    own: [certified()],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveCertified", "SpellDetermined"],
      health: [one, spell],
      welfare: [one, spell],
      employer: [],
      out: [record, legacy],
      receipt: "1.0: 1",
    },
  },
  {
    row: "R1",
    what: "certificate that a rule refuses",
    own: [certified({ ruleSetVersion: "9" })],
    expected: {
      outcomes: ["rejected"],
      events: ["SickLeaveRejected"],
      health: ["sick-leaves rejected"],
      welfare: ["sick-leaves rejected"],
      employer: [],
      out: [record, legacy],
      receipt: "1.0: 2 X99",
    },
  },
  {
    row: "R1",
    what: "backdated certificate for manual assessment",
    own: [certified(late)],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveCertified", "SpellDetermined"],
      health: [inReview, spell],
      welfare: [inReview, spell],
      employer: [],
      out: [record, legacy],
      receipt: "1.0: 1",
    },
  },
  {
    row: "R2",
    what: "certificate without any envelope",
    own: [certified({ wrapping: "payload" })],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveCertified", "SpellDetermined"],
      health: [],
      welfare: [one, spell],
      employer: [],
      out: [bare, legacy],
      receipt: "no AppRec",
    },
  },
  {
    row: "R3",
    what: "hospital's certificate",
    own: [certified({ ebService: "SykmeldingVirksomhet" })],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveCertified", "SpellDetermined"],
      health: [one, spell],
      welfare: [one, spell],
      employer: [],
      out: [record, legacy],
      receipt: "1.0: 1",
    },
  },
  {
    row: "R4",
    what: "digital submission",
    own: [submitted],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveCertified", "SpellDetermined"],
      health: [one, spell],
      welfare: [one, spell],
      employer: [],
      out: [
        digital,
        { to: "health", kind: "SICK_LEAVE", contentType: "application/fhir+json", has: [/DocumentReference/, /J01-2/] },
        { to: "health", kind: "SICK_LEAVE", contentType: "application/fhir+json", has: [/QuestionnaireResponse/] },
      ],
      receipt: "no AppRec",
    },
  },
  {
    row: "R5",
    what: "register's record, first seen",
    own: [registered("record")],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveCertified", "SpellDetermined"],
      health: [one],
      welfare: [one, spell],
      employer: [],
      out: [],
      receipt: "no AppRec",
    },
  },
  {
    row: "R5",
    what: "register's record with other content",
    before: [registered("record")],
    own: [registered("record", { periods: [{ kind: "GRADED", grade: 50, from: today, to: addDays(today, 9) }] })],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveRevised", "SpellDetermined"],
      health: [one],
      welfare: [one, spell],
      employer: [],
      out: [],
      receipt: "no AppRec",
    },
  },
  {
    row: "R5",
    what: "register's record of a certificate that came by XML",
    before: first,
    own: [registered("record")],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveNoted"],
      health: [one, spell],
      welfare: [one, spell],
      employer: [],
      out: [],
      receipt: "no AppRec",
    },
  },
  {
    row: "R6",
    what: "older JSON",
    own: [received("received")],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveCertified", "SpellDetermined"],
      health: [one],
      welfare: [one, spell],
      employer: [],
      out: [],
      receipt: "no AppRec",
    },
  },
  {
    row: "R7",
    what: "null value for a certificate",
    before: [registered("record"), sentTo(welfares)],
    own: [tombstone],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveDeleted", "SpellDetermined"],
      health: ["sick-leaves ok tombstone"],
      welfare: [],
      employer: [],
      out: [{ to: "employer", kind: "REMOVAL", contentType: "application/json" }],
      receipt: "no AppRec",
    },
  },
  {
    row: "R7",
    what: "null value before its certificate",
    // It waits with a stand-in until the certificate says whom it is about.
    before: [tombstoneOf("record")],
    own: [registered("record")],
    expected: {
      outcomes: ["accepted"],
      // A spell begins with the certificate and is withdrawn with it, in one breath.
      events: ["SickLeaveCertified", "SickLeaveDeleted", "SpellDetermined", "SpellDetermined"],
      health: ["sick-leaves ok tombstone"],
      welfare: [],
      employer: [],
      out: [],
      receipt: "no AppRec",
    },
  },
  {
    row: "R8",
    what: "manual outcome",
    before: [certified(late)],
    own: [validated(own, "INVALID")],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveReviewed", "SpellDetermined"],
      health: ["sick-leaves invalid"],
      welfare: ["sick-leaves invalid"],
      employer: [],
      out: [
        record,
        legacy,
        // After a receipt that said OK the sender is told by a letter.
        { to: "health", kind: "DIALOGUE", contentType: "application/xml", has: [/8127/] },
      ],
      receipt: "no AppRec",
    },
  },
  {
    row: "R9",
    what: "sent to the employer",
    before: first,
    own: [sentTo(own)],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveSentToEmployer", "SpellDetermined"],
      health: [one, spell],
      welfare: ["sick-leaves ok sent", spell],
      employer: ["sick-leaves", "spells"],
      out: [forEmployer],
      receipt: "no AppRec",
    },
  },
  {
    row: "R10",
    what: "confirmed",
    before: first,
    own: [used("BEKREFTET", own)],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveConfirmed"],
      health: [one, spell],
      welfare: ["sick-leaves ok confirmed", spell],
      employer: [],
      out: [status("BEKREFTET")],
      receipt: "no AppRec",
    },
  },
  {
    row: "R11",
    what: "set aside after it was sent",
    before: [...first, sentTo(own)],
    own: [used("AVBRUTT", own)],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveSetAside", "SpellDetermined"],
      health: [one],
      welfare: ["sick-leaves ok aside"],
      employer: [],
      out: [status("AVBRUTT"), { to: "employer", kind: "REMOVAL", contentType: "application/json" }],
      receipt: "no AppRec",
    },
  },
  {
    row: "R12",
    what: "open again after it was set aside",
    before: [...first, used("AVBRUTT", own)],
    own: [used("APEN", own)],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveReopened", "SpellDetermined"],
      health: [one, spell],
      welfare: [one, spell],
      employer: [],
      out: [status("APEN")],
      receipt: "no AppRec",
    },
  },
  {
    row: "R13",
    what: "deleted by its status",
    before: first,
    own: [used("SLETTET", own)],
    expected: {
      outcomes: ["accepted"],
      events: ["SickLeaveDeleted", "SpellDetermined"],
      health: ["sick-leaves ok status"],
      welfare: [],
      employer: [],
      out: [removal],
      receipt: "no AppRec",
    },
  },
];
