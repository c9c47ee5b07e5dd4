import { loadCatalogue, loadSample } from "@samvirke/contracts";
import { followUpPolicy2026 as policy } from "@samvirke/domain";
import { addDays, osloDay } from "@samvirke/kernel";
import { expect, test } from "vitest";
import { dayPassed, dueAfter, intake } from "./decide.ts";
import type { State } from "./model.ts";

const letter = loadSample(loadCatalogue(), "DialogueMessageSent", "full");
const asked = intake.evolve(intake.initial, {
  type: "DialogueMessageSent",
  value: { ...letter, kind: "QUESTION", fromSide: "WELFARE" },
});
const sentOn = osloDay(letter.receivedAt);

/** Every day until one changes something; the events of that day, and the day. */
const untilNews = (state: State, from: number) => {
  const due = dueAfter(policy)(state, addDays(sentOn, from));
  return due === undefined ? undefined : { due, events: dayPassed(policy)(state, due) };
};

test("a letter that nobody receipts is overdue after 96 hours, once, and told as a deadline", () => {
  const news = untilNews(asked, 0);
  expect(news && news.due - sentOn).toBe(4);
  const types = news?.events.map(({ type }) => type) ?? [];
  expect(types).toContain("DeliverySettled");
  expect(types).toContain("DeadlineReached");
  const settled = news?.events.find((event) => event.type === "DeliverySettled");
  expect(settled?.value).toMatchObject({ outcome: "OVERDUE", messageId: letter.messageId });
  const after = (news?.events ?? []).reduce(intake.evolve, asked);
  expect(dayPassed(policy)(after, addDays(sentOn, 5)).map(({ type }) => type)).toEqual([]);
});

test("before that day nothing comes of the days that pass", () => {
  expect(dayPassed(policy)(asked, addDays(sentOn, 3))).toEqual([]);
});

test("nothing falls due for a person of whom nothing is known", () => {
  expect(dueAfter(policy)(intake.initial, sentOn)).toBeUndefined();
});
