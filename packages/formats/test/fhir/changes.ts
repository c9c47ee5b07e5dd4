import { E } from "@samvirke/kernel";
import { parseFhir } from "../../src/index.ts";
import { differences } from "../flatten.ts";
import { allDocuments, json } from "./documents.ts";
import { leavesOf, withLeaf } from "./leaf-changes.ts";

/** What is read of a document, without its warnings and the text that its key is made of. */
const readAll = (document: object): unknown => {
  const parsed = parseFhir(json(document));
  if (E.isLeft(parsed)) return { refused: parsed.left.class };
  const { warnings: _warnings, ...rest } = parsed.right;
  if (rest.kind !== "REFERRAL") return rest;
  const { content: _content, ...referral } = rest;
  return { ...referral, case: { ...referral.case, warnings: [] } };
};

// Wherever a party stands, it is read alike.
const places =
  /^(?:by\[\]|unit\[\]|status\.(?:by|to)\[\]|(?:case\.)?envelope\.(?:sender|receiver|otherReceivers\[\])\.organisations\[\])/;
const generic = (path: string): string => path.replace(places, "party");

/** What changes with each leaf, over all documents. */
export const changesByLeaf = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const document of allDocuments()) {
    const before = readAll(document);
    for (const { path, name } of leavesOf(document)) {
      const set = found.get(name) ?? new Set<string>();
      found.set(name, set);
      for (const each of differences(before, readAll(withLeaf(document, path) as object))) set.add(generic(each));
    }
  }
  return found;
};
