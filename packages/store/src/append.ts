import { partitionOf } from "@samvirke/kernel";
import type { NewRecord, Topic } from "@samvirke/kernel";
import { arrayLiteral } from "./arrays.ts";
import type { Parameter, Session, Statement } from "./session.ts";

/** Where an appended record lies. */
export interface Place {
  readonly topic: Topic;
  readonly partition: number;
  readonly position: number;
}

interface Group {
  readonly topic: Topic;
  readonly partition: number;
  readonly indexes: Array<number>;
}

const appendStatement: Statement = {
  name: "append",
  text: `select hub.append($1::text[], $2::smallint[], $3::int[], $4::int[], $5::int[], $6::uuid[], $7::uuid[], $8::text[],
    $9::int[], $10::int[], $11::int[], $12::bytea)::float8[] as firsts`,
};

const byPlace = (a: Group, b: Group): number =>
  a.topic === b.topic ? a.partition - b.partition : a.topic < b.topic ? -1 : 1;

const groupsOf = (records: ReadonlyArray<NewRecord>): ReadonlyArray<Group> => {
  const groups = new Map<string, Group>();
  records.forEach(({ topic, key, partition: named }, index) => {
    const partition = named ?? partitionOf(key);
    const name = `${partition} ${topic}`;
    const group = groups.get(name);
    if (group) group.indexes.push(index);
    else groups.set(name, { topic, partition, indexes: [index] });
  });
  return [...groups.values()].sort(byPlace);
};

interface Bodies {
  readonly body: Uint8Array;
  readonly starts: ReadonlyArray<number>;
  readonly headerLengths: ReadonlyArray<number>;
}

const bodiesOf = (records: ReadonlyArray<NewRecord>): Bodies => {
  const headers = records.map((record) => Buffer.from(JSON.stringify(record.headers)));
  const starts: Array<number> = [];
  let next = 1;
  const parts = records.flatMap((record, index) => {
    const own = headers[index] ?? Buffer.alloc(0);
    starts.push(next);
    next += own.byteLength + record.value.byteLength;
    return [own, record.value];
  });
  return { body: Buffer.concat(parts), starts, headerLengths: headers.map((own) => own.byteLength) };
};

const parameters = (records: ReadonlyArray<NewRecord>, groups: ReadonlyArray<Group>): ReadonlyArray<Parameter> => {
  const groupOf: Array<number> = [];
  const rankOf: Array<number> = [];
  groups.forEach((group, g) =>
    group.indexes.forEach((index, rank) => {
      groupOf[index] = g + 1;
      rankOf[index] = rank;
    }),
  );
  const { body, starts, headerLengths } = bodiesOf(records);
  const lists: ReadonlyArray<ReadonlyArray<string | number>> = [
    groups.map((group) => group.topic),
    groups.map((group) => group.partition),
    groups.map((group) => group.indexes.length),
    groupOf,
    rankOf,
    records.map((record) => record.id),
    records.map((record) => record.key),
    records.map((record) => record.type),
    starts,
    headerLengths,
    records.map((record) => record.value.byteLength),
  ];
  return [...lists.map(arrayLiteral), body];
};

/** Appends records in their order; the heads of their partitions stay locked to the commit. Answers their places, in the order given. */
export const append = async (session: Session, records: ReadonlyArray<NewRecord>): Promise<ReadonlyArray<Place>> => {
  if (records.length === 0) return [];
  const groups = groupsOf(records);
  const rows = await session.rows<{ firsts: ReadonlyArray<number> }>(appendStatement, parameters(records, groups));
  const firsts = rows[0]?.firsts ?? [];
  const places: Array<Place> = [];
  groups.forEach(({ topic, partition, indexes }, g) =>
    indexes.forEach((index, rank) => {
      places[index] = { topic, partition, position: (firsts[g] ?? 0) + rank };
    }),
  );
  return places;
};
