import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeStore } from "@samvirke/store";
import { afterAll, describe, expect, inject, test } from "vitest";
import { jsonOf, runWith } from "./testing.cases.ts";
import type { Ran } from "./testing.cases.ts";

const hub = inject("hub");
const env = { SAMVIRKE_HOME: hub.folder };
const run = runWith(env);
const scratch = mkdtempSync(join(tmpdir(), "samvirke-cli-"));
const store = makeStore({ url: hub.postgresUrl, applicationName: "cli test", poolSize: 1 });
const sql = (text: string): Promise<unknown> => store.query({ name: "", text }, []);
const unrefuse = "alter table view_health.sick_leave drop constraint if exists refuses_for_cli";

afterAll(async () => {
  await sql(unrefuse);
  await store.close();
  rmSync(scratch, { recursive: true, force: true });
});

const sample = async (name: string, ...args: ReadonlyArray<string>): Promise<string> => {
  const { code, stdout } = await run("sample", "sick-leave", ...args);
  expect(code).toBe(0);
  const path = join(scratch, name);
  writeFileSync(path, stdout);
  return path;
};

const only = (ran: Ran): Readonly<Record<string, unknown>> => jsonOf(ran)[0] ?? {};
const sent = async (...args: ReadonlyArray<string>) => only(await run("send", ...args, "--wait", "--json"));

const until = async <A>(what: string, look: () => Promise<A | undefined>): Promise<A> => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`waited 20 s for: ${what}`);
};

