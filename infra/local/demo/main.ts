import { parseArgs } from "node:util";
import type { Doors } from "./hub.ts";
import { HubIsAway, openDoors, StoryEnds } from "./hub.ts";
import type { Lived, Standing } from "./months/play.ts";
import { live, nothingSeen } from "./months/play.ts";
import { lengthOf, steps } from "./months/steps.ts";
import { caseOpening, livedJson, livedLines } from "./months/tell.ts";
import { makeWorld } from "./months/world.ts";
import type { Played } from "./play.ts";
import { play } from "./play.ts";
import type { Progress } from "./progress.ts";
import { makeProgress } from "./progress.ts";
import { makeScenes } from "./scenes.ts";
import type { Paint } from "./tell.ts";
import { ending, opening, sceneJson, sceneLines } from "./tell.ts";

const codes = { bold: [1, 22], green: [32, 39], red: [31, 39], yellow: [33, 39] } as const;

const isPlain = !process.stdout.isTTY || (process.env["NO_COLOR"] ?? "") !== "";

const paint: Paint = (colour, text) =>
  isPlain ? text : `\u001B[${codes[colour][0]}m${text}\u001B[${codes[colour][1]}m`;

const print = (lines: ReadonlyArray<string>): void => {
  for (const line of lines) process.stdout.write(`${line}\n`);
};

interface Telling {
  readonly doors: Doors;
  readonly isJson: boolean;
  readonly progress: Progress;
}

const tellMessages = async ({ doors, isJson, progress }: Telling): Promise<ReadonlyArray<Played>> => {
  const sent = new Map<string, Uint8Array>();
  const all: Array<Played> = [];
  for (const scene of makeScenes(doors.operations)) {
    const message = await scene.message(sent);
    const played = await play(doors, { scene, message }, progress);
    sent.set(scene.name, message);
    all.push(played);
    progress.clear();
    print(isJson ? [sceneJson(played)] : sceneLines(played, all.length, paint));
  }
  return all;
};

const tellMonths = async ({ doors, isJson, progress }: Telling): Promise<ReadonlyArray<Lived>> => {
  const all: Array<Lived> = [];
  let standing: Standing = { world: await makeWorld(doors, lengthOf(steps)), seen: nothingSeen };
  for (const step of steps) {
    const next = await live(standing, step, progress);
    standing = next.standing;
    all.push(next.lived);
    progress.clear();
    print(isJson ? [livedJson(next.lived)] : livedLines(next.lived, paint));
  }
  return all;
};

const tellStory = async (telling: Telling): Promise<void> => {
  const { doors, isJson } = telling;
  if (!isJson) print(opening(paint));
  const messages = await tellMessages(telling);
  if (!isJson) print(caseOpening(steps.length, paint));
  const days = await tellMonths(telling);
  if (!isJson) print(ending({ messages, days }, doors, paint));
};

const options = {
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const readArguments = (): { readonly json: boolean; readonly help: boolean } | undefined => {
  try {
    return parseArgs({ options }).values;
  } catch {
    return undefined;
  }
};

const usage = `Usage: samvirke demo [--json]

Plays the demonstration on the running local hub: seven messages, then one case over months, about
new invented persons each time. Waits for every hop.

  --json   one JSON object per message and per day of the case

Exit codes: 0 everything came, 1 something did not (it is named), 2 wrong usage, 3 hub not reachable.
SAMVIRKE_DEMO_SECONDS: how long a hop may take (default: 30).
`;

const tell = async (isJson: boolean): Promise<number> => {
  const progress = makeProgress(process.stderr.isTTY);
  try {
    await tellStory({ doors: openDoors(), isJson, progress });
    return 0;
  } catch (error) {
    if (!(error instanceof StoryEnds)) throw error;
    progress.clear();
    const isAway = error instanceof HubIsAway;
    const next = isAway ? "" : "Look with: npx samvirke status\n";
    process.stderr.write(`The demonstration ends here. ${error.message}\n${next}`);
    return isAway ? 3 : 1;
  }
};

const main = async (): Promise<number> => {
  const wished = readArguments();
  if (wished?.help === true) {
    process.stdout.write(usage);
    return 0;
  }
  if (wished !== undefined) return tell(wished.json);
  process.stderr.write(usage);
  return 2;
};

process.exitCode = await main();
