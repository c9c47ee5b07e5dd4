import type avro from "avsc";
import { holds } from "../seal/doors.ts";
import type { KeyCache } from "../seal/keys.ts";
import { seal } from "../seal/seal.ts";
import type { Written } from "./book.ts";
import { makeScratch } from "./framed.ts";
import type { CompartmentShape, Shape } from "./shapes.ts";
import type { EncodeContext } from "./types.ts";

export interface EncoderDeps {
  readonly keys: KeyCache;
  /** Also refuses fields that the schema does not know; for tests, it costs as much as encoding. */
  readonly strict: boolean;
}

/** The first path that does not fit, without the value. */
const brokenPath = (type: avro.Type, value: unknown, strict: boolean): string | undefined => {
  const paths: Array<string> = [];
  type.isValid(value, { noUndeclaredFields: strict, errorHook: (path) => void paths.push(path.join(".")) });
  return paths[0];
};

const misfit = (written: Written, path: string | undefined): Error =>
  new Error(`${written.record}: ${path ? `field ${path}` : "the record"} does not fit its schema`);

type EncodeOne = (written: Written, value: unknown) => Buffer;

const makeEncodeOne = ({ strict }: EncoderDeps): EncodeOne => {
  const scratch = makeScratch();
  return (written, value) => {
    const undeclared = strict ? brokenPath(written.type, value, true) : undefined;
    if (undeclared !== undefined) throw misfit(written, undeclared);
    try {
      return scratch.encode(written.type, written.id, value);
    } catch {
      // avsc names the value in its errors, so only the path goes on.
      throw misfit(written, brokenPath(written.type, value, false));
    }
  };
};

const refuse = (shape: Shape, compartment: string, rule: string): Error =>
  new Error(`${shape.name}.${compartment}: ${rule}`);

/** Makes the writer of records: compartments sealed, then the record, each under its schema id. */
export const makeEncoder = (deps: EncoderDeps) => {
  const encodeOne = makeEncodeOne(deps);

  const sealed = (
    shape: Shape,
    part: CompartmentShape,
    { content, context }: { content: unknown; context: EncodeContext },
  ) => {
    const { compartment, written } = part;
    const { secret, audience } = context;
    if (!secret) throw refuse(shape, compartment, "content needs the person's secret");
    if (!holds(audience, compartment)) throw refuse(shape, compartment, `nothing is sealed for ${audience}`);
    const binding = { purpose: compartment, context: [context.eventId, shape.name] };
    return seal(deps.keys, { ...binding, secret, audience, schemaId: written.id }, encodeOne(written, content));
  };

  return (shape: Shape, value: object, context: EncodeContext): Uint8Array => {
    const wire: Record<string, unknown> = { ...value };
    for (const part of shape.compartments) {
      const content = wire[part.compartment] ?? null;
      if (content === null && !part.optional) throw refuse(shape, part.compartment, "the compartment is missing");
      wire[part.compartment] = content === null ? null : sealed(shape, part, { content, context });
    }
    return Buffer.from(encodeOne(shape.written, wire));
  };
};
