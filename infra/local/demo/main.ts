import { parseArgs } from "node:util";
import type { Doors } from "./hub.ts";
import { openDoors, StoryEnds } from "./hub.ts";
import type { Played } from "./play.ts";
import { play } from "./play.ts";
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

const tellStory = async (doors: Doors, isJson: boolean): Promise<void> => {
  const sent = new Map<string, Uint8Array>();
  const all: Array<Played> = [];
  if (!isJson) print(opening(paint));
  for (const scene of makeScenes(doors.operations)) {
    const message = await scene.message(sent);
    const played = await play(doors, scene, message);
    sent.set(scene.name, message);
    all.push(played);
    print(isJson ? [sceneJson(played)] : sceneLines(played, all.length, paint));
  }
  if (!isJson) print(ending(all, doors, paint));
};

const readArguments = (): { readonly json: boolean } | undefined => {
  try {
    return parseArgs({ options: { json: { type: "boolean", default: false } } }).values;
  } catch {
    return undefined;
  }
};

const main = async (): Promise<number> => {
  const wished = readArguments();
  if (wished === undefined) {
    process.stderr.write("Usage: node infra/local/demo/main.ts [--json]\n");
    return 2;
  }
  try {
    await tellStory(openDoors(), wished.json);
    return 0;
  } catch (error) {
    if (!(error instanceof StoryEnds)) throw error;
    process.stderr.write(`The demonstration ends here. ${error.message}\nLook with: npx samvirke status\n`);
    return 1;
  }
};

process.exitCode = await main();
