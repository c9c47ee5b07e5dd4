import { setTimeout as delay } from "node:timers/promises";
import type { Door } from "../hub.ts";
import { StoryEnds } from "../hub.ts";
import type { Progress } from "../progress.ts";
import { longestMs, travel } from "../road.ts";
import type { Act, Step } from "./steps.ts";
import type { Turn } from "./turns.ts";
import { turnsOn } from "./turns.ts";
import type { Change, Rows } from "./views.ts";
import { changesBetween, seenBy } from "./views.ts";
import type { Sent, Side, World } from "./world.ts";
import { dayOf, instantOf, linksOf } from "./world.ts";

const sides = ["health", "welfare", "employer"] as const;

/** What each side sees. */
export type Seen = Readonly<Record<Side, Rows>>;

/** A document that somebody finds in the mailbox. */
export interface Letter {
  readonly to: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** A step as it went. */
export interface Lived {
  readonly step: Step;
  readonly date: string;
  readonly sent: ReadonlyArray<Sent>;
  readonly letters: ReadonlyArray<Letter>;
  readonly changes: Readonly<Record<Side, ReadonlyArray<Change>>>;
  readonly turns: ReadonlyArray<Turn>;
}

/** Where the story stands. */
export interface Standing {
  readonly world: World;
  readonly seen: Seen;
}

/** Nothing was seen of anybody yet. */
export const nothingSeen: Seen = { health: new Map(), welfare: new Map(), employer: new Map() };

const sendOne = async (world: World, { act, day }: { act: Act; day: number }, progress: Progress): Promise<Sent> => {
  const { from, bytes, contentType, path } = await act.make(world, day);
  const headers = { "content-type": contentType, "samvirke-received-at": instantOf(world, day) };
  const sending = { headers, onWait: progress.wait, ...(path === undefined ? {} : { path }) };
  const travelled = await travel(world.doors[from], bytes, sending);
  const { outcome } = travelled.status;
  if (outcome !== "accepted") throw new StoryEnds(`${act.name}: the outcome is ${outcome ?? "none"}, not accepted.`);
  return { ...travelled, from, bytes };
};

const sendAll = async (world: World, { acts, day }: Step, progress: Progress): Promise<World> => {
  let now = world;
  for (const act of acts) {
    const sent = await sendOne(now, { act, day }, progress);
    now = { ...now, sent: new Map([...now.sent, [act.name, sent]]) };
  }
  return now;
};

const letterAt = async (
  readers: ReadonlyArray<readonly [string, Door]>,
  link: string,
): Promise<ReadonlyArray<Letter>> => {
  for (const [to, door] of readers) {
    const { status, contentType, bytes } = await door.get(link);
    if (status === 200) return [{ to, contentType, bytes: bytes.byteLength }];
  }
  return [];
};

const lettersOf = async (world: World, sent: ReadonlyArray<Sent>): Promise<ReadonlyArray<Letter>> => {
  const { health, welfare, employer } = world.doors;
  const readers = [
    ["doctor", health],
    ["NAV", welfare],
    ["employer", employer],
  ] as const;
  const links = await Promise.all(sent.map((one) => linksOf(world, one)));
  return (await Promise.all([...new Set(links.flat())].map((link) => letterAt(readers, link)))).flat();
};

const look = async (world: World): Promise<Seen> => {
  const [health, welfare, employer] = await Promise.all(sides.map((side) => seenBy(world, side)));
  if (!health || !welfare || !employer) throw new StoryEnds("A side did not answer.");
  return { health, welfare, employer };
};

const changesOf = (before: Seen, now: Seen): Lived["changes"] => ({
  health: changesBetween(before.health, now.health),
  welfare: changesBetween(before.welfare, now.welfare),
  employer: changesBetween(before.employer, now.employer),
});

const missingIn = ({ shown }: Step, changes: Lived["changes"]): ReadonlyArray<string> =>
  sides.flatMap((side) =>
    (shown[side] ?? [])
      .filter((view) => !changes[side].some((change) => change.view === view))
      .map((view) => `${view} in the ${side} view`),
  );

/** Looks until every side sees what it must. Rejects with the names of the views that did not come. */
const lookUntil = async ({ world, seen }: Standing, step: Step, progress: Progress): Promise<Seen> => {
  const until = performance.now() + longestMs;
  for (;;) {
    const now = await look(world);
    const missing = missingIn(step, changesOf(seen, now));
    if (missing.length === 0) return now;
    if (performance.now() >= until) throw new StoryEnds(`${step.title}: nothing new came in ${missing.join(", ")}.`);
    progress.wait(missing.join(", "));
    await delay(250);
  }
};

/** Plays one step. Rejects when a hop or a view does not come, or a message is not accepted. */
export const live = async (
  { world: before, seen }: Standing,
  step: Step,
  progress: Progress,
): Promise<{ readonly lived: Lived; readonly standing: Standing }> => {
  const world = await sendAll(before, step, progress);
  const sent = step.acts.flatMap(({ name }) => world.sent.get(name) ?? []);
  const now = await lookUntil({ world, seen }, step, progress);
  const date = dayOf(world, step.day);
  const [letters, turns] = await Promise.all([
    lettersOf(world, sent),
    turnsOn(world.doors, sent[0]?.status.personId ?? "", date),
  ]);
  const lived = { step, date, sent, letters, changes: changesOf(seen, now), turns };
  return { lived, standing: { world, seen: now } };
};
