import type { Finding, Organisation, ReferralIdentity, ReferralTime, WireEnvelope } from "@samvirke/contracts";
import { declineClasses, effortKinds, outcomes, sectors } from "../../referral/hub/model.ts";
import type { StatedStatus } from "../../referral/hub/hub-status.ts";
import type { FhirElement } from "../element.ts";
import { kid, kids, tokenAt, valueAt } from "../element.ts";
import { lists, own } from "../systems.ts";
import { envelopeOf, idsNamed } from "./envelope.ts";
import { partyAt } from "./party.ts";
import { personAt } from "./person.ts";
import type { FhirConsent } from "./sharing.ts";
import type { Reading } from "./reading.ts";
import { codingOf, timeOf } from "./values.ts";

/** What a Task says of a referral, beside what it says. */
export interface TaskNews {
  readonly identity: ReferralIdentity;
  readonly envelope: WireEnvelope;
  /** Ids of the referral that it speaks of. */
  readonly references: ReadonlyArray<string>;
  readonly warnings: ReadonlyArray<Finding>;
  /** The consents that come with it. */
  readonly sharing: ReadonlyArray<FhirConsent>;
}

type Told =
  | { readonly kind: "STATUS"; readonly status: StatedStatus }
  | {
      readonly kind: "CANCELLATION";
      readonly reason: string | null;
      readonly at: ReferralTime | null;
      readonly by: ReadonlyArray<Organisation>;
    }
  | {
      readonly kind: "EFFORT";
      readonly effort: (typeof effortKinds)[number];
      /** Null where the task does not say which. */
      readonly sector: (typeof sectors)[number] | null;
      readonly from: ReferralTime | null;
      readonly to: ReferralTime | null;
      readonly closed: boolean;
      readonly unit: ReadonlyArray<Organisation>;
    };

/** A step in the life of a referral, as a Task tells it. */
export type ParsedTask = Told & TaskNews;

// List 9148 (HIS 1206).
const listed: Readonly<Record<string, StatedStatus["outcome"]>> = {
  "1": "CALLED_IN",
  "2": "RIGHT_GRANTED",
  "3": "FORWARDED",
  "4": "DECLINED",
};

// FHIR's own status, where no code of a list says more.
const byStatus: Readonly<Record<string, StatedStatus["outcome"]>> = {
  accepted: "ACCEPTED",
  rejected: "DECLINED",
  failed: "DECLINED",
};

const outcomeOf = (task: FhirElement): StatedStatus["outcome"] | undefined => {
  const business = kids(task, "businessStatus");
  const code = codingOf(business, lists.referralStatus)?.code ?? "";
  const stated = codingOf(business, own.outcome)?.code;
  return listed[code] ?? outcomes.find((one) => one === stated) ?? byStatus[tokenAt(task, "status") ?? ""];
};

const declineClassOf = (task: FhirElement): StatedStatus["declineClass"] => {
  const stated = codingOf(kids(task, "statusReason"), own.declineClass)?.code;
  return declineClasses.find((one) => one === stated) ?? "NOT_STATED";
};

const textOf = (task: FhirElement): string | null => {
  const reason = valueAt(task, "statusReason", "text");
  const texts = [
    ...(reason === null ? [] : [reason]),
    ...kids(task, "note").flatMap((one) => valueAt(one, "text") ?? []),
  ];
  return texts.length === 0 ? null : texts.join("\n\n");
};

const outputOf = (task: FhirElement, code: string): FhirElement | undefined =>
  kids(task, "output").find((one) => codingOf(kids(one, "type"), own.statusDetail)?.code === code);

const madeOn = (task: FhirElement): string | null => tokenAt(task, "lastModified") ?? tokenAt(task, "authoredOn");

const statusOf = (reading: Reading, task: FhirElement, by: ReadonlyArray<Organisation>): Told | undefined => {
  const outcome = outcomeOf(task);
  if (outcome === undefined) return undefined;
  const appointment = outputOf(task, "appointment");
  const to = kid(outputOf(task, "forwarded-to"), "valueReference");
  return {
    kind: "STATUS",
    status: {
      outcome,
      declineClass: declineClassOf(task),
      at: timeOf(madeOn(task)),
      appointmentAt: timeOf(tokenAt(appointment, "valueDateTime")),
      latestStart: timeOf(tokenAt(outputOf(task, "latest-start"), "valueDate")),
      place: valueAt(outputOf(task, "place"), "valueString"),
      by,
      to: partyAt(reading, task, to).organisations,
      text: textOf(task),
    },
  };
};

const effortOf = (task: FhirElement, unit: ReadonlyArray<Organisation>): Told => ({
  kind: "EFFORT",
  effort: effortKinds.find((one) => one === codingOf(kids(task, "code"), own.effort)?.code) ?? "PROGRAMME",
  sector: sectors.find((one) => one === codingOf(kids(task, "code"), own.sector)?.code) ?? null,
  from: timeOf(tokenAt(task, "executionPeriod", "start")),
  to: timeOf(tokenAt(task, "executionPeriod", "end")),
  closed: tokenAt(task, "status") === "completed",
  unit,
});

const begun: ReadonlySet<string | null> = new Set(["in-progress", "completed"]);

const toldBy = (reading: Reading, task: FhirElement, by: ReadonlyArray<Organisation>): Told | undefined => {
  const status = tokenAt(task, "status");
  const cancelledBy = partyAt(reading, task, kid(task, "requester")).organisations;
  if (status === "cancelled" || status === "entered-in-error") {
    return { kind: "CANCELLATION", reason: textOf(task), at: timeOf(madeOn(task)), by: cancelledBy };
  }
  // What a list's code says of a task counts before how far FHIR takes it to have come.
  return kid(task, "businessStatus") === undefined && begun.has(status)
    ? effortOf(task, by)
    : statusOf(reading, task, by);
};

/** What a Task tells of a referral; undefined where it only asks, or waits. Source: HL7 FHIR R4 Task; canonical model R34, R37. */
export const taskOf = (reading: Reading, task: FhirElement): ParsedTask | undefined => {
  const owner = partyAt(reading, task, kid(task, "owner")).organisations;
  const requester = partyAt(reading, task, kid(task, "requester")).organisations;
  const told = toldBy(reading, task, owner);
  if (told === undefined) return undefined;
  const isWithdrawal = told.kind === "CANCELLATION";
  const [sender, receiver] = isWithdrawal ? [requester, owner] : [owner, requester];
  const about = [...kids(task, "focus"), ...kids(task, "basedOn")];
  return {
    ...told,
    identity: personAt(reading, task, kid(task, "for")).identity,
    envelope: envelopeOf(reading, { sender, receiver, copies: [] }, madeOn(task)),
    references: idsNamed(reading, task, about),
    warnings: [],
    sharing: [],
  };
};
