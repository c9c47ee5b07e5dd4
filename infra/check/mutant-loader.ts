import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Mutant } from "./mutants.ts";

/** Loads a module of a folder with one of its files changed, as often as wanted, beside the unchanged one. */
export interface MutantLoader {
  readonly load: (entry: string, mutant: Mutant | undefined) => Promise<Readonly<Record<string, unknown>>>;
}

const importsOf = (source: string): ReadonlyArray<string> =>
  [...source.matchAll(/from "(\.[^"]+)"/g)].flatMap((match) => match[1] ?? []);

/** Every file that imports the given one, at any distance, and the file itself: only these are loaded anew. */
const dependents = (file: string, sources: ReadonlyMap<string, string>): ReadonlySet<string> => {
  const found = new Set([file]);
  for (const one of found) {
    for (const [path, source] of sources) {
      const imports = importsOf(source).map((name) => fileURLToPath(new URL(name, pathToFileURL(path))));
      if (imports.includes(one)) found.add(path);
    }
  }
  return found;
};

const changed = (source: string, mutant: Mutant): string => {
  const bytes = Buffer.from(source);
  return `${bytes.subarray(0, mutant.start).toString()}${mutant.to}${bytes.subarray(mutant.end).toString()}`;
};

const mark = "?mutant=";

/** Hooks into Node's module loading, so nothing is written and no process is started. */
export const mutantLoader = (files: ReadonlyArray<string>): MutantLoader => {
  const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
  const stripped = new Map([...sources].map(([file, source]) => [file, stripTypeScriptTypes(source)]));
  const loaded: Array<{ readonly mutant: Mutant; readonly dependents: ReadonlySet<string> }> = [];
  const markOf = (url: string | undefined): string | undefined => url?.split(mark)[1];

  registerHooks({
    resolve: (specifier, context, next) => {
      const resolved = next(specifier, context);
      const number = markOf(context.parentURL);
      if (number === undefined || !resolved.url.startsWith("file:")) return resolved;
      const isDependent = loaded[Number(number)]?.dependents.has(fileURLToPath(resolved.url)) ?? false;
      return isDependent ? { ...resolved, url: `${resolved.url}${mark}${number}` } : resolved;
    },
    load: (url, context, next) => {
      const mutant = loaded[Number(markOf(url) ?? -1)]?.mutant;
      if (mutant === undefined) return next(url, context);
      const path = fileURLToPath(url.split(mark)[0] ?? url);
      const source =
        path === mutant.file ? stripTypeScriptTypes(changed(sources.get(path) ?? "", mutant)) : stripped.get(path);
      return { format: "module", source: source ?? "", shortCircuit: true };
    },
  });

  return {
    load: async (entry, mutant) => {
      const url = pathToFileURL(entry).href;
      if (mutant === undefined) return import(url);
      loaded.push({ mutant, dependents: dependents(mutant.file, sources) });
      return import(`${url}${mark}${loaded.length - 1}`);
    },
  };
};
