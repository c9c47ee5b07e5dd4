import type { Either } from "@samvirke/kernel";
import { isUuid } from "@samvirke/kernel";
import { readJson } from "../../json/read-json.ts";
import type { JsonSource } from "../../nav-sick-leave/json-source.ts";
import {
  flag,
  inner,
  items,
  maybeDay,
  maybeFlag,
  maybeInner,
  maybeText,
  maybeWhole,
  text,
  time,
} from "../../nav-sick-leave/json-source.ts";
import type { Malformed } from "../../nav-sick-leave/malformed.ts";
import { readStrict } from "../../nav-sick-leave/malformed.ts";
import type {
  HubBody,
  HubMedical,
  HubParty,
  HubPerson,
  HubProfessional,
  HubReferral,
  HubUnit,
  HubWork,
} from "./model.ts";
import {
  consents,
  declineClasses,
  effortKinds,
  hubContract,
  lifecycles,
  outcomes,
  programmes,
  sectors,
  urgencies,
} from "./model.ts";

const wrong = ({ at, report }: JsonSource, key: string, rule: string): void =>
  void report.wrong.push({ path: at === "" ? key : `${at}.${key}`, rule });

const maybeOneOf = <A extends string>(source: JsonSource, key: string, list: ReadonlyArray<A>): A | null => {
  const written = maybeText(source, key);
  const found = list.find((one) => one === written);
  if (written !== null && found === undefined) wrong(source, key, "NOT_LISTED");
  return found ?? null;
};

const oneOf = <A extends string>(source: JsonSource, key: string, list: readonly [A, ...ReadonlyArray<A>]): A => {
  const found = maybeOneOf(source, key, list);
  if (found === null) text(source, key);
  return found ?? list[0];
};

const uuid = (source: JsonSource, key: string): string => {
  const written = text(source, key);
  if (!isUuid(written)) wrong(source, key, "NOT_A_UUID");
  return written;
};

const identifiers = (source: JsonSource) =>
  items(source, "identifiers", (one) => ({ type: text(one, "type"), value: text(one, "value") }));

const unit = (source: JsonSource): HubUnit => ({ name: maybeText(source, "name"), identifiers: identifiers(source) });

const professional = (source: JsonSource): HubProfessional => ({
  given: maybeText(source, "given"),
  family: maybeText(source, "family"),
  identifiers: identifiers(source),
});

const party = (source: JsonSource): HubParty => ({
  ...unit(source),
  department: maybeInner(source, "department", unit),
  professional: maybeInner(source, "professional", professional),
});

const person = (source: JsonSource): HubPerson => ({
  numbers: items(source, "numbers", (one) => ({ type: text(one, "type"), value: text(one, "value") })),
  given: maybeText(source, "given"),
  family: maybeText(source, "family"),
  bornOn: maybeDay(source, "bornOn"),
  sex: maybeText(source, "sex"),
});

const work = (source: JsonSource): HubWork => ({
  goal: maybeText(source, "goal"),
  tried: maybeText(source, "tried"),
  asked: maybeText(source, "asked"),
  ordinaryWorkWished: maybeFlag(source, "ordinaryWorkWished"),
  functionAtWork: maybeText(source, "functionAtWork"),
  remainingCapacity: maybeText(source, "remainingCapacity"),
});

const medical = (source: JsonSource): HubMedical => ({
  diagnoses: items(source, "diagnoses", (one) => ({
    system: text(one, "system"),
    code: text(one, "code"),
    text: maybeText(one, "text"),
  })),
  text: maybeText(source, "text"),
  sickLeave: items(source, "sickLeave", (one) => ({
    from: maybeDay(one, "from"),
    to: maybeDay(one, "to"),
    grade: maybeWhole(one, "grade"),
  })),
});

const referral = (source: JsonSource): HubBody => ({
  kind: "REFERRAL",
  referral: uuid(source, "referral"),
  lifecycle: oneOf(source, "lifecycle", lifecycles),
  programme: oneOf(source, "programme", programmes),
  urgency: oneOf(source, "urgency", urgencies),
  wantedOn: maybeDay(source, "wantedOn"),
  copies: items(source, "copies", party),
  consent: maybeInner(source, "consent", (one) => ({
    status: oneOf(one, "status", consents),
    on: maybeDay(one, "on"),
    givenBy: maybeText(one, "givenBy"),
  })),
  legalBasis: maybeText(source, "legalBasis"),
  work: inner(source, "work", work),
  medical: maybeInner(source, "medical", medical),
});

const cancellation = (source: JsonSource): HubBody => ({
  kind: "CANCELLATION",
  referral: uuid(source, "referral"),
  reason: maybeText(source, "reason"),
});

const status = (source: JsonSource): HubBody => ({
  kind: "STATUS",
  referral: uuid(source, "referral"),
  outcome: oneOf(source, "outcome", outcomes),
  declineClass: maybeOneOf(source, "declineClass", declineClasses),
  decidedOn: maybeDay(source, "decidedOn"),
  appointmentOn: maybeDay(source, "appointmentOn"),
  latestStart: maybeDay(source, "latestStart"),
  place: maybeText(source, "place"),
  forwardedTo: maybeInner(source, "forwardedTo", party),
  text: maybeText(source, "text"),
});

const effort = (source: JsonSource): HubBody => ({
  kind: "EFFORT",
  referral: uuid(source, "referral"),
  sector: oneOf(source, "sector", sectors),
  effort: oneOf(source, "effort", effortKinds),
  from: maybeDay(source, "from"),
  to: maybeDay(source, "to"),
  closed: flag(source, "closed"),
});

const bodies = { REFERRAL: referral, CANCELLATION: cancellation, STATUS: status, EFFORT: effort } as const;
const kinds = ["REFERRAL", "CANCELLATION", "STATUS", "EFFORT"] as const;

const message = (source: JsonSource): HubReferral => {
  oneOf(source, "contract", [hubContract]);
  const read = bodies[oneOf(source, "kind", kinds)];
  return {
    messageId: uuid(source, "messageId"),
    madeAt: time(source, "madeAt").at,
    parent: maybeText(source, "parent"),
    conversation: maybeText(source, "conversation"),
    sender: inner(source, "sender", party),
    receiver: inner(source, "receiver", party),
    person: inner(source, "person", person),
    body: inner(source, "body", read),
  };
};

/** Whether a JSON value says that it is of the contract. */
export const isHubReferral = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "contract" in value && value.contract === hubContract;

/**
 * A message of the hub's own contract. Strict: what is missing, of another type, not listed or unknown makes it malformed,
 * told by path and rule.
 *
 * Rejects: Malformed.
 */
export const readHubReferral = (bytes: Uint8Array): Either<Malformed, HubReferral> =>
  readStrict(readJson(bytes), message);
