const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

interface Series {
  readonly buckets: Array<number>;
  count: number;
  sum: number;
}

/** Counts and times of the gateway, for a Prometheus scraper. */
export interface Metrics {
  readonly answered: (route: string, status: number, seconds: number) => void;
  readonly print: () => string;
}

const label = (pairs: Readonly<Record<string, string>>): string =>
  `{${Object.entries(pairs)
    .map(([name, value]) => `${name}="${value}"`)
    .join(",")}}`;

const histogram = (route: string, { buckets, count, sum }: Series): ReadonlyArray<string> => [
  ...bounds.map(
    (bound, index) => `samvirke_gateway_seconds_bucket${label({ route, le: String(bound) })} ${buckets[index] ?? 0}`,
  ),
  `samvirke_gateway_seconds_bucket${label({ route, le: "+Inf" })} ${count}`,
  `samvirke_gateway_seconds_sum${label({ route })} ${sum}`,
  `samvirke_gateway_seconds_count${label({ route })} ${count}`,
];

/** Makes the metrics; `gauges` are asked when they are printed. Labels are route names and statuses, nothing of a message. */
export const makeMetrics = (gauges: Readonly<Record<string, () => number>>): Metrics => {
  const answers = new Map<string, number>();
  const times = new Map<string, Series>();
  return {
    answered: (route, status, seconds) => {
      const key = label({ route, status: String(status) });
      answers.set(key, (answers.get(key) ?? 0) + 1);
      const series = times.get(route) ?? { buckets: bounds.map(() => 0), count: 0, sum: 0 };
      times.set(route, series);
      series.count += 1;
      series.sum += seconds;
      bounds.forEach((bound, index) => {
        if (seconds <= bound) series.buckets[index] = (series.buckets[index] ?? 0) + 1;
      });
    },
    print: () =>
      [
        "# TYPE samvirke_gateway_answers_total counter",
        ...[...answers].map(([key, count]) => `samvirke_gateway_answers_total${key} ${count}`),
        "# TYPE samvirke_gateway_seconds histogram",
        ...[...times].flatMap(([route, series]) => histogram(route, series)),
        ...Object.entries(gauges).flatMap(([name, read]) => [`# TYPE ${name} gauge`, `${name} ${read()}`]),
        "",
      ].join("\n"),
  };
};
