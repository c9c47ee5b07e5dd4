/** A JSON value as it goes to the wire; `undefined` never does. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}
