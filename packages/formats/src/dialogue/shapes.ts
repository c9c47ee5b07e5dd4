import type { ChildShape, Shape } from "../certificate/shape.ts";
import { namespaces } from "../envelope/document.ts";
import { dialogueNamespaces } from "./namespaces.ts";
import type { DialogueVersion } from "./namespaces.ts";

const text: Shape = { text: true };
const any: Shape = { any: true };
const cs: Shape = { attributes: ["V", "DN"] };
const cv: Shape = { attributes: ["V", "S", "DN", "OT"] };

type Children = Readonly<Record<string, ChildShape>>;

const once = (shape: Shape): ChildShape => ({ shape, required: true });
const maybe = (shape: Shape): ChildShape => ({ shape });
const several = (shape: Shape): ChildShape => ({ shape, many: true });

const within = (namespace: string, children: Children): Children =>
  Object.fromEntries(Object.entries(children).map(([name, known]) => [name, { ...known, namespace }]));

const component = (children: Children): Children => within(namespaces.components, children);

const ident: Shape = { children: component({ Id: once(text), TypeId: once(cv) }) };
const telecom: Shape = { children: component({ TypeTelecom: maybe(cs), TeleAddress: once({ attributes: ["V"] }) }) };
const address: Shape = {
  children: component({
    Type: maybe(cs),
    StreetAdr: maybe(text),
    PostalCode: maybe(text),
    City: maybe(text),
    Postbox: maybe(text),
    County: maybe(cs),
    Country: maybe(cs),
  }),
};

const organisationFields: Children = {
  TypeOrganisation: maybe(cv),
  OrganisationName: once(text),
  Ident: { shape: ident, many: true, required: true },
  Address: maybe(address),
  TeleCom: several(telecom),
};
// A unit may hold a unit to any depth; the object refers to itself.
const organisation: { children: Record<string, ChildShape> } = { children: { ...component(organisationFields) } };
organisation.children["Organisation"] = { shape: organisation, namespace: namespaces.components };

const human: Children = {
  FamilyName: maybe(text),
  MiddleName: maybe(text),
  GivenName: maybe(text),
  DateOfBirth: maybe(text),
  Sex: maybe(cs),
  Nationality: maybe(cs),
  Ident: several(ident),
  Address: maybe(address),
  TeleCom: several(telecom),
};

const persons = (namespace: string): Children =>
  within(namespace, {
    HealthcareProfessional: maybe({
      children: within(namespace, { TypeHealthcareProfessional: maybe(cs), RoleToPatient: maybe(cv), ...human }),
    }),
    Person: maybe({ children: within(namespace, human) }),
  });

const eitherPerson = (required: boolean): Shape["choice"] & object => ({
  of: ["HealthcareProfessional", "Person"],
  required,
});

const role = (version: DialogueVersion): Shape => {
  const namespace = dialogueNamespaces[version];
  const unit: Shape = {
    children: within(namespace, {
      Kontaktenhet: once(organisation),
      Merknad: maybe(text),
      ...persons(namespace),
    }),
    choice: eitherPerson(false),
  };
  const always = { RolleNotat: maybe(cv), RoleToPatient: maybe(cv), ...persons(namespace) };
  return {
    children: within(namespace, version === "1.1" ? { ...always, TilknyttetEnhet: maybe(unit) } : always),
    choice: eitherPerson(version === "1.0"),
  };
};

const question = (version: DialogueVersion): Shape => {
  const always = {
    TypeForesp: once(cv),
    Formål: maybe(cv),
    Begrunnelse: maybe(text),
    Hastegrad: maybe(cs),
    FraDato: maybe(text),
    TilDato: maybe(text),
    DokIdForesp: maybe(text),
    RollerRelatertNotat: several(role(version)),
  };
  const own: Children =
    version === "1.0"
      ? { Sporsmal: maybe(text), TypeJournalinfo: maybe(cv) }
      : { EmneSporsmal: maybe(text), Sporsmal: maybe(any), TypeJournalinfo: several(cv), KodetOpplysning: maybe(cv) };
  return { children: within(dialogueNamespaces[version], { ...always, ...own }) };
};

const note = (version: DialogueVersion): Shape => ({
  children: within(dialogueNamespaces[version], {
    TemaKodet: once(cv),
    Tema: maybe(text),
    TekstNotatInnhold: maybe(any),
    Merknad: maybe(text),
    DokIdNotat: maybe(text),
    DatoNotat: maybe(text),
    Foresporsel: maybe(question(version)),
    RollerRelatertNotat: several(role(version)),
  }),
});

const shapeOf = (version: DialogueVersion): Shape => ({
  children: within(dialogueNamespaces[version], {
    SakstypeKodet: maybe(cv),
    Sakstype: maybe(text),
    Foresporsel: several(question(version)),
    Notat: several(note(version)),
  }),
  choice: { of: ["Foresporsel", "Notat"], required: false },
});

/** Dialogmelding as its schemas have it. Source: Dialogmelding 1.0 (2006-10-11) and 1.1 (2013-01-23, with 2017). */
export const dialogueShapes: Readonly<Record<DialogueVersion, Shape>> = {
  "1.0": shapeOf("1.0"),
  "1.1": shapeOf("1.1"),
};
