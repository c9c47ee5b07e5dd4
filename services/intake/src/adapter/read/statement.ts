import type { RegisterStatement } from "@samvirke/domain";
import type { ParsedStatement } from "@samvirke/formats";
import { parseStatement } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { statementSubject } from "../subject.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { documentAliases, findingsOf, receivedOf, unreadable } from "./inbound.ts";
import { unreadableClass } from "./unreadable.ts";

const statementOf = (arrived: Arrived, parsed: ParsedStatement, { pepper, basis }: ReadDeps): Inbound => {
  const { occasions, identity, case: shared, medical } = parsed;
  const received = receivedOf(arrived, shared.envelope);
  const made: Omit<RegisterStatement, "replies"> = {
    type: "RegisterStatement",
    received,
    content: { occasions, identity, case: shared, medical },
    contentKey: pepper("content", parsed.content),
    aliases: documentAliases(pepper, received, shared.documentId),
    basis: { policy: basis.policy, policyVersion: basis.policyVersion },
  };
  return {
    subject: statementSubject(made, arrived.bytes),
    ask: (replies) => ({ aggregate: "statement", command: { ...made, replies } }),
  };
};

/** A medical statement. Source: Legeerklæring 2008-06-06. */
export const readStatement: Reader = (arrived, deps) => {
  const parsed = parseStatement(arrived.bytes);
  if (E.isRight(parsed)) return statementOf(arrived, parsed.right, deps);
  const { class: reason, findings, envelope } = parsed.left;
  return unreadable(receivedOf(arrived, envelope ?? null), ...unreadableClass(reason, findingsOf(findings)));
};
