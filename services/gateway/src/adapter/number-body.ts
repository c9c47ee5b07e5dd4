import type { Problem } from "@samvirke/contracts";
import { E } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import { readNumberBody } from "../core/parameters.ts";
import type { PartyExchange } from "./exchange.ts";

const parse = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    // The parser quotes what it read; the rule alone goes on.
    return undefined;
  }
};

/** The identity number in a request's body. */
export const readNumber = async (exchange: PartyExchange): Promise<Either<Problem, string>> => {
  const body = await exchange.body();
  if (E.isLeft(body)) return body;
  body.right.release();
  return readNumberBody(parse(body.right.bytes));
};
