import { defaultLimits, guardedTree } from "../xml/guard.ts";
import type { GuardedTree, MessageLimits } from "../xml/guard.ts";
import { E } from "@samvirke/kernel";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children, descend, textOf } from "../xml/tree.ts";

// Editions before the fourth have "Oppfølgingsplan" in their namespace, later ones "Oppfoelgingsplan".
const anyForm = "http://seres.no/xsd/NAV/Oppf";
const service = "2913";

/** The form element, whatever its edition. */
export const isPlanForm = ({ name, namespace }: XmlNode): boolean =>
  name === "melding" && namespace.startsWith(anyForm);

const unitsOf = (root: XmlNode): ReadonlyArray<XmlNode> =>
  children(root, "DataUnits").flatMap((units) => children(units, "DataUnit"));

/** Whether a document is a batch of the portal that carries the service of follow-up plans. */
export const isPlanBatch = (root: XmlNode): boolean =>
  root.name === "DataBatch" &&
  unitsOf(root).some((unit) => textIn(child(unit, "FormTask"), "ServiceCode")?.trim() === service);

/** A form where it stands; `tree` is there when it stood as text inside another document. */
export interface FoundForm {
  readonly form: XmlNode;
  readonly unit: XmlNode | undefined;
  readonly tree: GuardedTree | undefined;
}

// The form is text in a CDATA section or in references, or stands there as elements.
const formIn = (unit: XmlNode, limits: MessageLimits): FoundForm | undefined => {
  const data = descend(unit, "FormTask", "Form", "FormData");
  const inline = data?.children.find(isPlanForm);
  if (inline) return { form: inline, unit, tree: undefined };
  const tree = guardedTree(Buffer.from(data ? textOf(data).trim() : ""), limits);
  if (E.isLeft(tree) || !tree.right.root || !isPlanForm(tree.right.root)) return undefined;
  return { form: tree.right.root, unit, tree: tree.right };
};

/** The forms in a document: the form alone, or those in a batch of the portal. */
export const planFormsIn = (root: XmlNode, limits: MessageLimits = defaultLimits): ReadonlyArray<FoundForm> => {
  if (isPlanForm(root)) return [{ form: root, unit: undefined, tree: undefined }];
  return isPlanBatch(root) ? unitsOf(root).flatMap((unit) => formIn(unit, limits) ?? []) : [];
};

/** The number of the person that a plan is about, for the door. */
export const numberInPlan = (root: XmlNode): string | undefined => {
  const [found] = planFormsIn(root);
  const person = descend(found?.form, "Skjemainnhold", "sykmeldtArbeidstaker");
  return textIn(person, "fnr")?.trim() ?? undefined;
};
