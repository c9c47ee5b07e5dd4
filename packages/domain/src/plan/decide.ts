import type { Finding, FollowUpPlanShared, PlanAnswer, PlanRegistryAnswers } from "@samvirke/contracts";
import { E, uuid5 } from "@samvirke/kernel";
import type { Decider, Either } from "@samvirke/kernel";
import { identityNumberFindings } from "../rules/identity-number.ts";
import { nationalNumber } from "../sick-leave/signer.ts";
import type { PlanRefusal } from "./refusals.ts";
import { planRefusals, statedEmployerPath } from "./refusals.ts";
import type { PlanCommand, PlanEvent, PlanState, RegisterPlan } from "./model.ts";

/** The id of a plan. */
export const planIdOf = (archiveId: string): string => uuid5("follow-up-plan", archiveId);

const initial: PlanState = { decided: [], plans: [] };

const isDecided = ({ decided }: PlanState, archiveId: string): boolean => decided.includes(archiveId);

const employerOf = ({ employer, content }: RegisterPlan): string | null =>
  employer ?? content.work.employer.number ?? null;

const evolve = (state: PlanState, event: PlanEvent): PlanState => {
  const { archiveId } = event.value;
  if (isDecided(state, archiveId)) return state;
  const decided = [...state.decided, archiveId];
  if (event.type === "MessageRefused") return { ...state, decided };
  const { planId, aliases, work } = event.value;
  return { decided, plans: [...state.plans, { planId, aliases, employer: work.employer.number ?? "" }] };
};

const answer = (yes: boolean | undefined): PlanAnswer => {
  if (yes === undefined) return "UNKNOWN";
  return yes ? "YES" : "NO";
};

const recordedAnswers = ({ replies }: RegisterPlan): PlanRegistryAnswers => ({
  askedAt: replies?.askedAt ?? null,
  activeEmployment: answer(replies?.activeEmployment),
  sentCertificate: answer(replies?.sentCertificate),
});

const numberPaths: Partial<Record<FollowUpPlanShared["format"], string>> = {
  REST: "/employeeIdentificationNumber",
  NOTICE: "/fodselsnummer",
};

const numberPath = ({ content }: RegisterPlan): string =>
  numberPaths[content.format] ?? "Skjemainnhold/sykmeldtArbeidstaker/fnr";

const warningsOf = (command: RegisterPlan): ReadonlyArray<Finding> => {
  const { identity, case: shared } = command.content;
  const odd = identityNumberFindings(identity.number?.value ?? "", "FNR");
  return [...shared.warnings, ...odd.map((rule) => ({ path: numberPath(command), rule }))];
};

const revisionOf = ({ plans }: PlanState, employer: string | null): number =>
  1 + plans.filter((one) => one.employer === (employer ?? "")).length;

const identityOf = ({ content, replies }: RegisterPlan): FollowUpPlanShared["identity"] => {
  const current = replies?.personFound === true ? replies.currentNumber : undefined;
  return { ...content.identity, currentNumber: current === undefined ? null : nationalNumber(current) };
};

const shared = (command: RegisterPlan, state: PlanState): PlanEvent => {
  const { received, content, aliases, policyVersion } = command;
  const employer = employerOf(command);
  const warnings = warningsOf(command);
  return {
    type: "FollowUpPlanShared",
    value: {
      planId: planIdOf(received.archiveId),
      archiveId: received.archiveId,
      aliases,
      revision: revisionOf(state, employer),
      format: content.format,
      receivedAt: received.receivedAt,
      policyVersion,
      warnings: warnings.length,
      toWelfare: content.toWelfare,
      toClinician: content.toClinician,
      identity: identityOf(command),
      work: { ...content.work, employer: { ...content.work.employer, number: employer } },
      case: {
        ...content.case,
        sender: received.sender,
        senderAliases: received.senderAliases,
        registryAnswers: recordedAnswers(command),
        warnings,
      },
      medical: content.medical,
    },
  };
};

type Reason = Finding & { readonly rule: PlanRefusal };

const registerReasons = (command: RegisterPlan): ReadonlyArray<Reason> => {
  const { replies } = command;
  const path = numberPath(command);
  if (replies === null) return [];
  if (!replies.personFound) return [{ path, rule: "PERSON_NOT_FOUND" }];
  if (replies.activeEmployment === false) return [{ path, rule: "NO_ACTIVE_EMPLOYMENT" }];
  return replies.sentCertificate === false ? [{ path, rule: "NO_ACTIVE_SENT_CERTIFICATE" }] : [];
};

const employerReasons = ({ content, employer, speaksFor }: RegisterPlan): ReadonlyArray<Reason> => {
  const stated = (content.work.employer.number ?? "").replaceAll(/\s/g, "");
  if (speaksFor === undefined) return [];
  if (stated !== "" && !speaksFor.includes(stated))
    return [{ path: statedEmployerPath, rule: "EMPLOYER_NOT_THE_SENDERS" }];
  return stated === "" && employer === null ? [{ path: "", rule: "EMPLOYER_NOT_KNOWN" }] : [];
};

/** Why a plan is not taken, in the order in which it counts; the employer is told by status, since it has no receipt. */
const reasonsOn = (command: RegisterPlan): ReadonlyArray<Reason> => {
  const { received, content } = command;
  if (received.conflictsWith !== null) return [{ path: "", rule: "MESSAGE_ID_REUSED" }];
  const number = content.identity.number?.value ?? "";
  return number === ""
    ? [{ path: numberPath(command), rule: "PERSON_NOT_NAMED" }]
    : [...employerReasons(command), ...registerReasons(command)];
};

const refused = ({ received }: RegisterPlan, [first]: ReadonlyArray<Reason>): ReadonlyArray<PlanEvent> =>
  first === undefined
    ? []
    : [
        {
          type: "MessageRefused",
          value: {
            archiveId: received.archiveId,
            class: planRefusals[first.rule],
            receivedAt: received.receivedAt,
            conflictsWith: received.conflictsWith,
            case: {
              sender: received.sender,
              senderAliases: received.senderAliases,
              wireMsgId: received.wireMsgId,
              envelope: received.envelope,
              findings: [{ path: first.path, rule: first.rule }],
              receipt: null,
            },
          },
        },
      ];

// Welfare's word about a plan that is known, by its own id or by one it was told before, says nothing new.
const isKnownNotice = ({ content, names, aliases }: RegisterPlan, { plans }: PlanState): boolean =>
  content.format === "NOTICE" &&
  plans.some((one) => one.planId === names || one.aliases.some((alias) => aliases.includes(alias)));

const decisionsOn = (command: RegisterPlan, state: PlanState): ReadonlyArray<PlanEvent> => {
  if (isKnownNotice(command, state)) return [];
  const reasons = reasonsOn(command);
  return reasons.length > 0 ? refused(command, reasons) : [shared(command, state)];
};

const decide = (command: PlanCommand, state: PlanState): Either<never, ReadonlyArray<PlanEvent>> =>
  E.right(isDecided(state, command.received.archiveId) ? [] : decisionsOn(command, state));

/**
 * A person's follow-up plans.
 *
 * Shape:  one event per plan; none for welfare's word about a plan that is known.
 * Source: fact sheet 10.2 (active employment and an active sent certificate are required of an employer's system).
 */
export const plan: Decider<PlanCommand, PlanEvent, PlanState, never> = { initial, decide, evolve };
