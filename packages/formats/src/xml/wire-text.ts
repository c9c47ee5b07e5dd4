import { openSource } from "./source.ts";

const declaration = /^\s*<\?xml\s[^?]*\?>\s*/;

/** A received document as text, without the declaration of an encoding that it may not have. */
export const wireText = (bytes: Uint8Array): string => {
  const source = openSource(bytes);
  return source.decode(source.text).replace(declaration, "");
};
