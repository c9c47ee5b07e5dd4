import type { DialogueMessageSent, Finding } from "@samvirke/contracts";
import { orderAttachment, printDialogueLetter, printPlanPdf } from "@samvirke/formats";
import type { DialogueEnclosure } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Document } from "../core/model.ts";
import type { Printed } from "./printed.ts";
import type { Printing } from "./printing.ts";

type Letter = Extract<Document, { readonly document: "LETTER" }>;

interface Enclosed {
  readonly enclosures: ReadonlyArray<DialogueEnclosure>;
  readonly lost: ReadonlyArray<Finding>;
}

const parsed = (received: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(received).toString("utf8"));
  } catch {
    return undefined;
  }
};

const pdf = (content: Uint8Array, description: string): DialogueEnclosure => ({
  mimeType: "application/pdf",
  description,
  content,
});

const notKept = (letter: DialogueMessageSent): Enclosed => ({
  enclosures: [],
  lost: letter.medical.attachments.map((_, index) => ({
    path: `medical.attachments[${index}]`,
    rule: "ORIGINAL_NOT_KEPT",
  })),
});

const enclosedIn = ({ letter, encloses }: Letter, received: Uint8Array | undefined): Enclosed => {
  if (encloses === "NOTHING") return { enclosures: [], lost: [] };
  if (encloses === "ORDER") {
    const content = received && orderAttachment(parsed(received));
    return content ? { enclosures: [pdf(content, "Vedlegg fra NAV")], lost: [] } : notKept(letter);
  }
  const plan = printPlanPdf(encloses);
  return {
    enclosures: [pdf(plan.pdf, "Oppfølgingsplan")],
    lost: plan.losses.map(({ path, reason }) => ({ path, rule: reason })),
  };
};

// What a letter's head and first edition have no place for.
const unplaced = ({ case: shared, medical }: DialogueMessageSent): ReadonlyArray<Finding> => {
  const said: ReadonlyArray<readonly [path: string, value: unknown]> = [
    ["case.dueOn", shared.dueOn],
    ["case.reason", shared.reason],
    ["case.sendingSystem", shared.sendingSystem],
    ["case.clinicianReference", shared.clinicianReference],
    ...medical.questions.flatMap(({ subject, codedContent }, index) => [
      [`medical.questions[${index}].subject`, subject] as const,
      [`medical.questions[${index}].codedContent`, codedContent] as const,
    ]),
  ];
  return said.filter(([, value]) => value !== null).map(([path]) => ({ path, rule: "NO_PLACE" }));
};

/** A letter in Dialogmelding 1.0; none of a message that welfare may send under no service. */
export const printLetter = (told: Letter, { address, received, writtenAt }: Printing): ReadonlyArray<Printed> => {
  const { letter, to } = told;
  const { enclosures, lost } = enclosedIn(told, received);
  const body = printDialogueLetter(letter, { receiver: to.party, generatedAt: writtenAt, enclosures });
  const at = address(to);
  if (E.isLeft(body) || at === undefined) return [];
  return [
    {
      address: at,
      shape: "Dialogmelding 1.0",
      kind: letter.kind === "PLAN_LETTER" ? "FOLLOW_UP_PLAN" : "DIALOGUE",
      contentType: "application/xml",
      body: body.right,
      wireMsgId: letter.case.envelope.messageId ?? letter.messageId,
      lost: [...unplaced(letter), ...lost],
    },
  ];
};
