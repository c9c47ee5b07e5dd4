import type { DeclaredElement, Particle, Simple } from "./schema.ts";

/** One value that a document says. */
export interface Said {
  /** Path below the root by local names; an attribute begins with `@`. */
  readonly leaf: string;
  readonly value: string;
  readonly type: Simple;
}
/** A document, what it says in document order, and which parts of the schema it used. */
export interface Generated {
  readonly xml: string;
  readonly said: ReadonlyArray<Said>;
  readonly used: ReadonlyArray<string>;
}
/** Answers that make a document out of a schema. */
export interface Choices {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** A value of a leaf. */
  readonly value: (type: Simple, leaf: string) => string;
}
interface Writing {
  readonly out: Array<string>;
  readonly said: Array<Said>;
  readonly used: Array<string>;
  readonly choices: Choices;
}
interface Where {
  readonly path: string;
  readonly namespace: string;
}

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => special[character] ?? character);

// More than one a level now and then; deeper levels must be met often enough, and documents stay some kilobytes.
const timesOf = ({ min, many }: Particle, next: () => number): number => {
  const roll = next();
  if (roll < 0.3) return min;
  return Math.max(min, many && roll > 0.85 ? 2 + Math.floor(next() * 2) : 1);
};

const say = (writing: Writing, leaf: string, type: Simple): string => {
  const value = writing.choices.value(type, leaf);
  writing.said.push({ leaf, value, type });
  writing.used.push(leaf);
  if (type.codes.length > 0) writing.used.push(`${leaf} = ${value}`);
  return escaped(value);
};

const branchIn = (items: ReadonlyArray<Particle>, path: string, writing: Writing): Particle | undefined => {
  const branch = Math.floor(writing.choices.next() * items.length);
  writing.used.push(`${path} branch ${branch + 1}`);
  return items[branch];
};

const writeOnce = (particle: Particle, where: Where, writing: Writing): void => {
  if (particle.kind === "element") return writeElement(particle, where, writing);
  if (particle.kind === "sequence") return particle.items.forEach((item) => writeParticle(item, where, writing));
  const taken = branchIn(particle.items, where.path, writing);
  return taken && writeParticle(taken, where, writing);
};

const writeParticle = (particle: Particle, where: Where, writing: Writing): void => {
  for (let left = timesOf(particle, writing.choices.next); left > 0; left -= 1) writeOnce(particle, where, writing);
};

const writeElement = (element: DeclaredElement, { path, namespace }: Where, writing: Writing): void => {
  const here = path === "" ? element.name : `${path}/${element.name}`;
  writing.used.push(here);
  writing.out.push("<", element.name, element.namespace === namespace ? "" : ` xmlns="${element.namespace}"`);
  for (const { name, isRequired, type } of element.attributes) {
    if (!isRequired && writing.choices.next() < 0.2) continue;
    writing.out.push(" ", name, '="', say(writing, `${here}/@${name}`, type), '"');
  }
  writing.out.push(">");
  if (element.text) writing.out.push(say(writing, here, element.text));
  for (const item of element.content) writeParticle(item, { path: here, namespace: element.namespace }, writing);
  writing.out.push("</", element.name, ">");
};

/** A document by its schema and answers; paths begin with the root's name. */
export const generate = (root: DeclaredElement, choices: Choices): Generated => {
  const writing: Writing = { out: [], said: [], used: [], choices };
  writeElement(root, { path: "", namespace: "" }, writing);
  return { xml: writing.out.join(""), said: writing.said, used: writing.used };
};

const particleParts = (particle: Particle, path: string): ReadonlyArray<string> => {
  if (particle.kind === "element") return partsOf(particle, path);
  const branches = particle.kind === "choice" ? particle.items.map((_, index) => `${path} branch ${index + 1}`) : [];
  return [...branches, ...particle.items.flatMap((item) => particleParts(item, path))];
};
const leafParts = (leaf: string, { codes }: Simple): ReadonlyArray<string> => [
  leaf,
  ...codes.map((code) => `${leaf} = ${code}`),
];

/** Every element, attribute, branch of a choice and code of a schema, in the words of `used`. */
export const partsOf = (element: DeclaredElement, path = ""): ReadonlyArray<string> => {
  const here = path === "" ? element.name : `${path}/${element.name}`;
  const parts = [
    here,
    ...element.attributes.flatMap(({ name, type }) => leafParts(`${here}/@${name}`, type)),
    ...(element.text ? leafParts(here, element.text) : []),
    ...element.content.flatMap((item) => particleParts(item, here)),
  ];
  return [...new Set(parts)];
};
