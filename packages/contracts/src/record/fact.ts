import type { Compartment, EventId, Instant, Opened, PersonId, Topic } from "@samvirke/kernel";
import type { CompartmentOf, ContractName, OpenedOf, WireOf } from "../codec/types.ts";

/** Where a record stands in the log, and about whom it is. */
export interface Place {
  readonly id: EventId;
  readonly personId: PersonId;
  readonly topic: Topic;
  readonly partition: number;
  readonly position: number;
  readonly recordedAt: Instant;
}

/**
 * A record of the log as a core sees it.
 *
 * Shape: `wire` has every compartment still sealed; `content` the public fields and the compartments that the stage asked for.
 */
export interface FactOf<N extends ContractName, C extends Compartment> extends Place {
  readonly type: N;
  readonly wire: WireOf<N>;
  /** The record's bytes as they lie in the log, to be copied as they are. */
  readonly bytes: Uint8Array;
  readonly content: Opened<OpenedOf<N, CompartmentOf<N> & C>>;
}

/** A fact of one of several types, told apart by `type`. */
export type Fact<N extends ContractName, C extends Compartment> = { readonly [K in N]: FactOf<K, C> }[N];
