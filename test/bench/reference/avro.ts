import avro from "avsc";

/** Framed Avro by the registry's schemas, each type built once. */
export interface Avro {
  readonly decode: (bytes: Buffer) => Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>;
  /** The id and type of a subject's newest schema. */
  readonly latest: (subject: string) => Promise<{ readonly id: number; readonly encode: (value: unknown) => Buffer }>;
}

const frameBytes = 5;

const getJson = async <A>(url: string): Promise<A> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the registry answered ${answer.status}`);
  return (await answer.json()) as A;
};

const typeOf = (schema: string): avro.Type =>
  avro.Type.forSchema(JSON.parse(schema) as avro.Schema, { wrapUnions: false });

export const makeAvro = (registryUrl: string): Avro => {
  const types = new Map<number, avro.Type>();
  const learn = async (id: number): Promise<avro.Type> => {
    const { schema } = await getJson<{ readonly schema: string }>(`${registryUrl}/schemas/ids/${id}`);
    const type = typeOf(schema);
    types.set(id, type);
    return type;
  };
  const read = (type: avro.Type, bytes: Buffer) =>
    type.decode(bytes, frameBytes).value as Readonly<Record<string, unknown>>;
  return {
    decode: (bytes) => {
      const id = bytes.readUInt32BE(1);
      const type = types.get(id);
      return type ? read(type, bytes) : learn(id).then((learned) => read(learned, bytes));
    },
    latest: async (subject) => {
      const { id, schema } = await getJson<{ readonly id: number; readonly schema: string }>(
        `${registryUrl}/subjects/${subject}/versions/latest`,
      );
      const type = typeOf(schema);
      const head = Buffer.alloc(frameBytes);
      head.writeUInt32BE(id, 1);
      return { id, encode: (value) => Buffer.concat([head, type.toBuffer(value)]) };
    },
  };
};
