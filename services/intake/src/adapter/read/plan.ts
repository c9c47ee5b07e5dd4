import type { RegisterPlan, RegistryReplies } from "@samvirke/domain";
import type { NoPlan, ParsedPlan, PlanRefused } from "@samvirke/formats";
import { planIdOf, planLetterIdOf } from "@samvirke/domain";
import { looksLikeJson, parsePlanForm, parsePlanNotice, parsePlanRequest } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { Pepper } from "../pepper.ts";
import { personSubject } from "../subject.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { findingsOf, receivedOf, settled, unreadable } from "./inbound.ts";
import { documentBytes } from "./record.ts";
import { unreadableClass } from "./unreadable.ts";

const aliasesOf = (pepper: Pepper, { format, wireId }: ParsedPlan): RegisterPlan["aliases"] =>
  wireId === undefined ? [] : [pepper(format === "NOTICE" ? "plan" : "portal", wireId.trim().toLowerCase())];

// Employment and sent certificates are another register's to tell, which the hub does not have.
const repliesOf = ({ askedAt, patient }: RegistryReplies): RegisterPlan["replies"] => ({
  askedAt,
  personFound: patient.found,
  ...(patient.currentNumber === undefined ? {} : { currentNumber: patient.currentNumber }),
});

const planOf = (arrived: Arrived, parsed: ParsedPlan, { pepper, basis }: ReadDeps): Inbound => {
  const { format, toWelfare, toClinician, identity, work, case: shared, medical } = parsed;
  const made: Omit<RegisterPlan, "replies"> = {
    type: "RegisterPlan",
    received: receivedOf(arrived),
    content: { format, toWelfare, toClinician, identity, work, case: shared, medical },
    employer: null,
    names: format === "NOTICE" ? (parsed.wireId?.trim().toLowerCase() ?? null) : null,
    aliases: aliasesOf(pepper, parsed),
    policyVersion: basis.policyVersion,
  };
  const planLetter = planLetterIdOf(planIdOf(arrived.message.archiveId));
  const letterAlias = pepper("reference", planLetter);
  // The portal and welfare have asked their own registers.
  if (format !== "REST") return settled({ aggregate: "plan", command: { ...made, replies: null }, letterAlias });
  return {
    subject: personSubject(identity.number?.value, arrived.bytes),
    ask: (replies) => ({ aggregate: "plan", command: { ...made, replies: repliesOf(replies) }, letterAlias }),
  };
};

const isPlan = (read: Either<unknown, ParsedPlan>): boolean => E.isRight(read);

/** In JSON it is welfare's word about a plan, or the request of an employer's system. */
const parseJson = (document: Uint8Array): Either<NoPlan | PlanRefused, ParsedPlan> => {
  const bytes = documentBytes(document);
  const notice = parsePlanNotice(bytes);
  return isPlan(notice) ? notice : parsePlanRequest(bytes);
};

const notTaken = (arrived: Arrived, why: NoPlan | PlanRefused): Inbound => {
  const received = receivedOf(arrived);
  if (why._tag === "NoPlan") return unreadable(received, ...unreadableClass(why.class, findingsOf(why.findings)));
  if (why.class === "NOT_JSON") return unreadable(received, "SYNTAX", why.findings);
  const command = { type: "RefuseMessage", received, class: "CONTENT", findings: why.findings } as const;
  return settled({ aggregate: "sickLeave", command });
};

/** A follow-up plan of the portal, of an employer's system, or welfare's word that there is one. */
export const readPlan: Reader = (arrived, deps) => {
  const { bytes } = arrived;
  const parsed = looksLikeJson(bytes) ? parseJson(bytes) : parsePlanForm(bytes);
  return E.isLeft(parsed) ? notTaken(arrived, parsed.left) : planOf(arrived, parsed.right, deps);
};
