import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Contracts } from "@samvirke/contracts";
import {
  consentRows,
  dialogueRow,
  grants,
  linkRows,
  personStatusRow,
  put,
  referralEventRow,
  referralRow,
  referralStateRow,
} from "@samvirke/domain";
import { uuid5 } from "@samvirke/kernel";
import type { PersonId } from "@samvirke/kernel";
import type { RunningGateway } from "./adapter/gateway.ts";
import { viewNames } from "./core/views.ts";
import { bearer, message, openRig } from "./rig.cases.ts";
import type { Rig } from "./rig.cases.ts";
import { createSubjects, eventAbout, writeRows } from "./subjects.cases.ts";

let rig: Rig;
let gateways: Readonly<Record<"health" | "welfare" | "employer", RunningGateway>>;

beforeAll(async () => {
  rig = await openRig(inject("postgresUrl"));
  await createSubjects(rig);
  const [health, welfare, employer] = await Promise.all([
    rig.open(),
    rig.open({ sector: "welfare" }),
    rig.open({ sector: "employer" }),
  ]);
  gateways = { health, welfare, employer };
});

afterAll(async () => {
  await Promise.all(Object.values(gateways ?? {}).map((gateway) => gateway.stop()));
  await rig?.store.close();
});

type Who =
  | "test-station"
  | "test-practice"
  | "test-stranger"
  | "test-welfare"
  | "test-employer"
  | "test-other-employer";

const sectorOf = (who: Who): keyof typeof gateways => {
  if (who === "test-welfare") return "welfare";
  return who.includes("employer") ? "employer" : "health";
};

const ask = async (who: Who, path: string, body?: object) => {
  const { port } = gateways[sectorOf(who)];
  const init =
    body === undefined
      ? {}
      : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    ...init,
    headers: { ...("headers" in init ? init.headers : {}), ...bearer(who) },
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
};

let next = 500;

const takePerson = async (number: string): Promise<PersonId> => {
  const bytes = message(next++, { person: { number, name: { given: "Prøve", family: "Gransvik" } } });
  const response = await fetch(`http://127.0.0.1:${gateways.health.port}/v1/messages`, {
    method: "POST",
    headers: { "content-type": "application/xml", ...bearer("test-station") },
    body: Buffer.from(bytes),
  });
  return ((await response.json()) as { readonly personId: PersonId }).personId;
};

const practice = () => rig.pepper.party("HER", "8140021");
const textOf = (value: unknown): string => JSON.stringify(value);

describe("every view of every side", () => {
  const sides = ["test-stranger", "test-welfare", "test-employer"] as const;
  const cases = sides.flatMap((who) => viewNames.map((name) => [who, name] as const));

  test.each(cases)("%s asks for %s: an answer, or no such view", async (who, name) => {
    const page = await ask(who, `/v1/views/${name}`);
    expect([200, 404]).toContain(page.status);
    const search = await ask(who, `/v1/views/${name}/search`, { number: "15918599998" });
    if (name !== "sick-leaves") expect(search.status).toBe(page.status);
    const one = await ask(who, `/v1/views/${name}/5b1f0c52-7a1e-5d40-9c3a-0d6f1e2a7b99`);
    expect(one.status).toBe(404);
  });

  test("a view that is read with others only cannot be asked for", async () =>
    expect((await ask("test-welfare", "/v1/views/referral-events")).status).toBe(404));

  test("whose turn it is, is welfare's to ask", async () => {
    for (const who of sides)
      expect((await ask(who, "/v1/views/turns/5b1f0c52-7a1e-4d40-9c3a-0d6f1e2a7b99")).status).toBe(404);
  });
});

describe("a thread", () => {
  test("is told to those whom its messages name, with how it stands", async () => {
    const person = await takePerson("15918500101");
    const sample = rig.sampleOf("DialogueMessageSent");
    const value: Contracts["DialogueMessageSent"] = {
      ...sample,
      messageId: uuid5("test", "question"),
      archiveId: uuid5("test", "question-archive"),
      kind: "QUESTION",
      fromSide: "WELFARE",
      case: { ...sample.case, senderAliases: [], receiverAliases: [practice()] },
    };
    const fact = await eventAbout(rig, person, { name: "DialogueMessageSent", value });
    const rows = [dialogueRow(fact)];
    await writeRows(rig, "view_health", [
      ...rows,
      ...grants("dialogue_party", { message_id: value.messageId }, [practice()]),
    ]);
    await writeRows(rig, "view_welfare", rows);
    for (const who of ["test-practice", "test-welfare"] as const) {
      const thread = await ask(who, `/v1/views/threads/${value.conversationId}`);
      expect(thread.json).toMatchObject({ status: "asked", ball: "health" });
      const found = await ask(who, "/v1/views/dialogues/search", { number: "15918500101" });
      expect(found.json["items"]).toHaveLength(1);
    }
    for (const who of ["test-station", "test-stranger"] as const) {
      expect((await ask(who, `/v1/views/threads/${value.conversationId}`)).status).toBe(404);
      expect((await ask(who, `/v1/views/dialogues/${value.messageId}`)).status).toBe(404);
      expect((await ask(who, "/v1/views/dialogues")).json["items"]).toEqual([]);
    }
  });
});

