import { openBytes, sealBytes } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { PersonSecret, RowChange, Table } from "@samvirke/kernel";
import type { Hub } from "../hub/hub.ts";

/** What registers answered about each message, sealed: a replay decides on the same answers and asks nobody. */
export const answersTable: Table = {
  name: "answers",
  key: { archive_id: "uuid" },
  columns: { person: "uuid", content: "bytea" },
  indexes: [["person"]],
};

/** Where a stage keeps answers. */
export interface AnswersPlace {
  readonly stage: string;
  readonly schema: string;
}

/** A message that registers were asked about. */
export interface AskedAbout {
  readonly archiveId: string;
  readonly person: string;
  readonly secret: PersonSecret | undefined;
}

const purposeOf = ({ stage }: Pick<AnswersPlace, "stage">): string => `answers/${stage}`;

/** The row that keeps an answer; none for an erased person. Shape: the answer is plain data. */
export const answerRow = (
  { keyCache }: Pick<Hub, "keyCache">,
  place: Pick<AnswersPlace, "stage">,
  { about, answer }: { readonly about: AskedAbout; readonly answer: unknown },
): ReadonlyArray<RowChange> => {
  const { archiveId: id, person, secret } = about;
  if (secret === undefined || answer === undefined) return [];
  const seal = { purpose: purposeOf(place), id, secret, audience: "hub" } as const;
  const content = sealBytes(keyCache, seal, Buffer.from(JSON.stringify(answer)));
  return [{ op: "upsert", table: answersTable.name, key: { archive_id: id }, columns: { person, content } }];
};

const readStatement = (schema: string) => ({
  name: `answers_${schema}`,
  text: `select archive_id as id, content from ${schema}.${answersTable.name} where archive_id = any($1::uuid[])`,
});

/** What was answered about messages when they were decided; absent where nothing was kept or the person is erased. */
export const readAnswers = async (
  { store, keyCache }: Pick<Hub, "store" | "keyCache">,
  place: AnswersPlace,
  asked: ReadonlyArray<AskedAbout>,
): Promise<ReadonlyMap<string, unknown>> => {
  const secrets = new Map(asked.map(({ archiveId, secret }) => [archiveId, secret]));
  const rows = await store.query<{ id: string; content: Uint8Array }>(readStatement(place.schema), [
    `{${[...secrets.keys()].join(",")}}`,
  ]);
  return new Map(
    rows.flatMap(({ id, content }) => {
      const reader = { secret: secrets.get(id), audience: "hub" as const };
      const opened = openBytes(keyCache, { purpose: purposeOf(place), id, reader }, content);
      if (E.isLeft(opened) || opened.right.state !== "Open") return [];
      const answer: unknown = JSON.parse(Buffer.from(opened.right.value).toString("utf8"));
      return [[id, answer] as const];
    }),
  );
};
