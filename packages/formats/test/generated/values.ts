import type { Simple } from "./schema.ts";

const two = (n: number): string => String(n).padStart(2, "0");
const dayText = (n: number): string => `20${two(10 + (n % 20))}-${two((n % 12) + 1)}-${two((n % 28) + 1)}`;

const patterned: Readonly<Record<string, (n: number) => string>> = {
  oid: (n) => `2.16.578.1.12.4.1.1.${9000 + (n % 900)}`,
};

const byBase: Readonly<Record<string, (n: number) => string>> = {
  date: dayText,
  dateTime: (n) => `${dayText(n)}T${two(n % 24)}:${two(n % 60)}:00`,
  gYear: (n) => String(1980 + (n % 40)),
  boolean: (n) => (n % 2 === 0 ? "true" : "false"),
  integer: (n) => String((n % 97) + 1),
  int: (n) => String((n % 97) + 1),
  positiveInteger: (n) => String((n % 97) + 1),
  nonNegativeInteger: (n) => String(n % 97),
  decimal: (n) => String((n % 97) + 1),
  double: (n) => String((n % 97) + 1),
  token: (n) => `K${n}`,
  NMTOKEN: (n) => `K${n}`,
  anyURI: (n) => `tel:+47${55_500_000 + n}`,
  base64Binary: (n) => Buffer.from(`vedlegg ${n}`).toString("base64"),
};

/** A value of a type, another one for every number where the type has so many. */
export const valueOf = (type: Simple, n: number): string => {
  if (type.codes.length > 0) return type.codes[n % type.codes.length] ?? "";
  if (type.length !== undefined) return String(n).padStart(type.length, "9");
  const make = patterned[type.name] ?? byBase[type.base];
  return make ? make(n) : `ord ${n} & <æøå>`;
};
