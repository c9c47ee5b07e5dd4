import type { ReferralParts } from "../parts.ts";

/** NO_PLACE: the printed document does not have it; REWRITTEN: it has it in another form. */
export type ReferralLossReason = "NO_PLACE" | "REWRITTEN";

export interface ReferralLoss {
  /** Path in the event, `[]` for the items of a list. */
  readonly path: string;
  readonly reason: ReferralLossReason;
}

// What is the hub's own, or follows from the rest, or says what the document is wrapped in.
const aside =
  /^(?:case\.(?:sender|senderAliases\[\]|format|contentKey|programme|urgency|issuedAt|refersTo\[\]|warnings|receipt|messageVersion|envelope\.(?:format|generatedAt|migVersion|messageType|receivingStation))|identity\.currentNumber|medical\.(?:sickLeave|attachments)\[\])(?:\.|\[|$)/;

const flattenInto = (value: unknown, path: string, out: Map<string, string>): void => {
  if (Array.isArray(value)) return value.forEach((one, index) => flattenInto(one, `${path}[${index}]`, out));
  if (typeof value === "object" && value !== null) {
    for (const [key, one] of Object.entries(value)) flattenInto(one, path === "" ? key : `${path}.${key}`, out);
  } else if (value !== null) out.set(path, JSON.stringify(value));
};

const flat = (parts: ReferralParts): ReadonlyMap<string, string> => {
  const out = new Map<string, string>();
  flattenInto({ identity: parts.identity, case: parts.case, medical: parts.medical }, "", out);
  return out;
};

const generic = (path: string): string => path.replace(/\[\d+\]/g, "[]");

/** What a document lacks of what it was printed from, found by reading it again; each path once. */
export const lossesBetween = (printed: ReferralParts, read: ReferralParts): ReadonlyArray<ReferralLoss> => {
  const after = flat(read);
  const lost = [...flat(printed)].flatMap(([path, value]): ReadonlyArray<ReferralLoss> => {
    const now = after.get(path);
    if (now === value || aside.test(generic(path))) return [];
    return [{ path: generic(path), reason: now === undefined ? "NO_PLACE" : "REWRITTEN" }];
  });
  return [...new Map(lost.map((loss) => [loss.path, loss])).values()];
};
