const oid = (tail: string): string => `urn:oid:2.16.578.1.12.4.1.${tail}`;

export const referralId = "cf4efb50-0000-4000-8000-000000000001";
export const messageId = "0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22";
export const number = "01857012026";

const coded = (system: string, code: string, display: string) => ({ system, code, display });
const telecom = [{ system: "phone", value: "+4700000001", use: "work" }];

const addressAt = (place: string) => [
  {
    extension: [
      { url: "http://hl7.no/fhir/StructureDefinition/no-basis-address-official", valueBoolean: true },
      {
        url: "http://hl7.no/fhir/StructureDefinition/no-basis-propertyinformation",
        extension: [{ url: "municipality", valueCoding: coded(oid("1.3402"), "0000", "Fjellbu") }],
      },
    ],
    use: "home",
    line: [`${place} 1`, "oppgang B"],
    city: place,
    district: "Fjellbu",
    state: "Fjell fylke",
    postalCode: "0001",
    country: "NO",
  },
];

const patient = {
  resourceType: "Patient",
  id: "p1",
  meta: { profile: ["http://hl7.no/fhir/StructureDefinition/no-basis-Patient"] },
  text: { status: "generated", div: '<div xmlns="http://www.w3.org/1999/xhtml">Ronja</div>' },
  extension: [
    {
      url: "http://hl7.org/fhir/StructureDefinition/patient-citizenship",
      extension: [
        {
          url: "code",
          valueCodeableConcept: { coding: [coded("urn:iso:std:iso:3166", "NO", "Norge")], text: "norsk" },
        },
      ],
    },
  ],
  identifier: [
    { use: "official", system: oid("4.1"), value: number },
    { system: "urn:samvirke:journal", value: "77" },
  ],
  active: true,
  name: [
    {
      extension: [{ url: "http://hl7.no/fhir/StructureDefinition/no-basis-middlename", valueString: "Fjell" }],
      use: "official",
      family: "Testdal",
      given: ["Ronja"],
    },
  ],
  telecom: [{ system: "email", value: "ronja@eksempel.invalid", use: "home" }],
  gender: "female",
  birthDate: "1970-05-01",
  deceasedDateTime: "2026-04-01",
  address: addressAt("Bygda"),
  maritalStatus: {
    coding: [coded("http://terminology.hl7.org/CodeSystem/v3-MaritalStatus", "U", "unmarried")],
    text: "ugift",
  },
  communication: [{ language: { coding: [coded("urn:ietf:bcp:47", "nb", "Bokmål")], text: "norsk" }, preferred: true }],
};

const practitioner = {
  resourceType: "Practitioner",
  id: "d1",
  identifier: [{ system: oid("4.4"), value: "7654321" }],
  name: [{ family: "Legesen", given: ["Lise"] }],
  telecom,
  address: addressAt("Legebygda"),
  qualification: [{ code: { coding: [coded(oid("1.9060"), "LE", "Lege")] } }],
};

const house = (id: string, herId: string, more: object = {}) => ({
  resourceType: "Organization",
  id,
  identifier: [{ system: oid("2"), value: herId }],
  type: [
    { coding: [coded("http://terminology.hl7.org/CodeSystem/organization-type", "prov", "Provider")], text: "enhet" },
  ],
  name: `Hus ${herId}`,
  telecom,
  address: addressAt(`Vei ${herId}`),
  ...more,
});

const role = {
  resourceType: "PractitionerRole",
  id: "r1",
  practitioner: { reference: "Practitioner/d1" },
  organization: { reference: "Organization/o2" },
  specialty: [{ coding: [coded(oid("1.7426"), "01", "Allmennmedisin")], text: "allmenn" }],
};

const request = {
  resourceType: "ServiceRequest",
  id: "s1",
  meta: { tag: [{ system: oid("1.7309"), code: "N", display: "Ny" }] },
  extension: [{ url: "urn:samvirke:extension:copy-to", valueReference: { reference: "Organization/o4" } }],
  identifier: [{ system: "urn:ietf:rfc:3986", value: `urn:uuid:${referralId}` }],
  replaces: [{ reference: "ServiceRequest/earlier" }],
  status: "active",
  intent: "order",
  category: [
    { coding: [{ system: "urn:samvirke:programme", code: "REHABILITATION", display: "Rehabilitering" }] },
    { coding: [coded("http://snomed.info/sct", "3457005", "Patient referral")], text: "henvisning" },
  ],
  priority: "urgent",
  code: { coding: [coded("http://snomed.info/sct", "310449005", "Referral to service")], text: "avklaring ønskes" },
  subject: { reference: "Patient/p1" },
  occurrenceDateTime: "2026-05-01",
  authoredOn: "2026-03-02T08:15:00+01:00",
  requester: { reference: "PractitionerRole/r1" },
  performerType: { coding: [coded(oid("1.7426"), "19", "Fysikalsk medisin")], text: "fysikalsk" },
  performer: [{ reference: "Organization/o3" }],
  reasonCode: [{ text: "vondt i ryggen" }],
  reasonReference: [{ reference: "Condition/c1" }],
  supportingInfo: [{ reference: "QuestionnaireResponse/q1" }],
  note: [{ text: "ring helst om morgenen" }],
};

