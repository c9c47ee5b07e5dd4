import { E } from "@samvirke/kernel";
import * as t from "io-ts/lib/index.js";

const Shape = t.keyof({ record: null, legacy: null }, "CertificateShape");

const Shapes = new t.Type<ReadonlyArray<t.TypeOf<typeof Shape>>, string>(
  "CertificateShapes",
  (value): value is ReadonlyArray<t.TypeOf<typeof Shape>> => Array.isArray(value) && value.every(Shape.is),
  (value, context) => {
    const listed = t.string.validate(value, context);
    return E.isLeft(listed) ? listed : t.array(Shape).validate(listed.right.split(","), context);
  },
  (shapes) => shapes.join(","),
);

/** The environment of the welfare translator beside the hub's own. */
export const WelfareConfig = t.strict(
  {
    /** In which shapes certificates are written, with commas between: record (SykmeldingRecord v27), legacy. Both where unset. */
    SAMVIRKE_WELFARE_SHAPES: t.union([Shapes, t.undefined]),
  },
  "WelfareConfig",
);
