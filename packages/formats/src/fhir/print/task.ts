import type { HubBody, HubReferral } from "../../referral/hub/model.ts";
import { lists, own, systemUri } from "../systems.ts";
import type { FhirOut } from "./out.ts";
import type { Entry } from "./parts.ts";
import { dayText, entryOf, partyEntry, patientEntry, uuidIdentifier } from "./parts.ts";

type Step = Exclude<HubBody, { readonly kind: "REFERRAL" }>;
type Status = Extract<HubBody, { readonly kind: "STATUS" }>;

// List 9148 (HIS 1206); the list has no code for plain acceptance.
const listed: Readonly<Record<Status["outcome"], string | null>> = {
  CALLED_IN: "1",
  RIGHT_GRANTED: "2",
  FORWARDED: "3",
  DECLINED: "4",
  ACCEPTED: null,
};

// A forwarded referral is asked for once more, of somebody else.
const statuses: Readonly<Record<Status["outcome"], string>> = {
  CALLED_IN: "accepted",
  RIGHT_GRANTED: "accepted",
  ACCEPTED: "accepted",
  FORWARDED: "requested",
  DECLINED: "rejected",
};

const businessStatus = (outcome: Status["outcome"]): FhirOut => {
  const code = listed[outcome];
  return {
    coding: [
      ...(code === null ? [] : [{ system: systemUri(lists.referralStatus), code }]),
      { system: own.outcome, code: outcome },
    ],
  };
};

const detail = (code: string, value: FhirOut): ReadonlyArray<FhirOut> =>
  Object.values(value).every((one) => one === null || one === undefined)
    ? []
    : [{ type: { coding: [{ system: own.statusDetail, code }] }, ...value }];

const statusOf = (body: Status, to: Entry | undefined): FhirOut => ({
  status: statuses[body.outcome],
  statusReason: {
    coding: body.declineClass === null ? [] : [{ system: own.declineClass, code: body.declineClass }],
    text: body.text,
  },
  businessStatus: businessStatus(body.outcome),
  lastModified: dayText(body.decidedOn),
  output: [
    ...detail("appointment", { valueDateTime: dayText(body.appointmentOn) }),
    ...detail("latest-start", { valueDate: dayText(body.latestStart) }),
    ...detail("place", { valueString: body.place }),
    ...detail("forwarded-to", { valueReference: to?.reference }),
  ],
});

const saidOf = (body: Step, to: Entry | undefined): FhirOut => {
  if (body.kind === "STATUS") return statusOf(body, to);
  if (body.kind === "CANCELLATION") return { status: "cancelled", statusReason: { text: body.reason } };
  const { effort, sector, from, to: until, closed } = body;
  const coding = [
    { system: own.effort, code: effort },
    { system: own.sector, code: sector },
  ];
  return {
    status: closed ? "completed" : "in-progress",
    code: { coding },
    executionPeriod: { start: dayText(from), end: dayText(until) },
  };
};

const taskOf = (body: Step, said: FhirOut, around: FhirOut): FhirOut => ({
  resourceType: "Task",
  status: said["status"],
  statusReason: said["statusReason"],
  businessStatus: said["businessStatus"],
  intent: "order",
  code: said["code"],
  focus: { type: "ServiceRequest", identifier: uuidIdentifier(body.referral) },
  for: around["for"],
  executionPeriod: said["executionPeriod"],
  lastModified: said["lastModified"],
  requester: around["requester"],
  owner: around["owner"],
  output: said["output"],
});

/**
 * A step in the life of a referral as the entries of a Bundle, the Task first. Its requester is whoever referred, its owner
 * whoever has it.
 */
export const taskEntries = (message: HubReferral, body: Step): ReadonlyArray<FhirOut> => {
  const { messageId } = message;
  const patient = patientEntry(messageId, message.person);
  const sender = partyEntry(messageId, "sender", message.sender);
  const receiver = partyEntry(messageId, "receiver", message.receiver);
  const isForwarded = body.kind === "STATUS" && body.forwardedTo !== null;
  const to = isForwarded ? partyEntry(messageId, "forwarded-to", body.forwardedTo) : undefined;
  const [requester, owner] = body.kind === "CANCELLATION" ? [sender, receiver] : [receiver, sender];
  const around = { for: patient.reference, requester: requester?.reference, owner: owner?.reference };
  const task = entryOf(messageId, "task", taskOf(body, saidOf(body, to), around));
  return [task, patient, sender, receiver, to].flatMap((entry) => entry?.entries ?? []);
};