const condition = {
  resourceType: "Condition",
  id: "c1",
  clinicalStatus: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "active" }] },
  verificationStatus: {
    coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: "confirmed" }],
  },
  code: { coding: [coded(oid("1.7170"), "L84", "Ryggsyndrom")], text: "rygg" },
  subject: { reference: "Patient/p1" },
};

const consent = {
  resourceType: "Consent",
  id: "k1",
  status: "active",
  scope: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy" }] },
  category: [{ coding: [coded(oid("1.9064"), "1", "Innhentet")] }],
  patient: { reference: "Patient/p1" },
  dateTime: "2026-03-01",
  performer: [{ display: "verge" }],
  policyRule: { coding: [{ system: oid("1.9064"), code: "1" }], text: "samtykke" },
  provision: { type: "permit" },
};

const answer = (linkId: string, value: object) => ({ linkId, answer: [value] });

const response = {
  resourceType: "QuestionnaireResponse",
  id: "q1",
  questionnaire: "urn:samvirke:questionnaire:work",
  status: "completed",
  subject: { reference: "Patient/p1" },
  authored: "2026-03-02",
  item: [
    answer("workGoal", { valueString: "full stilling" }),
    answer("tried", { valueString: "gradert" }),
    answer("ordinaryWorkWished", { valueBoolean: true }),
    answer("functionAtWork", { valueString: "kan sitte" }),
    answer("remainingCapacity", { valueString: "halv dag" }),
    {
      linkId: "sickLeave",
      item: [
        answer("from", { valueDate: "2026-03-02" }),
        answer("to", { valueDate: "2026-03-15" }),
        answer("grade", { valueInteger: 50 }),
        answer("text", { valueString: "gradert til påske" }),
      ],
    },
  ],
};

const document = {
  resourceType: "DocumentReference",
  id: "f1",
  masterIdentifier: { system: "urn:ietf:rfc:3986", value: "urn:uuid:0c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d99" },
  status: "current",
  type: { coding: [coded(oid("1.9602"), "A00-1", "Epikriser og sammenfatninger")], text: "epikrise" },
  subject: { reference: "Patient/p1" },
  date: "2026-02-01T10:00:00+01:00",
  description: "Epikrise",
  content: [{ attachment: { contentType: "application/pdf", url: "urn:samvirke:vedlegg", data: "JVBERi0x" } }],
};

const bundleOf = (resources: ReadonlyArray<object>) => ({
  resourceType: "Bundle",
  identifier: { system: "urn:ietf:rfc:3986", value: `urn:uuid:${messageId}` },
  type: "collection",
  timestamp: "2026-03-02T08:15:30+01:00",
  entry: resources.map((resource) => ({ resource })),
});

const houses = [
  house("o1", "8140021"),
  house("o2", "8140022", { partOf: { reference: "Organization/o1" } }),
  house("o3", "8140023"),
  house("o4", "8140024"),
];

/** A referral with every field that is read. */
export const fullReferral = bundleOf([
  request,
  patient,
  role,
  practitioner,
  ...houses,
  condition,
  consent,
  response,
  document,
]);

const detail = (code: string, value: object) => ({
  type: { coding: [{ system: "urn:samvirke:referral-status-detail", code }] },
  ...value,
});

const taskBase = {
  resourceType: "Task",
  id: "t1",
  intent: "order",
  focus: {
    type: "ServiceRequest",
    identifier: { system: "urn:ietf:rfc:3986", value: `urn:uuid:${referralId}` },
  },
  for: { reference: "Patient/p1" },
  authoredOn: "2026-03-03",
  lastModified: "2026-03-04T09:00:00+01:00",
  requester: { reference: "PractitionerRole/r1" },
  owner: { reference: "Organization/o3" },
};

const parties = [patient, role, practitioner, ...houses];

/** A status of a referral with every field that is read. */
export const fullStatus = bundleOf([
  {
    ...taskBase,
    status: "rejected",
    statusReason: { coding: [{ system: "urn:samvirke:decline-class", code: "NO_CAPACITY" }], text: "fullt" },
    businessStatus: { coding: [coded(oid("1.9148"), "3", "Videresendt")] },
    note: [{ text: "prøv nabosykehuset" }],
    output: [
      detail("appointment", { valueDateTime: "2026-04-01T09:00:00+02:00" }),
      detail("latest-start", { valueDate: "2026-05-01" }),
      detail("place", { valueString: "Poliklinikken" }),
      detail("forwarded-to", { valueReference: { reference: "Organization/o4" } }),
    ],
  },
  ...parties,
]);

export const cancellation = bundleOf([
  { ...taskBase, status: "cancelled", statusReason: { text: "ikke lenger aktuelt" } },
  ...parties,
]);

