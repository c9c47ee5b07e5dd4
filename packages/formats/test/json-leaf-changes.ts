import type { Json, JsonObject } from "../src/index.ts";

// Words that mean something else in their enum; every other leaf is changed by its form.
const words: ReadonlyArray<readonly [string, string]> = [
  ["HER", "AKO"],
  ["ENH", "AKO"],
  ["HPR", "DUF"],
  ["FNR", "HNR"],
  ["DNR", "HNR"],
  ["LEGE", "TANNLEGE"],
  ["LE", "TL"],
  ["JA", "NEI"],
  ["KVINNE", "MANN"],
  ["FASTLEGE", "JOURNALANSVARLIG"],
  ["PRIVATE_SPESIALISTER_MED_DRIFTSAVTALER", "TANNLEGE_TANNHELSE"],
  ["TANNLEGE_TANNHELSE", "PRIVATE_SPESIALISTER_MED_DRIFTSAVTALER"],
  ["IKKE_OPPGITT", "UGYLDIG"],
  ["UKJENT", "BOSTEDSADRESSE"],
  ["UGYLDIG", "AKO"],
  ["BESOKSADRESSE", "BOSTEDSADRESSE"],
  ["POSTADRESSE", "BOSTEDSADRESSE"],
  ["BOSTEDSADRESSE", "POSTADRESSE"],
  ["ARBEIDSADRESSE", "POSTADRESSE"],
  ["HOVEDTELEFON", "MOBILTELEFON"],
  ["ARBEIDSPLASS", "MOBILTELEFON"],
  ["MOBILTELEFON", "HOVEDTELEFON"],
  ["ICPC2", "ICPC2B"],
  ["ICD10", "PHBU"],
  ["TILSTAND_HINDRER_AKTIVITET", "ANNET"],
  ["ANNET", "TILSTAND_HINDRER_AKTIVITET"],
  ["MANGLENDE_TILRETTELEGGING", "ANNET"],
  ["NODVENDIG_KONTROLLUNDENRSOKELSE", "ABORT"],
  ["SMITTEFARE", "ABORT"],
  ["ABORT", "DONOR"],
  ["SKJERMET_FOR_ARBEIDSGIVER", "SKJERMET_FOR_PASIENT"],
  ["SKJERMET_FOR_NAV", "SKJERMET_FOR_PASIENT"],
  ["EN_ARBEIDSGIVER", "FLERE_ARBEIDSGIVERE"],
  ["MEDISINSK_OPPSUMMERING", "UAVKLARTE_FORHOLD"],
  ["MEDISINSKE_HENSYN", "UAVKLARTE_FORHOLD"],
  ["MANUAL", "AUTOMATIC"],
  ["AUTOMATIC", "MANUAL"],
  ["INVALID", "OK"],
  ["SENDT", "BEKREFTET"],
  ["DELVIS_GODKJENT", "TILBAKEDATERT_PAPIRSYKMELDING"],
];
const other: ReadonlyMap<string, string> = new Map(words);

const laterDay = (text: string): string =>
  text.replace(/^(\d{4}-\d{2}-)(\d{2})/, (_, a: string, b: string) => `${a}${b === "20" ? "21" : "20"}`);

const changedText = (text: string, key: string): string => {
  if (key === "kjonn") return text === "MANN" ? "KVINNE" : "MANN";
  const word = other.get(text);
  if (word !== undefined) return word;
  if (key === "status" && text === "OK") return "INVALID";
  if (key === "ruleStatus" || key === "statusEvent") return "INVALID";
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return laterDay(text);
  return /^\d+$/.test(text) ? `${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}` : `${text}x`;
};

const changedLeaf = (leaf: Json, key: string): Json => {
  if (typeof leaf === "boolean") return !leaf;
  if (typeof leaf === "number") return leaf + 1;
  return typeof leaf === "string" ? changedText(leaf, key) : leaf;
};

type Step = string | number;

const isMap = (path: ReadonlyArray<Step>): boolean =>
  path.at(-1) === "utdypendeOpplysninger" || path.at(-2) === "utdypendeOpplysninger";

/** Every leaf that says something, by its path. */
export const leavesOf = (json: Json, path: ReadonlyArray<Step> = []): ReadonlyArray<ReadonlyArray<Step>> => {
  if (json === null) return [];
  if (Array.isArray(json)) return json.flatMap((item: Json, index) => leavesOf(item, [...path, index]));
  if (typeof json !== "object") return [path];
  return Object.entries(json as JsonObject).flatMap(([key, value]) => leavesOf(value, [...path, key]));
};

/** A path as tables write it: `[]` for the items of a list, `{}` for the values of a map. */
export const leafName = (path: ReadonlyArray<Step>): string =>
  path.reduce<string>((name, step, index) => {
    if (typeof step === "number") return `${name}[]`;
    if (isMap(path.slice(0, index))) return `${name}{}`;
    return name === "" ? step : `${name}.${step}`;
  }, "");

const replaced = (json: Json, [step, ...rest]: ReadonlyArray<Step>, key: string): Json => {
  if (step === undefined) return changedLeaf(json, key);
  if (Array.isArray(json)) return json.map((item: Json, index) => (index === step ? replaced(item, rest, key) : item));
  const object = json as JsonObject;
  return { ...object, [step]: replaced(object[step] ?? null, rest, String(step)) };
};

/** The document with one leaf changed. */
export const withJsonLeaf = (json: JsonObject, path: ReadonlyArray<Step>): JsonObject =>
  replaced(json, path, "") as JsonObject;
