import type { Making } from "./papers.ts";
import { plain, question, receiptFor, referral, sentToEmployer } from "./papers.ts";
import type { Side } from "./world.ts";

/** A message of a step. */
export interface Act {
  /** What later steps call it. */
  readonly name: string;
  readonly make: Making;
}

/** What must be new, or otherwise than before, in the views of a side: the names of the views. */
export type Shown = Readonly<Partial<Record<Side, ReadonlyArray<string>>>>;

/** A day of the case on which something happens. */
export interface Step {
  /** Days after the first one. */
  readonly day: number;
  readonly title: string;
  readonly told: string;
  readonly acts: ReadonlyArray<Act>;
  readonly shown: Shown;
}

const certified = (name: string, wish: Readonly<Record<string, string>>): Act => ({
  name,
  make: plain("health", "sick-leave", wish),
});
const handedIn = (certificate: string): Act => ({ name: `${certificate} sent`, make: sentToEmployer(certificate) });
const receipt = (letter: string): Act => ({ name: `${letter} receipt`, make: receiptFor(letter) });
const told = (name: string, kind: string, wish: Readonly<Record<string, string>> = {}): Act => ({
  name,
  make: plain("welfare", kind, wish),
});

const everywhere = (...views: ReadonlyArray<string>): Shown => ({ health: views, welfare: views, employer: views });

const certificates: ReadonlyArray<Step> = [
  {
    day: 0,
    title: "A doctor certifies sick leave",
    told: "Two weeks, wholly away. The employer knows nothing yet.",
    acts: [certified("certificate", { days: "14" })],
    shown: { health: ["sick-leaves", "spells"], welfare: ["sick-leaves", "spells"] },
  },
  {
    day: 1,
    title: "The person sends it to the employer",
    told: "NAV tells the hub so; from now on this employer may read what is the employer's.",
    acts: [handedIn("certificate")],
    shown: { welfare: ["sick-leaves"], employer: ["sick-leaves"] },
  },
  {
    day: 14,
    title: "The doctor prolongs it, graded",
    told: "Ten weeks at 50 percent; the person sends it on the same day.",
    acts: [certified("graded", { days: "70", grade: "50" }), handedIn("graded")],
    shown: everywhere("sick-leaves", "spells"),
  },
];

const followUp: ReadonlyArray<Step> = [
  {
    day: 20,
    title: "The employer shares a follow-up plan",
    told: "Flagged for the doctor and for NAV: a letter with PDF, answered by the practice, and a notice.",
    acts: [{ name: "plan", make: plain("employer", "follow-up-plan-request") }, receipt("plan")],
    shown: { health: ["dialogues"], welfare: ["plans"], employer: ["plans"] },
  },
  {
    day: 35,
    title: "NAV asks the doctor a question",
    told: "What can the employer adapt? The letter reaches the practice, whose system says so.",
    acts: [{ name: "question", make: question("certificate") }, receipt("question")],
    shown: { health: ["dialogues"], welfare: ["dialogues"] },
  },
  {
    day: 41,
    title: "The doctor answers",
    told: "In the same conversation.",
    acts: [{ name: "answer", make: plain("health", "dialogue-answer") }],
    shown: { health: ["dialogues"], welfare: ["dialogues"] },
  },
  {
    day: 50,
    title: "NAV assesses the activity requirement",
    told: "Before the eighth week is over.",
    acts: [told("activity", "activity-assessment")],
    shown: { welfare: ["decisions"] },
  },
];

const rehabilitation: ReadonlyArray<Step> = [
  {
    day: 84,
    title: "The doctor prolongs it once more",
    told: "Eighteen weeks at 50 percent, sent to the employer.",
    acts: [certified("last", { days: "126", grade: "50" }), handedIn("last")],
    shown: everywhere("sick-leaves", "spells"),
  },
  {
    day: 90,
    title: "The doctor refers to work-oriented rehabilitation",
    told: "Work goal and function first; no diagnosis is needed.",
    acts: [{ name: "referral", make: referral }],
    shown: { health: ["referrals"], welfare: ["referrals"] },
  },
  {
    day: 97,
    title: "NAV says what became of the referral",
    told: "Accepted, with a day to begin on.",
    acts: [told("status", "work-referral-status")],
    shown: { health: ["referrals"], welfare: ["referrals"] },
  },
];

const meeting: ReadonlyArray<Step> = [
  {
    day: 112,
    title: "NAV calls a dialogue meeting",
    told: "Two weeks from now.",
    acts: [told("call", "meeting-called")],
    shown: { welfare: ["meetings"], employer: ["meetings"] },
  },
  {
    day: 114,
    title: "The employer asks for another time",
    told: "The answer reaches NAV, and comes to the hub from there.",
    acts: [told("new time", "meeting-answer")],
    shown: { welfare: ["meeting-answers"], employer: ["meeting-answers"] },
  },
  {
    day: 116,
    title: "NAV moves the meeting",
    told: "A new revision of the same meeting.",
    acts: [told("moved", "meeting-moved")],
    shown: { welfare: ["meetings"], employer: ["meetings"] },
  },
  {
    day: 130,
    title: "The meeting is held",
    told: "NAV tells the hub so.",
    acts: [told("held", "meeting-held")],
    shown: { welfare: ["meetings"], employer: ["meetings"] },
  },
];

const ending: Step = {
  day: 196,
  title: "NAV grants a job-seeking period",
  told: "Friskmelding til arbeidsformidling: sick pay while the person looks for other work.",
  acts: [told("decision", "job-seeking-decision", { from: "14", days: "84" })],
  shown: { welfare: ["decisions"] },
};

/** One case over months. */
export const steps: ReadonlyArray<Step> = [...certificates, ...followUp, ...rehabilitation, ...meeting, ending];

/** How long a case lasts. Unit: days from the first to the last step. */
export const lengthOf = (all: ReadonlyArray<Step>): number => Math.max(...all.map(({ day }) => day));
