import { randomBytes } from "node:crypto";
import type { Problem } from "@samvirke/contracts";
import type { Clock, Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import type { FastifyInstance } from "fastify";
import type { Parameters } from "../core/parameters.ts";
import { readDigits, readGrade, readInstant, readName, readNumber, readSigned } from "../core/parameters.ts";
import type { SampleWish } from "./samples/ground.ts";
import { breakableRules, makeSample, sampleKinds } from "./samples/make-sample.ts";
import { sendProblem } from "./server.ts";

const freshSeed = (): string => randomBytes(9).toString("base64url");

type Read<A> = { readonly [K in keyof A]: Either<Problem, A[K]> };

/** All parameters, or the first problem among them. */
const together = <A extends object>(read: Read<A>): Either<Problem, A> => {
  const entries = Object.entries(read) as ReadonlyArray<readonly [string, Either<Problem, unknown>]>;
  const wrong = entries.map(([, value]) => value).find(E.isLeft);
  if (wrong) return wrong;
  return E.right(
    Object.fromEntries(entries.map(([name, value]) => [name, E.isRight(value) ? value.right : undefined])) as A,
  );
};

const wishOf = (query: Parameters, now: number): Either<Problem, SampleWish> => {
  const seed = readName(query, "seed");
  return together<SampleWish>({
    rule: readName(query, "rule"),
    seed: E.isLeft(seed) ? seed : E.right(seed.right ?? freshSeed()),
    index: readNumber(query, { name: "index", min: 0, max: 9_999_999, absent: 0 }),
    at: readInstant(query, "at", now),
    person: readName(query, "person"),
    from: readSigned(query, { name: "from", max: 30, absent: 0 }),
    days: readNumber(query, { name: "days", min: 1, max: 366, absent: 14 }),
    grade: readGrade(query),
    her: readDigits(query, "her"),
    organisation: readDigits(query, "organisation"),
  });
};

/** Synthetic messages to try the hub with. */
export const sampleRoutes = (server: FastifyInstance, { clock }: { readonly clock: Clock }): void => {
  server.get("/v1/samples", async (_, reply) => reply.send({ kinds: sampleKinds, rules: breakableRules }));
  server.get("/v1/samples/:kind", async ({ params, query }, reply) => {
    const kind = String((params as Parameters)["kind"]);
    const wish = wishOf(query as Parameters, clock.now());
    const made = E.isLeft(wish) ? wish : makeSample(wish.right, kind);
    if (E.isLeft(made)) return sendProblem(reply, made.left);
    return reply.header("content-type", made.right.contentType).send(Buffer.from(made.right.bytes));
  });
};
