import { readFileSync } from "node:fs";

type Named<A> = { readonly ca?: A; readonly cert?: A; readonly key?: A };
type Files = { readonly [N in keyof Named<string>]: string | undefined };

const contentOf = (name: string, file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`configuration: SAMVIRKE_BRIDGE_TLS_${name.toUpperCase()}_FILE cannot be read`);
  }
};

/** What the files hold. Fails with the name of the setting whose file cannot be read. */
export const readTls = (files: Files): Named<string> =>
  Object.fromEntries(
    Object.entries(files).flatMap(([name, file]) => (file === undefined ? [] : [[name, contentOf(name, file)]])),
  );
