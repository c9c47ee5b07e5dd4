import { readFileSync } from "node:fs";
import type { Answered, Entry, Intended } from "../ledger.ts";
import type { Report } from "./finding.ts";

/** A message of the ledger with the hub's last word on it. */
export interface Sent extends Intended {
  readonly messageId: string;
}

/** What was sent, by its place in the plan and by the hub's id; repeats are in the first only. */
export interface Sendings {
  readonly byNumber: ReadonlyMap<number, Sent>;
  readonly byId: ReadonlyMap<string, Sent>;
  /** Each person's messages in the order in which they were sent; no repeats. */
  readonly byPerson: ReadonlyMap<number, ReadonlyArray<Sent>>;
  /** Messages because of which an event of an earlier one is told once more, by the earlier one and the event's name. */
  readonly again: ReadonlyMap<string, Sent>;
}

interface Story {
  readonly intended: Intended;
  readonly answers: Array<Answered>;
  unknowns: number;
}

const readStories = (path: string): ReadonlyMap<number, Story> => {
  const stories = new Map<number, Story>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") continue;
    const entry = JSON.parse(line) as Entry;
    if (entry.type === "intended") stories.set(entry.n, { intended: entry, answers: [], unknowns: 0 });
    if (entry.type === "answered") stories.get(entry.n)?.answers.push(entry);
    if (entry.type === "unknown") {
      const story = stories.get(entry.n);
      if (story) story.unknowns += 1;
    }
  }
  return stories;
};

const where = ({ n, wireMsgId }: Intended): string => `ledger, message ${n} (wire id ${wireMsgId})`;

const checkAnswer = (report: Report, story: Story, first: ReadonlyMap<number, string>): void => {
  const { intended, answers, unknowns } = story;
  const { expected, n } = intended;
  const answer = answers.at(-1);
  if (!answer) return report.note("lost", where(intended), "the hub never answered for it", n);
  if (expected.sameAs !== undefined) {
    if (answer.status !== 200)
      report.note("duplicated", where(intended), `a repeat was answered with ${answer.status}`, n);
    if (answer.messageId !== first.get(expected.sameAs))
      report.note("duplicated", where(intended), "a repeat was given another id than the first", n);
  } else if (answer.status === 200 && unknowns === 0)
    report.note("wrong", where(intended), "a new message was taken for a repeat", n);
};

/** Reads the ledger and checks the hub's answers against what was sent. */
export const readLedger = (path: string, report: Report): Sendings => {
  const stories = [...readStories(path).values()];
  const byNumber = new Map<number, Sent>();
  const byId = new Map<string, Sent>();
  const byPerson = new Map<number, Array<Sent>>();
  const again = new Map<string, Sent>();
  const ids = new Map(stories.map(({ intended, answers }) => [intended.n, answers.at(-1)?.messageId ?? ""]));
  for (const story of stories) {
    checkAnswer(report, story, ids);
    const sent = { ...story.intended, messageId: ids.get(story.intended.n) ?? "" };
    byNumber.set(sent.n, sent);
    if (sent.expected.sameAs !== undefined || sent.messageId === "") continue;
    if (byId.has(sent.messageId)) report.note("lost", where(sent), "two messages were given one id", sent.n);
    byId.set(sent.messageId, sent);
    const list = byPerson.get(sent.person) ?? [];
    list.push(sent);
    byPerson.set(sent.person, list);
    if (sent.expected.again !== undefined && sent.about !== undefined)
      again.set(`${sent.about} ${sent.expected.again}`, sent);
  }
  for (const list of byPerson.values()) list.sort((a, b) => a.k - b.k);
  return { byNumber, byId, byPerson, again };
};
