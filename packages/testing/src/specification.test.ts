import { E } from "@samvirke/kernel";
import type { Decider } from "@samvirke/kernel";
import { describe, expect, test } from "vitest";
import { specification } from "./specification.ts";

const door: Decider<"open" | "lock", "opened" | "locked", "shut" | "open" | "locked", "DoorIsOpen"> = {
  initial: "shut",
  decide: (command, state) => {
    if (command === "open") return E.right(state === "open" ? [] : ["opened"]);
    return state === "open" ? E.left("DoorIsOpen") : E.right(["locked"]);
  },
  evolve: (_, event) => (event === "opened" ? "open" : "locked"),
};
const given = specification(door);

describe("a specification", () => {
  test("holds for what the decider does", () => {
    given().when("open").then("opened");
    given("opened").when("open").thenNothing();
    given("opened").when("lock").thenRejected("DoorIsOpen");
  });

  test("fails for what it does not", () => {
    expect(() => given().when("open").thenNothing()).toThrow();
    expect(() => given("opened").when("open").then("opened")).toThrow();
    expect(() => given().when("lock").thenRejected("DoorIsOpen")).toThrow();
  });
});
