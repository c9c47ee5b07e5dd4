import type { Code } from "@samvirke/contracts";
import type { RuleBasis } from "../rules/index.ts";
import { findDiagnosis } from "../rules/index.ts";
import type { RegisterCertificate } from "./model.ts";

const withText = (diagnosis: Code, basis: RuleBasis): Code => {
  if (diagnosis.text !== null) return diagnosis;
  const listed = findDiagnosis({ code: diagnosis.code ?? "", system: diagnosis.system ?? "" }, basis);
  return { ...diagnosis, text: listed?.text ?? null };
};

/**
 * A digital certificate with the lists' texts beside its diagnoses: the form sends codes alone, and the text is the list's.
 *
 * Source: navikt/syk-inn-api, diagnoses of a submission; every other certificate keeps what its sender wrote, or did not write.
 */
export const withListedTexts = (command: RegisterCertificate): RegisterCertificate => {
  if (command.channel !== "DIGITAL") return command;
  const { content, basis } = command;
  const { mainDiagnosis, otherDiagnoses } = content.medical;
  const medical = {
    ...content.medical,
    mainDiagnosis: mainDiagnosis && withText(mainDiagnosis, basis),
    otherDiagnoses: otherDiagnoses.map((one) => withText(one, basis)),
  };
  return { ...command, content: { ...content, medical } };
};
