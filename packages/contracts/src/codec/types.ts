import type { Audience, Compartment, EventId, PersonSecret } from "@samvirke/kernel";
import type { Contracts } from "../generated/contracts.gen.ts";

/** Names of the hub's records. */
export type ContractName = keyof Contracts;

/** The compartments that a record has. */
export type CompartmentOf<N extends ContractName> = keyof Contracts[N] & Compartment;

/** What of a record anyone may read who may read the topic. */
export type PublicOf<N extends ContractName> = Omit<Contracts[N], Compartment>;

/** A record as it travels: compartments are sealed bytes. */
export type WireOf<N extends ContractName> = PublicOf<N> & { readonly [C in CompartmentOf<N>]: Uint8Array | null };

/** A record with the compartments that were opened; the others are gone. */
export type OpenedOf<N extends ContractName, C extends CompartmentOf<N>> = PublicOf<N> & Pick<Contracts[N], C>;

/** A decoded record whose compartments are still sealed. */
export interface SealedEvent<N extends ContractName = ContractName> {
  readonly type: N;
  readonly eventId: EventId;
  readonly value: WireOf<N>;
}

/** A decoded record of any type, told apart by `type`. */
export type AnySealedEvent = { readonly [N in ContractName]: SealedEvent<N> }[ContractName];

/** What the log keeps of a record that decoding needs. */
export interface EncodedRecord {
  readonly id: EventId;
  readonly type: string;
  readonly value: Uint8Array;
}

/** For whom a record is sealed; the secret may be missing only where no compartment has content. */
export interface EncodeContext {
  readonly eventId: EventId;
  readonly secret: PersonSecret | undefined;
  readonly audience: Audience;
}

/** A compartment copied out of its event, with what its seal is bound to. */
export interface CopiedPart {
  readonly eventId: EventId;
  readonly eventType: string;
  readonly compartment: Compartment;
  readonly content: Uint8Array;
}
