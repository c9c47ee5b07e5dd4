import type { Shape } from "../certificate/shape.ts";
import type { ShapeWords } from "../xml/shape-words.ts";
import { csShape as cs, cvShape as cv, plainText as text, shapeWords } from "../xml/shape-words.ts";

const addressShape = ({ once, maybe, several }: ShapeWords): Shape => ({
  children: {
    Type: once(cs),
    StreetAdr: maybe(text),
    PostalCode: maybe(text),
    City: maybe(text),
    County: maybe(cs),
    Country: maybe(cs),
    CityDistr: maybe(cs),
    TeleAddress: several({ attributes: ["V"] }),
  },
});

/** The receipt as its schema has it, in one of its two namespaces. Source: AppRec 1.0 (2004-11-21), 1.1 (2012-02-15). */
export const appRecShape = (namespace: string): Shape => {
  const words = shapeWords(namespace);
  const { once, maybe, several } = words;
  const additional: Shape = { children: { Id: once(text), Type: once(cs) } };
  const named = { Name: maybe(text), Id: maybe(text), TypeId: maybe(cs), AdditionalId: several(additional) };
  const unit: Shape = { children: { Type: maybe(cs), ...named } };
  const institution: Shape = {
    children: { ...named, Dept: several(unit), HCPerson: several({ children: named }) },
  };
  const hcp: Shape = {
    children: {
      Inst: maybe(institution),
      HCProf: maybe(unit),
      MedSpeciality: maybe(cv),
      Address: maybe(addressShape(words)),
    },
    choice: { of: ["Inst", "HCProf"], required: true },
  };
  const party: Shape = { children: { Role: maybe(cs), HCP: once(hcp) } };
  const original: Shape = { children: { MsgType: once(cs), IssueDate: once(text), Id: once(text) } };
  return {
    children: {
      MsgType: once(cs),
      MIGversion: once(text),
      SoftwareName: maybe(text),
      SoftwareVersion: maybe(text),
      GenDate: once(text),
      Id: once(text),
      Sender: once(party),
      Receiver: once(party),
      Status: once(cs),
      Error: several(cv),
      OriginalMsgId: once(original),
    },
  };
};
