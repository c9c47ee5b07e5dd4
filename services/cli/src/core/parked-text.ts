import { section, table } from "./table.ts";

export interface ParkedPerson {
  readonly stage: string;
  readonly personId: string;
  readonly records: number;
  readonly attempts: number;
  readonly reason: string;
  readonly detail: string;
  readonly since: string;
}

export interface ParkedCount {
  readonly stage: string;
  readonly reason: string;
  readonly persons: number;
  readonly records: number;
  readonly oldest: string;
  readonly underAnHour: number;
  readonly underADay: number;
  readonly underAWeek: number;
  readonly older: number;
}

export interface ParkedPage {
  readonly persons: ReadonlyArray<ParkedPerson>;
  readonly counts: ReadonlyArray<ParkedCount>;
  /** What each reason asks of whoever is on call. */
  readonly asks: Readonly<Record<string, { readonly title: string; readonly remedy: string }>>;
}

export interface ParkedRecord {
  readonly eventId: string;
  readonly type: string;
  readonly topic: string;
  readonly partition: number;
  readonly position: number;
  readonly messageId: string | null;
  readonly reason: string;
  readonly detail: string;
  readonly attempts: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly asks: string;
  readonly content: unknown;
  readonly unreadable: string | null;
}

const personRow = (one: ParkedPerson): ReadonlyArray<string> => [
  one.stage,
  one.personId,
  String(one.records),
  String(one.attempts),
  one.since,
  one.detail === "" ? one.reason : `${one.reason}: ${one.detail}`,
];

const countRow = (one: ParkedCount): ReadonlyArray<string> => [
  one.stage,
  one.reason,
  ...[one.persons, one.records, one.underAnHour, one.underADay, one.underAWeek, one.older].map(String),
  one.oldest,
];

/** What is parked, for people: persons, counts by stage, class and age, and what each class asks for. */
export const parkedLines = ({ persons, counts, asks }: ParkedPage): ReadonlyArray<string> => {
  if (persons.length === 0 && counts.length === 0) return ["Nothing is parked."];
  const countHeadings = ["stage", "class", "persons", "records", "< 1 h", "< 1 d", "< 7 d", "older", "oldest"];
  return [
    ...section("Persons", table(["stage", "person", "records", "attempts", "since", "reason"], persons.map(personRow))),
    ...section("All that is parked", table(countHeadings, counts.map(countRow))),
    ...section(
      "What to do",
      Object.entries(asks).flatMap(([name, { title, remedy }]) => [`${name}: ${title}`, `  ${remedy}`]),
    ),
  ].slice(0, -1);
};

/** A parked record, for people. */
export const recordLines = (record: ParkedRecord): ReadonlyArray<string> => [
  `${record.type} ${record.eventId} at ${record.topic} ${record.partition}/${record.position}, message ${record.messageId ?? "unknown"}`,
  `  ${record.reason}${record.detail === "" ? "" : `: ${record.detail}`} (attempts: ${record.attempts}, first ${record.firstSeen ?? "?"}, last ${record.lastSeen ?? "?"})`,
  `  ${record.asks}`,
  `  ${record.unreadable ?? JSON.stringify(record.content)}`,
];

export interface Redrive {
  readonly id: string;
  readonly state: string;
  readonly by: string;
  readonly reason: string;
  readonly stages: ReadonlyArray<string>;
  readonly beganAt: string;
  readonly persons: {
    readonly total: number;
    readonly waiting: number;
    readonly sent: number;
    readonly drained: number;
    readonly parkedAgain: number;
  };
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
  readonly more?: boolean;
}

const paceText = ({ perSecond, secondsLeft }: Redrive): string =>
  perSecond === null ? "" : `, ${perSecond}/s, ${secondsLeft ?? "?"} s left`;

/** A redrive in a line or two. */
export const redriveLines = (redrive: Redrive): ReadonlyArray<string> => {
  const { id, state, by, stages, persons, more } = redrive;
  const { total, drained, parkedAgain } = persons;
  return [
    `Redrive ${id} of ${total} in ${stages.join(", ")} by ${by} is ${state}: ${drained} drained, ${parkedAgain} parked again${paceText(redrive)}.`,
    ...(more === true ? ["More are parked there than one redrive takes; redrive again when it is done."] : []),
  ];
};

export interface DryRun {
  readonly persons: ReadonlyArray<{
    readonly stage: string;
    readonly personId: string;
    readonly outcome: string;
    readonly records: ReadonlyArray<{
      readonly type: string;
      readonly position: number;
      readonly fate: string;
      readonly reason: string | null;
      readonly detail: string | null;
      readonly appends: Readonly<Record<string, number>>;
      readonly rows: Readonly<Record<string, number>>;
    }>;
  }>;
  readonly drained: number;
  readonly parked: number;
  readonly unknown: number;
  readonly more: boolean;
}

type Tried = DryRun["persons"][number]["records"][number];

const effectsText = ({ appends, rows }: Tried): string =>
  [
    ...Object.entries(appends).map(([name, count]) => `${count} x ${name}`),
    ...Object.entries(rows).map(([name, count]) => `${count} row${count === 1 ? "" : "s"} in ${name}`),
  ].join(", ");

const fateText = (record: Tried): string => {
  if (record.fate === "handled") return effectsText(record) === "" ? "handled" : `handled: ${effectsText(record)}`;
  if (record.fate === "fails") return `fails again: ${record.reason ?? ""}: ${record.detail ?? ""}`;
  return record.fate === "waits" ? "waits behind it" : "not for this stage any more";
};

/** What a redrive would come to, for people. */
export const dryRunLines = ({ persons, drained, parked, unknown, more }: DryRun): ReadonlyArray<string> => [
  ...persons.flatMap(({ stage, personId, outcome, records }) => [
    `${stage} ${personId}: ${outcome === "unknown" ? "the stage did not answer" : outcome}`,
    ...records.map((record) => `  ${record.type} at ${record.position} ${fateText(record)}`),
  ]),
  `${drained} would drain, ${parked} would stay parked${unknown === 0 ? "" : `, of ${unknown} nothing is known`}. Nothing was kept.`,
  ...(more ? ["More are parked there than were tried."] : []),
];
