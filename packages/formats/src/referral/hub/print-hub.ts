import type { Day } from "@samvirke/kernel";
import { printDay } from "@samvirke/kernel";
import { printInstant } from "../../xml/print-time.ts";
import type { HubBody, HubReferral } from "./model.ts";
import { hubContract } from "./model.ts";

// Every day of the contract stands under one of these names.
const days: ReadonlySet<string> = new Set([
  "on",
  "from",
  "to",
  "bornOn",
  "wantedOn",
  "decidedOn",
  "appointmentOn",
  "latestStart",
]);

const written = (key: string, value: unknown): unknown => {
  if (value === null) return undefined;
  return days.has(key) && typeof value === "number" ? printDay(value as Day) : value;
};

const bodyOf = ({ kind: _kind, ...body }: HubBody): unknown => body;

/** A message of the hub's own contract as JSON in UTF-8; what is not said is left out. */
export const printHubReferral = ({ madeAt, body, ...rest }: HubReferral): Uint8Array =>
  Buffer.from(
    JSON.stringify(
      { contract: hubContract, kind: body.kind, ...rest, madeAt: printInstant(madeAt), body: bodyOf(body) },
      written,
    ),
  );
