import type { MessageDocument } from "@samvirke/contracts";
import { typeOfSystem } from "../fhir/systems.ts";
import { isJsonObject } from "../json/read-json.ts";
import type { MessageKind } from "./message-kind.ts";
import type { NamedId } from "./named-id.ts";
import { namedId } from "./named-id.ts";
import type { PersonNumber, RecordDoor } from "./record-door.ts";
import { closedDoor } from "./record-door.ts";

type Resource = Readonly<Record<string, unknown>>;

const documents: Readonly<Record<string, readonly [MessageDocument, MessageKind]>> = {
  Bundle: ["FHIR_BUNDLE", "referral"],
  ServiceRequest: ["FHIR_SERVICE_REQUEST", "referral"],
  Task: ["FHIR_TASK", "referral"],
  Consent: ["FHIR_CONSENT", "referral"],
  DocumentReference: ["FHIR_DOCUMENT_REFERENCE", "sick-leave"],
  QuestionnaireResponse: ["FHIR_QUESTIONNAIRE_RESPONSE", "sick-leave"],
};

// Source: no-basis-Patient, identifiers; list 8116.
const numberTypes: ReadonlySet<string | undefined> = new Set(["FNR", "DNR", "FHN"]);

const objects = (value: unknown): ReadonlyArray<Resource> =>
  (Array.isArray(value) ? value : [value]).filter(isJsonObject);

const text = (value: Resource, key: string): string | undefined => {
  const found = value[key];
  return typeof found === "string" && found.trim() !== "" ? found.trim() : undefined;
};

const resourcesOf = (root: Resource): ReadonlyArray<Resource> => {
  const entries = root["resourceType"] === "Bundle" ? objects(root["entry"]) : [];
  const all = [root, ...entries.flatMap((entry) => objects(entry["resource"]))];
  return [...all, ...all.flatMap((resource) => objects(resource["contained"]))];
};

const numbersIn = (identifier: unknown): ReadonlyArray<PersonNumber> =>
  objects(identifier).flatMap((one) => {
    const type = typeOfSystem(text(one, "system") ?? "");
    const value = text(one, "value");
    return type === undefined || !numberTypes.has(type) || value === undefined ? [] : [{ value, type }];
  });

// A reference may hold the number itself, where no Patient is sent along.
const personKeys = ["subject", "patient", "for"] as const;

const personOf = (resources: ReadonlyArray<Resource>): PersonNumber | undefined => {
  const patients = resources.filter(({ resourceType }) => resourceType === "Patient");
  const stated = patients.flatMap(({ identifier }) => numbersIn(identifier));
  const referred = resources.flatMap((resource) =>
    personKeys.flatMap((key) => objects(resource[key]).flatMap(({ identifier }) => numbersIn(identifier))),
  );
  return [...stated, ...referred][0];
};

const referredId = (reference: Resource): ReadonlyArray<NamedId> => [
  ...objects(reference["identifier"]).flatMap((identifier) => namedId("referral", text(identifier, "value"))),
  ...namedId("referral", text(reference, "reference")?.split("/").at(-1)),
];

// What a task, a consent or a document is about, where that is another resource than those sent along.
const aboutKeys = ["focus", "basedOn", "sourceReference"] as const;

// A consent names what it is for within its provision.
const consentedTo = (resource: Resource): ReadonlyArray<NamedId> =>
  objects(resource["provision"])
    .flatMap(({ data }) => objects(data))
    .flatMap(({ reference }) => objects(reference).flatMap(referredId));

const namesOf = (resources: ReadonlyArray<Resource>): ReadonlyArray<NamedId> =>
  resources.flatMap((resource) => [
    ...aboutKeys.flatMap((key) => objects(resource[key]).flatMap(referredId)),
    ...consentedTo(resource),
  ]);

const requestIds = (request: Resource): ReadonlyArray<NamedId> => [
  ...objects(request["identifier"]).flatMap((identifier) => namedId("referral", text(identifier, "value"))),
  ...namedId("referral", text(request, "id")),
];

/** A FHIR R4 document in JSON; undefined where it is none. Source: HL7 FHIR R4; no-basis profiles. */
export const fhirDoor = (root: Resource): RecordDoor | undefined => {
  const type = text(root, "resourceType");
  if (type === undefined) return undefined;
  const [document, kind] = (Object.hasOwn(documents, type) ? documents[type] : undefined) ?? ["UNKNOWN", "unknown"];
  const resources = resourcesOf(root);
  const requests = resources.filter(({ resourceType }) => resourceType === "ServiceRequest");
  const own = requests.flatMap(requestIds);
  const isOwn = ({ id }: NamedId): boolean => own.some((one) => one.id === id);
  return {
    ...closedDoor,
    document,
    kind,
    format: "FHIR",
    person: personOf(resources),
    wireMsgId: root["resourceType"] === "Bundle" ? text(objects(root["identifier"])[0] ?? {}, "value") : undefined,
    bears: own,
    names: namesOf(resources).filter((named) => !isOwn(named)),
  };
};
