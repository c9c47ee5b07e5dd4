import type { Address, Code, ContactPoint, Identifier, Name, ReferralTime } from "@samvirke/contracts";
import type { Day } from "@samvirke/kernel";
import { noCode } from "../../envelope/elements.ts";
import { readDay } from "../../xml/values.ts";
import type { FhirElement } from "../element.ts";
import { extensionOf, kid, kids, tokenAt, valueAt } from "../element.ts";
import { bareSystem, extensions, typeOfSystem } from "../systems.ts";

/** A Coding, with the text of the concept that it stands in. */
export const coding = (element: FhirElement, originalText: string | null = null): Code => {
  const system = tokenAt(element, "system");
  return {
    system: system === null ? null : bareSystem(system),
    code: tokenAt(element, "code"),
    text: valueAt(element, "display"),
    originalText,
  };
};

/** A CodeableConcept by its first coding; null where it says nothing. */
export const concept = (element: FhirElement | undefined): Code | null => {
  if (element === undefined) return null;
  const [first] = kids(element, "coding");
  const text = valueAt(element, "text");
  if (first === undefined) return text === null ? null : { ...noCode, originalText: text };
  return coding(first, text);
};

/** The coding of a system. */
export const codingIn = (codings: ReadonlyArray<FhirElement>, system: string): Code | null => {
  const found = codings.find((one) => bareSystem(tokenAt(one, "system") ?? "") === system);
  return found === undefined ? null : coding(found);
};

/** The coding of a system in concepts. */
export const codingOf = (concepts: ReadonlyArray<FhirElement>, system: string): Code | null =>
  codingIn(
    concepts.flatMap((one) => kids(one, "coding")),
    system,
  );

/**
 * An identifier with the type that its system says. A system that is not known is kept as the system of type XXX, which no
 * number of the country has.
 */
export const identifier = (element: FhirElement): Identifier => {
  const system = tokenAt(element, "system");
  const value = tokenAt(element, "value");
  if (system === null) return { value, type: noCode };
  const type = typeOfSystem(system);
  return { value, type: type === undefined ? { ...noCode, system, code: "XXX" } : { ...noCode, code: type } };
};

export const identifiers = (element: FhirElement | undefined): ReadonlyArray<Identifier> =>
  kids(element, "identifier").map(identifier);

const uses: ReadonlyArray<string | null> = ["official", "usual", null];

const chosenName = (names: ReadonlyArray<FhirElement>): FhirElement | undefined =>
  uses.flatMap((use) => names.filter((one) => tokenAt(one, "use") === use))[0] ?? names[0];

/** The official name; given names are joined. Source: no-basis-HumanName, middle name in its extension. */
export const humanName = (element: FhirElement | undefined): Name | null => {
  const name = chosenName(kids(element, "name"));
  if (name === undefined) return null;
  const given = kids(name, "given").flatMap(({ value }) => value ?? []);
  return {
    given: given.length === 0 ? null : given.join(" "),
    middle: valueAt(extensionOf(name, extensions.middleName), "valueString"),
    family: valueAt(name, "family") ?? valueAt(name, "text"),
  };
};

const usesOfContact = "http://hl7.org/fhir/contact-point-use";

/** What a contact point is for stands as its type, over what it goes as the type's own text. */
export const contactPoints = (element: FhirElement | undefined): ReadonlyArray<ContactPoint> =>
  kids(element, "telecom").map((one) => ({
    type: {
      system: usesOfContact,
      code: tokenAt(one, "use"),
      text: null,
      originalText: tokenAt(one, "system"),
    },
    address: valueAt(one, "value"),
  }));

const usesOfAddress = "http://hl7.org/fhir/address-use";

const plainCode = (code: string | null): Code | null => (code === null ? null : { ...noCode, code });

const addressOf = (element: FhirElement): Address => {
  const lines = kids(element, "line").flatMap(({ value }) => value ?? []);
  const use = tokenAt(element, "use");
  return {
    type: use === null ? null : { ...noCode, system: usesOfAddress, code: use },
    street: lines.length === 0 ? null : lines.join("\n"),
    postalCode: tokenAt(element, "postalCode"),
    city: valueAt(element, "city"),
    postBox: null,
    county: plainCode(tokenAt(element, "state")),
    country: plainCode(tokenAt(element, "country")),
  };
};

/** The first address. */
export const address = (element: FhirElement | undefined): Address | null => {
  const found = kid(element, "address");
  return found === undefined ? null : addressOf(found);
};

/** The literal calendar day of a date or dateTime; null for a year or month alone. */
export const dayIn = (text: string | null): Day | null => (text === null ? null : (readDay(text).value ?? null));

export const timeOf = (text: string | null): ReferralTime | null => (text === null ? null : { text, day: dayIn(text) });
