import type { Doors } from "./hub.ts";
import type { Lived } from "./months/play.ts";
import type { Played } from "./play.ts";
import { textLines } from "./page.ts";
import type { Letter } from "./sides.ts";

export type Paint = (colour: "bold" | "green" | "red" | "yellow", text: string) => string;

const receiptWords: Readonly<Record<number, string>> = { 1: "OK", 2: "refused", 3: "partly" };

const letter = ({ contentType, bytes }: Letter): string => `${bytes} bytes of ${contentType}`;

const outcomeColour = (outcome: string | null): "green" | "red" | "yellow" => {
  if (outcome === "accepted") return "green";
  return outcome === "duplicate" ? "yellow" : "red";
};

const decision = ({ status: { outcome, route, rules } }: Played, paint: Paint): string => {
  const word = paint(outcomeColour(outcome), outcome ?? "undecided");
  const names = rules.map(({ rule }) => rule);
  return [word, ...(route === null ? [] : [route]), ...names].join(", ");
};

const receiptLines = ({ status: { appRec }, sides }: Played): ReadonlyArray<string> => {
  if (appRec === null || sides.receipt === null) return ["no receipt"];
  const reasons = appRec.errors.map(({ code, text }) => `${code}: ${text}`);
  return [
    `AppRec ${appRec.status} (${receiptWords[appRec.status] ?? "unknown"}), ${letter(sides.receipt)}`,
    ...reasons,
  ];
};

const healthLine = ({ sides, status }: Played): string =>
  sides.health === null ? "sees no sick leave" : `sees sick leave ${status.caseId ?? ""}: ${sides.health}`;

const welfareLine = ({ sides, status }: Played): string => {
  const seen =
    sides.welfare === null ? "sees no sick leave" : `sees sick leave ${status.caseId ?? ""}: ${sides.welfare}`;
  return sides.record === null ? `${seen}; got no record` : `${seen}; got its record, ${letter(sides.record)}`;
};

const taken = ({ http, status }: Played): string =>
  http === 200 ? `HTTP 200, the same message ${status.messageId}` : `HTTP 202, durable as message ${status.messageId}`;

const labelled = (label: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.flatMap((line, index) => textLines(index === 0 ? label : "", line, 12));

/** One scene for a reader. */
export const sceneLines = (played: Played, number: number, paint: Paint): ReadonlyArray<string> => [
  `${number}. ${paint("bold", played.scene.title)}`,
  `   ${played.scene.told}`,
  ...labelled("Gateway", [taken(played)]),
  ...labelled("Hub", [`${decision(played, paint)}; ${played.status.hops.length} hops, ${played.ms} ms`]),
  ...labelled("Sender", receiptLines(played)),
  ...labelled("Health", [healthLine(played)]),
  ...labelled("NAV", [welfareLine(played)]),
  "",
];

/** What the first chapter is about. */
export const opening = (paint: Paint): ReadonlyArray<string> => [
  "",
  paint("bold", "A sick-leave certificate crosses the hub"),
  "Seven messages go in by HTTP on the health side. Persons, practices and numbers are invented, new",
  "each time.",
  "",
];

interface Told {
  readonly messages: ReadonlyArray<Played>;
  readonly days: ReadonlyArray<Lived>;
}

/** Where to look next. */
export const ending = ({ messages, days }: Told, { addresses }: Doors, paint: Paint): ReadonlyArray<string> => [
  `${paint("green", "All seven messages and all days of the case ended as they must.")} Where to look next:`,
  `   npx samvirke case ${messages[0]?.status.caseId ?? ""}   where is it, and why not further?`,
  `   npx samvirke case ${days[0]?.sent[0]?.status.personId ?? ""}   everything about the person of the case`,
  "   npx samvirke status      lag, parked persons, and why a stage stands",
  "   npx samvirke rules       what is checked, by which law, and what we say",
  "   npx samvirke sample sick-leave | npx samvirke send - --wait",
  "   npx samvirke demo        the same once more, about others",
  `   ${addresses.health}/openapi.json`,
  "",
];

/** One scene as a JSON line. */
export const sceneJson = ({ scene, http, ms, status, sides }: Played): string =>
  JSON.stringify({
    scene: scene.name,
    http,
    messageId: status.messageId,
    outcome: status.outcome,
    route: status.route,
    rules: status.rules,
    appRec: status.appRec,
    caseId: status.caseId,
    hops: status.hops,
    ...sides,
    ms,
  });
