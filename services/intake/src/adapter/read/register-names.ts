import type { Pepper } from "../pepper.ts";

/** The ids by which welfare's registers and the sender's own document know a certificate; null where one is not stated. */
export interface RegisterIds {
  readonly msgId: string | null;
  readonly ediLogId: string | null;
}

const named = (id: string | null): ReadonlyArray<string> => {
  const written = (id ?? "").trim().toLowerCase();
  return written === "" ? [] : [written];
};

/** Names that a certificate has at welfare too: not within its sender, since a register does not say who that was. */
export const registerNames = (pepper: Pepper, { msgId, ediLogId }: RegisterIds): ReadonlyArray<string> => [
  ...named(msgId).map((id) => pepper("msgid", id)),
  ...named(ediLogId).map((id) => pepper("edilog", id)),
];

/** The name under which every message of welfare's speaks of a certificate. */
export const welfareName = (pepper: Pepper, certificateId: string): string =>
  pepper("sykmelding", certificateId.trim().toLowerCase());
