/** Types of lists 8116 and 9051 by the system that FHIR names them by. Source: fact sheet 3.1; no-basis profiles. */
const types: Readonly<Record<string, string>> = {
  "2.16.578.1.12.4.1.4.1": "FNR",
  "2.16.578.1.12.4.1.4.2": "DNR",
  "2.16.578.1.12.4.1.4.3": "FHN",
  "2.16.578.1.12.4.1.4.4": "HPR",
  "2.16.578.1.12.4.1.4.5": "DUF",
  "2.16.578.1.12.4.1.4.101": "ENH",
  "2.16.578.1.12.4.1.4.102": "RSH",
  "2.16.578.1.12.4.1.2": "HER",
};

const systems: ReadonlyMap<string, string> = new Map(
  Object.entries(types).map(([oid, type]) => [type, `urn:oid:${oid}`]),
);

const oidForm = /^\d+(\.\d+)+$/;

/** A system as codes hold it: an OID bare, anything else as sent. */
export const bareSystem = (uri: string): string => (/^urn:oid:/i.test(uri) ? uri.slice(8) : uri);

/** A system as FHIR writes it. */
export const systemUri = (system: string): string => (oidForm.test(system) ? `urn:oid:${system}` : system);

/** OIDs of the code lists that the hub reads and prints in FHIR. */
export const lists = {
  serviceType: "2.16.578.1.12.4.1.1.7309",
  consent: "2.16.578.1.12.4.1.1.9064",
  referralStatus: "2.16.578.1.12.4.1.1.9148",
  category: "2.16.578.1.12.4.1.1.9060",
  specialty: "2.16.578.1.12.4.1.1.7426",
  sex: "2.16.578.1.12.4.1.1.3101",
  documentType: "2.16.578.1.12.4.1.1.9602",
} as const;

/** The hub's own code systems, questionnaires and extensions; FHIR has none for these. Source: fact sheet 5.4. */
export const own = {
  programme: "urn:samvirke:programme",
  declineClass: "urn:samvirke:decline-class",
  outcome: "urn:samvirke:referral-outcome",
  statusDetail: "urn:samvirke:referral-status-detail",
  effort: "urn:samvirke:effort",
  sector: "urn:samvirke:sector",
  identifier: "urn:samvirke:identifier:",
  work: "urn:samvirke:questionnaire:work",
  copyTo: "urn:samvirke:extension:copy-to",
} as const;

/** The type of an identifier by its system; undefined for a system that the hub does not know. */
export const typeOfSystem = (uri: string): string | undefined => {
  const system = bareSystem(uri.trim());
  if (system.startsWith(own.identifier)) return system.slice(own.identifier.length);
  return Object.hasOwn(types, system) ? types[system] : undefined;
};

/** The system of a type of identifier; one of the hub's own where the country has none. */
export const systemOfType = (type: string): string => systems.get(type) ?? `${own.identifier}${type.trim()}`;

/** Extensions that are read. Source: HL7 FHIR R4 (patient-citizenship); no-basis profiles. */
export const extensions = {
  citizenship: "http://hl7.org/fhir/StructureDefinition/patient-citizenship",
  middleName: "http://hl7.no/fhir/StructureDefinition/no-basis-middlename",
  property: "http://hl7.no/fhir/StructureDefinition/no-basis-propertyinformation",
  official: "http://hl7.no/fhir/StructureDefinition/no-basis-address-official",
  copyTo: own.copyTo,
} as const;
