import type {
  DeliverySettled,
  DialogueMessageSent,
  FollowUpPlanShared,
  MessageRefused,
  ReferralGranted,
  ReferralSent,
} from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import {
  printAppRec10,
  printAppRec11,
  printDeliveryStatus,
  printDialogueLetter,
  printPlanPdf,
  printReferralStatus,
} from "../../src/index.ts";
import { golden } from "./avro-leaves.ts";
import type { Trial } from "./changes.ts";

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const at = Date.UTC(2026, 2, 2, 9);
const printers = { "1.0": printAppRec10, "1.1": printAppRec11 } as const;
const statuses: Readonly<Record<string, "OK" | "REFUSED" | "PARTIAL">> = { OK: "OK", PARTIAL: "PARTIAL" };

// As the receipt's service hands it over: what is neither accepted nor in part is refused.
const receipt =
  (edition: keyof typeof printers) =>
  ({ case: shared }: MessageRefused): string => {
    if (!shared?.envelope || !shared.receipt) return "";
    const { status, errors } = shared.receipt;
    const content = { status: statuses[status] ?? "REFUSED", errors, genDate: at, id: "kvittering-1" } as const;
    const printed = printers[edition](shared.envelope, content);
    return E.isLeft(printed) ? "" : textOf(printed.right);
  };

const refused = golden("MessageRefused");
const silent = {
  ...refused,
  case: refused.case && {
    ...refused.case,
    envelope: refused.case.envelope && { ...refused.case.envelope, receivingStation: null },
  },
};

const settled = golden("DeliverySettled");
const delivery = { ...settled, outcome: "REFUSED" as const };

const granted = golden("ReferralGranted");
const referral = golden("ReferralSent");
const answered = (step: ReferralGranted, about: ReferralSent): string =>
  textOf(
    printReferralStatus({
      messageId: "svar-1",
      outcome: step.outcome === "UNKNOWN" ? "ACCEPTED" : step.outcome,
      text: step.medical.text,
      at: step.madeAt,
      identity: about.identity,
      receiver: { comMethod: null, organisations: [] },
      answers: about.case.envelope.messageId,
      conversation: about.case.envelope.conversationReference,
    }),
  );
const byReferral = (about: ReferralSent): string => answered(granted, about);
const { identity } = referral;
const unnumbered = { ...referral, identity: { ...identity, currentNumber: null } };
const otherwiseNumbered = { ...referral, identity: { ...identity, currentNumber: null, number: null } };
const startsTalk = {
  ...referral,
  case: { ...referral.case, envelope: { ...referral.case.envelope, conversationReference: null } },
};

const plan = golden("FollowUpPlanShared");
const unnumberedPlan = {
  ...plan,
  identity: { ...plan.identity, currentNumber: null },
  work: { ...plan.work, contacts: plan.work.contacts.map((one) => ({ ...one, fullName: null })) },
};
const onPaper = (event: FollowUpPlanShared): string => {
  const { pdf, losses } = printPlanPdf(event);
  return JSON.stringify({ PDF: Buffer.from(pdf).toString("base64"), lost: losses.map(({ path }) => path) });
};

const letters = golden("DialogueMessageSent");
const theme = (list: string, code: string) => ({
  system: `2.16.578.1.12.4.1.1.${list}`,
  code,
  text: "Tema",
  originalText: "tema",
});
const ofTheme = (one: ReturnType<typeof theme>, isNote: boolean): DialogueMessageSent => {
  const { notes, questions } = letters.case;
  return {
    ...letters,
    fromSide: "WELFARE",
    theme: one,
    case: {
      ...letters.case,
      notes: isNote ? notes.map((head) => ({ ...head, theme: one })) : [],
      questions: isNote ? [] : questions.map((head) => ({ ...head, theme: one })),
    },
    medical: {
      ...letters.medical,
      notes: isNote ? letters.medical.notes : [],
      questions: isNote ? [] : letters.medical.questions,
    },
  };
};
const written = [ofTheme(theme("8129", "1"), false), ofTheme(theme("8127", "2"), true)];
const silentHead = {
  messageId: null,
  parentReference: null,
  conversationReference: null,
};
const firstLetters = written.map((one) => ({
  ...one,
  identity: { ...one.identity, currentNumber: null, name: null },
  case: {
    ...one.case,
    envelope: { ...one.case.envelope, ...silentHead },
    notes: one.case.notes.map((head) => ({ ...head, documentId: null })),
    questions: one.case.questions.map((head) => ({ ...head, documentId: null })),
  },
}));

const letter =
  (version: "1.0" | "1.1") =>
  (event: DialogueMessageSent): string => {
    const receiver = { comMethod: null, organisations: [] };
    const printed = printDialogueLetter(event, { receiver, generatedAt: at, version });
    return E.isLeft(printed) ? "" : textOf(printed.right);
  };

const themes = { "theme.code": ["2"] };

/** What goes out to the health side. */
export const healthTrials: Readonly<Record<string, Trial>> = {
  appRec10: { isXml: true, contract: "MessageRefused", events: [refused, silent], print: receipt("1.0") },
  appRec11: { isXml: true, contract: "MessageRefused", events: [refused, silent], print: receipt("1.1") },
  deliveryStatus: {
    isXml: false,
    contract: "DeliverySettled",
    events: [delivery],
    print: (event: DeliverySettled) =>
      JSON.stringify(printDeliveryStatus(event, { uuid: "status-1", orderId: "ordre-1" })) ?? "",
  },
  referralGranted: {
    isXml: true,
    contract: "ReferralGranted",
    events: [granted],
    print: (event: ReferralGranted) => answered(event, referral),
  },
  referralAnswered: {
    isXml: true,
    contract: "ReferralSent",
    events: [referral, unnumbered, otherwiseNumbered, startsTalk],
    print: byReferral,
  },
  planPdf: { isXml: false, contract: "FollowUpPlanShared", events: [plan, unnumberedPlan], print: onPaper },
  letter10: {
    isXml: true,
    contract: "DialogueMessageSent",
    events: [...written, ...firstLetters],
    print: letter("1.0"),
    others: themes,
  },
  letter11: {
    isXml: true,
    contract: "DialogueMessageSent",
    events: [...written, ...firstLetters],
    print: letter("1.1"),
    others: themes,
  },
};
