import type { Compartment } from "@samvirke/kernel";
import type { ContractName, Fact } from "@samvirke/contracts";

const levels: ReadonlyArray<string> = ["CONFIDENTIAL", "STRICTLY_CONFIDENTIAL", "STRICTLY_CONFIDENTIAL_ABROAD"];

type Changed = Extract<Fact<"PersonStatusChanged", "case">, { readonly type: "PersonStatusChanged" }>;

const isChange = (fact: { readonly type: string }): fact is Changed => fact.type === "PersonStatusChanged";

const levelIn = ({ content }: Changed): string | undefined => {
  if (content.state !== "Open" || content.value.case.kind !== "PROTECTION") return undefined;
  const { change, protection } = content.value.case;
  return change === "TAKEN_BACK" ? "NONE" : (protection ?? "NONE");
};

/**
 * Whether a person is protected after these facts. Then no output made from now on tells an address, a place or a unit that
 * shows where the person is.
 *
 * Source: canonical model B2; fact sheet 6.2.
 */
export const isProtectedAfter = (facts: ReadonlyArray<Pick<Fact<ContractName, Compartment>, "type">>): boolean =>
  levels.includes(
    facts
      .filter(isChange)
      .map(levelIn)
      .findLast((level) => level !== undefined) ?? "NONE",
  );
