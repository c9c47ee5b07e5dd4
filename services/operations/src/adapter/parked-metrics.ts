import { makeMetrics } from "@samvirke/observe";
import type { Store } from "@samvirke/store";

/** What is parked and being redriven now, for a Prometheus scraper. Labels are stages and classes. */
export const parkedMetrics = async (store: Pick<Store, "parkedClasses" | "redriveProgress">, now: number) => {
  const [classes, redrives] = await Promise.all([store.parkedClasses(), store.redriveProgress(undefined, 100)]);
  // A new registry each time: a class that is empty now must not be told with its last value.
  const metrics = makeMetrics();
  const persons = metrics.gauge("samvirke_parked_persons", "Persons with parked records, by their first one's class.");
  const records = metrics.gauge("samvirke_parked_records", "Parked records of these persons.");
  const oldest = metrics.gauge("samvirke_parked_oldest_seconds", "Age of the person parked for the longest time.");
  for (const { stage, reason, ...counted } of classes) {
    const labels = { stage, class: reason };
    persons.set(counted.persons, labels);
    records.set(counted.records, labels);
    oldest.set(Math.max(0, Math.round((now - counted.oldest.getTime()) / 1000)), labels);
  }
  const open = metrics.gauge("samvirke_redrives_open", "Redrives that are running or stopped.");
  const left = metrics.gauge("samvirke_redrive_persons_left", "Persons whom open redrives have still to settle.");
  for (const state of ["running", "stopped"]) {
    const own = redrives.filter((one) => one.state === state);
    open.set(own.length, { state });
    left.set(
      own.reduce((sum, { waiting, sent }) => sum + waiting + sent, 0),
      { state },
    );
  }
  return metrics.print();
};
