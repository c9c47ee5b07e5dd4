import { randomBytes, randomUUID } from "node:crypto";
import { identityNumber } from "../../hub/persons.ts";
import { certificateTemplates, dialogueTemplate, marks, statementTemplate } from "./templates.ts";
import type { Template } from "./templates.ts";

/** certificates: nothing else; mixed: of ten messages seven certificates, two of a dialogue, one medical statement. */
export type Mix = "certificates" | "mixed";

/** Messages, each of its own: another message id, person by person. */
export interface Bodies {
  readonly next: () => Buffer;
  /** Of a certificate. */
  readonly bytes: number;
}

const spells = 4;

const fill = ({ bytes, places }: Template, values: typeof marks): Buffer => {
  const body = Buffer.from(bytes);
  for (const name of Object.keys(marks) as ReadonlyArray<keyof typeof marks>)
    for (const at of places[name]) body.write(values[name], at, "latin1");
  return body;
};

const pick = (mix: Mix) => {
  const certificates = certificateTemplates(spells);
  const others = mix === "mixed" ? [dialogueTemplate(), dialogueTemplate(), statementTemplate()] : [];
  return (sent: number, round: number): Template => {
    const other = others[(sent % 10) - 7];
    return other ?? (certificates[round % spells] as Template);
  };
};

/** Bodies about persons from the n-th on: so many persons, then the same persons' next certificates, then others. */
export const makeBodies = (first: number, persons: number, mix: Mix = "certificates"): Bodies => {
  const templateFor = pick(mix);
  const numbers = new Map<number, string>();
  const edi = randomBytes(6).toString("hex");
  let sent = 0;
  const numberOf = (person: number): string => {
    const known = numbers.get(person) ?? identityNumber(person);
    numbers.set(person, known);
    return known;
  };
  return {
    bytes: templateFor(0, 0).bytes.byteLength,
    next: () => {
      const [round, place] = [Math.floor(sent / persons), sent % persons];
      const person = first + Math.floor(round / spells) * persons + place;
      const ediLogId = `${edi}-${String(sent).padStart(marks.ediLogId.length - edi.length - 1, "0")}`;
      const template = templateFor(sent, round);
      sent += 1;
      return fill(template, { messageId: randomUUID(), ediLogId, number: numberOf(person) });
    },
  };
};
