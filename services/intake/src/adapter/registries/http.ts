import { E, printDay } from "@samvirke/kernel";
import type { Either } from "@samvirke/kernel";
import { AddressAnswers, ClinicianAnswers, EmploymentAnswers, PersonAnswers, SuspensionAnswers } from "./config.ts";
import type { Registries, RegistryName } from "./port.ts";
import { registryFailure } from "./port.ts";
import { addressAnswer, clinicianAnswer, personAnswer } from "./written.ts";

const timeout = 5_000;

interface Exchange<A> {
  readonly registry: RegistryName;
  readonly url: string;
  readonly questions: ReadonlyArray<unknown>;
  readonly codec: { readonly decode: (body: unknown) => Either<unknown, { readonly answers: ReadonlyArray<A> }> };
}

const post = async (registry: RegistryName, url: string, questions: ReadonlyArray<unknown>): Promise<unknown> => {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ questions }),
      signal: AbortSignal.timeout(timeout),
    });
    return response.ok ? await response.json() : Promise.reject(new Error(`status ${response.status}`));
  } catch {
    // The cause may quote what was sent, so it ends here.
    throw registryFailure(registry, "no answer by HTTP");
  }
};

const ask = async <A>({ registry, url, questions, codec }: Exchange<A>): Promise<ReadonlyArray<A>> => {
  if (questions.length === 0) return [];
  const decoded = codec.decode(await post(registry, url, questions));
  if (E.isLeft(decoded)) throw registryFailure(registry, "an answer of another shape than agreed");
  const { answers } = decoded.right;
  if (answers.length !== questions.length) throw registryFailure(registry, "a question was left open");
  return answers;
};

/**
 * The registers behind HTTP.
 *
 * Shape: `POST {base}/persons`, `/health-personnel`, `/suspensions`, `/addresses`, `/employments`; body `{"questions": […]}`
 *        with a number, `{type, value}`, `{number, on}`, a reference or `{number, employer, on}`; answer `{"answers": […]}`, one for each in order, as the entries of the data file. Numbers never stand in a URL.
 */
export const httpRegistries = (base: string): Registries => ({
  persons: async (questions) => {
    const exchange = { registry: "persons", url: `${base}/persons`, questions, codec: PersonAnswers } as const;
    return (await ask(exchange)).map(personAnswer);
  },
  clinicians: async (numbers) => {
    const questions = numbers.map(({ type, value }) => ({ type: type.code, value }));
    const url = `${base}/health-personnel`;
    return (await ask({ registry: "healthPersonnel", url, questions, codec: ClinicianAnswers })).map(clinicianAnswer);
  },
  suspensions: (asked) => {
    const questions = asked.map(({ number, on }) => ({ number, on: printDay(on) }));
    return ask({ registry: "suspensions", url: `${base}/suspensions`, questions, codec: SuspensionAnswers });
  },
  addresses: async (questions) => {
    const exchange = { registry: "addresses", url: `${base}/addresses`, questions, codec: AddressAnswers } as const;
    return (await ask(exchange)).map(addressAnswer);
  },
  employments: (asked) => {
    const questions = asked.map(({ on, ...question }) => ({ ...question, on: printDay(on) }));
    return ask({ registry: "employments", url: `${base}/employments`, questions, codec: EmploymentAnswers });
  },
});
