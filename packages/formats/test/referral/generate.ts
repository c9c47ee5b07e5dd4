import type { Declared, Particle } from "./xsd-model.ts";

/** Answers that make a document out of a schema. */
export interface Choices {
  /** How often an element stands there. */
  readonly count: (element: Declared, path: string) => number;
  /** Which branch of a choice is taken. */
  readonly branch: (branches: number, path: string) => number;
  /** A value by its type: a simple type's name, or `CV@S` for an attribute. */
  readonly value: (type: string, path: string) => string;
}

/** A document and what it says, in document order. */
export interface Generated {
  readonly xml: string;
  readonly said: ReadonlyArray<readonly [leaf: string, value: string]>;
}

interface Writing {
  readonly out: Array<string>;
  readonly said: Array<readonly [string, string]>;
  readonly choices: Choices;
}

const special: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => special[character] ?? character);

interface Where {
  readonly path: string;
  readonly namespace: string;
}

const writeParticle = (particle: Particle, where: Where, writing: Writing): void => {
  if ("choice" in particle) {
    const taken = particle.choice[writing.choices.branch(particle.choice.length, where.path) % particle.choice.length];
    return taken && writeParticle(taken, where, writing);
  }
  const path = where.path === "" ? particle.name : `${where.path}/${particle.name}`;
  for (let left = writing.choices.count(particle, path); left > 0; left -= 1) {
    writeElement(particle, { ...where, path }, writing);
  }
};

const writeElement = (element: Declared, { path, namespace }: Where, writing: Writing): void => {
  const { out, said, choices } = writing;
  out.push("<", element.name, element.namespace === namespace ? "" : ` xmlns="${element.namespace}"`);
  for (const { name, type } of element.attributes) {
    const value = choices.value(type, `${path}/@${name}`);
    said.push([path === "" ? `@${name}` : `${path}/@${name}`, value]);
    out.push(" ", name, '="', escaped(value), '"');
  }
  out.push(">");
  if (element.text !== undefined) {
    const value = choices.value(element.text, path);
    said.push([path, value]);
    out.push(escaped(value));
  }
  for (const particle of element.content) writeParticle(particle, { path, namespace: element.namespace }, writing);
  out.push("</", element.name, ">");
};

/** A document by a schema and answers; the path of the root is "". */
export const generate = (root: Declared, choices: Choices): Generated => {
  const writing: Writing = { out: [], said: [], choices };
  writeElement(root, { path: "", namespace: "" }, writing);
  return { xml: writing.out.join(""), said: writing.said };
};

const pad = (n: number): string => String((n % 28) + 1).padStart(2, "0");

/** A plausible value of a type, another one for every number. */
export const valueOf = (type: string, n: number): string => {
  switch (type) {
    case "date":
      return `2026-03-${pad(n)}`;
    case "dateTime":
    case "TS@V":
      return `2026-03-${pad(n)}T10:0${n % 10}:00`;
    case "gYear":
      return String(1980 + (n % 40));
    case "boolean":
    case "BL@V":
      return n % 2 === 0 ? "true" : "false";
    case "integer":
    case "PQ@V":
      return String((n % 90) + 1);
    case "CV@S":
      return `2.16.578.1.12.4.1.1.${9000 + (n % 90)}`;
    case "CS@V":
    case "CV@V":
    case "PQ@U":
      return `K${n}`;
    case "URL@V":
    case "anyURI":
      return `tel:+47${55500000 + n}`;
    default:
      return `ord ${n} & æøå`;
  }
};

/** So many that every branch of a choice meets every branch of a choice within it. */
export const variants = 12;

/** Every element there is, once, with the nth branches: choices of four stand within choices of three. */
export const everything = (nth: number): Choices => {
  let n = 0;
  return {
    count: () => 1,
    branch: (branches) => (branches === 4 ? Math.floor(nth / 3) : nth),
    value: (type) => valueOf(type, (n += 1)),
  };
};
