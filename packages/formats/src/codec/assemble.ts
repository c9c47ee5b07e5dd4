import type { XmlDraft } from "../xml/write.ts";
import type { Placed } from "./codec.ts";
import { localName } from "./codec.ts";

interface Ranked extends Placed {
  readonly rank: number;
}

const rankIn = (order: ReadonlyArray<string>, { path, draft }: Placed): number => {
  const names = [...path, draft.name].map(localName);
  for (let length = names.length; length > 0; length -= 1) {
    const rank = order.indexOf(names.slice(0, length).join("/"));
    if (rank >= 0) return rank;
  }
  return order.length;
};

const inner = (ranked: Ranked): Ranked => ({ ...ranked, path: ranked.path.slice(1) });

const nest = (all: ReadonlyArray<Ranked>): ReadonlyArray<XmlDraft> => {
  const out: Array<XmlDraft> = [];
  const opened = new Set<string>();
  for (const one of all) {
    const [wrapper] = one.path;
    if (wrapper === undefined) out.push(one.draft);
    else if (!opened.has(wrapper)) {
      opened.add(wrapper);
      const same = all.filter(({ path }) => path[0] === wrapper).map(inner);
      out.push({ name: wrapper, attributes: [], content: nest(same) });
    }
  }
  return out;
};

/**
 * Elements put into those that they stand in, each of these once. `order` is the schema's sequence as paths of local
 * names; without it the given order stays.
 */
export const assemble = (placed: ReadonlyArray<Placed>, order: ReadonlyArray<string> = []): ReadonlyArray<XmlDraft> => {
  const ranked = placed.map((one) => ({ ...one, rank: rankIn(order, one) }));
  return nest(order.length === 0 ? ranked : [...ranked].sort((a, b) => a.rank - b.rank));
};
