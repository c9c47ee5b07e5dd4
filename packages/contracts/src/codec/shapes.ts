import type { Compartment } from "@samvirke/kernel";
import { nullableOf } from "../schema/avro.ts";
import type { Catalogue, Contract } from "../schema/catalogue.ts";
import { latestContracts } from "../schema/catalogue.ts";
import type { Book, Written } from "./book.ts";

/** How one compartment of a record is written. */
export interface CompartmentShape {
  readonly compartment: Compartment;
  readonly optional: boolean;
  readonly written: Written;
}

/** How a record is written and taken apart. */
export interface Shape {
  readonly name: string;
  readonly written: Written;
  readonly publicFields: ReadonlyArray<string>;
  readonly compartments: ReadonlyArray<CompartmentShape>;
}

const isOptional = (contract: Contract, compartment: Compartment): boolean => {
  const field = contract.record.fields.find((candidate) => candidate.name === compartment);
  return field !== undefined && nullableOf(field.type) !== undefined;
};

const shapeOf = (book: Book, contract: Contract): Shape => ({
  name: contract.name,
  written: book.written(contract),
  publicFields: contract.record.fields
    .map((field) => field.name)
    .filter((name) => !contract.compartments.some((compartment) => compartment === name)),
  compartments: contract.compartments.map((compartment) => ({
    compartment,
    optional: isOptional(contract, compartment),
    written: book.written(contract, compartment),
  })),
});

/** The shapes of today's contracts by name. */
export const makeShapes = (catalogue: Catalogue, book: Book): ReadonlyMap<string, Shape> =>
  new Map(latestContracts(catalogue).map((contract) => [contract.name, shapeOf(book, contract)]));
