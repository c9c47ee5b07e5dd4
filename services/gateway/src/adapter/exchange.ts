import type { Problem } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import type { Parameters } from "../core/parameters.ts";
import type { RouteName, routes } from "../core/routes.ts";
import type { Body } from "./body.ts";
import type { Caller } from "./parties.ts";

/** A request as handlers see it; the server behind it is nobody else's business. */
export interface Exchange {
  readonly path: Parameters;
  readonly query: Parameters;
  readonly header: (name: string) => unknown;
  /** Reads the body; to be asked once. */
  readonly body: () => Promise<Either<Problem, Body>>;
  /** Aborted when the caller left or the gateway stops. */
  readonly signal: () => AbortSignal;
}

/** A request whose sender is known. */
export interface PartyExchange extends Exchange {
  readonly caller: Caller;
}

/** What a handler answers with: a document, bytes of another type, or a stream of texts that ends by itself. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content:
    | { readonly json: unknown }
    | { readonly bytes: string | Uint8Array; readonly type: string }
    | { readonly stream: AsyncIterable<string>; readonly type: string };
}

export type Handler<X extends Exchange> = (exchange: X) => Promise<Either<Problem, Reply>>;

/** One handler for every route, knowing its caller where the route needs one. */
export type Handlers = {
  readonly [N in RouteName]: Handler<(typeof routes)[N]["access"] extends "party" ? PartyExchange : Exchange>;
};
