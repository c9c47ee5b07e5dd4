import type { Place, SealedPart, ViewChanged, ViewColumn } from "@samvirke/contracts";
import type { Compartment } from "@samvirke/kernel";

interface Cause extends Place {
  readonly type: string;
  readonly wire: object;
}

type Told = Readonly<Record<string, string | number | boolean | null>>;

const column = ([name, value]: readonly [string, Told[string]]): ViewColumn => ({
  name,
  text: typeof value === "string" ? value : null,
  number: typeof value === "number" ? value : null,
  flag: typeof value === "boolean" ? value : null,
});

const everything: ReadonlyArray<Compartment> = ["identity", "work", "case", "medical"];

/** The sealed parts of an event, as they were, with what opening them needs. */
export const sealedParts = (
  { id, type, wire }: Cause,
  which: ReadonlyArray<Compartment> = everything,
): ReadonlyArray<SealedPart> => {
  const parts = wire as Readonly<Record<string, unknown>>;
  return which.flatMap((compartment) => {
    const content = parts[compartment];
    return content instanceof Uint8Array ? [{ compartment, eventId: id, eventType: type, content }] : [];
  });
};

/** What subscribers are told of a row. */
export interface Shown {
  readonly view: string;
  readonly keyId: string;
  readonly parties?: ReadonlyArray<string>;
  readonly columns?: Told;
  readonly sealed?: ReadonlyArray<SealedPart>;
}

/** A row is there, or is otherwise than before. */
export const shown = (
  cause: Pick<Place, "id">,
  { view, keyId, parties = [], columns = {}, sealed = [] }: Shown,
): ViewChanged => ({
  view,
  keyId,
  change: "PUT",
  cause: cause.id,
  parties,
  columns: Object.entries(columns).map(column),
  sealed,
});

/** A row went. */
export const removed = (
  cause: Pick<Place, "id">,
  { view, keyId, parties = [] }: Pick<Shown, "view" | "keyId" | "parties">,
): ViewChanged => ({ view, keyId, change: "REMOVED", cause: cause.id, parties, columns: [], sealed: [] });
