import type { Content, Expected, Kind, WantedDocument } from "./message.ts";
import type { Person } from "./persons.ts";

/** What of a message its consequences depend on. */
export interface Facts {
  readonly person: Person;
  readonly wireMsgId: string;
  readonly marker: string;
  readonly certificate: Content | undefined;
}

type Plain = Exclude<Kind, "repeat">;

const receipt = (status: "1" | "2", { wireMsgId }: Facts): WantedDocument => ({
  to: "receipt",
  kind: "RECEIPT",
  shape: "AppRec 1.0",
  has: [`Status V="${status}"`, wireMsgId],
});

type Form = Pick<WantedDocument, "to" | "kind" | "shape">;

/** The documents that can leave the hub, by receiver and shape. */
const forms = {
  record: { to: "welfare", kind: "SICK_LEAVE", shape: "SykmeldingRecord 27" },
  legacy: { to: "welfare", kind: "SICK_LEAVE", shape: "ReceivedSykmelding" },
  status: { to: "welfare", kind: "STATUS", shape: "SykmeldingStatusKafkaMessageDTO" },
  note: { to: "welfare", kind: "DIALOGUE", shape: "DialogmeldingForKafka" },
  statement: { to: "welfare", kind: "MEDICAL_STATEMENT", shape: "ReceivedLegeerklaering" },
  statementNews: { to: "welfare", kind: "MEDICAL_STATEMENT", shape: "LegeerklaeringKafkaMessage" },
  plan: { to: "welfare", kind: "FOLLOW_UP_PLAN", shape: "KFollowUpPlan" },
  letter: { to: "health", kind: "DIALOGUE", shape: "Dialogmelding 1.0" },
  dialogue: { to: "health", kind: "DIALOGUE", shape: "unchanged" },
  referral: { to: "health", kind: "REFERRAL", shape: "unchanged" },
  delivery: { to: "health", kind: "RECEIPT", shape: "unchanged" },
  sickLeave: { to: "employer", kind: "SICK_LEAVE", shape: "ArbeidsgiverSykmelding" },
  meeting: { to: "employer", kind: "MEETING", shape: "samvirke.dialogue-meeting/1" },
} as const satisfies Record<string, Form>;

const document = (form: Form, has: ReadonlyArray<string>, lacks: ReadonlyArray<string> = []): WantedDocument => ({
  ...form,
  has,
  lacks,
});

const certificateTexts = ({ marker, certificate }: Facts): ReadonlyArray<string> => [
  marker,
  ...(certificate === undefined ? [] : [`"${certificate.diagnosis}"`]),
];

// Both shapes of welfare's certificates: its register's record and the JSON of before.
const toWelfare = ({ person, marker, certificate }: Facts): ReadonlyArray<WantedDocument> => {
  const { from = "", to = "", diagnosis = "" } = certificate ?? {};
  const has = [person.number, marker, from, to, diagnosis];
  return [document(forms.record, has), document(forms.legacy, has)];
};

const certified =
  (more: Partial<Expected> = {}) =>
  (facts: Facts): Expected => ({
    outcome: "accepted",
    route: "automatic",
    events: ["SickLeaveCertified"],
    documents: [receipt("1", facts), ...toWelfare(facts)],
    row: "OK",
    texts: certificateTexts(facts),
    ...more,
  });

const rejected = (facts: Facts): Expected => ({
  outcome: "rejected",
  route: "automatic",
  events: ["SickLeaveRejected"],
  documents: [receipt("2", facts), ...toWelfare(facts)],
  rule: "GRADERT_SYKMELDING_0_PROSENT",
  row: "REJECTED",
  texts: certificateTexts(facts),
});

// Told to its sender alone.
const duplicate = (facts: Facts): Expected => ({
  ...rejected(facts),
  outcome: "duplicate",
  documents: [receipt("2", facts)],
  rule: "DUPLIKAT",
});

const accepted = (
  events: ReadonlyArray<string>,
  documents: ReadonlyArray<WantedDocument>,
  texts: ReadonlyArray<string> = [],
): Expected => ({ outcome: "accepted", route: "automatic", events, documents, texts });

