/** Values of a metric's labels: names of routes, stages, topics, codes. Never an id: every other value makes a series. */
export type Labels = Readonly<Record<string, string | number>>;

export interface Counter {
  readonly add: (labels?: Labels, by?: number) => void;
}
export interface Gauge {
  readonly set: (value: number, labels?: Labels) => void;
}
export interface Histogram {
  /** Unit: that of the buckets, seconds by custom. */
  readonly observe: (value: number, labels?: Labels) => void;
}

/** A process's metrics, printed for a Prometheus scraper. */
export interface Metrics {
  readonly counter: (name: string, help: string) => Counter;
  readonly gauge: (name: string, help: string) => Gauge;
  /** A gauge that is asked when it is printed. */
  readonly sampled: (name: string, help: string, read: () => number) => void;
  readonly histogram: (name: string, help: string, bounds?: ReadonlyArray<number>) => Histogram;
  readonly print: () => string;
}

/** Content type of `print`'s text. Source: Prometheus text exposition format 0.0.4. */
export const metricsContentType = "text/plain; version=0.0.4; charset=utf-8";

interface Family {
  readonly type: "counter" | "gauge" | "histogram";
  readonly help: string;
  readonly lines: () => ReadonlyArray<string>;
}

interface Buckets {
  readonly counts: Array<number>;
  readonly labels: Labels;
  count: number;
  sum: number;
}

const latencyBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const metricForm = /^[a-z_][a-z0-9_]*$/;
const labelForm = /^[\w/][\w.:/{} -]{0,99}$/;
// A label lives as long as the process: nothing with a date of birth in it, and nothing that is no name.
const dateRun = /\d{6}/;

const labelValue = (value: string | number): string => {
  const text = String(value);
  return labelForm.test(text) && !dateRun.test(text) ? text : "other";
};
const print = (labels: Labels, bound?: string): string => {
  const names = Object.entries(labels).map(([name, value]) => `${name}="${labelValue(value)}"`);
  const pairs = bound === undefined ? names : [...names, `le="${bound}"`];
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
};

const plainLines = (name: string, series: ReadonlyMap<string, number>): ReadonlyArray<string> =>
  [...series].map(([labels, value]) => `${name}${labels} ${value}`);

const bucketLines = (name: string, bounds: ReadonlyArray<number>, buckets: Buckets): ReadonlyArray<string> => [
  ...bounds.map((bound, i) => `${name}_bucket${print(buckets.labels, String(bound))} ${buckets.counts[i] ?? 0}`),
  `${name}_bucket${print(buckets.labels, "+Inf")} ${buckets.count}`,
  `${name}_sum${print(buckets.labels)} ${buckets.sum}`,
  `${name}_count${print(buckets.labels)} ${buckets.count}`,
];

const makeHistogram = (bounds: ReadonlyArray<number>) => {
  const series = new Map<string, Buckets>();
  const seriesOf = (labels: Labels): Buckets => {
    const key = print(labels);
    const found = series.get(key) ?? { counts: bounds.map(() => 0), labels, count: 0, sum: 0 };
    series.set(key, found);
    return found;
  };
  return {
    series,
    observe: (value: number, labels: Labels = {}): void => {
      const buckets = seriesOf(labels);
      buckets.count += 1;
      buckets.sum += value;
      for (const [i, bound] of bounds.entries()) if (value <= bound) buckets.counts[i] = (buckets.counts[i] ?? 0) + 1;
    },
  };
};

/** An empty registry of metrics. */
export const makeMetrics = (): Metrics => {
  const families = new Map<string, Family>();
  const register = (name: string, family: Family): void => {
    if (!metricForm.test(name) || families.has(name)) throw new Error(`metric ${name}: bad or taken name`);
    families.set(name, family);
  };
  const plain = (type: "counter" | "gauge", name: string, help: string): Map<string, number> => {
    const series = new Map<string, number>();
    register(name, { type, help, lines: () => plainLines(name, series) });
    return series;
  };
  return {
    counter: (name, help) => {
      const series = plain("counter", name, help);
      return { add: (labels = {}, by = 1) => void series.set(print(labels), (series.get(print(labels)) ?? 0) + by) };
    },
    gauge: (name, help) => {
      const series = plain("gauge", name, help);
      return { set: (value, labels = {}) => void series.set(print(labels), value) };
    },
    sampled: (name, help, read) => register(name, { type: "gauge", help, lines: () => [`${name} ${read()}`] }),
    histogram: (name, help, bounds = latencyBounds) => {
      const { series, observe } = makeHistogram(bounds);
      const lines = () => [...series.values()].flatMap((buckets) => bucketLines(name, bounds, buckets));
      register(name, { type: "histogram", help, lines });
      return { observe };
    },
    print: () =>
      [...families]
        .flatMap(([name, { type, help, lines }]) => [
          `# HELP ${name} ${help}`,
          `# TYPE ${name} ${type}`,
          ...lines(),
          "",
        ])
        .join("\n"),
  };
};
