import type { Organisation } from "@samvirke/contracts";
import type { Instant } from "@samvirke/kernel";
import type { Addressee } from "../core/model.ts";
import type { Address } from "./addressing.ts";

/** What printing needs beside the document. */
export interface Printing {
  /** The message as it was received. */
  readonly received: Uint8Array | undefined;
  readonly messageId: string;
  readonly writtenAt: Instant;
  readonly address: (to: Addressee) => Address | undefined;
  readonly addressOf: (organisations: ReadonlyArray<Organisation>) => Address | undefined;
}
