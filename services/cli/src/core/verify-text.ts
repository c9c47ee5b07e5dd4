/** A comparison as operations tells it. */
export interface VerificationTold {
  readonly verificationId: string;
  readonly state: string;
  readonly failure: string | null;
  readonly topics: ReadonlyArray<string>;
  readonly records: number;
  readonly of: number;
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly differences: ReadonlyArray<{
    readonly topic: string;
    readonly partition: number;
    readonly position: number;
    readonly what: string;
    readonly field: string | null;
    readonly offset: string | null;
  }>;
  readonly compared: ReadonlyArray<{
    readonly topic: string;
    readonly records: number;
    readonly foreign: number;
    readonly repeats: number;
  }>;
}

type Difference = VerificationTold["differences"][number];
type Compared = VerificationTold["compared"][number];

const meanings: Readonly<Record<string, string>> = {
  missing: "Kafka lacks it",
  extra: "the log lacks it",
  swapped: "a later record comes before it",
};

const differenceLine = ({ topic, partition, position, what, field, offset }: Difference): string => {
  const told = what === "changed" ? `changed: ${field} differs` : `${what}: ${meanings[what] ?? ""}`;
  return `${topic} partition ${partition} position ${position} ${told}${offset === null ? "" : ` (offset ${offset})`}`;
};

const comparedLine = ({ topic, records, foreign, repeats }: Compared): string => {
  const beside = [
    ...(foreign > 0 ? [`${foreign} of others`] : []),
    ...(repeats > 0 ? [`${repeats} repeated`] : []),
  ].join(", ");
  return `${topic}: ${records} records are the same${beside === "" ? "" : `; ${beside}`}`;
};

/** A comparison for people: what was compared, and the first difference of each partition. */
export const verifyText = (told: VerificationTold): ReadonlyArray<string> => [
  ...(told.failure === null ? [] : [`It failed: ${told.failure}`]),
  ...told.compared.map(comparedLine),
  ...told.differences.map(differenceLine),
  ...(told.state === "done" && told.differences.length === 0 ? ["The log and Kafka are the same."] : []),
];

/** How far it is, on one line. */
export const verifyProgress = ({ records, of, rate, secondsLeft }: VerificationTold): string => {
  const speed = rate === null ? "" : `  ${rate}/s`;
  return `comparing ${records}/${of} records${speed}${secondsLeft === null ? "" : `, ${secondsLeft} s left`}`;
};
