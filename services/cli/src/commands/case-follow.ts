import { operationsClient } from "../adapter/http.ts";
import { newsBetween } from "../core/case-news.ts";
import type { CaseDocument } from "../core/case-text.ts";
import type { Session } from "./options.ts";

const waitSeconds = 20;

/** Prints what is new about a case as it comes, until somebody interrupts. An interruption is noticed at once. */
export const follow = async ({ io, isJson }: Session, id: string, begun: CaseDocument): Promise<void> => {
  const operations = operationsClient(io);
  const { promise: interrupted, resolve } = Promise.withResolvers<undefined>();
  const ending = new AbortController();
  io.onInterrupt(() => {
    ending.abort();
    resolve(undefined);
  });
  io.tell("Following; Ctrl-C ends.\n");
  for (let known = begun; !ending.signal.aborted;) {
    const path = `/v1/cases/${encodeURIComponent(id)}?known=${encodeURIComponent(known.version)}&wait=${waitSeconds}`;
    const asked = operations.read<CaseDocument>({ path, signal: ending.signal });
    asked.catch(() => undefined);
    const now = await Promise.race([asked, interrupted]);
    if (now === undefined) return;
    for (const news of newsBetween(known, now)) io.out(isJson() ? JSON.stringify(news) : `${news.what}  ${news.text}`);
    known = now;
  }
};
