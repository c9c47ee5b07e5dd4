import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../ground/places.ts";

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: ReadonlyArray<number>;
}

interface Profile {
  readonly nodes: ReadonlyArray<Node>;
  readonly samples: ReadonlyArray<number>;
  readonly timeDeltas: ReadonlyArray<number>;
}

const most = 32;

const fileOf = (url: string): string => {
  if (!url.startsWith("file:")) return url === "" ? "engine" : url;
  return fileURLToPath(url).replace(`${root}/`, "");
};

const placeOf = ({ callFrame: { functionName, url, lineNumber } }: Node): string =>
  `${functionName || "(anonymous)"} ${fileOf(url)}:${lineNumber + 1}`;

/** The house's room, or the library, that a file belongs to. */
const ownerOf = ({ callFrame: { functionName, url } }: Node): string => {
  if (functionName === "(garbage collector)") return "garbage collection";
  const file = fileOf(url);
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  return (
    library ??
    /^((?:packages|services)\/[^/]+)/.exec(file)?.[1] ??
    (file.startsWith("node:") ? "node" : file === "engine" ? "engine and native" : file)
  );
};

const add = (sums: Map<string, number>, name: string, micros: number): void =>
  void sums.set(name, (sums.get(name) ?? 0) + micros);

/** Sums over the call tree: own time by function, own time by owner, and time with what is called by function of ours. */
const sumsOf = ({ nodes, samples, timeDeltas }: Profile) => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const [own, owners, within] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  let busy = 0;
  let whole = 0;
  samples.forEach((id, index) => {
    const micros = timeDeltas[index] ?? 0;
    const node = byId.get(id);
    whole += micros;
    if (!node || node.callFrame.functionName === "(idle)") return;
    busy += micros;
    add(own, placeOf(node), micros);
    add(owners, ownerOf(node), micros);
    const seen = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const on = byId.get(at);
      if (on && /^(packages|services)\//.test(fileOf(on.callFrame.url))) seen.add(placeOf(on));
    }
    for (const place of seen) add(within, place, micros);
  });
  return { own, owners, within, busy, whole };
};

const list = (title: string, sums: ReadonlyMap<string, number>, busy: number): string =>
  [
    title,
    ...[...sums]
      .sort((a, b) => b[1] - a[1])
      .slice(0, most)
      .map(([name, micros]) => `  ${((micros / busy) * 100).toFixed(1).padStart(5)} %  ${name}`),
  ].join("\n");

/** Says where the time of each profiled process went. */
export const printProfiles = (folder: string): void => {
  for (const file of globSync(join(folder, "*", "*.cpuprofile"))) {
    const { own, owners, within, busy, whole } = sumsOf(JSON.parse(readFileSync(file, "utf8")) as Profile);
    const head = `\n${basename(file, ".cpuprofile")}: busy ${(busy / 1e6).toFixed(1)} of ${(whole / 1e6).toFixed(1)} s`;
    const parts = [
      list("own time by owner", owners, busy),
      list("own time by function", own, busy),
      list("time with what is called, functions of ours", within, busy),
    ];
    process.stdout.write(`${[head, ...parts].join("\n")}\n`);
  }
};
