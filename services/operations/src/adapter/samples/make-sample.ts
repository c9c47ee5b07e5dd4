import type { Problem } from "@samvirke/contracts";
import { printCertificate } from "@samvirke/formats";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { unbreakable } from "../../core/unbreakable.ts";
import { contentRecipes } from "./content-recipes.ts";
import { followUpKinds } from "./follow-up-kinds.ts";
import { groundOf } from "./ground.ts";
import type { Recipe, SampleWish } from "./ground.ts";
import { jsonKinds } from "./json-kinds.ts";
import type { Made, Maker } from "./made.ts";
import { stuffOf, xml } from "./made.ts";
import { ruleRecipes } from "./rule-recipes.ts";
import { validSample } from "./valid.ts";
import { xmlKinds } from "./xml-kinds.ts";

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

const certificate = (wish: SampleWish): Either<Problem, Made> => {
  const found = recipeFor(wish.rule);
  if (E.isLeft(found)) return found;
  const { change, edit } = found.right;
  const ground = groundOf(wish);
  const valid = validSample(ground);
  const printed = printCertificate(change ? change(valid, ground) : valid);
  return E.right(xml(edit ? Buffer.from(edit(Buffer.from(printed).toString("utf8")), "utf8") : printed));
};

const others: Readonly<Record<string, Maker>> = { ...xmlKinds, ...jsonKinds, ...followUpKinds };

/** Every kind that there are samples of. */
export const sampleKinds: ReadonlyArray<string> = ["sick-leave", ...Object.keys(others).sort()];

/** A synthetic message of a kind; a certificate may break the named rule. The same wish gives the same bytes. */
export const makeSample = (wish: SampleWish, kind = "sick-leave"): Either<Problem, Made> => {
  if (kind === "sick-leave") return certificate(wish);
  const maker = Object.hasOwn(others, kind) ? others[kind] : undefined;
  if (!maker) return E.left({ name: "not-found" });
  if (wish.rule !== undefined) {
    return E.left({ name: "not-by-one-message", detail: "Rules are a certificate's; other kinds are printed valid." });
  }
  return E.right(maker(stuffOf(groundOf(wish))));
};