describe("the command against a running hub", () => {
  test("a sample is valid, accepted, a repeat the second time, and its case is done", async () => {
    const file = await sample("valid.xml");
    expect(await run("validate", file)).toMatchObject({ code: 0 });
    const first = await sent(file);
    expect(first).toMatchObject({
      file,
      kind: "sick-leave",
      format: "ei-fellesformat",
      outcome: "accepted",
      route: "automatic",
      rules: [],
      appRec: { status: 1, errors: [] },
      warnings: [],
    });
    expect(await sent(file)).toMatchObject({
      outcome: "repeat",
      messageId: first["messageId"],
      caseId: first["caseId"],
    });
    for (const id of [first["messageId"], first["caseId"], first["personId"]]) {
      const shown = only(await run("case", String(id), "--json"));
      expect(shown).toMatchObject({
        personId: first["personId"],
        ball: { holder: "nobody", messageId: first["messageId"] },
        parked: [],
      });
      expect(shown["events"]).toHaveLength(6);
      expect(shown["views"]).toHaveLength(2);
    }
    expect((await run("case", String(first["messageId"]))).stdout).toContain(
      "Done: accepted automatically; the receipt is in the sender's mailbox and welfare has its record.",
    );
  });

  test("every rule that one message can break is broken through the whole hub", async () => {
    const { rules } = (await (await fetch(`${hub.operations}/v1/samples`)).json()) as { rules: ReadonlyArray<string> };
    const files = await Promise.all(rules.map((rule) => sample(`${rule}.xml`, "--rule", rule)));
    const lines = jsonOf(await run("send", ...files, "--wait", "--json", "--concurrency", "4"));
    const hits = lines.map(({ rules: found }) =>
      (found as ReadonlyArray<{ readonly rule: string }>).map(({ rule }) => rule),
    );
    expect(hits).toEqual(rules.map((rule) => (rule === "SYKMELDING_MED_BEHANDLINGSDAGER" ? [] : [rule])));
  });

  test("a case tells the reasons of a refusal", async () => {
    const { messageId } = await sent(await sample("refused.xml", "--rule", "INNTIL_8_DAGER"));
    const shown = only(await run("case", String(messageId), "--json"));
    expect(shown).toMatchObject({
      ball: { holder: "sender" },
      messages: [
        {
          outcome: "rejected",
          reasons: { rules: [{ rule: "INNTIL_8_DAGER" }], appRec: { status: 2, errors: [{ code: "X99" }] } },
        },
      ],
    });
    expect((await run("case", String(messageId))).stdout).toContain("INNTIL_8_DAGER, INVALID");
  });

  test("rules list texts, law and differences; status lists every stage", async () => {
    const rules = jsonOf(await run("rules", "--json"));
    expect(rules.length).toBeGreaterThan(60);
    for (const rule of rules)
      expect(rule).toMatchObject({
        name: expect.any(String),
        tree: expect.any(String),
        outcome: expect.stringMatching(/^(INVALID|MANUAL_PROCESSING)$/),
        textForSender: expect.any(String),
        textForPerson: expect.any(String),
      });
    const status = only(await run("status", "--json"));
    expect(status["stages"]).toHaveLength(15);
    expect(status["gateways"]).toEqual([
      { gateway: "health", reachable: true },
      { gateway: "welfare", reachable: true },
    ]);
  });

  test("a paused stage turns status red with who and why, holds the ball, and goes on when resumed", async () => {
    expect((await run("pause", "health-projector", "--why", "trying it", "--as", "kari")).code).toBe(0);
    try {
      await until("the pause to be seen", async () => {
        const red = await run("status", "--json");
        const stage = (
          only(red)["stages"] as ReadonlyArray<{ stage: string; instances: ReadonlyArray<{ state: string }> }>
        ).find((one) => one.stage === "health-projector");
        return red.code === 1 && stage?.instances.some(({ state }) => state === "paused") === true ? true : undefined;
      });
      expect((await run("status")).stdout).toContain("health-projector is paused: kari: trying it");
      const late = await run("send", await sample("paused.xml"), "--wait", "--timeout", "1", "--json");
      expect(late.code).toBe(1);
      expect(only(late)["error"]).toContain("health-projector is paused");
      const { ball } = only(await run("case", String(only(late)["messageId"]), "--json"));
      expect(ball).toMatchObject({
        holder: "operations",
        text: expect.stringContaining("health-projector has yet to handle SpellDetermined"),
      });
    } finally {
      await run("resume", "health-projector", "--why", "tried it");
    }
    expect(await sent(join(scratch, "paused.xml"))).toMatchObject({ outcome: "repeat" });
  });

  test("what is parked is listed, shown without sealed content, and drains in order when redriven", async () => {
    const seed = randomBytes(9).toString("base64url");
    const first = await sent(await sample("one.xml", "--seed", seed));
    const person = String(first["personId"]);
    await sql(
      `alter table view_health.sick_leave add constraint refuses_for_cli check (person_id <> '${person}') not valid`,
    );
    const later = (days: number) =>
      sample(`later-${days}.xml`, "--person", `${seed}.0`, "--start", String(days), "--days", "7");
    const files = [await later(14), await later(28)];
    const held = [await sent(files[0] ?? "", "--timeout", "20"), await sent(files[1] ?? "", "--timeout", "20")];
    expect(held.map((line) => line["personId"])).toEqual([person, person]);
    expect(held.map((line) => String(line["error"]))).toEqual([
      expect.stringContaining("health-projector is parked"),
      expect.stringContaining("health-projector is parked"),
    ]);

    const listed = jsonOf(await run("parked", "list", "--stage", "health-projector", "--json")).find(
      (line) => line["personId"] === person,
    );
    expect(listed).toMatchObject({ stage: "health-projector", records: 4, reason: "constraint" });
    const shown = jsonOf(await run("parked", "show", "health-projector", person, "--json"));
    expect(shown.map(({ type, reason }) => [type, reason])).toEqual([
      ["SickLeaveCertified", "constraint"],
      ["SpellDetermined", "behind"],
      ["SickLeaveCertified", "behind"],
      ["SpellDetermined", "behind"],
    ]);
    for (const { content } of shown) {
      expect(content).toMatchObject({ archiveId: expect.any(String) });
      expect(Object.keys(content as object)).not.toEqual(expect.arrayContaining(["case"]));
      expect(JSON.stringify(content)).not.toMatch(/identity|medical|"work"/);
    }
    expect((await run("status")).stdout).toContain("health-projector has 1 persons parked with 4 records");

    const early = await run(
      "parked",
      "redrive",
      "health-projector",
      person,
      "--why",
      "trying",
      "--wait",
      "--timeout",
      "30",
    );
    expect(early).toMatchObject({ code: 1 });
    const tryOut = () => run("parked", "redrive", "health-projector", person, "--dry-run", "--json");
    const refused = await tryOut();
    const waits = { fate: "waits" };
    expect(refused.code).toBe(1);
    expect(only(refused)).toMatchObject({
      parked: 1,
      persons: [{ records: [{ fate: "fails", reason: "constraint" }, waits, waits, waits] }],
    });
    await sql(unrefuse);
    const fine = await tryOut();
    expect(fine.code).toBe(0);
    expect(only(fine)).toMatchObject({ drained: 1, persons: [{ outcome: "drained" }] });
    expect((await run("parked", "show", "health-projector", person)).code).toBe(0);
    const redriven = await run(
      "parked",
      "redrive",
      "health-projector",
      person,
      "--why",
      "the constraint is gone",
      "--wait",
      "--json",
    );
    expect(redriven.code).toBe(0);
    expect(only(redriven)).toMatchObject({
      stages: ["health-projector"],
      state: "done",
      persons: { total: 1, drained: 1, parkedAgain: 0 },
    });
    expect((await run("parked", "show", "health-projector", person)).code).toBe(1);
    const acts = jsonOf(await run("journal", "--stage", "health-projector", "--limit", "4", "--json"));
    expect(acts.map(({ act, reason }) => [act, reason])).toEqual([
      ["redrive-done", "the constraint is gone"],
      ["redrive", "the constraint is gone"],
      ["redrive-done", "trying"],
      ["redrive", "trying"],
    ]);
    const views = only(await run("case", person, "--json"))["views"] as ReadonlyArray<{
      view: string;
      messageId: string;
    }>;
    expect(views.filter(({ view }) => view === "view_health").map(({ messageId }) => messageId)).toEqual(
      [first, ...held].map((line) => line["messageId"]),
    );
  });

  test("operations refuses what is not asked on this machine, and says why in problem details", async () => {
    const post = (path: string, body: unknown, headers = {}) =>
      fetch(`${hub.operations}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
      });
    const asked = { reason: "x", by: "y" };
    const other = await post("/v1/stages/intake/pause", asked, { origin: "http://elsewhere.example" });
    expect(other.status).toBe(403);
    expect(other.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect((await post("/v1/stages/nobody/pause", asked)).status).toBe(404);
    expect(await (await post("/v1/stages/intake/pause", { by: "y" })).json()).toMatchObject({
      type: "urn:samvirke:problem:invalid-body",
      errors: [{ pointer: "/reason" }],
    });
    expect((await post("/v1/parked/redrive", { ...asked, stage: "intake", all: true })).status).toBe(404);
    expect((await fetch(`${hub.operations}/v1/cases/00000000-0000-5000-8000-000000000000`)).status).toBe(404);
  });
});
