import type {
  MedicalCauses,
  PeriodKind,
  SickLeavePeriod,
  UnreadablePeriod,
  WorkplaceCauses,
} from "@samvirke/contracts";
import { codeOf } from "../envelope/elements.ts";
import type { Findings } from "../xml/findings.ts";
import { booleanIn, dayIn, integerIn, textIn } from "../xml/read.ts";
import type { XmlNode } from "../xml/tree.ts";
import { child, children, descend } from "../xml/tree.ts";

/** The codes and the text of an ArsakType; null when the element is missing. */
export const causesIn = (node: XmlNode | undefined, name: string, findings: Findings): WorkplaceCauses | null => {
  const found = child(node, name);
  if (!found) return null;
  return { codes: children(found, "Arsakskode").map((code) => codeOf(code, findings)), text: textIn(found, "Beskriv") };
};

interface KindSigns {
  readonly travelSupport: boolean | null;
  readonly inputToEmployer: string | null;
}

// The order in which one of several kinds counts. Source: fact sheet 9.1.
const kinds = (node: XmlNode, travelSupport: boolean | null): ReadonlyArray<PeriodKind> => {
  const signs: ReadonlyArray<readonly [boolean, PeriodKind]> = [
    [child(node, "AktivitetIkkeMulig") !== undefined, "FULL"],
    [child(node, "GradertSykmelding") !== undefined, "GRADED"],
    [travelSupport === true, "TRAVEL_SUPPORT"],
    [child(node, "Behandlingsdager") !== undefined, "TREATMENT_DAYS"],
    [child(node, "AvventendeSykmelding") !== undefined, "AWAITING"],
  ];
  return signs.filter(([present]) => present).map(([, kind]) => kind);
};

const kindThatCounts = (sent: ReadonlyArray<PeriodKind>, signs: KindSigns): PeriodKind =>
  sent.find((kind) => kind !== "AWAITING" || signs.inputToEmployer !== null) ?? "UNKNOWN";

type Content = Omit<SickLeavePeriod, "index" | "from" | "to">;

const contentOf = (node: XmlNode, findings: Findings): Content => {
  const graded = child(node, "GradertSykmelding");
  const travelSupport = booleanIn(node, "Reisetilskudd", findings);
  const inputToEmployer = textIn(child(node, "AvventendeSykmelding"), "InnspillTilArbeidsgiver");
  const kindsAsSent = kinds(node, travelSupport);
  return {
    kind: kindThatCounts(kindsAsSent, { travelSupport, inputToEmployer }),
    kindsAsSent,
    grade: integerIn(graded, "Sykmeldingsgrad", findings),
    gradedTravelSupport: booleanIn(graded, "Reisetilskudd", findings),
    travelSupport,
    treatmentDaysPerWeek: integerIn(child(node, "Behandlingsdager"), "AntallBehandlingsdagerUke", findings),
    inputToEmployer,
    workplaceCauses: causesIn(child(node, "AktivitetIkkeMulig"), "Arbeidsplassen", findings),
  };
};

export interface Activity {
  readonly periods: ReadonlyArray<SickLeavePeriod>;
  readonly unreadable: ReadonlyArray<UnreadablePeriod>;
  readonly medicalCauses: ReadonlyArray<MedicalCauses>;
}

const medicalCausesOf = (node: XmlNode, periodIndex: number, findings: Findings): ReadonlyArray<MedicalCauses> => {
  const causes = causesIn(child(node, "AktivitetIkkeMulig"), "MedisinskeArsaker", findings);
  return causes ? [{ periodIndex, ...causes }] : [];
};

const placed = (node: XmlNode, index: number, findings: Findings): SickLeavePeriod | UnreadablePeriod => {
  const from = dayIn(node, "PeriodeFOMDato", findings);
  const to = dayIn(node, "PeriodeTOMDato", findings);
  return from === null || to === null ? { index, from, to } : { index, from, to, ...contentOf(node, findings) };
};

const isPlaced = (period: SickLeavePeriod | UnreadablePeriod): period is SickLeavePeriod => "kind" in period;

/** The periods; one without two readable days is named apart, since nothing can be placed in time by it. */
export const activityIn = (certificate: XmlNode, findings: Findings): Activity => {
  const nodes = children(descend(certificate, "Aktivitet"), "Periode");
  const all = nodes.map((node, index) => placed(node, index, findings));
  return {
    periods: all.filter(isPlaced),
    unreadable: all.filter((period) => !isPlaced(period)),
    medicalCauses: nodes.flatMap((node, index) => medicalCausesOf(node, index, findings)),
  };
};
