import type { MessageLimits } from "@samvirke/formats";
import { guard, parseCertificate, readEnvelope } from "@samvirke/formats";
import { E } from "@samvirke/kernel";
import { apiName } from "../core/acceptance.ts";
import { classify } from "../core/arrival.ts";
import type { Findings } from "../core/validation.ts";
import { linesOf } from "../core/validation.ts";
import type { Handlers } from "./exchange.ts";

const hostile = (reason: string): Findings => ({
  kind: "unknown",
  format: "unknown",
  readable: false,
  findings: [{ source: "guard", code: reason, path: "" }],
});

const findingsOf = (bytes: Uint8Array, limits: MessageLimits): Findings => {
  const guarded = guard(bytes, limits);
  if (E.isLeft(guarded)) return hostile(guarded.left.reason);
  const { kind, format } = readEnvelope(bytes, limits);
  const classified = classify(kind, format);
  const head = { kind: apiName(classified.kind), format: apiName(classified.format) };
  const parsed = parseCertificate(bytes, limits);
  if (E.isRight(parsed)) return { ...head, readable: true, findings: linesOf("parse", parsed.right.warnings) };
  const unreadable = { source: "parse", code: parsed.left.class, path: "" } as const;
  return { ...head, readable: false, findings: [unreadable, ...linesOf("parse", parsed.left.findings)] };
};

/** Tells what would be found in a message, and stores nothing. */
export const validationHandler = (limits: MessageLimits): Pick<Handlers, "validate"> => ({
  validate: async (exchange) => {
    const body = await exchange.body();
    if (E.isLeft(body)) return body;
    const { bytes, release } = body.right;
    try {
      return E.right({ status: 200, content: { json: findingsOf(bytes, limits) } });
    } finally {
      release();
    }
  },
});