const refused = (outcome: string, documents: ReadonlyArray<WantedDocument>): Expected => ({
  outcome,
  route: null,
  events: [outcome === "malformed" ? "MessageUnreadable" : "MessageRefused"],
  documents,
  texts: [],
});

const told =
  (event: string, hasMarker = false) =>
  ({ marker }: Facts): Expected =>
    accepted([event], [], hasMarker ? [marker] : []);

/** Within health the bytes go on to whom they were sent. */
const passedOn =
  (event: string, form: Form, isSaid = true) =>
  ({ marker }: Facts): Expected =>
    accepted([event], [document(form, [marker])], isSaid ? [marker] : []);

/**
 * What each kind of message leads to.
 *
 * Source: the rules of sick-leave certificates (grade, periods, backdating), receipts by list 8258, duplicates and conflicts
 * by the hub's own rule: a duplicate is told to its sender alone, a conflict is no certificate; the translation matrix,
 * rows R10 to R55, for all that is no certificate.
 */
export const expectations: Readonly<Record<Plain, (facts: Facts) => Expected>> = {
  full: certified(),
  graded: certified(),
  refused: rejected,
  manual: certified({ route: "manual", rule: "OVER_1_MND_MED_BEGRUNNELSE", row: "PENDING" }),
  // Late by more than a month, which a diagnosis of the specialist service makes no matter.
  specialist: certified(),
  // Stands only because the person has an earlier one for the same days: decided before that one, it would be refused.
  "late-copy": certified(),
  duplicate,
  conflict: (facts) => refused("conflict", [receipt("2", facts)]),
  malformed: () => refused("malformed", []),
  note: (facts) =>
    accepted(
      ["DialogueMessageSent"],
      [receipt("1", facts), document(forms.note, [facts.person.number, facts.marker])],
      [facts.marker],
    ),
  // Under a service that an answer without content is not for.
  "bare-answer": (facts) => refused("rejected", [receipt("2", facts)]),
  question: ({ person, marker }) =>
    accepted(["DialogueMessageSent"], [document(forms.letter, [person.number, marker])], [marker]),
  answer: (facts) =>
    accepted(
      ["DialogueMessageSent"],
      [receipt("1", facts), document(forms.note, [facts.person.number, facts.marker])],
      [facts.marker],
    ),
  clinical: passedOn("MessagePassedOn", forms.dialogue, false),
  referral: passedOn("ReferralSent", forms.referral),
  change: passedOn("ReferralChanged", forms.referral),
  cancellation: passedOn("ReferralCancelled", forms.referral, false),
  // Before what it cancels: it goes on, and waits.
  "cancelled-ahead": passedOn("ReferralCancelled", forms.referral, false),
  // Cancelled before it came, it is never delivered.
  overtaken: ({ marker }) => ({
    ...accepted(["ReferralSent", "ReferralCancelled"], [], [marker]),
    again: "ReferralCancelled",
  }),
  statement: (facts) =>
    accepted(
      ["WorkAbilityAssessed"],
      [
        receipt("1", facts),
        document(forms.statement, [facts.person.number, facts.marker]),
        document(forms.statementNews, ["legeerklaeringObjectId"], [facts.person.number, facts.marker]),
      ],
      [facts.marker],
    ),
  // A hospital's receipt for a referral, for whoever sent that.
  delivery: ({ wireMsgId }) => accepted(["DeliverySettled"], [document(forms.delivery, [wireMsgId])]),
  sent: ({ person, certificate }) => {
    const { from = "", to = "", diagnosis = "" } = certificate ?? {};
    return accepted(
      ["SickLeaveSentToEmployer"],
      [document(forms.sickLeave, [person.number, from, to], [`"${diagnosis}"`])],
    );
  },
  confirmed: () => accepted(["SickLeaveConfirmed"], [document(forms.status, [`"statusEvent":"BEKREFTET"`])]),
  need: told("FollowUpDecisionMade"),
  requirement: told("FollowUpDecisionMade", true),
  meeting: ({ person }) =>
    accepted(["DialogueMeetingCalled"], [document(forms.meeting, [`"state":"CALLED"`], [person.number])]),
  plan: ({ marker, person }) => accepted(["FollowUpPlanShared"], [document(forms.plan, [person.number])], [marker]),
  notice: told("FollowUpPlanShared"),
};
