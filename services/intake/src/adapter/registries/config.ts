import * as t from "io-ts/lib/index.js";

const maybe = <C extends t.Mixed>(codec: C) => t.union([codec, t.undefined, t.null]);

export const RegisterCode = t.strict({ active: t.boolean, oid: t.Int, value: t.string }, "RegisterCode");

export const Competence = t.strict(
  { type: maybe(RegisterCode), ended: maybe(RegisterCode), from: maybe(t.string), to: maybe(t.string) },
  "Competence",
);

export const Approval = t.strict(
  {
    authorisation: maybe(RegisterCode),
    category: maybe(RegisterCode),
    competences: maybe(t.readonlyArray(Competence)),
  },
  "Approval",
);
export type Approval = t.TypeOf<typeof Approval>;

export const RegisterNumber = t.strict({ type: t.string, value: t.string }, "RegisterNumber");

const person = { found: t.boolean, currentNumber: maybe(t.string), birthDay: maybe(t.string) };
const clinician = {
  found: t.boolean,
  numbers: maybe(t.readonlyArray(RegisterNumber)),
  approvals: maybe(t.readonlyArray(Approval)),
};

const address = {
  found: t.boolean,
  office: maybe(t.string),
  herId: maybe(t.string),
  organisationNumber: maybe(t.string),
  clinician: maybe(
    t.strict(
      { given: maybe(t.string), middle: maybe(t.string), family: t.string, numbers: t.readonlyArray(RegisterNumber) },
      "AddressedClinician",
    ),
  ),
};

export const WrittenAddress = t.strict(address, "WrittenAddress");
export type WrittenAddress = t.TypeOf<typeof WrittenAddress>;
export const WrittenPerson = t.strict(person, "WrittenPerson");
export type WrittenPerson = t.TypeOf<typeof WrittenPerson>;
export const WrittenClinician = t.strict(clinician, "WrittenClinician");
export type WrittenClinician = t.TypeOf<typeof WrittenClinician>;

const about = maybe(t.string);
const unavailable = maybe(t.boolean);

const PersonEntry = t.strict({ about, number: t.string, ...person }, "PersonEntry");
const ClinicianEntry = t.strict({ about, ...clinician, numbers: t.readonlyArray(RegisterNumber) }, "ClinicianEntry");
const SuspensionEntry = t.strict({ about, number: t.string, from: t.string, to: maybe(t.string) }, "SuspensionEntry");

const AddressEntry = t.strict({ about, reference: t.string, ...address }, "AddressEntry");
const EmploymentEntry = t.strict(
  { about, number: t.string, employer: t.string, from: t.string, to: maybe(t.string) },
  "EmploymentEntry",
);

/** The data file of the local registers. */
export const RegistriesFile = t.strict(
  {
    persons: t.strict({ unavailable, default: WrittenPerson, entries: t.readonlyArray(PersonEntry) }),
    healthPersonnel: t.strict({ unavailable, default: WrittenClinician, entries: t.readonlyArray(ClinicianEntry) }),
    suspensions: t.strict({ unavailable, entries: t.readonlyArray(SuspensionEntry) }),
    addresses: t.strict({ unavailable, default: WrittenAddress, entries: t.readonlyArray(AddressEntry) }),
    employments: t.strict({
      unavailable,
      default: t.strict({ employed: t.boolean }),
      entries: t.readonlyArray(EmploymentEntry),
    }),
  },
  "RegistriesFile",
);
export type RegistriesFile = t.TypeOf<typeof RegistriesFile>;

/** What the registers' HTTP interface answers. */
export const PersonAnswers = t.strict({ answers: t.readonlyArray(WrittenPerson) }, "PersonAnswers");
export const ClinicianAnswers = t.strict({ answers: t.readonlyArray(WrittenClinician) }, "ClinicianAnswers");
export const SuspensionAnswers = t.strict({ answers: t.readonlyArray(t.boolean) }, "SuspensionAnswers");
export const AddressAnswers = t.strict({ answers: t.readonlyArray(WrittenAddress) }, "AddressAnswers");
export const EmploymentAnswers = t.strict({ answers: t.readonlyArray(t.boolean) }, "EmploymentAnswers");
