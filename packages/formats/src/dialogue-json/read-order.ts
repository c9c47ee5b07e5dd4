import { welfareParty } from "@samvirke/contracts";
import type { Code, DialogueAttachment, WireEnvelope } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";
import { knownTheme } from "../dialogue/codes.ts";
import { isAboutSickLeave, kindOf } from "../dialogue/kind.ts";
import type { ParsedDialogue } from "../dialogue/parsed.ts";
import { plainReference } from "../dialogue/references.ts";
import type { DialogueRefusal } from "../dialogue/refusals.ts";
import { fitsService, services } from "../dialogue/services.ts";
import { cs, note, partyOf, question, silentEnvelope, themeCode, unit } from "../dialogue/wire-parts.ts";
import { Whole } from "../sykmelding-record/read-primitives.ts";
import { blankDialogue } from "./blank.ts";
import type { DialogueMismatch } from "./read-kafka.ts";
import { explain, mismatch } from "./read-kafka.ts";

const maybe = t.union([t.string, t.null, t.undefined]);

const Order = t.type(
  {
    behandlerRef: t.string,
    personIdent: t.string,
    dialogmeldingUuid: t.string,
    dialogmeldingRefParent: maybe,
    dialogmeldingRefConversation: t.string,
    dialogmeldingType: t.keyof({ DIALOG_FORESPORSEL: null, DIALOG_NOTAT: null, OPPFOLGINGSPLAN: null }),
    dialogmeldingKodeverk: t.keyof({ DIALOGMOTE: null, HENVENDELSE: null, FORESPORSEL: null }),
    dialogmeldingKode: Whole,
    dialogmeldingTekst: maybe,
    dialogmeldingVedlegg: maybe,
    kilde: maybe,
  },
  "DialogmeldingBestilling",
);

type DialogueOrder = t.TypeOf<typeof Order>;

const known: ReadonlySet<string> = new Set(Object.keys(Order.props));

const lists: Readonly<Record<DialogueOrder["dialogmeldingKodeverk"], string>> = {
  DIALOGMOTE: "8125",
  HENVENDELSE: "8127",
  FORESPORSEL: "8129",
};

// Which service NAV's dispatcher sends a type of order by.
const serviceNames: Readonly<Record<DialogueOrder["dialogmeldingType"], ReadonlyArray<string>>> = {
  DIALOG_FORESPORSEL: ["DialogmoteInnkalling", "ForesporselFraSaksbehandler"],
  DIALOG_NOTAT: ["HenvendelseFraSaksbehandler"],
  OPPFOLGINGSPLAN: ["Oppfolgingsplan"],
};

const refusalsOf = (order: DialogueOrder, theme: Code): ReadonlyArray<DialogueRefusal> => {
  const own = services.filter(
    ({ from, service }) => from === "WELFARE" && serviceNames[order.dialogmeldingType].includes(service),
  );
  const fits = knownTheme(theme) !== null && own.some((service) => fitsService(theme, service));
  return fits ? [] : [{ rule: "INVALID_KODEVERK", path: "dialogmeldingKode", code: "X99" }];
};

const pdfMark = "%PDF";

const attachmentsOf = ({ dialogmeldingVedlegg: base64 }: DialogueOrder): ReadonlyArray<DialogueAttachment> => {
  if (base64 === null || base64 === undefined) return [];
  const bytes = Buffer.from(base64, "base64");
  return [
    {
      index: 0,
      kind: "ATTACHMENT",
      id: null,
      connection: null,
      messageType: null,
      mimeType: "application/pdf",
      description: null,
      issuedText: null,
      reference: null,
      contentElements: 1,
      contentBytes: bytes.length,
      isItsType: bytes.subarray(0, pdfMark.length).toString("latin1") === pdfMark,
    },
  ];
};

