import type { Address, ContactPoint } from "@samvirke/contracts";
import type { XmlNode } from "../xml/tree.ts";
import { child } from "../xml/tree.ts";
import type { ChildCodec, Placed } from "./codec.ts";
import { below } from "./codec.ts";
import { absent, many, one, record } from "./combine.ts";
import { cs, text, textAttribute } from "./values.ts";

// Source: Henvisning 1.1 and before. Address = Type StreetAdr? PostalCode? City? County? Country? CityDistr? TeleAddress*

const telecoms = many<ContactPoint>("TeleAddress", {
  read: (node, findings) => ({ type: null, address: textAttribute.read(node, findings) }),
  write: ({ address }, name) => textAttribute.write(address, name),
  leaves: below(textAttribute.leaves, "", "address"),
});

const postal = record<Address>({
  type: one("Type", cs),
  street: one("StreetAdr", text),
  postalCode: one("PostalCode", text),
  city: one("City", text),
  postBox: absent(null),
  county: one("County", cs),
  country: one("Country", cs),
});

const inAddress = (node: XmlNode | undefined): XmlNode | undefined => child(node, "Address");
/** Elements put into one of that name. */
export const placedIn = (wrapper: string, placed: ReadonlyArray<Placed>): ReadonlyArray<Placed> =>
  placed.map((element) => ({ ...element, path: [wrapper, ...element.path] }));

/** Address without its telephone numbers. */
export const address: ChildCodec<Address | null> = {
  read: (node, findings) => (inAddress(node) ? postal.read(inAddress(node), findings) : null),
  write: (value) => (value === null ? [] : placedIn("Address", postal.write(value))),
  leaves: below(postal.leaves, "Address", ""),
};

/** The telephone numbers of an Address. */
export const contactPoints: ChildCodec<ReadonlyArray<ContactPoint>> = {
  read: (node, findings) => telecoms.read(inAddress(node), findings),
  write: (value) => placedIn("Address", telecoms.write(value)),
  leaves: below(telecoms.leaves, "Address", ""),
};
