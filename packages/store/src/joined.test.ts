import { describe, expect, test } from "vitest";
import { makeJoined } from "./joined.ts";

const trial = () => {
  const asked: Array<ReadonlyArray<string>> = [];
  const joined = makeJoined<string, number>((keys) => {
    asked.push(keys);
    if (keys.includes("bad")) return Promise.reject(new Error("away"));
    return Promise.resolve(new Map(keys.map((key) => [key, key.length])));
  });
  return { asked, joined };
};

describe("questions", () => {
  test("of one turn are asked once, each key once", async () => {
    const { asked, joined } = trial();
    const [first, second] = await Promise.all([joined(["a", "bb"]), joined(["bb", "ccc"])]);
    expect(asked).toEqual([["a", "bb", "ccc"]]);
    expect([first.get("a"), second.get("ccc")]).toEqual([1, 3]);
  });

  test("of different turns do not wait for each other", async () => {
    const { asked, joined } = trial();
    await joined(["a"]);
    await joined(["a"]);
    expect(asked).toEqual([["a"], ["a"]]);
  });

  test("that fail are told to everybody who asked, and the next is asked anew", async () => {
    const { joined } = trial();
    const ends = await Promise.allSettled([joined(["bad"]), joined(["a"])]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await joined(["a"])).get("a")).toBe(1);
  });
});
