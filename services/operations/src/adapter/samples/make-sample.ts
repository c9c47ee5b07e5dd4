import type { Problem } from "@samvirke/contracts";
import { printCertificate } from "@samvirke/formats";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { unbreakable } from "../../core/unbreakable.ts";
import { contentRecipes } from "./content-recipes.ts";
import { groundOf } from "./ground.ts";
import type { Recipe, SampleWish } from "./ground.ts";
import { ruleRecipes } from "./rule-recipes.ts";
import { validSample } from "./valid.ts";

const recipes: Readonly<Record<string, Recipe>> = { ...contentRecipes, ...ruleRecipes };

/** Rules that one message can break, in no order. */
export const breakableRules: ReadonlyArray<string> = Object.keys(recipes);

const recipeFor = (rule: string | undefined): Either<Problem, Recipe> => {
  if (rule === undefined) return E.right({});
  const [recipe, reason] = [recipes[rule], unbreakable[rule]];
  if (recipe) return E.right(recipe);
  if (reason !== undefined) return E.left({ name: "not-by-one-message", detail: reason });
  return E.left({
    name: "invalid-parameter",
    fields: [{ pointer: "query:rule", rule: "the name of a rule or pre-check; GET /v1/rules lists them" }],
  });
};

/** A synthetic certificate that is valid, or breaks the named rule. The same wish gives the same bytes. */
export const makeSample = (wish: SampleWish): Either<Problem, Uint8Array> => {
  const found = recipeFor(wish.rule);
  if (E.isLeft(found)) return found;
  const { change, edit } = found.right;
  const ground = groundOf(wish);
  const valid = validSample(ground);
  const printed = printCertificate(change ? change(valid, ground) : valid);
  return E.right(edit ? Buffer.from(edit(Buffer.from(printed).toString("utf8")), "utf8") : printed);
};
