import { readFile } from "node:fs/promises";
import { defaultPolicy } from "@samvirke/domain";
import { publishedCodeLists } from "@samvirke/domain/published-code-lists";
import type { DecisionBasis, RulePolicy } from "@samvirke/domain";
import { E } from "@samvirke/kernel";
import { PolicyFile } from "../config.ts";

const defaultVersion = "samvirke-1";

const given = <A extends object>(settings: A): Partial<A> =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as Partial<A>;

/** What decisions rest on: the policy of a file, or the hub's own, and the published code lists. */
export const readBasis = async (path: string | undefined): Promise<DecisionBasis> => {
  if (path === undefined)
    return { policy: defaultPolicy, policyVersion: defaultVersion, codeLists: publishedCodeLists };
  const decoded = PolicyFile.decode(JSON.parse(await readFile(path, "utf8")));
  if (E.isLeft(decoded)) throw new Error("the policy file is not as expected");
  const { version, ...settings } = decoded.right;
  const policy: RulePolicy = { ...defaultPolicy, ...(given(settings) as Partial<RulePolicy>) };
  return { policy, policyVersion: version, codeLists: publishedCodeLists };
};
