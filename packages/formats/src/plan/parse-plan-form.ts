import type { Name, PlanCase, PlanContact, PlanFormat, PlanMedical, PlanWork, Warning } from "@samvirke/contracts";
import type { Either } from "@samvirke/kernel";
import { E } from "@samvirke/kernel";
import { checkShape } from "../certificate/shape.ts";
import type { Findings } from "../xml/findings.ts";
import { collectFindings } from "../xml/findings.ts";
import type { MessageLimits } from "../xml/guard.ts";
import { defaultLimits, guardedTree } from "../xml/guard.ts";
import { booleanIn, dayIn, textIn, tokenIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { attributeOf, child, children, descend } from "../xml/tree.ts";
import { isWellFormed } from "../xml/well-formed.ts";
import type { FormMeasures } from "./measures.ts";
import { formMeasures, helpWantedBy } from "./measures.ts";
import type { FoundForm } from "./plan-form.ts";
import { isPlanBatch, planFormsIn } from "./plan-form.ts";
import { planShape } from "./plan-shape.ts";
import type { NoPlan, NoPlanClass, ParsedPlan } from "./plan.ts";
import { noCase, noWork, planIdentity } from "./plan.ts";

const nameOf = (given: string | null, family: string | null): Name | null =>
  given === null && family === null ? null : { given, middle: null, family };

interface ContactElements {
  readonly role: PlanContact["role"];
  readonly given: string;
  readonly family: string;
  readonly phone: string;
}

const contactElements: ReadonlyArray<ContactElements> = [
  {
    role: "LEADER",
    given: "naermesteLederFornavn",
    family: "naermesteLederEtternavn",
    phone: "telefonNaermesteLeder",
  },
  {
    role: "OTHER",
    given: "annenKontaktpersonFornavn",
    family: "annenKontaktpersonEtternavn",
    phone: "telefonKontaktperson",
  },
];

const contactsIn = (employer: XmlNode | undefined): ReadonlyArray<PlanContact> =>
  contactElements.flatMap((elements) => {
    const name = nameOf(textIn(employer, elements.given), textIn(employer, elements.family));
    const phone = textIn(employer, elements.phone);
    if (name === null && phone === null) return [];
    return [{ role: elements.role, name, fullName: null, phone, email: null }];
  });

const workIn = (content: XmlNode, measures: FormMeasures, findings: Findings): PlanWork => {
  const employer = child(content, "arbeidsgiver");
  const person = child(content, "sykmeldtArbeidstaker");
  const absence = child(content, "sykefravaerForSykmeldtArbeidstaker");
  const part = child(content, "arbeidstakersDeltakelse");
  return {
    ...noWork,
    employer: {
      number: tokenIn(employer, "orgnr", findings),
      name: textIn(employer, "orgnavn"),
      isInclusive: booleanIn(employer, "virksomhetErIABedrift", findings),
      hasOccupationalHealth: booleanIn(employer, "virksomhetHarBedriftshelsetjeneste", findings),
    },
    contacts: contactsIn(employer),
    position: textIn(person, "stillingAvdeling"),
    firstAbsenceDay: dayIn(absence, "foersteFravaersdag", findings),
    certificateDay: dayIn(absence, "sykmeldingsdato", findings),
    certificateGrade: textIn(absence, "sykmeldingsprosentVedSykmeldingsDato"),
    ordinaryTasks: textIn(person, "ordinaereArbeidsoppgaver"),
    employeeTookPart: booleanIn(part, "arbeidstakerMedvirketGjennomfoering", findings),
    whyNotTakingPart: textIn(part, "arbeidstakerIkkeMedvirketGjennomfoeringBegrunnelse"),
    measures: measures.work,
  };
};

type Portal = Pick<PlanCase, "portalReference" | "portalTime" | "portalReporter" | "portalService">;

const portalOf = (unit: XmlNode | undefined): Portal => {
  const task = child(unit, "FormTask");
  const codes = [textIn(task, "ServiceCode"), textIn(task, "ServiceEditionCode")].map((code) => code?.trim() ?? "");
  return {
    portalReference: attributeOf(unit, "archiveReference") ?? null,
    portalTime: attributeOf(unit, "archiveTimeStamp") ?? null,
    portalReporter: attributeOf(unit, "reportee") ?? null,
    portalService: unit ? codes.join("/") : null,
  };
};

const caseIn = (content: XmlNode, measures: FormMeasures, findings: Findings): PlanCase => {
  const system = child(content, "avsenderSystem");
  return {
    ...noCase,
    helpWanted: helpWantedBy(measures.help),
    measureHelp: measures.help,
    clarifications: measures.clarifications,
    personPhone: textIn(child(content, "sykmeldtArbeidstaker"), "tlf"),
    systemName: textIn(system, "systemNavn"),
    systemVersion: textIn(system, "systemVersjon"),
    changedOn: dayIn(child(content, "mottaksInformasjon"), "endringsDato", findings),
  };
};

const medicalIn = (content: XmlNode, { notes }: FormMeasures): PlanMedical | null => {
  const additionalInformation = textIn(content, "utfyllendeOpplysninger");
  return additionalInformation === null && notes.length === 0 ? null : { additionalInformation, measureNotes: notes };
};

const editions: Readonly<Record<string, PlanFormat>> = { "2": "PORTAL_2", "3": "PORTAL_3", "4": "PORTAL_4" };

const formatOf = ({ form, unit }: FoundForm): PlanFormat => {
  if (!unit) return form.namespace.endsWith("/2016") ? "FORM_2016" : "UNKNOWN";
  return editions[textIn(child(unit, "FormTask"), "ServiceEditionCode")?.trim() ?? ""] ?? "UNKNOWN";
};

const translate = (found: FoundForm, content: XmlNode): ParsedPlan => {
  const findings = collectFindings();
  checkShape(content, planShape(found.form.namespace), findings);
  const measures = formMeasures(children(child(content, "tiltak"), "tiltaksinformasjon"), findings);
  const person = child(content, "sykmeldtArbeidstaker");
  const flags = child(content, "mottaksInformasjon");
  const format = formatOf(found);
  if (format === "UNKNOWN") findings.note("UNKNOWN_CODE", found.form);
  const portal = portalOf(found.unit);
  const shared = { ...caseIn(content, measures, findings), ...portal };
  const work = workIn(content, measures, findings);
  // A flag that is not there, or says nothing readable, shares nothing.
  const toWelfare = booleanIn(flags, "oppfolgingsplanSendesTiNav", findings) === true;
  const toClinician = booleanIn(flags, "oppfolgingsplanSendesTilFastlege", findings) === true;
  const warnings = findings.list;
  return {
    format,
    toWelfare,
    toClinician,
    identity: planIdentity(
      tokenIn(person, "fnr", findings),
      nameOf(textIn(person, "fornavn"), textIn(person, "etternavn")),
    ),
    work,
    case: { ...shared, warnings: warnings.map(({ code, path }) => ({ path, rule: code })) },
    medical: medicalIn(content, measures),
    warnings,
    wireId: portal.portalReference ?? undefined,
  };
};

const none = (reason: NoPlanClass, findings: ReadonlyArray<Warning> = []): Either<NoPlan, never> =>
  E.left({ _tag: "NoPlan", class: reason, findings });

const theForm = (root: XmlNode, limits: MessageLimits): Either<NoPlan, ParsedPlan> => {
  const [found, second] = planFormsIn(root, limits);
  if (second) return none("SEVERAL_PLANS");
  if (!found) return none(isPlanBatch(root) ? "NOT_READABLE" : "NO_PLAN");
  if (found.tree && (found.tree.outcome !== "done" || !isWellFormed(found.tree))) return none("NOT_READABLE");
  const content = descend(found.form, "Skjemainnhold");
  return content ? E.right(translate(found, content)) : none("NO_PLAN");
};

/**
 * A follow-up plan as a form of the portal: the form alone, or in a batch of service 2913, as text or as elements, in any
 * edition's namespace. Lenient; a flag that is not there shares nothing.
 *
 * Rejects: HOSTILE, NOT_READABLE, NO_PLAN, SEVERAL_PLANS.
 * Source:  Oppfoelgingsplan4_utfyllende_info_M/2016 and its forerunners; DataBatch of the portal.
 */
export const parsePlanForm = (bytes: Uint8Array, limits: MessageLimits = defaultLimits): Either<NoPlan, ParsedPlan> => {
  const guarded = guardedTree(bytes, limits);
  if (E.isLeft(guarded)) return none("HOSTILE", [{ code: guarded.left.reason, path: "" }]);
  const { root, outcome } = guarded.right;
  if (!root || outcome !== "done" || !isWellFormed(guarded.right)) return none("NOT_READABLE");
  return theForm(root, limits);
};
