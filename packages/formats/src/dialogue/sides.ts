import { isWelfareParty } from "@samvirke/contracts";
import type { Organisation, WireEnvelope } from "@samvirke/contracts";
import type { Service, Side } from "./services.ts";

const isWelfare = (organisations: ReadonlyArray<Organisation> | undefined): boolean =>
  isWelfareParty(organisations ?? []);

/** Between whom a message goes. */
export interface Sides {
  readonly from: Side;
  /** Whether welfare is a receiver, main or copy. */
  readonly toWelfare: boolean;
  /** Whether welfare is the main receiver. */
  readonly welfareIsMain: boolean;
}

const isFromWelfare = ({ sender, receivingStation }: WireEnvelope): boolean =>
  isWelfare(sender?.organisations) || receivingStation?.ebRole?.trim() === "Saksbehandler";

const namedSide = (service: Service | "none" | undefined): Side | undefined =>
  service === undefined || service === "none" ? undefined : service.from;

/** Source: MsgInfo Sender, Receiver, OtherReceiver; the service where the parties are garbled. */
export const sidesOf = (envelope: WireEnvelope, service: Service | "none" | undefined): Sides => {
  const named = namedSide(service);
  const from = named ?? (isFromWelfare(envelope) ? "WELFARE" : "HEALTH");
  const isMain = named === "HEALTH" || isWelfare(envelope.receiver?.organisations);
  const isCopy = envelope.otherReceivers.some(({ organisations }) => isWelfare(organisations));
  return { from, welfareIsMain: from === "HEALTH" && isMain, toWelfare: from === "HEALTH" && (isMain || isCopy) };
};
