import type { Organisation } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { Addressee } from "../core/model.ts";
import type { Address } from "./addressing.ts";
import type { FhirReaders } from "./fhir-readers.ts";

/** What printing needs beside the document. */
export interface Printing {
  /** The message as it was received. */
  readonly received: Uint8Array | undefined;
  readonly messageId: string;
  readonly writtenAt: Instant;
  readonly address: (to: Addressee) => Address | undefined;
  /** In which notation a party reads FHIR. */
  readonly fhir: FhirReaders;
  readonly addressOf: (organisations: ReadonlyArray<Organisation>) => Address | undefined;
}
