import type { XmlDraft } from "../xml/write.ts";
import { element, textElement } from "../xml/write.ts";
import type { SampleCauses, SampleCode } from "./model.ts";

/** A coded value of a certificate's list or of a diagnosis system. */
export const codeDraft = (name: string, { code, text, system }: SampleCode): XmlDraft =>
  element(name, { V: code, S: system, DN: text });

/** An ArsakType; none when there is nothing to say. */
export const causesDraft = (name: string, given: SampleCauses | undefined): XmlDraft | undefined =>
  given &&
  element(name, {}, [...given.codes.map((each) => codeDraft("Arsakskode", each)), textElement("Beskriv", given.text)]);
