import type { Code, WireEnvelope } from "@samvirke/contracts";
import type { FindingCode, Findings } from "../xml/findings.ts";
import type { XmlNode } from "../xml/tree.ts";
import { entryOf, isShortSystem, knownTheme, listOf, themeLists } from "./codes.ts";
import type { MessageShape } from "./kind.ts";
import { fitsService, fitsSide, serviceOf } from "./services.ts";
import type { Sides } from "./sides.ts";

/** Why a message must be refused by its content alone. X99 with a text is what NAV answers to each. */
export interface DialogueRefusal {
  readonly rule: "MELDINGSTEKST_MANGLER" | "INVALID_KODEVERK";
  readonly path: string;
  /** Code of list 8221 for the receipt. */
  readonly code: "X99";
}

/** What the codes of a message are judged by. */
export interface Coded {
  readonly envelope: WireEnvelope;
  readonly sides: Sides;
  readonly kind: MessageShape;
  readonly theme: Code | null;
  readonly inNote: boolean;
  readonly text: string | null;
}

const themePath = ({ inNote }: Coded): string =>
  inNote ? "Dialogmelding/Notat/TemaKodet" : "Dialogmelding/Foresporsel/TypeForesp";

const codesFit = ({ envelope, sides, theme }: Coded): boolean => {
  const service = serviceOf(envelope.receivingStation);
  if (service === undefined) return false;
  if (service !== "none") return fitsService(theme, service);
  const isBetweenSectors = sides.from === "WELFARE" || sides.welfareIsMain;
  return !isBetweenSectors || fitsSide(theme, sides.from);
};

// NAV goes by the service that the message came under; where none is named, the kind stands in for it.
const needsText = ({ kind, sides, envelope }: Coded): boolean => {
  const service = serviceOf(envelope.receivingStation);
  if (sides.from !== "HEALTH" || !sides.toWelfare || service === undefined) return false;
  return service === "none" ? kind === "NOTE" || kind === "ANSWER" : service.action !== "MoteRespons";
};

/** Source: fact sheet 8.5, in its order; table 5.5. */
export const refusalsOf = (coded: Coded): ReadonlyArray<DialogueRefusal> => {
  const refusals: Array<DialogueRefusal> = [];
  if (needsText(coded) && (coded.text ?? "").trim() === "") {
    refusals.push({ rule: "MELDINGSTEKST_MANGLER", path: "Dialogmelding/Notat/TekstNotatInnhold", code: "X99" });
  }
  if (!codesFit(coded)) refusals.push({ rule: "INVALID_KODEVERK", path: themePath(coded), code: "X99" });
  return refusals;
};

const typeOf = ({ envelope }: Coded): string => (envelope.messageType?.code ?? "").trim().toUpperCase();

const hasOtherType = (coded: Coded): boolean => {
  const service = serviceOf(coded.envelope.receivingStation);
  return service !== undefined && service !== "none" && service.messageType !== typeOf(coded);
};

const oddities = (coded: Coded): ReadonlyArray<FindingCode> => {
  const { theme, inNote } = coded;
  const list = listOf(theme);
  const isUnknown = entryOf(themeLists, list) !== undefined && knownTheme(theme) === null;
  const signs: ReadonlyArray<readonly [boolean, FindingCode]> = [
    [isUnknown, "UNKNOWN_CODE"],
    [isShortSystem(theme), "CODE_SYSTEM_SHORT"],
    [list === "8129" && inNote, "QUESTION_CODE_ON_ANSWER"],
  ];
  return signs.flatMap(([found, code]) => (found ? [code] : []));
};

/** Notes what is odd about the codes and stops nothing. */
export const noteCodes = (coded: Coded, dialogue: XmlNode, findings: Findings): void => {
  const below = themePath(coded).replace("Dialogmelding/", "");
  for (const code of oddities(coded)) findings.note(code, dialogue, below);
  if (hasOtherType(coded)) findings.note("MESSAGE_TYPE_DIFFERS", dialogue);
};
