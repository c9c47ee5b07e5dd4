/** How a topic's records are written, and whether their key says something that the value does not. */
export interface BridgedTopic {
  readonly topic: string;
  readonly notation: "JSON" | "AVRO";
  readonly isKeyed: boolean;
}

const json = (topic: string): BridgedTopic => ({ topic, notation: "JSON", isKeyed: false });
const keyedJson = (topic: string): BridgedTopic => ({ topic, notation: "JSON", isKeyed: true });
const avro = (topic: string): BridgedTopic => ({ topic, notation: "AVRO", isKeyed: false });

/** Welfare's topics that the hub reads. Source: fact sheet 10.1; keys made of a number are left out on purpose. */
export const bridgedTopics: ReadonlyArray<BridgedTopic> = [
  json("tsm.sykmeldinger"),
  json("teamsykmelding.ok-sykmelding"),
  json("teamsykmelding.avvist-sykmelding"),
  json("teamsykmelding.manuell-behandling-sykmelding"),
  json("teamsykmelding.sykmeldingstatus-leesah"),
  json("teamsykmelding.sykmelding-apprec"),
  json("teamsykmelding.syfo-narmesteleder-leesah"),
  json("teamsykefravr.dialogmelding"),
  json("teamsykefravr.isdialogmelding-behandler-dialogmelding-bestilling"),
  avro("teamsykefravr.isdialogmote-dialogmote-statusendring"),
  keyedJson("teamsykefravr.dialogmotesvar"),
  json("teamsykefravr.isdialogmotekandidat-dialogmotekandidat"),
  json("teamsykefravr.aktivitetskrav-vurdering"),
  json("teamsykefravr.aktivitetskrav-varsel"),
  json("teamsykefravr.isoppfolgingstilfelle-oppfolgingstilfelle-person"),
  json("teamsykefravr.isfrisktilarbeid-vedtak-status"),
  json("flex.syketilfellebiter"),
  json("team-esyfo.aapen-syfo-oppfolgingsplan-lps-nav-v2"),
  avro("pdl.aktor-v2"),
  avro("pdl.leesah-v1"),
];

const form = /^([A-Za-z0-9._-]{1,249})=(json|keyed-json|avro)$/;

const notations: Readonly<Record<string, (topic: string) => BridgedTopic>> = { json, "keyed-json": keyedJson, avro };

const ofText = (text: string): BridgedTopic | undefined => {
  const known = bridgedTopics.find(({ topic }) => topic === text);
  const [, topic, notation] = form.exec(text) ?? [];
  return known ?? (topic === undefined ? undefined : notations[notation ?? ""]?.(topic));
};

/**
 * The topics that a setting names; undefined where it names one that nobody knows how to read.
 *
 * Shape: the word all, or names of the table above, or NAME=json, NAME=keyed-json, NAME=avro, between commas.
 */
export const topicsIn = (setting: string): ReadonlyArray<BridgedTopic> | undefined => {
  if (setting.trim() === "all") return bridgedTopics;
  const read = setting.split(",").map((text) => ofText(text.trim()));
  return read.some((one) => one === undefined) ? undefined : read.flatMap((one) => one ?? []);
};
