import type { MessageDocument } from "@samvirke/contracts";
import type { MessageKind } from "./message-kind.ts";
import type { NamedId } from "./named-id.ts";

export interface PersonNumber {
  readonly value: string;
  /** FNR, DNR, HNR, … as sent; undefined when the sender names no type. */
  readonly type: string | undefined;
}

/** What stands beside a record that was taken from a topic. */
export interface RecordPlace {
  readonly topic: string | undefined;
  readonly key: string | undefined;
}

/** What a door reads of a document that has no message head. */
export interface RecordDoor {
  readonly document: MessageDocument;
  readonly kind: MessageKind;
  readonly format: "JSON" | "FHIR" | "AVRO";
  readonly person: PersonNumber | undefined;
  /** All national numbers of one human, where the document is about which those are. */
  readonly numbers?: ReadonlyArray<PersonNumber>;
  readonly wireMsgId: string | undefined;
  readonly bears: ReadonlyArray<NamedId>;
  readonly names: ReadonlyArray<NamedId>;
}

export const closedDoor: RecordDoor = {
  document: "UNKNOWN",
  kind: "unknown",
  format: "JSON",
  person: undefined,
  wireMsgId: undefined,
  bears: [],
  names: [],
};
