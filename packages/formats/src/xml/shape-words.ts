import type { ChildShape, Shape } from "../certificate/shape.ts";

/** Words to write a schema's shape with, for the elements of one namespace. */
export interface ShapeWords {
  readonly once: (shape: Shape) => ChildShape;
  readonly maybe: (shape: Shape) => ChildShape;
  readonly several: (shape: Shape) => ChildShape;
  readonly someOf: (shape: Shape) => ChildShape;
}

/** The words for one namespace. */
export const shapeWords = (namespace: string): ShapeWords => ({
  once: (shape) => ({ shape, required: true, namespace }),
  maybe: (shape) => ({ shape, namespace }),
  several: (shape) => ({ shape, many: true, namespace }),
  someOf: (shape) => ({ shape, many: true, required: true, namespace }),
});

/** Shapes that many schemas share: text, CS and CV. */
export const plainText: Shape = { text: true };
export const csShape: Shape = { attributes: ["V", "DN"] };
export const cvShape: Shape = { attributes: ["V", "S", "DN", "OT"] };
