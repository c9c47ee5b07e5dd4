import { exit } from "../core/exit.ts";
import type { Gateway, HubStatus } from "../core/status-text.ts";
import { overallOf, reasonsOf, statusLines } from "../core/status-text.ts";
import type { Door } from "../adapter/hub.ts";
import { addressOf } from "../adapter/hub.ts";
import { operationsClient } from "../adapter/http.ts";
import type { Io } from "../adapter/io.ts";
import { painter } from "../adapter/io.ts";
import type { AddCommand, Session } from "./options.ts";

const patienceMs = 3_000;

const isReady = async (io: Io, door: Door): Promise<boolean> => {
  try {
    const answer = await fetch(`${addressOf(io, door)}/internal/health/ready`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
};

const readGateways = (io: Io): Promise<ReadonlyArray<Gateway>> =>
  Promise.all(
    (["health", "welfare"] as const).map(async (gateway) => ({ gateway, reachable: await isReady(io, gateway) })),
  );

const status = async ({ io, ends, isJson }: Session): Promise<void> => {
  const told = await operationsClient(io).read<HubStatus>({ path: "/v1/status" });
  const gateways = await readGateways(io);
  const overall = overallOf(told, gateways);
  if (isJson()) io.out(JSON.stringify({ ...told, overall, reasons: reasonsOf(told, gateways), gateways }));
  else for (const line of statusLines(told, gateways, painter(io))) io.out(line);
  if (overall === "red") ends(exit.refused);
};

const help = `
Per stage: state with its reason, lag in positions and seconds (the age of the oldest record it has not handled), and what is parked.
Red, exit code 1: a part or a gateway is away, a stage stands, somebody is parked, or a stage or the relay is far behind; reasons says which.

Example:
  samvirke status --json | jq .reasons`;

/** `status`: the hub at a glance. */
export const addStatus: AddCommand = (program, session) => {
  program
    .command("status")
    .description("tell how the hub is: parts, stages, lag, parked persons; exit code 1 when red")
    .addHelpText("after", help)
    .action(() => status(session));
};
