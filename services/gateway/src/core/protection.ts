import type { PersonStatusChanged } from "@samvirke/contracts";

/** Names under which events tell where somebody lives, is treated or belongs. */
const places =
  /address|adresse|place$|office|district|municipality|postal|barracks|country|contactpoints|phone|^tlf$|^land$/i;

const isPlace = (name: string): boolean => places.test(name);

/** What may be shown of a protected person: no address, no unit's place, no geography. Source: fact sheet 6.2; design 3.7. */
export const withoutPlaces = (shown: unknown): unknown => {
  if (Array.isArray(shown)) return shown.map(withoutPlaces);
  if (typeof shown !== "object" || shown === null) return shown;
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [name, isPlace(name) ? null : withoutPlaces(value)]),
  );
};

/** Whether the register's last word protects; a level that the hub does not know is taken to. */
export const isProtecting = ({ protection, change }: PersonStatusChanged["case"]): boolean =>
  change !== "TAKEN_BACK" && protection !== null && protection !== "NONE";
