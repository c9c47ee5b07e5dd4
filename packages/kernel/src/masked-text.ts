import { inspect } from "node:util";

/**
 * A text that no print-out shows: string, JSON and inspection give a mask.
 *
 * Shape: only `reveal` gives the text, so that each place that needs it can be found.
 */
export class MaskedText<Name extends string> {
  readonly #text: string;
  readonly #mask: string;

  constructor(name: Name, text: string) {
    this.#text = text;
    this.#mask = `[${name}]`;
  }

  /** The text itself: for hashing, comparing with a register, writing into a sealed part. */
  reveal(): string {
    return this.#text;
  }

  /** Two of them are compared by this; a deep comparison does not look inside and finds all alike. */
  equals(other: MaskedText<Name>): boolean {
    return this.#text === other.#text;
  }

  toString(): string {
    return this.#mask;
  }

  toJSON(): string {
    return this.#mask;
  }

  [Symbol.toPrimitive](): string {
    return this.#mask;
  }

  [inspect.custom](): string {
    return this.#mask;
  }
}

/** A national identity number on its way from the envelope to the person index. */
export type IdentityNumber = MaskedText<"IdentityNumber">;

/** Wraps a national identity number; whether it is a valid one is asked elsewhere. */
export const identityNumber = (text: string): IdentityNumber => new MaskedText("IdentityNumber", text);
