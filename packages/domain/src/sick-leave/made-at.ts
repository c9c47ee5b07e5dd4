import { fromOsloLocal, osloDay, utcDay } from "@samvirke/kernel";
import type { Day, Instant } from "@samvirke/kernel";
import type { RulePolicy } from "../rules/index.ts";
import type { RegisterCertificate } from "./model.ts";

type Made = Pick<RegisterCertificate, "content" | "received">;

/**
 * When the certificate counts as made.
 *
 * Shape: the message head's time; a certificate without one counts as made when the person was seen, at the latest when it was received.
 */
export const madeAt = ({ content, received }: Made): Instant | undefined => {
  const { envelope } = content.case;
  if (envelope.format !== "PAYLOAD") return envelope.generatedAt ?? undefined;
  const { treatedClock } = content.work;
  return treatedClock === null ? received.receivedAt : Math.min(fromOsloLocal(treatedClock), received.receivedAt);
};

/** The day on which the certificate counts as signed; the suspension register is asked for it. */
export const dayMade = (made: Made, { signingDay }: RulePolicy): Day | undefined => {
  const at = madeAt(made);
  if (at === undefined) return undefined;
  return signingDay === "oslo" ? osloDay(at) : utcDay(at);
};
