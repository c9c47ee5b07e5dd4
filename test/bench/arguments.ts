import { parseArgs } from "node:util";

export const phaseNames = ["gateway", "intake", "relay", "translate", "project", "end-to-end", "parking"] as const;
export type PhaseName = (typeof phaseNames)[number];

/** How much a run does. */
export interface Counts {
  /** Certificates that the intake decides. */
  readonly messages: number;
  /** Events that relay, translator and projector handle. */
  readonly events: number;
  /** Records of the broker's own tool. */
  readonly produced: number;
  /** Seconds of one step of load. */
  readonly step: number;
  /** Seconds at 200 messages/s, and before that to get warm. */
  readonly steady: number;
  readonly warm: number;
  /** Events of the parking phase, ten a person. */
  readonly parked: number;
}

export interface Arguments {
  readonly json: string | undefined;
  /** The phases whose services run under the profiler. */
  readonly profile: ReadonlyArray<PhaseName>;
  readonly only: ReadonlyArray<PhaseName>;
  readonly counts: Counts;
  /** Keep the folder with logs and profiles. */
  readonly keep: boolean;
}

const full: Counts = {
  messages: 20_000,
  events: 120_000,
  produced: 500_000,
  step: 6,
  steady: 20,
  warm: 30,
  parked: 100_000,
};
const quick: Counts = {
  messages: 4_000,
  events: 12_000,
  produced: 100_000,
  step: 2,
  steady: 10,
  warm: 20,
  parked: 12_000,
};
const smoke: Counts = { messages: 600, events: 2_400, produced: 20_000, step: 1, steady: 3, warm: 1, parked: 3_000 };

export const usage = `Usage: npm run bench -- [--quick | --smoke] [--json FILE] [--only PHASE,…] [--profile PHASE,…] [--keep]
Phases: ${phaseNames.join(", ")}`;

const isPhase = (name: string): name is PhaseName => phaseNames.some((known) => known === name);

const phasesOf = (text: string): ReadonlyArray<PhaseName> => {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !isPhase(name));
  if (unknown !== undefined) throw new Error(`there is no phase ${unknown}`);
  return names.filter(isPhase);
};

const countsOf = (values: { readonly quick?: boolean; readonly smoke?: boolean }): Counts => {
  if (values.smoke === true) return smoke;
  return values.quick === true ? quick : full;
};

/** Reads the arguments; throws with what is wrong. */
export const readArguments = (args: ReadonlyArray<string>): Arguments => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "string" },
      only: { type: "string" },
      profile: { type: "string" },
      quick: { type: "boolean" },
      smoke: { type: "boolean" },
      keep: { type: "boolean" },
    },
  });
  const profile = values.profile === undefined ? [] : phasesOf(values.profile);
  const chosen = profile.length === 0 ? phaseNames : profile;
  const only = values.only === undefined ? chosen : phasesOf(values.only);
  return { json: values.json, profile, only, counts: countsOf(values), keep: values.keep ?? false };
};
