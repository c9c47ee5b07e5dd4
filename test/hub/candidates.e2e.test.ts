import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { addDays, osloDay } from "@samvirke/kernel";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { certificate, printed } from "./certificates.ts";
import { makeClient } from "./client.ts";
import type { MessageStatus } from "./client.ts";
import { forget, liveSums, replay } from "./replaying.ts";
import { overWorkers } from "./together.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const hub = inject("hub");
const station = makeClient(hub, "local-station");
const today = osloDay(Date.now());
const cases = Number(process.env["SAMVIRKE_REPLAY_CASES"] ?? 12);

const author = ["-c", "user.name=test", "-c", "user.email=test@localhost"];
const git = async (folder: string, ...args: ReadonlyArray<string>): Promise<string> =>
  (await run("git", ["-C", folder, ...args])).stdout.trim();

interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const folders: Array<string> = [];

/** A commit beside the code that runs, with one edit. */
const candidate = async ({ file, from, to }: Edit): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "samvirke-seeded-"));
  const tree = join(folder, "tree");
  folders.push(tree);
  // Where nothing is changed, git makes no commit, and some of its versions call that a failure.
  const base = (await git(root, ...author, "stash", "create").catch(() => "")) || "HEAD";
  await git(root, "worktree", "add", "--detach", tree, base);
  const before = await readFile(join(tree, file), "utf8");
  expect(before.split(from)).toHaveLength(2);
  await writeFile(join(tree, file), before.replace(from, to));
  await git(tree, ...author, "commit", "-qam", "a seeded candidate");
  return git(tree, "rev-parse", "HEAD");
};

let sent: ReadonlyArray<MessageStatus>;
let began: string;

beforeAll(async () => {
  began = new Date().toISOString();
  const persons = Array.from({ length: cases }, (_, index) => 190_000 + index);
  sent = await overWorkers(8, persons, async (person) => {
    const periods = [{ kind: "FULL" as const, from: today, to: addDays(today, 5) }];
    return station.settled((await station.send(printed(certificate(person, { periods })))).messageId);
  });
  expect(sent.every(({ outcome, status }) => outcome === "accepted" && status === "done")).toBe(true);
}, 600_000);

afterAll(async () => {
  for (const tree of folders) {
    await git(root, "worktree", "remove", "--force", tree).catch(() => undefined);
    await rm(join(tree, ".."), { recursive: true, force: true });
  }
});

const replayed = async (stage: string, edit: Edit | undefined) => {
  const before = await liveSums(hub);
  const ref = edit && (await candidate(edit));
  const told = await replay(hub, {
    stages: [stage],
    select: { window: { from: began, to: new Date().toISOString() } },
    ...(ref === undefined ? {} : { candidate: { ref } }),
  });
  expect(told.state, told.failure ?? "").toBe("done");
  expect(told.persons).toBe(cases);
  if (ref !== undefined) expect(told.commit).toBe(ref);
  await forget(hub, told.replayId);
  expect(await liveSums(hub)).toEqual(before);
  return told.groups;
};

describe("a candidate", () => {
  test("without a change gives an empty diff", async () => {
    expect(await replayed("intake", undefined)).toEqual([]);
    const comment = { file: "services/intake/src/make.ts", from: "/** Decides", to: "// The same.\n/** Decides" };
    expect(await replayed("intake", comment)).toEqual([]);
  });

  test("with another rule gives exactly that rule's refusals", async () => {
    const groups = await replayed("intake", {
      file: "packages/domain/src/rules/trees/age.ts",
      from: "facts.patient.birthDay !== undefined && lastDay(facts) < addYears(facts.patient.birthDay, youngest),",
      to: "addYears(lastDay(facts), youngest) > 0,",
    });
    expect(groups).toContainEqual(
      expect.objectContaining({
        type: "SickLeaveCertified -> SickLeaveRejected",
        change: "replaced",
        count: cases,
        rules: expect.arrayContaining(["PASIENT_YNGRE_ENN_13"]) as unknown,
      }),
    );
    // What followed from the certificate falls away with it; nothing else changes.
    const others = groups.filter(({ change }) => change !== "replaced");
    expect(others.every(({ type, count }) => count === cases && ["SpellDetermined", "due"].includes(type))).toBe(true);
  });

  test("with another field in a document gives exactly that field", async () => {
    const groups = await replayed("welfare-translator", {
      file: "packages/formats/src/sykmelding-record/metadata-json.ts",
      from: 'partnerReferanse: demand("partnerReference"),',
      to: 'partnerReferanse: `${demand("partnerReference")}!`,',
    });
    expect(groups).toEqual([expect.objectContaining({ type: "OutboundMessage", change: "changed", count: cases })]);
    expect(groups[0]?.path).toMatch(/partnerReferanse$/);
    expect(JSON.stringify(groups)).not.toContain("!");
  });

  test("that writes no receipts gives each of them as missing", async () => {
    const groups = await replayed("receipt-translator", {
      file: "services/receipt-translator/src/make.ts",
      from: "...(receipt ? printReceipt(receipt, editions) : [])",
      to: "...(receipt ? printReceipt(receipt, editions).slice(1) : [])",
    });
    expect(groups).toEqual([
      expect.objectContaining({ type: "OutboundMessage", change: "missing", count: cases, path: null }),
    ]);
  });

  test("that is not there is named", async () => {
    const told = await replay(hub, {
      stages: ["intake"],
      select: { id: sent[0]?.messageId },
      candidate: { ref: "no-such-branch" },
    });
    expect(told).toMatchObject({ state: "failed", failure: "there is no commit no-such-branch in this repository" });
    await forget(hub, told.replayId);
  });
});
