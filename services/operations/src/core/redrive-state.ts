/** running: it sends persons to their stages; stopped: it stands and keeps its stages; done and cancelled: over. */
export type RedriveState = "running" | "stopped" | "done" | "cancelled";

/** What somebody may do with a redrive. */
export const steerings = ["stop", "continue", "cancel"] as const;
export type Steering = (typeof steerings)[number];

interface Step {
  readonly from: ReadonlyArray<RedriveState>;
  readonly to: RedriveState;
}

const steps: Readonly<Record<Steering, Step>> = {
  stop: { from: ["running"], to: "stopped" },
  continue: { from: ["stopped"], to: "running" },
  cancel: { from: ["running", "stopped"], to: "cancelled" },
};

/** The state that a steering leads to; undefined where it is not possible. */
export const steered = (state: RedriveState, steering: Steering): RedriveState | undefined => {
  const { from, to } = steps[steering];
  return from.includes(state) ? to : undefined;
};
