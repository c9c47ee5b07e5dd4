import { setTimeout as sleep } from "node:timers/promises";
import avro from "avsc";

/** Reads framed Avro by the schema that the registry holds under the frame's id. */
export interface Reader {
  /** Fields of a framed record: byte 0, schema id (4), Avro. */
  readonly read: (framed: Buffer) => Promise<Readonly<Record<string, unknown>>>;
}

const frameBytes = 5;

const tries = 40;

// The registry's own connections to a database that was killed fail once each.
const ask = async (url: string): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return answer;
    if (attempt === tries) throw new Error(`the registry did not tell a schema (status ${answer?.status ?? "none"})`);
    await sleep(250);
  }
};

const fetchType = async (url: string, id: number): Promise<avro.Type> => {
  const answer = await ask(`${url}/schemas/ids/${id}`);
  const { schema } = (await answer.json()) as { readonly schema: string };
  return avro.Type.forSchema(JSON.parse(schema) as avro.Schema, { wrapUnions: "never" });
};

/** A reader that asks the registry once per schema id. */
export const makeReader = (registryUrl: string): Reader => {
  const types = new Map<number, Promise<avro.Type>>();
  const typeOf = (id: number): Promise<avro.Type> => {
    const found = types.get(id) ?? fetchType(registryUrl, id);
    types.set(id, found);
    return found;
  };
  return {
    read: async (framed) => {
      if (framed[0] !== 0) throw new Error("a record without a schema frame");
      const type = await typeOf(framed.readUInt32BE(1));
      return type.fromBuffer(framed.subarray(frameBytes)) as Readonly<Record<string, unknown>>;
    },
  };
};
