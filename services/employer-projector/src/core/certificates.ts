import type { PersonIdentity, SickLeaveWork } from "@samvirke/contracts";
import { evolveEmployerView } from "@samvirke/domain";
import type { SickLeaveEvent } from "@samvirke/domain";
import type { Known, Memory, Sealed } from "./model.ts";
import { sealedOf } from "./sealed.ts";

type SickLeave = Known<Extract<Known["type"], `SickLeave${string}`>>;

const hasContent = (fact: SickLeave): boolean =>
  fact.type === "SickLeaveCertified" || fact.type === "SickLeaveRejected" || fact.type === "SickLeaveRevised";

// The fold carries identity and work along and never looks into them, so that they can stay sealed.
const asContent = (sealed: Sealed): { identity: PersonIdentity | null; work: SickLeaveWork | null } => ({
  identity: (sealed.identity === null ? null : sealed) as unknown as PersonIdentity | null,
  work: (sealed.work === null ? null : sealed) as unknown as SickLeaveWork | null,
});

/** The sealed parts of a certificate of the view. */
export const sealedContent = (work: SickLeaveWork): Sealed => work as unknown as Sealed;

const eventOf = (fact: SickLeave, value: object): SickLeaveEvent =>
  ({
    type: fact.type,
    value: hasContent(fact) ? { ...value, ...asContent(sealedOf(fact)) } : value,
  }) as unknown as SickLeaveEvent;

/** A person's certificates after one more event. Source: canonical model C1, by the domain's fold. */
export const foldCertificate = (memory: Memory, fact: SickLeave): Memory => {
  if (fact.content.state !== "Open") return memory;
  const view = evolveEmployerView(memory.view, eventOf(fact, fact.content.value));
  const isSent = fact.type === "SickLeaveSentToEmployer" && fact.wire.standing === "APPLIED";
  const sendings = isSent ? { ...memory.sendings, [fact.wire.sickLeaveId]: sealedOf(fact) } : memory.sendings;
  return { ...memory, view, sendings };
};