const writeReferral = async (more: Partial<Contracts["ReferralSent"]>, level: string) => {
  const person = await takePerson(`159185002${String(next).slice(-2)}`);
  const sample = rig.sampleOf("ReferralSent");
  const referralId = uuid5("test-referral", String(next));
  const value = { ...sample, ...more, referralId, archiveId: uuid5("test-archive", String(next)) };
  const fact = await eventAbout(rig, person, { name: "ReferralSent", value });
  const view = {
    referralId,
    status: "sent",
    ball: "RECEIVER_SYSTEM",
    assessAgain: false,
    content: [value.archiveId],
  } as const;
  const rows = [referralRow(fact), referralStateRow(person, view)];
  const key = { referral_id: referralId };
  await writeRows(rig, "view_health", [
    ...rows,
    referralEventRow(fact),
    ...grants("referral_party", key, [practice()]),
  ]);
  await writeRows(rig, "view_welfare", [
    ...rows,
    put("referral", key, { level }),
    ...(level === "TRACE" ? [] : [referralEventRow(fact)]),
  ]);
  return { person, referralId, path: `/v1/views/referrals/${referralId}` };
};

describe("a referral", () => {
  test("is whole to its parties, and nobody else's on the health side", async () => {
    const { path } = await writeReferral({ direction: "WITHIN_HEALTH" }, "TRACE");
    const seen = await ask("test-practice", path);
    expect(seen.json).toMatchObject({ state: { status: "sent", ball: "receiver-system" } });
    expect(textOf(seen.json["events"])).toContain('"medical"');
    expect((await ask("test-station", path)).status).toBe(404);
  });

  test("inside health is a trace to welfare, and only once it is consented to", async () => {
    const { path, person, referralId } = await writeReferral(
      { direction: "WITHIN_HEALTH", consent: "NOT_STATED" },
      "TRACE",
    );
    expect((await ask("test-welfare", path)).status).toBe(404);
    const sample = rig.sampleOf("SharingConsentRecorded");
    const value = { ...sample, referralId, conversationId: null, status: "GIVEN" as const };
    const consent = await eventAbout(rig, person, { name: "SharingConsentRecorded", value });
    await writeRows(rig, "view_welfare", consentRows(consent));
    const seen = await ask("test-welfare", path);
    expect(seen).toMatchObject({ status: 200, json: { events: [] } });
    expect(seen.json["events"]).toEqual([]);
    const withdrawn = await eventAbout(rig, person, {
      name: "SharingConsentRecorded",
      value: { ...value, status: "WITHDRAWN", archiveId: uuid5("test", referralId) },
    });
    await writeRows(rig, "view_welfare", consentRows(withdrawn));
    expect((await ask("test-welfare", path)).status).toBe(404);
  });

  test.each([
    ["NOT_STATED", "TO_WELFARE", false],
    ["GIVEN", "TO_WELFARE", true],
    ["NOT_STATED", "TO_HEALTH", true],
  ] as const)("with consent %s, %s: medical content is %s for welfare", async (consent, direction, isShown) => {
    const { path } = await writeReferral({ consent, direction }, "FULL");
    const { json } = await ask("test-welfare", path);
    const [event] = (
      json["events"] as ReadonlyArray<{ readonly events: ReadonlyArray<{ readonly event: object }> }>
    )[0]!.events;
    expect(event!.event).toHaveProperty("case");
    expect("medical" in event!.event).toBe(isShown);
  });

  test("of a joint programme tells the goal for work, and nothing else of what the parties share", async () => {
    const { path } = await writeReferral({ consent: "GIVEN", direction: "WITHIN_HEALTH" }, "GOAL");
    const { json } = await ask("test-welfare", path);
    const [event] = (
      json["events"] as ReadonlyArray<{ readonly events: ReadonlyArray<{ readonly event: { case: object } }> }>
    )[0]!.events;
    const goal = rig.sampleOf("ReferralSent").case.cooperation?.workGoal ?? null;
    expect(event!.event.case).toEqual({ cooperation: { workGoal: goal } });
    expect(event!.event).not.toHaveProperty("identity");
  });

  test("is found under the number of a person that was merged with another", async () => {
    const { person, referralId } = await writeReferral({ direction: "WITHIN_HEALTH" }, "TRACE");
    const survivor = await takePerson("15918500303");
    const sample = rig.sampleOf("PersonIdentityLinked");
    const value = { ...sample, survivingPersonId: survivor, mergedPersonId: person };
    const link = await eventAbout(rig, survivor, { name: "PersonIdentityLinked", value });
    await writeRows(rig, "view_case", linkRows(link));
    const found = await ask("test-practice", "/v1/views/referrals/search", { number: "15918500303" });
    expect(found.json["items"]).toMatchObject([{ id: referralId }]);
  });

  test("of a protected person names no place, until the register takes it back", async () => {
    const { path, person } = await writeReferral({ direction: "WITHIN_HEALTH" }, "TRACE");
    expect(textOf((await ask("test-practice", path)).json)).toMatch(/"address":\{/);
    const sample = rig.sampleOf("PersonStatusChanged");
    const say = async (change: "STATED" | "TAKEN_BACK") => {
      const part = { ...sample.case, kind: "PROTECTION" as const, protection: "CONFIDENTIAL" as const, change };
      const value = { ...sample, archiveId: uuid5("test", path, change), case: part };
      const status = await eventAbout(rig, person, { name: "PersonStatusChanged", value });
      await writeRows(rig, "view_case", [personStatusRow(status, "PROTECTION")]);
    };
    await say("STATED");
    const hidden = textOf((await ask("test-practice", path)).json);
    expect(hidden).not.toMatch(/"address":\{/);
    expect(hidden).toContain('"medical"');
    await say("TAKEN_BACK");
    expect(textOf((await ask("test-practice", path)).json)).toMatch(/"address":\{/);
  });
});

describe("an employer", () => {
  test("reads exactly the copy that it may, of what was sent to it", async () => {
    const person = await takePerson("15918500404");
    const id = uuid5("test-certificate", "one");
    const alias = rig.pepper.party("ENH", "999990005");
    const certified = await eventAbout(rig, person, {
      name: "SickLeaveCertified",
      value: { ...rig.sampleOf("SickLeaveCertified"), sickLeaveId: id },
    });
    const sent = await eventAbout(rig, person, {
      name: "SickLeaveSentToEmployer",
      value: { ...rig.sampleOf("SickLeaveSentToEmployer"), sickLeaveId: id },
    });
    await writeRows(rig, "view_employer", [
      put(
        "sick_leave",
        { sick_leave_id: id, party: alias },
        {
          person_id: person,
          channel: "XML",
          received_at: 1,
          remarks: "",
          content_id: certified.id,
          content_type: certified.type,
          identity: certified.wire.identity,
          work: certified.wire.work,
          sending_id: sent.id,
          sending_type: sent.type,
          sending: sent.wire.work,
        },
      ),
    ]);
    const seen = await ask("test-employer", `/v1/views/sick-leaves/${id}`);
    expect(seen.status).toBe(200);
    expect(Object.keys(seen.json["content"] as object).sort()).toEqual(["event", "kafkaMetadata", "sykmelding"]);
    expect(textOf(seen.json)).not.toContain("harRedusertArbeidsgiverperiode");
    const { mainDiagnosis } = rig.sampleOf("SickLeaveCertified").medical;
    expect(textOf(seen.json)).not.toContain(`"${mainDiagnosis?.code}"`);
    const found = await ask("test-employer", "/v1/views/sick-leaves/search", { number: "15918500404" });
    expect(found.json["items"]).toHaveLength(1);
    expect((await ask("test-other-employer", `/v1/views/sick-leaves/${id}`)).status).toBe(404);
    expect((await ask("test-other-employer", "/v1/views/sick-leaves")).json["items"]).toEqual([]);
  });

  test.each(["referrals", "dialogues", "statements", "decisions", "duties", "consents"])(
    "has no view %s",
    async (name) => expect((await ask("test-employer", `/v1/views/${name}`)).status).toBe(404),
  );
});
