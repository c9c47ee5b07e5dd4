import { setTimeout as delay } from "node:timers/promises";
import { StoryEnds } from "../hub.ts";
import { longestMs } from "../road.ts";
import type { Paper, Sent, Side, World } from "./world.ts";
import { instantOf, linksOf } from "./world.ts";

/** Makes the message of a step. */
export type Making = (world: World, day: number) => Promise<Paper>;

type Wish = Readonly<Record<string, string>>;

interface Sample {
  readonly kind: string;
  readonly day: number;
  readonly wish?: Wish;
}

const sample = async (world: World, { kind, day, wish = {} }: Sample): Promise<Omit<Paper, "from">> => {
  const { doors, seed } = world;
  const { HER: her = "", ENH: organisation = "" } = doors.practiceNumbers;
  const at = instantOf(world, day);
  const asked = new URLSearchParams({ person: seed, seed: `${seed}.${day}`, at, her, organisation, ...wish });
  const { status, bytes, contentType } = await doors.operations.get(`/v1/samples/${kind}?${asked.toString()}`);
  if (status !== 200) throw new StoryEnds(`Operations made no sample of ${kind} (${status}).`);
  return { bytes, contentType };
};

/** A sample as it is made, from one side. */
export const plain =
  (from: Side, kind: string, wish: Wish = {}): Making =>
  async (world, day) => ({ from, ...(await sample(world, { kind, day, wish })) });

type Json = Readonly<Record<string, unknown>>;

/** A sample in JSON with what the case demands put in its place. */
export const changed =
  (from: Side, kind: string, change: (document: Json, world: World) => Json): Making =>
  async (world, day) => {
    const { bytes } = await sample(world, { kind, day });
    const document = JSON.parse(Buffer.from(bytes).toString("utf8")) as Json;
    return { from, bytes: Buffer.from(JSON.stringify(change(document, world))), contentType: "application/json" };
  };

const sentAs = ({ sent }: World, name: string): Sent => {
  const found = sent.get(name);
  if (!found) throw new StoryEnds(`Nothing was sent under the name ${name}.`);
  return found;
};

const within = (document: Json, name: string, more: Json): Json => ({
  ...document,
  [name]: { ...(document[name] as Json), ...more },
});

/** NAV's word that the person sent a certificate to the employer; NAV knows it by the id that the hub told. */
export const sentToEmployer = (certificate: string): Making =>
  changed("welfare", "status-sent", (document, world) => {
    const id = { sykmeldingId: sentAs(world, certificate).status.caseId };
    return within(within(document, "kafkaMetadata", id), "event", id);
  });

const wireIdOf = ({ bytes }: Sent): string => /<MsgId>([^<]*)</.exec(Buffer.from(bytes).toString("utf8"))?.[1] ?? "";

/** NAV's question to whoever certified. */
export const question = (certificate: string): Making =>
  changed("welfare", "dialogue-order", (document, world) => ({
    ...document,
    dialogmeldingRefParent: wireIdOf(sentAs(world, certificate)),
    dialogmeldingTekst: "Hva kan arbeidsgiver legge til rette for?",
  }));

/** The practice's referral to NAV for rehabilitation towards work. */
export const referral: Making = changed("health", "work-referral", (document) =>
  within(document, "body", {
    programme: "REHABILITATION",
    work: { ...workOf(document), asked: "Arbeidsrettet rehabilitering" },
  }),
);

const workOf = ({ body }: Json): Json => (body as { readonly work: Json }).work;

const letterOf = async (world: World, name: string): Promise<string | undefined> => {
  for (const link of await linksOf(world, sentAs(world, name))) {
    const { status } = await world.doors.health.get(link);
    if (status === 200) return link;
  }
  return undefined;
};

/** The receipt that the practice's system gives for a letter that a message brought it. */
export const receiptFor =
  (name: string): Making =>
  async (world) => {
    const until = performance.now() + longestMs;
    for (;;) {
      const link = await letterOf(world, name);
      if (link !== undefined) return { from: "health", path: `${link}/receipt`, ...received };
      if (performance.now() >= until)
        throw new StoryEnds(`The letter of ${name} did not come to the practice's mailbox.`);
      await delay(250);
    }
  };

const received = { bytes: Buffer.from('{"appRecStatus":"1"}'), contentType: "application/json" };
