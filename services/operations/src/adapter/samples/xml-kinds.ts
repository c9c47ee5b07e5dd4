import {
  parseReferral,
  printAppRec10,
  printDialogueSample,
  printPlanBatch,
  printReferralSample,
  printStatement,
} from "@samvirke/formats";
import type { DialogueSample, DialogueSampleKind, ReferralSampleParty } from "@samvirke/formats";
import { addDays, E } from "@samvirke/kernel";
import type { Maker, Stuff } from "./made.ts";
import { xml } from "./made.ts";

const headOf = ({ ground, base }: Stuff) => ({
  messageId: base.messageId,
  generatedAt: base.generatedAt,
  receivedAt: base.receivedAt ?? base.generatedAt,
  ediLogId: base.ediLogId ?? ground.own.uuid("edi log"),
  person: base.person,
  clinician: base.clinician,
  unit: base.unit,
});

type Said = Pick<DialogueSample, "code" | "text"> & Partial<DialogueSample>;

const dialogue =
  (kind: DialogueSampleKind, said: Said): Maker =>
  (stuff) =>
    xml(
      printDialogueSample({
        kind,
        wrapping: "fellesformat2",
        conversationReference: stuff.ground.theirs.uuid("conversation"),
        parentReference: stuff.ground.theirs.uuid("question"),
        datedOn: stuff.ground.today,
        documentId: stuff.ground.own.uuid("document"),
        ...headOf(stuff),
        ...said,
      }),
    );

const within: Partial<DialogueSample> = {
  wrapping: "msghead",
  receiver: { name: "Prøvebyen sykehus", herId: "98765432" },
};

const statement: Maker = (stuff) =>
  xml(
    printStatement({
      wrapping: "fellesformat",
      ...headOf(stuff),
      occasions: ["1"],
      severalEmployments: "2",
      welfareOffice: "NAV Prøvedalen",
      employment: { employerName: "Prøveverkstedet AS", occupation: "Mekaniker", isPrimary: true },
      diagnosisSystem: "5",
      diagnoses: [{ code: "L84", text: "Ryggsyndrom uten smerteutstråling" }],
      unfitFrom: addDays(stuff.ground.today, -28),
      status: "Bedre enn for en måned siden",
      history: "Ryggplager etter tungt løft",
      measuresRelevant: true,
      measures: [{ code: "4", text: "Hev- og senkbord" }],
      measuresDetails: "Kan prøve lettere oppgaver",
      situations: [{ code: "1" }],
      ability: { cannotDo: "Tunge løft", canResume: true, resumeWhen: "2", canTakeOther: true, takeOtherWhen: "1" },
      function: "Går og står uten hjelp",
      demands: "Tunge løft hver dag",
      outlook: { better: true, workAbility: "tre måneder" },
      contacts: [{ code: "2" }],
    }),
  );

const houseOf = ({ base: { unit, clinician } }: Stuff): ReferralSampleParty => ({
  name: unit.name,
  herId: unit.herId ?? "",
  professional: { ...clinician.name, hprNumber: clinician.hprNumber ?? "" },
});

const referral =
  (lifecycle: string): Maker =>
  (stuff) => {
    const { ground, base, personNumber } = stuff;
    const isNew = lifecycle === "N";
    const printed = printReferralSample({
      version: "2.0",
      lifecycle,
      messageId: isNew ? ground.theirs.uuid("referral message") : base.messageId,
      generatedAt: base.generatedAt,
      referralId: ground.theirs.uuid("referral"),
      sender: houseOf(stuff),
      receiver: { name: "Prøvebyen sykehus", herId: "98765432", department: { name: "Rygg", herId: "98765433" } },
      person: { number: personNumber, name: base.person.name },
      diagnosis: { code: "L84", system: "2.16.578.1.12.4.1.1.7170", text: "Ryggsyndrom uten smerteutstråling" },
      reason: "Vurdering av arbeidsrettet rehabilitering",
      consent: "1",
    });
    // The sample names everything that the printer asks for; a refusal is a defect here.
    if (E.isLeft(printed)) throw new Error(`the sample cannot be printed: ${JSON.stringify(printed.left)}`);
    return xml(printed.right);
  };

const plan: Maker = ({ ground: { own, today }, personNumber }) =>
  xml(
    printPlanBatch(
      {
        employerNumber: "999990002",
        employerName: "Prøveverkstedet AS",
        personNumber,
        ordinaryTasks: "Montering",
        measures: [
          { goal: "Gradvis tilbake", text: "Lettere oppgaver", from: today, to: addDays(today, 28), grade: "50" },
        ],
        changedOn: today,
        toWelfare: true,
        toClinician: true,
        tookPart: true,
      },
      {
        edition: "4",
        reference: `AR${own.uuid("reference").replaceAll("-", "").slice(0, 9).toUpperCase()}`,
        archivedAt: new Date(today * 86_400_000).toISOString().slice(0, 19),
        reporter: "999990002",
      },
    ),
  );

/** The receipt of the referral of the same person seed, as its receiver writes it. */
const receipt: Maker = (stuff) => {
  const answered = parseReferral(referral("N")(stuff).bytes);
  if (E.isLeft(answered)) throw new Error("the sample's own referral is not readable");
  const { own, wish } = stuff.ground;
  const said = { status: "OK", errors: [], genDate: wish.at, id: own.uuid("receipt") } as const;
  const printed = printAppRec10(answered.right.case.envelope, said);
  if (E.isLeft(printed)) throw new Error("the sample's own referral names no sender");
  return xml(printed.right);
};

/** Samples in XML, by the name of their kind; a referral's message is its person's, so that others can name it. */
export const xmlKinds: Readonly<Record<string, Maker>> = {
  "dialogue-note": dialogue("NOTE", { code: "1", text: "Pasienten ønsker et møte." }),
  "dialogue-answer": dialogue("ANSWER", {
    code: "5",
    text: "Bedring, kan prøve gradert arbeid.",
    repeats: { code: "1", text: "Hvordan går det?" },
  }),
  "dialogue-meeting-answer": dialogue("MEETING_ANSWER", {
    code: "1",
    text: "Jeg kommer.",
    repeats: { code: "1", text: "Innkalling til dialogmøte" },
  }),
  "dialogue-clinical": dialogue("CLINICAL_QUESTION", { code: "6", text: "Kan dere vurdere?", ...within }),
  "referral-status": dialogue("REFERRAL_STATUS", { code: "2", text: "Rett er vurdert.", version: "1.1", ...within }),
  "medical-statement": statement,
  referral: referral("N"),
  "referral-change": referral("M"),
  "referral-cancellation": referral("C"),
  "follow-up-plan": plan,
  receipt,
};
