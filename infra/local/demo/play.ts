import type { Doors } from "./hub.ts";
import { StoryEnds } from "./hub.ts";
import type { Progress } from "./progress.ts";
import type { Travelled } from "./road.ts";
import { travel } from "./road.ts";
import type { Expected, Scene } from "./scenes.ts";
import type { Sides } from "./sides.ts";
import { look } from "./sides.ts";

/** A scene as it went. */
export interface Played extends Travelled {
  readonly scene: Scene;
  readonly sides: Sides;
}

const differing = ({ http, status }: Travelled, sides: Sides, expected: Expected): ReadonlyArray<string> => {
  const pairs: ReadonlyArray<readonly [what: string, came: unknown, wanted: unknown]> = [
    ["HTTP status", http, expected.http],
    ["outcome", status.outcome, expected.outcome],
    ["route", status.route, expected.route],
    ["rules", status.rules.map(({ rule }) => rule).join(", "), expected.rules.join(", ")],
    ["receipt status", status.appRec?.status ?? null, expected.receipt],
    ["receipt in the sender's mailbox", sides.receipt !== null, true],
    [
      "record in NAV's mailbox",
      sides.record !== null,
      expected.outcome === "accepted" || expected.outcome === "rejected",
    ],
    ["health view", sides.health !== null, expected.outcome !== "malformed"],
    ["welfare view", sides.welfare !== null, expected.outcome === "accepted" || expected.outcome === "rejected"],
  ];
  return pairs
    .filter(([, came, wanted]) => came !== wanted)
    .map(([what, came, wanted]) => `${what} is ${String(came)}, not ${String(wanted)}`);
};

/** Plays one scene. Rejects when a hop does not come, or when it ends otherwise than it must. */
export const play = async (
  doors: Doors,
  { scene, message }: { readonly scene: Scene; readonly message: Uint8Array },
  progress: Progress,
): Promise<Played> => {
  const travelled = await travel(doors.health, message, { onWait: progress.wait });
  const sides = await look(doors, travelled.status);
  const wrong = differing(travelled, sides, scene.expected);
  if (wrong.length > 0) throw new StoryEnds(`${scene.title}: ${wrong.join("; ")}.`);
  return { ...travelled, scene, sides };
};
