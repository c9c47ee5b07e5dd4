const maps = new Set(["sykmelding.utdypendeOpplysninger", "sykmelding.utdypendeOpplysninger{}"]);

const generic = (path: string): string => path.replace(/\[\d+\]/g, "[]").replace(/\{\d+\}/g, "{}");

const flattenMap = (value: object, path: string, out: Map<string, string>): void => {
  for (const [index, [key, item]] of Object.entries(value).entries()) {
    out.set(`${path}{${index}}.key`, key);
    flattenInto(item, `${path}{${index}}`, out);
  }
};

const flattenInto = (value: unknown, path: string, out: Map<string, string>): void => {
  if (Array.isArray(value)) return value.forEach((item, index) => flattenInto(item, `${path}[${index}]`, out));
  if (typeof value !== "object" || value === null) return void out.set(path, JSON.stringify(value));
  if (maps.has(generic(path))) return flattenMap(value, path, out);
  for (const [key, item] of Object.entries(value)) flattenInto(item, path === "" ? key : `${path}.${key}`, out);
};

const flatten = (value: unknown): ReadonlyMap<string, string> => {
  const out = new Map<string, string>();
  flattenInto(value, "", out);
  return out;
};

/** The paths at which two values differ, places in lists left out; sorted, each once. */
export const differences = (before: unknown, after: unknown): ReadonlyArray<string> => {
  const [a, b] = [flatten(before), flatten(after)];
  const paths = [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
  return [...new Set(paths.map(generic))].sort();
};
