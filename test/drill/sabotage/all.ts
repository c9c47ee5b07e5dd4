import type { Sabotage } from "../arguments.ts";
import { withOthers } from "./others.ts";
import type { Tampering } from "./tamperings.ts";
import { withCertificates } from "./tamperings.ts";

/** The places where a way to tamper is done. */
export const tamperingsOf = (name: Sabotage): ReadonlyArray<Tampering> => [
  ...withCertificates[name],
  ...(withOthers[name] ?? []),
];