const messageTypes: Readonly<Record<DialogueOrder["dialogmeldingType"], Code>> = {
  DIALOG_FORESPORSEL: cs("DIALOG_FORESPORSEL", "Forespørsel"),
  DIALOG_NOTAT: cs("DIALOG_NOTAT", "Notat"),
  OPPFOLGINGSPLAN: cs("DIALOG_NOTAT", "Notat"),
};

const envelopeOf = (order: DialogueOrder): WireEnvelope => ({
  ...silentEnvelope,
  messageType: messageTypes[order.dialogmeldingType],
  messageId: order.dialogmeldingUuid,
  parentReference: order.dialogmeldingRefParent ?? null,
  conversationReference: order.dialogmeldingRefConversation,
  sender: partyOf(unit(welfareParty, null)),
});

const warningsOf = (json: object, order: DialogueOrder, attachments: number): ParsedDialogue["warnings"] => {
  const isPlan = order.dialogmeldingType === "OPPFOLGINGSPLAN";
  const unknown = Object.keys(json).some((key) => !known.has(key));
  return [
    ...(unknown ? [{ code: "UNKNOWN_ELEMENT", path: "*" }] : []),
    ...(isPlan && attachments === 0 ? [{ code: "MISSING_ELEMENT", path: "dialogmeldingVedlegg" }] : []),
  ];
};

const itemsOf = (order: DialogueOrder, theme: Code) => {
  const text = order.dialogmeldingTekst ?? null;
  const isQuestion = order.dialogmeldingType === "DIALOG_FORESPORSEL";
  return {
    questions: isQuestion ? [question(theme, text)] : [],
    notes: isQuestion ? [] : [note(theme, text)],
  };
};

const translate = (json: object, order: DialogueOrder): ParsedDialogue => {
  const theme = themeCode(lists[order.dialogmeldingKodeverk], String(order.dialogmeldingKode));
  const items = itemsOf(order, theme);
  const envelope = envelopeOf(order);
  const blank = blankDialogue(order.personIdent, envelope);
  const attachments = attachmentsOf(order);
  const warnings = warningsOf(json, order, attachments.length);
  return {
    ...blank,
    kind: kindOf({ theme, inNote: items.notes.length > 0, messageType: envelope.messageType?.code ?? null }),
    from: "WELFARE",
    theme: knownTheme(theme),
    aboutSickLeave: isAboutSickLeave(theme),
    references: {
      message: plainReference(envelope.messageId),
      parent: plainReference(envelope.parentReference),
      conversation: plainReference(envelope.conversationReference),
    },
    refusals: refusalsOf(order, theme),
    case: {
      ...blank.case,
      clinicianReference: order.behandlerRef,
      sendingSystem: order.kilde ?? null,
      questions: items.questions.map(({ head }) => head),
      notes: items.notes.map(({ head }) => head),
      warnings,
    },
    medical: {
      ...blank.medical,
      questions: items.questions.map(({ content }) => content),
      notes: items.notes.map(({ content }) => content),
      attachments,
    },
    warnings,
    content: JSON.stringify({ ...order, dialogmeldingUuid: "" }),
  };
};

/**
 * Welfare's order to write to a clinician. Keys that may be null may be missing; an unknown key is a warning.
 *
 * Rejects: DialogueMismatch.
 * Source:  fact sheet 10.2, bestilling; navikt/isdialogmelding for types, lists and codes.
 */
export const readDialogueOrder = (json: unknown): Either<DialogueMismatch, ParsedDialogue> => {
  const read = Order.decode(json);
  if (E.isLeft(read)) return mismatch(explain(read.left));
  return E.right(translate(json as object, read.right));
};

/** The document of an order, which the event only describes; undefined where it has none. */
export const orderAttachment = (json: unknown): Uint8Array | undefined => {
  const read = Order.decode(json);
  const base64 = E.isRight(read) ? read.right.dialogmeldingVedlegg : null;
  return base64 === null || base64 === undefined ? undefined : Buffer.from(base64, "base64");
};
