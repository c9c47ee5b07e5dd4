/** One figure of a run, beside what the same machine did in the same run without us. */
export interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** What the reference reached; null where nothing comparable was measured. */
  readonly reference: number | null;
  /** What the reference is. */
  readonly against: string;
  /** Figure that design asks for; null where it asks for none. */
  readonly floor: number | null;
  /** Whether a good value lies above its floor or below it. */
  readonly good: "above" | "below";
}

/** What is written with `--json`. */
export interface MeasureJson {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly reference: number | null;
  readonly ratio: number | null;
  readonly floor: number | null;
}

const digits = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 3);
const rounded = (value: number): number => Number(value.toFixed(digits(value)));

/** The value as a share of the reference's. */
export const ratioOf = ({ value, reference }: Measure): number | null =>
  reference === null || reference === 0 ? null : Number((value / reference).toFixed(3));

/** Whether the floor is met; undefined where there is none. */
export const isMet = ({ value, floor, good }: Measure): boolean | undefined => {
  if (floor === null) return undefined;
  return good === "above" ? value >= floor : value <= floor;
};

export const measureJson = (measure: Measure): MeasureJson => ({
  name: measure.name,
  unit: measure.unit,
  value: rounded(measure.value),
  reference: measure.reference === null ? null : rounded(measure.reference),
  ratio: ratioOf(measure),
  floor: measure.floor,
});
