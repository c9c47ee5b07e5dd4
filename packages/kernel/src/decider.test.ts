import { expect, test } from "vitest";
import { evolveOnce } from "./decider.ts";

interface Sum {
  readonly value: number;
}

const added = evolveOnce((state: Sum, { value }: Sum): Sum => ({ value: state.value + value }));

test("the same event on the same state is answered with the same state", () => {
  const [state, event] = [{ value: 1 }, { value: 2 }];
  expect(added(state, event)).toEqual({ value: 3 });
  expect(added(state, event)).toBe(added(state, event));
});

test("the same event on another state is folded anew", () => {
  const event = { value: 2 };
  const states = [{ value: 1 }, { value: 5 }, { value: 1 }];
  expect(states.map((state) => added(state, event).value)).toEqual([3, 7, 3]);
});
