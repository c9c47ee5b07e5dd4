import { createHash } from "node:crypto";
import type { Instant } from "@samvirke/kernel";
import type { CaseContent, CaseDocument } from "../core/case.ts";

// How many records of others come first changes all the time and is no news of the case.
const newsOf = ({ messages, balls, ball, ...content }: CaseContent): object => ({
  ...content,
  messages: messages.map(({ hops, ...message }) => ({
    ...message,
    hops: hops.map(({ stage, state, reason }) => [stage, state, reason]),
  })),
  balls: balls.map(({ messageId, holder }) => [messageId, holder]),
  ball: ball?.holder,
});

/** A case as it is answered, at a moment or now. */
export const told = (content: CaseContent, at?: Instant): CaseDocument => ({
  ...content,
  at: at === undefined ? null : new Date(at).toISOString(),
  version: createHash("sha256")
    .update(JSON.stringify(newsOf(content)))
    .digest("base64url")
    .slice(0, 22),
});
