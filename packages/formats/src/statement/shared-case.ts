import type {
  ContactWish,
  ProposedMeasure,
  StatementCase,
  StatementOccasion,
  WorkSituation,
} from "@samvirke/contracts";
import type { Findings } from "../xml/findings.ts";
import { textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, children } from "../xml/tree.ts";
import type { CodeReader } from "./codes.ts";
import { codeReader, contactCodes, measureCodes, occasionCodes, situationCodes, whenCodes, yesNo } from "./codes.ts";
import { employmentIn, statementAddressOf } from "./employment.ts";

const situationsIn = (function_: XmlNode | undefined, codes: CodeReader): ReadonlyArray<WorkSituation> =>
  children(function_, "Arbeidssituasjon").map((node) => ({
    kind: codes.read(node, "arbeidssituasjon", situationCodes) ?? "UNKNOWN",
    other: attributeOf(node, "annenArbeidssituasjon") ?? null,
  }));

const measuresIn = (proposal: XmlNode | undefined, codes: CodeReader): ReadonlyArray<ProposedMeasure> =>
  children(proposal, "AktueltTiltak").map((node) => ({
    kind: codes.read(node, "typeTiltak", measureCodes) ?? "UNKNOWN",
    text: textIn(node, "HvilkeAndreTiltak"),
  }));

const contactsIn = (statement: XmlNode, codes: CodeReader): ReadonlyArray<ContactWish> =>
  children(statement, "Kontakt").map((node) => ({
    kind: codes.read(node, "kontakt", contactCodes) ?? "UNKNOWN",
    other: attributeOf(node, "annenInstans") ?? null,
  }));

type Ability = Pick<
  StatementCase,
  | "cannotDo"
  | "considerationInOtherWork"
  | "canResumeWork"
  | "resumeWorkWhen"
  | "canTakeOtherWork"
  | "takeOtherWorkWhen"
>;

const abilityIn = (function_: XmlNode | undefined, codes: CodeReader): Ability => {
  const node = child(function_, "VurderingArbeidsevne");
  return {
    cannotDo: textIn(node, "IkkeGjore"),
    considerationInOtherWork: textIn(node, "HensynAnnetYrke"),
    canResumeWork: codes.read(node, "gjenopptaArbeid", yesNo),
    resumeWorkWhen: codes.read(node, "narGjenopptaArbeid", whenCodes),
    canTakeOtherWork: codes.read(node, "taAnnetArbeid", yesNo),
    takeOtherWorkWhen: codes.read(node, "narTaAnnetArbeid", whenCodes),
  };
};

type Proposal = Pick<
  StatementCase,
  "measuresRelevant" | "measures" | "measuresDetails" | "measuresLimits" | "reasonWithoutMeasures"
>;

const proposalIn = (statement: XmlNode, codes: CodeReader): Proposal => {
  const node = child(statement, "ForslagTiltak");
  return {
    measuresRelevant: codes.read(node, "tiltak", yesNo),
    measures: measuresIn(node, codes),
    measuresDetails: textIn(node, "Opplysninger"),
    measuresLimits: textIn(node, "BegrensningerTiltak"),
    reasonWithoutMeasures: textIn(node, "BegrunnelseIkkeTiltak"),
  };
};

type FromStatement = Omit<
  StatementCase,
  | "envelope"
  | "sender"
  | "senderAliases"
  | "documentId"
  | "signerNumbers"
  | "registryAnswers"
  | "warnings"
  | "contentKey"
  | "receipt"
>;

/** What a statement says for planning work, and what it is for. Source: Legeerklaring 2008-06-06. */
export const sharedStatementIn = (
  statement: XmlNode,
  findings: Findings,
): { readonly shared: FromStatement; readonly occasions: ReadonlyArray<StatementOccasion> } => {
  const codes = codeReader(findings);
  const about = child(statement, "Pasientopplysninger");
  const person = child(about, "Pasient");
  const function_ = child(statement, "VurderingFunksjonsevne");
  const outlook = child(statement, "Prognose");
  const occasions = children(statement, "LegeerklaringGjelder").map(
    (node): StatementOccasion => codes.read(node, "typeLegeerklaring", occasionCodes) ?? "UNKNOWN",
  );
  const shared = {
    welfareOffice: attributeOf(person, "trygdekontor") ?? null,
    personAddresses: children(person, "PersonAdr").map(statementAddressOf),
    employment: employmentIn(about, codes),
    workSituations: situationsIn(function_, codes),
    workDemands: textIn(function_, "KravArbeid"),
    ...abilityIn(function_, codes),
    workAbilityWillImprove: codes.read(outlook, "bedreArbeidsevne", yesNo),
    reducedWorkAbilityDuration: textIn(outlook, "VarighetNedsattArbeidsevne"),
    ...proposalIn(statement, codes),
    contacts: contactsIn(statement, codes),
    wantsCopy: codes.read(child(statement, "AndreOpplysninger"), "onskesKopi", yesNo),
    unlistedCodes: codes.unlisted,
  };
  return { shared, occasions };
};
