import type { Bench } from "./bench.ts";
import type { Process } from "./process.ts";

const floor = 200;

/** Notes the most memory that a service held under its load; of two notes the higher one stays. */
export const noteMemory = (bench: Bench, service: Process): void => {
  const value = service.peakMemory();
  if (value === undefined) return bench.tell(`  ${service.name}: memory not known on this system`);
  const name = `memory-${service.name}`;
  bench.tell(`  ${service.name}: most memory ${value.toFixed(0)} MB`);
  const at = bench.measures.findIndex((measure) => measure.name === name);
  if (at >= 0 && (bench.measures[at]?.value ?? 0) >= value) return undefined;
  bench.measures.splice(at >= 0 ? at : bench.measures.length, at >= 0 ? 1 : 0, {
    name,
    unit: "MB",
    value,
    reference: null,
    against: "",
    floor,
    good: "below",
  });
  return undefined;
};
