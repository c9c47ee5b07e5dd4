import { setTimeout as delay } from "node:timers/promises";
import { operationsClient, posting } from "../adapter/http.ts";
import { exit } from "../core/exit.ts";
import { verifyProgress, verifyText } from "../core/verify-text.ts";
import type { VerificationTold } from "../core/verify-text.ts";
import type { AddCommand, Session } from "./options.ts";
import { topic as topicOption } from "./options.ts";

const pollMs = 250;

/** Watches a comparison to its end; an interruption breaks it off. */
const watch = async ({ io }: Session, begun: VerificationTold): Promise<VerificationTold> => {
  const operations = operationsClient(io);
  const path = `/v1/verifications/${begun.verificationId}`;
  const interrupted = { is: false };
  io.onInterrupt(() => (interrupted.is = true));
  for (let told = begun; ; told = await operations.read<VerificationTold>({ path })) {
    const isOver = told.state !== "comparing" || interrupted.is;
    if (io.isWatched) io.tell(`\r\u001B[K${isOver ? "" : verifyProgress(told)}`);
    if (isOver) return told.state === "comparing" ? { ...told, state: "broken-off" } : told;
    await delay(pollMs);
  }
};

/** Compares the log with Kafka and tells what differs; exit code 1 when something does. */
export const verify = async (session: Session, topic: string | undefined): Promise<void> => {
  const operations = operationsClient(session.io);
  const begun = await operations.read<VerificationTold>(posting("/v1/verifications", topic ? { topic } : {}));
  const told = await watch(session, begun);
  await operations.call({ method: "DELETE", path: `/v1/verifications/${begun.verificationId}` });
  (session.isJson() ? [JSON.stringify(told)] : verifyText(told)).forEach(session.io.out);
  if (told.state !== "done" || told.differences.length > 0) session.ends(exit.refused);
};

const help = `
Both are read up to where the log is when it begins, in order; a relay that is still copying is waited for.
Records that the relay did not write and positions that it repeated are counted; stages pass them over.
Exit code 1 when something differs.`;

/** `verify`: whether Kafka is what the log says. */
export const addVerify: AddCommand = (program, session) => {
  program
    .command("verify")
    .description("compare the log with Kafka, record by record, and name the first difference of each partition")
    .argument("[TOPIC]", "one topic (default: all)", topicOption)
    .addHelpText("after", help)
    .action((topic: string | undefined) => verify(session, topic));
};
