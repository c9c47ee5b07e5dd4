import { type LogFailure, logFailure, type SubscribeOptions, type Subscription } from "@samvirke/kernel";
import type { KafkaLogConfig } from "./config.ts";
import { codeOf, failureOf } from "./failure.ts";
import { makeMember, type Member, type Seat } from "./membership.ts";
import { openSession, type Session } from "./session.ts";
import { beginTenure, type Holder, type Tenure } from "./tenure.ts";
import { backOff, makeEnding, sleep, within } from "./timing.ts";

const longestPause = 1_000;
const leaveTimeout = 2_000;
// A generation that lasted this long was no part of a row of troubles.
const calmAfter = 5_000;

/** What one subscription is doing now. */
interface State {
  readonly holder: Holder;
  readonly member: Member;
  readonly closing: AbortSignal;
  session: Session | undefined;
  tenure: Tenure | undefined;
  paused: boolean;
  /** Troubles in a row. */
  troubles: number;
}

const announce = ({ options, config }: Holder, seat: Seat): void => {
  try {
    options.onAssigned?.(seat.partitions);
  } catch (error) {
    config.onProblem({ event: "on-assigned-failed", topic: options.topic, group: options.group, code: codeOf(error) });
  }
};

/** One generation: join, hold the partitions, end. Resolves with what ended it. */
const serveOnce = async (state: State, session: Session): Promise<LogFailure | undefined> => {
  const { holder, member, closing } = state;
  const leaders = await session.leaders(holder.options.topic);
  const seat = await member.join(session, leaders.size);
  if (closing.aborted) return undefined;
  announce(holder, seat);
  state.tenure = beginTenure(holder, seat, { session, leaders });
  if (closing.aborted) state.tenure.end();
  const start = Date.now();
  const failure = await state.tenure.over;
  if (Date.now() - start > calmAfter) state.troubles = 0;
  state.tenure = undefined;
  return failure;
};

/** Generation after generation over one session, until it fails or the subscription closes. */
const serve = async (state: State): Promise<void> => {
  const session = await openSession(state.holder.config);
  state.session = session;
  while (!state.closing.aborted) {
    const failure = await serveOnce(state, session).catch((error: unknown) => failureOf(error, "joining the group"));
    if (failure !== undefined && failure.fate !== "fenced") throw failure;
  }
};

const dropSession = (state: State): void => {
  state.session?.close();
  state.session = undefined;
};

/** Serves until closed or until a fatal failure, which is the answer. */
const run = async (state: State): Promise<LogFailure | undefined> => {
  const { config, options } = state.holder;
  while (!state.closing.aborted) {
    try {
      await serve(state);
    } catch (error) {
      const failure = failureOf(error, "the subscription");
      config.onProblem({ event: "subscription", topic: options.topic, group: options.group, code: codeOf(failure) });
      if (failure.fate === "fatal") return failure;
      dropSession(state);
      await sleep(backOff(state.troubles++, longestPause), state.closing);
    }
  }
  return undefined;
};

const leave = async (state: State): Promise<void> => {
  const { holder, member, session } = state;
  if (session === undefined) return;
  try {
    await within(leaveTimeout, "leaving the group", member.leave(session));
  } catch (error) {
    const { topic, group } = holder.options;
    holder.config.onProblem({ event: "leave-failed", topic, group, code: codeOf(error) });
  }
};

const makeState = (options: SubscribeOptions, config: KafkaLogConfig, closing: AbortSignal): State => {
  const state: State = {
    holder: { options, config, isPaused: () => state.paused },
    member: makeMember(options, config),
    closing,
    session: undefined,
    tenure: undefined,
    paused: false,
    troubles: 0,
  };
  return state;
};

/** Reads a topic as a member of a group, through rebalances and lost connections, until closed or fatally failed. */
export const startSubscription = (options: SubscribeOptions, config: KafkaLogConfig): Subscription => {
  const closing = makeEnding();
  const state = makeState(options, config, closing.signal);
  const finish = async (): Promise<void> => {
    const failure = await run(state);
    await leave(state);
    dropSession(state);
    if (failure !== undefined) options.onStopped(failure);
  };
  const finished = finish();
  const close = async (): Promise<void> => {
    closing.abort();
    state.tenure?.end();
    try {
      await within(config.closeTimeout, "closing a subscription", finished);
    } catch {
      await leave(state);
      dropSession(state);
      throw logFailure("fatal", `kafka: running batches of ${options.topic} did not end in time`);
    }
  };
  const setPaused = (paused: boolean): void => {
    state.paused = paused;
    state.tenure?.nudge();
  };
  return {
    seek: (partition, offset) => state.tenure?.seek(partition, offset),
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    close,
  };
};
