import type { Identifier, Organisation, WireEnvelope } from "@samvirke/contracts";
import type { Service, Side } from "./services.ts";

/** NAV's own numbers as a party. Source: fact sheet 1.3. */
export const welfareParty = { herId: "79768", organisationNumber: "889640782", name: "NAV" } as const;

const digits = (text: string | null): string => (text ?? "").replace(/\D/g, "");

const namesWelfare = ({ value, type }: Identifier): boolean => {
  const number = digits(value);
  return type.code === "ENH" ? number === welfareParty.organisationNumber : number === welfareParty.herId;
};

const isWelfare = (organisations: ReadonlyArray<Organisation> | undefined): boolean =>
  (organisations ?? []).some(({ identifiers }) => identifiers.some(namesWelfare));

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
