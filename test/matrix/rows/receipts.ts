import type { MatrixCase, Output } from "../model.ts";
import { certified } from "../wire/certificates.ts";
import { clinical, ordered, toldByWelfare, written } from "../wire/dialogues.ts";
import { practice, hospital } from "../wire/ground.ts";
import { decidedAhead, decidedByWelfare, receiptForLetter, receiptFromHospital, receipted } from "../wire/receipts.ts";
import { referred } from "../wire/referrals.ts";

const asks = ordered({ type: "DIALOG_FORESPORSEL", list: "FORESPORSEL", code: 1 });
const question = ["dialogues note", "dialogues question"];
const first = [written("note"), asks] as const;
const delivery = (outcome: string): ReadonlyArray<string> => [
  ...question,
  `deliveries ${outcome.toLowerCase().replaceAll("_", "-")}`,
];
const told: Output = {
  to: "welfare",
  kind: "STATUS",
  contentType: "application/json",
  has: [/"bestillingUuid"/],
};
const settled = { outcomes: ["accepted"], events: ["DeliverySettled"], employer: [], receipt: "no AppRec" };
const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().replace(/\.\d+Z$/, "Z");

// What became of a message is for its sender to see too.
const refusedByWelfare = {
  health: ["dialogues note", "deliveries refused"],
  welfare: ["dialogues note", "deliveries refused"],
  out: [],
  receipt: "1.0: 2 X99",
};

/** A6: receipts, in every direction. */
export const receipts: ReadonlyArray<MatrixCase> = [
  {
    row: "R52",
    what: "receipt 1.0 for a letter: accepted",
    before: first,
    own: [receiptForLetter()],
    expected: { ...settled, health: question, welfare: delivery("OK"), out: [told] },
  },
  {
    row: "R52",
    what: "receipt 1.1 for a letter: refused",
    before: first,
    own: [receiptForLetter({ version: "1.1", status: "2", error: "E21" })],
    expected: { ...settled, health: question, welfare: delivery("REFUSED"), out: [told] },
  },
  {
    row: "R52",
    what: "a second receipt for the same letter",
    before: [...first, receiptForLetter()],
    own: [receiptForLetter({ version: "1.1", status: "2", error: "E10" })],
    expected: { ...settled, events: ["MessagePassedOn"], health: question, welfare: delivery("OK"), out: [] },
  },
  {
    row: "R52",
    what: "receipt for something that nobody knows",
    own: [receipted(() => ({ original: "4b1d6a52-0000-4000-8000-000000000000", from: practice, to: hospital }))],
    // It is kept by the id that it names, for the day on which that may come.
    expected: { ...settled, health: [], welfare: [], out: [] },
  },
  {
    row: "R53",
    what: "receipt issued for a refused certificate",
    own: [certified({ ruleSetVersion: "9", mainDiagnosis: { code: "L18", system: "2.16.578.1.12.4.1.1.7170" } })],
    expected: {
      outcomes: ["rejected"],
      events: ["SickLeaveRejected"],
      health: ["sick-leaves rejected"],
      welfare: ["sick-leaves rejected"],
      employer: [],
      out: [],
      receipt: "1.0: 2 X99",
    },
  },
  {
    row: "R53",
    what: "receipt issued for a note under a service that is not its own",
    own: [written("note", { kind: "ANSWER", code: "5", text: "" })],
    expected: {
      outcomes: ["rejected"],
      events: ["MessageRefused"],
      health: [],
      welfare: [],
      employer: [],
      out: [],
      receipt: "1.0: 2 X99",
    },
  },
  {
    row: "R54",
    what: "welfare's own word on a note that it told of",
    before: [toldByWelfare("note")],
    own: [decidedByWelfare],
    expected: { ...settled, ...refusedByWelfare },
  },
  {
    row: "R54",
    what: "welfare's own word before the note that it is about",
    own: [decidedAhead(toldByWelfare("note")), toldByWelfare("note")],
    expected: {
      ...settled,
      ...refusedByWelfare,
      outcomes: ["accepted", "accepted"],
      // It waits under the name of the note, and is told again with it.
      events: ["DeliverySettled", "DeliverySettled", "DialogueMessageSent"],
    },
  },
  {
    row: "R55",
    what: "receipt between two houses of health",
    before: [referred()],
    own: [receiptFromHospital],
    expected: {
      ...settled,
      health: ["deliveries ok", "referrals delivered"],
      welfare: [],
      out: [{ to: "health", kind: "RECEIPT", contentType: "application/xml", has: [/8140077/] }],
    },
  },
  {
    row: "R55",
    what: "receipt for a question between two houses of health",
    before: [clinical("clinical")],
    own: [receiptFromHospital],
    expected: {
      ...settled,
      health: [],
      welfare: [],
      out: [{ to: "health", kind: "RECEIPT", contentType: "application/xml", has: [/8140077/] }],
    },
  },
  {
    row: "R56",
    what: "no receipt in 96 hours",
    before: [],
    own: [
      (world) => ({ ...referred({ version: "1.1", generatedAt: daysAgo(6) })(world), receivedAt: daysAgo(6) }),
      "a day passes",
    ],
    expected: {
      outcomes: ["accepted"],
      events: ["DeadlineReached", "DeliverySettled", "ReferralSent"],
      health: ["deliveries overdue", "duties receipt open", "referrals undelivered"],
      welfare: [],
      employer: [],
      out: [
        { to: "health", kind: "REFERRAL", contentType: "application/xml" },
        { to: "receipt", kind: "STATUS", contentType: "application/json" },
      ],
      receipt: "no AppRec",
    },
  },
];
