import type { Organisation, ReferralTime } from "@samvirke/contracts";
import { printDay } from "@samvirke/kernel";
import type { Day } from "@samvirke/kernel";
import { hubLevels } from "./hub-parts.ts";
import type { HubBody, HubReferral } from "./model.ts";

type HubStatus = Extract<HubBody, { readonly kind: "STATUS" }>;

/** A status of the contract as the decision on it wants it; the new receiver's aliases are the intake's to make. */
export interface StatedStatus {
  readonly outcome: HubStatus["outcome"];
  readonly declineClass: NonNullable<HubStatus["declineClass"]>;
  readonly at: ReferralTime | null;
  readonly appointmentAt: ReferralTime | null;
  readonly latestStart: ReferralTime | null;
  readonly place: string | null;
  readonly by: ReadonlyArray<Organisation>;
  readonly to: ReadonlyArray<Organisation>;
  readonly text: string | null;
}

const timeOf = (day: Day | null): ReferralTime | null => (day === null ? null : { text: printDay(day), day });

/** What a status of the contract says; undefined where the message is none. */
export const hubStatus = ({ body, sender }: HubReferral): StatedStatus | undefined =>
  body.kind === "STATUS"
    ? {
        outcome: body.outcome,
        declineClass: body.declineClass ?? "NOT_STATED",
        at: timeOf(body.decidedOn),
        appointmentAt: timeOf(body.appointmentOn),
        latestStart: timeOf(body.latestStart),
        place: body.place,
        by: hubLevels(sender),
        to: body.forwardedTo === null ? [] : hubLevels(body.forwardedTo),
        text: body.text,
      }
    : undefined;
