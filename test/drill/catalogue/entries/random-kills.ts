import type { Entry } from "../entry.ts";
import { makeRandom } from "../../plan/random.ts";
import { killing } from "../killing.ts";
import type { Target } from "../strike.ts";

const service = (name: string): Target => ({ kind: "service", service: name, stages: [name] });

const targets: ReadonlyArray<Target> = [
  { kind: "gateway" },
  { kind: "relay" },
  { kind: "broker" },
  { kind: "database" },
  ...["intake", "receipt-translator", "welfare-translator", "health-projector", "welfare-projector"].map(service),
];

const random = makeRandom(1);

/** Whoever it hits. */
export const randomKills: Entry = {
  name: "random-kills",
  what: "Somebody is killed in the middle of work, drawn by lot, again and again.",
  runs: { small: 0, large: 100 },
  play: (scene) => killing("", "", random.pick(targets)).play(scene),
};
