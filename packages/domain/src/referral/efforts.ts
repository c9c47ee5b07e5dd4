import type { ReferralGranted } from "@samvirke/contracts";
import { osloDay, uuid5 } from "@samvirke/kernel";
import type { RecordEffort, ReferralEvent, ReferralState } from "./model.ts";

/** The waiting between a grant and the day the person is to come; none without a day. Source: canonical model, event 27. */
export const waitingEffort = (granted: ReferralGranted): ReadonlyArray<ReferralEvent> => {
  const { appointmentAt, at, by, sender, senderAliases } = granted.case;
  const until = appointmentAt?.day ?? null;
  if (until === null || granted.recordedOnly || granted.ahead) return [];
  return [
    {
      type: "EffortRecorded",
      value: {
        effortId: uuid5("effort", granted.referralId, "waiting"),
        archiveId: granted.archiveId,
        receivedAt: granted.receivedAt,
        madeAt: granted.madeAt,
        sector: "HEALTH",
        revision: granted.revision,
        closed: false,
        case: {
          sender,
          senderAliases,
          kind: "WAITING",
          from: at?.day ?? osloDay(granted.madeAt),
          to: until,
          unit: by,
          referralId: granted.referralId,
          planId: null,
          source: "REFERRAL_STATUS",
        },
      },
    },
  ];
};

/** The efforts that follow from an event. */
export const effortsBy = (event: ReferralEvent): ReadonlyArray<ReferralEvent> =>
  event.type === "ReferralGranted" ? waitingEffort(event.value) : [];

/** The fact that a programme's message tells of a referral, also of one that is not known yet. */
export const effort = (command: RecordEffort, referralId: string, state: ReferralState): ReferralEvent => {
  const { received, kind } = command;
  return {
    type: "EffortRecorded",
    value: {
      effortId: uuid5("effort", referralId, kind),
      archiveId: received.archiveId,
      receivedAt: received.receivedAt,
      madeAt: received.envelope?.generatedAt ?? received.receivedAt,
      sector: command.sector,
      revision: state.facts.filter((fact) => fact.referralId === referralId).length + 1,
      closed: command.closed,
      case: {
        sender: received.sender,
        senderAliases: received.senderAliases,
        kind,
        from: command.from,
        to: command.to,
        unit: command.unit,
        referralId,
        planId: null,
        source: "PROGRAMME_MESSAGE",
      },
    },
  };
};
