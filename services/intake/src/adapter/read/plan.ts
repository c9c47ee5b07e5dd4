import type { RegisterPlan } from "@samvirke/domain";
import type { NoPlan, ParsedPlan, PlanRefused } from "@samvirke/formats";
import { planIdOf, planLetterIdOf } from "@samvirke/domain";
import { looksLikeJson, parsePlanForm, parsePlanNotice, parsePlanRequest } from "@samvirke/formats";
import { E, osloDay } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import type { Replies } from "../../core/model.ts";
import type { Pepper } from "../pepper.ts";
import { personSubject } from "../subject.ts";
import type { Arrived, Inbound, ReadDeps, Reader } from "./inbound.ts";
import { findingsOf, receivedOf, settled, unreadable } from "./inbound.ts";
import { documentBytes } from "./record.ts";
import { unreadableClass } from "./unreadable.ts";

const aliasesOf = (pepper: Pepper, { format, wireId }: ParsedPlan): RegisterPlan["aliases"] =>
  wireId === undefined ? [] : [pepper(format === "NOTICE" ? "plan" : "portal", wireId.trim().toLowerCase())];

// Which employer it is about, and whether a certificate was sent there, is the person's state to tell.
const repliesOf = ({ askedAt, patient }: Replies): RegisterPlan["replies"] => ({
  askedAt,
  personFound: patient.found,
  ...(patient.currentNumber === undefined ? {} : { currentNumber: patient.currentNumber }),
});

/**
 * For whom a sender may speak: an employer's own system for its own employers. A form of the portal names the employer that
 * filled it in, and vendors hand on the forms of many; welfare and receiving stations speak for any employer.
 */
const speakerOf = ({ message }: Arrived, { format }: ParsedPlan): Pick<RegisterPlan, "speaksFor"> =>
  format === "REST" && message.door === "EMPLOYER" && !message.receiptTrusted
    ? { speaksFor: message.case.senderOrganisations }
    : {};

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
    ...speakerOf(arrived, parsed),
  };
  const planLetter = planLetterIdOf(planIdOf(arrived.message.archiveId));
  const letterAlias = pepper("reference", planLetter);
  // The portal and welfare have asked their own registers.
  if (format !== "REST") return settled({ aggregate: "plan", command: { ...made, replies: null }, letterAlias });
  const employers = made.speaksFor ?? [];
  const subject = personSubject(identity.number?.value, arrived.bytes);
  return {
    subject: { ...subject, employment: { employers, on: osloDay(made.received.receivedAt) } },
    ask: (replies) => ({
      aggregate: "plan",
      command: { ...made, replies: repliesOf(replies) },
      letterAlias,
      employers: { asked: employers, employing: replies.employedAt ?? [] },
    }),
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
