import type { Edition } from "./editions.ts";

const components = "http://www.kith.no/xmlstds/felleskomponent1";

const po: Readonly<Record<string, string>> = {
  KITH_1_1: "http://www.kith.no/xmlstds/po/poKomponent/2009-06-30",
  KITH_2_0: "http://ehelse.no/xmlstds/po/poKomponent/2017-11-30",
};

/** The declarations that a document of an edition needs on its root. */
export const namespacesOf = ({ format, namespace }: Edition): ReadonlyArray<readonly [name: string, value: string]> => {
  const shared = po[format];
  const own = [["xmlns", namespace]] as const;
  return shared === undefined ? own : [...own, ["xmlns:po", shared], ["xmlns:fk1", components]];
};