export const effort = bundleOf([
  {
    ...taskBase,
    status: "in-progress",
    code: {
      coding: [
        { system: "urn:samvirke:effort", code: "TREATMENT" },
        { system: "urn:samvirke:sector", code: "JOINT" },
      ],
    },
    executionPeriod: { start: "2026-03-10", end: "2026-06-10" },
  },
  ...parties,
]);

/** A consent that is given for a referral that came before. */
export const laterConsent = {
  resourceType: "Consent",
  id: "k2",
  meta: { lastUpdated: "2026-03-29T09:00:00+01:00" },
  status: "active",
  scope: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy" }] },
  category: [{ text: "samtykke" }],
  patient: { identifier: { system: oid("4.1"), value: "12895012345" } },
  dateTime: "2026-03-05",
  performer: [{ type: "RelatedPerson", display: "verge" }],
  organization: [{ identifier: { system: oid("2"), value: "8140021" }, display: "Legekontoret" }],
  sourceReference: { reference: "Contract/c1" },
  policyRule: { text: "samtykke" },
  provision: {
    type: "permit",
    period: { start: "2026-03-05", end: "2026-03-31" },
    data: [
      {
        meaning: "related",
        reference: {
          type: "ServiceRequest",
          identifier: { system: "urn:ietf:rfc:3986", value: `urn:uuid:${referralId}` },
        },
      },
      { meaning: "related", reference: { reference: "ServiceRequest/s9" } },
    ],
  },
};

/** The same things said in the other ways that are read. */
export const otherReferral = bundleOf([
  {
    resourceType: "ServiceRequest",
    id: "s2",
    status: "active",
    intent: "order",
    occurrencePeriod: { start: "2026-05-01", end: "2026-06-01" },
    subject: { reference: "Patient/p2", display: "Ronja" },
    requester: { identifier: { system: oid("2"), value: "8140031" }, display: "Legekontoret" },
    performer: [
      { identifier: { system: oid("2"), value: "79768" }, display: "NAV" },
      { reference: "PractitionerRole/r2" },
    ],
    reasonCode: [{ coding: [coded(oid("1.7170"), "L84", "Ryggsyndrom")], text: "rygg" }],
  },
  {
    resourceType: "Patient",
    id: "p2",
    identifier: [{ system: oid("4.2"), value: "41857012026" }],
    name: [{ text: "Ronja" }],
  },
  {
    resourceType: "PractitionerRole",
    id: "r2",
    practitioner: { identifier: { system: oid("4.4"), value: "7654322" }, display: "Lege To" },
    organization: { identifier: { system: oid("2"), value: "8140032" }, display: "Klinikk To" },
    code: [{ coding: [coded(oid("1.9060"), "FT", "Fysioterapeut")] }],
  },
  {
    resourceType: "DocumentReference",
    identifier: [{ value: "dok-1" }],
    status: "current",
    content: [{ attachment: { title: "Tittel", creation: "2026-02-03" } }],
  },
  {
    resourceType: "QuestionnaireResponse",
    questionnaire: "urn:eksempel:skjema",
    status: "completed",
    item: [
      { linkId: "a", text: "Spørsmål", answer: [{ valueString: "svar" }] },
      { linkId: "b", answer: [{ valueCoding: { system: "urn:eksempel", code: "k", display: "kode" } }] },
      { linkId: "c", answer: [{ valueDate: "2026-02-03" }] },
      { linkId: "d", answer: [{ valueInteger: 3 }] },
    ],
  },
  {
    resourceType: "QuestionnaireResponse",
    questionnaire: "urn:samvirke:questionnaire:work",
    status: "completed",
    item: [answer("legalBasis", { valueString: "hjemmel" })],
  },
]);

/** A status that names person and referral in the other ways that are read. */
export const otherStatus = {
  resourceType: "Task",
  status: "accepted",
  intent: "order",
  basedOn: [{ reference: "ServiceRequest/s9" }],
  for: { identifier: { system: oid("4.1"), value: number } },
  authoredOn: "2026-03-03",
  requester: { identifier: { system: oid("2"), value: "8140031" }, display: "Legekontoret" },
  owner: { identifier: { system: oid("2"), value: "79768" }, display: "NAV" },
};

/** Every document of these. */
export const allDocuments = (): ReadonlyArray<object> => [
  fullReferral,
  otherReferral,
  fullStatus,
  otherStatus,
  cancellation,
  effort,
  laterConsent,
];

/** The bytes of a resource in JSON. */
export const json = (resource: object): Uint8Array => Buffer.from(JSON.stringify(resource));

/** A document with one resource of a type changed. */
export const withResource = (
  bundle: typeof fullReferral,
  type: string,
  change: (resource: Readonly<Record<string, unknown>>) => object,
): object => ({
  ...bundle,
  entry: bundle.entry.map(({ resource }) => {
    const record = resource as Readonly<Record<string, unknown>>;
    return { resource: record["resourceType"] === type ? change(record) : record };
  }),
});
