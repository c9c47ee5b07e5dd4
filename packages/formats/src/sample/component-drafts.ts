import type { XmlDraft } from "../xml/write.ts";
import { element } from "../xml/write.ts";

const persons = "2.16.578.1.12.4.1.1.8116";

const identNames: Readonly<Record<string, string>> = {
  FNR: "Fødselsnummer",
  DNR: "D-nummer",
  HPR: "HPR-nummer",
  HER: "HER-id",
};

/** A person's Ident in the namespace of the shared components. */
export const componentIdent = (
  name: string,
  { value, type }: { readonly value: string; readonly type: string },
): XmlDraft =>
  element(name, {}, [
    element("fk1:Id", {}, value),
    element("fk1:TypeId", { V: type, S: persons, DN: identNames[type] ?? type }),
  ]);

const phoneNames: Readonly<Record<string, string>> = { HP: "Hovedtelefon", MC: "Mobiltelefon" };

export const componentPhone = (
  name: string,
  { type, number }: { readonly type: string; readonly number: string },
): XmlDraft =>
  element(name, {}, [
    element("fk1:TypeTelecom", { V: type, DN: phoneNames[type] ?? type }),
    element("fk1:TeleAddress", { V: `tel:${number}` }),
  ]);

export const componentAddress = (name: string): XmlDraft =>
  element(name, {}, [
    element("fk1:Type", { V: "WP", DN: "Arbeidsadresse" }),
    element("fk1:StreetAdr", {}, "Prøvegata 1"),
    element("fk1:PostalCode", {}, "0001"),
    element("fk1:City", {}, "Prøvestad"),
    element("fk1:Country", { V: "NO", DN: "Norge" }),
  ]);
