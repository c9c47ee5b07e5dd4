import { section, table } from "./table.ts";

interface Lag {
  readonly positions: number;
  readonly seconds: number;
}

export interface StageLine {
  readonly stage: string;
  readonly topic: string;
  readonly state: string;
  readonly reason: string | null;
  readonly lag: Lag;
  readonly parked: { readonly persons: number; readonly records: number };
}

/** The hub's status, as operations tells it. */
export interface HubStatus {
  readonly overall: "green" | "red";
  readonly reasons: ReadonlyArray<string>;
  readonly at: string;
  readonly parts: ReadonlyArray<{ readonly part: string; readonly reachable: boolean; readonly ms: number }>;
  readonly stages: ReadonlyArray<StageLine>;
  readonly relay: ReadonlyArray<{ readonly topic: string; readonly lag: Lag | null }>;
  readonly clock: { readonly lastDay: string | null };
}

export interface Gateway {
  readonly gateway: string;
  readonly reachable: boolean;
}

export type Paint = (colour: "red" | "green" | "yellow" | "bold", text: string) => string;

const awayGateways = (gateways: ReadonlyArray<Gateway>): ReadonlyArray<string> =>
  gateways.filter(({ reachable }) => !reachable).map(({ gateway }) => `the ${gateway} gateway takes no messages`);

/** Everything that is wrong, the gateways included. */
export const reasonsOf = (status: HubStatus, gateways: ReadonlyArray<Gateway>): ReadonlyArray<string> => [
  ...status.reasons,
  ...awayGateways(gateways),
];

/** Red when anything is wrong. */
export const overallOf = (status: HubStatus, gateways: ReadonlyArray<Gateway>): "green" | "red" =>
  status.overall === "red" || reasonsOf(status, gateways).length > 0 ? "red" : "green";

const parkedText = ({ persons, records }: StageLine["parked"]): string =>
  persons === 0 ? "0" : `${persons} (${records} records)`;

const stageRow = ({ stage, state, lag, parked, reason }: StageLine): ReadonlyArray<string> => [
  stage,
  state,
  String(lag.positions),
  lag.seconds.toFixed(1),
  parkedText(parked),
  reason ?? "",
];

const partLines = ({ parts, clock }: HubStatus, gateways: ReadonlyArray<Gateway>): ReadonlyArray<string> => {
  const word = (reachable: boolean): string => (reachable ? "up" : "away");
  return [
    ...parts.map(({ part, reachable, ms }) => `${part} ${word(reachable)} (${ms} ms)`),
    ...gateways.map(({ gateway, reachable }) => `gateway ${gateway} ${word(reachable)}`),
    `clock ${clock.lastDay === null ? "has told no day yet" : `has told ${clock.lastDay}`}`,
  ];
};

const relayRow = ({ topic, lag }: HubStatus["relay"][number]): ReadonlyArray<string> =>
  lag === null
    ? [topic, "", "", "Kafka could not be asked"]
    : [topic, String(lag.positions), lag.seconds.toFixed(1), ""];

/** The status for people. */
export const statusLines = (
  status: HubStatus,
  gateways: ReadonlyArray<Gateway>,
  paint: Paint,
): ReadonlyArray<string> => {
  const overall = overallOf(status, gateways);
  return [
    `The hub is ${paint(overall, paint("bold", overall.toUpperCase()))} at ${status.at}`,
    ...reasonsOf(status, gateways).map((reason) => `  ${paint("red", reason)}`),
    "",
    ...section(paint("bold", "Parts"), partLines(status, gateways)),
    ...section(
      paint("bold", "Stages"),
      table(["stage", "state", "behind", "seconds", "parked persons", "reason"], status.stages.map(stageRow)),
    ),
    ...section(paint("bold", "Relay"), table(["topic", "behind", "seconds", ""], status.relay.map(relayRow))),
  ].slice(0, -1);
};
