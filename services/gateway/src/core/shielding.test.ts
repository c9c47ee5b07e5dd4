import { loadCatalogue, loadSample } from "@samvirke/contracts";
import type { SickLeaveMedical } from "@samvirke/contracts";
import { expect, test } from "vitest";
import { shieldedFor } from "./shielding.ts";

const { medical } = loadSample(loadCatalogue(), "SickLeaveCertified", "full");
const code = (value: string | null) => ({
  system: "2.16.578.1.12.4.1.1.8134",
  code: value,
  text: null,
  originalText: null,
});

const answered = (...restrictions: ReadonlyArray<ReadonlyArray<string | null>>): SickLeaveMedical => ({
  ...medical,
  answerGroups: [
    {
      groupId: "6.3",
      groupText: null,
      answers: restrictions.map((codes, index) => ({
        questionId: `q${index}`,
        question: null,
        answer: `a${index}`,
        restrictions: codes.map(code),
      })),
    },
  ],
});

const left = (shown: SickLeaveMedical): ReadonlyArray<string | null> =>
  shown.answerGroups.flatMap(({ answers }) => answers.map(({ answer }) => answer));

test("welfare reads every answer but those restricted N", () =>
  expect(left(shieldedFor("welfare", answered([], ["A"], ["N"], ["P", "N"], [null], ["P"])))).toEqual([
    "a0",
    "a1",
    "a4",
    "a5",
  ]));

test("health reads every answer", () =>
  expect(left(shieldedFor("health", answered(["N"], ["P"])))).toEqual(["a0", "a1"]));

test("nothing else of the medical content is touched", () => {
  const { answerGroups: _hidden, ...rest } = shieldedFor("welfare", medical);
  const { answerGroups: _all, ...before } = medical;
  expect(rest).toEqual(before);
});
