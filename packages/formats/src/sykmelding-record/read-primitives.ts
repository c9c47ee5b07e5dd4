import * as t from "io-ts/lib/index.js";

/**
 * An object with exactly these keys: one that is missing and one that is unknown fail alike. io-ts' own `strict` drops
 * unknown keys without a word.
 */
export const exactly = <P extends t.Props>(name: string, props: P): t.Type<{ [K in keyof P]: t.TypeOf<P[K]> }> => {
  const inner = t.type(props, name);
  type A = { [K in keyof P]: t.TypeOf<P[K]> };
  return new t.Type<A>(
    name,
    (value): value is A => inner.is(value),
    (value, context) => {
      if (typeof value !== "object" || value === null) return t.failure(value, context);
      const missing = Object.keys(props).find((key) => !Object.hasOwn(value, key));
      if (missing !== undefined) return t.failure(value, t.appendContext(context, missing, t.never));
      const unknown = Object.keys(value).find((key) => !Object.hasOwn(props, key));
      return unknown === undefined
        ? inner.validate(value, context)
        : t.failure(value, t.appendContext(context, unknown, t.never));
    },
    t.identity,
  );
};

export const orNull = <A>(codec: t.Type<A>): t.Type<A | null> => t.union([codec, t.null]);
export const list = <A>(codec: t.Type<A>): t.Type<Array<A>> => t.array(codec);

const matching = (name: string, form: RegExp): t.Type<string> =>
  new t.Type<string>(
    name,
    (value): value is string => typeof value === "string" && form.test(value),
    (value, context) => (typeof value === "string" && form.test(value) ? t.success(value) : t.failure(value, context)),
    t.identity,
  );

export const DateText = matching("DateText", /^-?\d{4,6}-\d{2}-\d{2}$/);
export const OffsetDateTime = matching(
  "OffsetDateTime",
  /^-?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/,
);

/** The objects of a family whose `type` tells them apart. */
export const byType = (name: string, variants: Readonly<Record<string, t.Mixed>>): t.Type<unknown> =>
  new t.Type<unknown>(
    name,
    (_value): _value is unknown => true,
    (value, context) => {
      const type = typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
      const variant = typeof type === "string" && Object.hasOwn(variants, type) ? variants[type] : undefined;
      return variant ? variant.validate(value, context) : t.failure(value, t.appendContext(context, "type", t.never));
    },
    t.identity,
  );

/** A JSON number without decimals, within 32 bits. */
export const Whole: t.Type<number> = new t.Type<number>(
  "Whole",
  (value): value is number => typeof value === "number" && (value | 0) === value,
  (value, context) =>
    typeof value === "number" && (value | 0) === value ? t.success(value) : t.failure(value, context),
  t.identity,
);
