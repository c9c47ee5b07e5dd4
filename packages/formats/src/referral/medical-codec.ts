import type {
  Code,
  ReferralDiagnosis,
  ReferralItem,
  ReferralMedication,
  ReferralModifier,
  ReferralObservation,
  ReferralPrecaution,
  ReferralResult,
  ReferralText,
  ReferralTime,
} from "@samvirke/contracts";
import type { ElementCodec } from "../codec/codec.ts";
import { many, one, struct } from "../codec/combine.ts";
import { cs, cv, quantity, text } from "../codec/values.ts";
import { element } from "../xml/write.ts";

/** What differs between the versions in how the same element is typed. */
export interface Lexicon {
  /** A point in time: TS before 2.0, dateTime in 2.0. */
  readonly time: ElementCodec<ReferralTime>;
  /** A heading or a kind of item: CS before 2.0, CV in 2.0. */
  readonly heading: ElementCodec<Code>;
}

const modifier = struct<ReferralModifier>({ name: one("Name", cs), values: many("Value", cv) });

/** Diagnosis. */
export const diagnosis = struct<ReferralDiagnosis>({
  concept: one("Concept", cv),
  modifiers: many("Modifier", modifier),
});

/** ReasonAsText. */
export const reason = ({ heading }: Lexicon): ElementCodec<ReferralText> =>
  struct<ReferralText>({
    heading: one("Heading", heading),
    text: one("TextResultValue", text),
    codes: many("TextCode", cv),
  });

/** Comment. */
export const comment = ({ heading }: Lexicon): ElementCodec<ReferralText> =>
  struct<ReferralText>({
    heading: one("Heading", heading),
    text: one("TextResultValue", text),
    codes: many("CodedComment", cv),
  });

/** PatientPrecaution. */
export const precaution = ({ time }: Lexicon): ElementCodec<ReferralPrecaution> =>
  struct<ReferralPrecaution>({
    text: one("Precaution", text),
    from: one("StartDateTime", time),
    to: one("EndDateTime", time),
  });

const observation = struct<ReferralObservation>({
  description: one("Description", text),
  comment: one("Comment", text),
});

const medication = struct<ReferralMedication>({
  drug: one("DrugId", cv),
  comment: one("Comment", text),
  status: one("Status", cs),
  duration: one("IntendedDuration", quantity),
  supplied: one("QuantitySupplied", quantity),
  unitDose: one("UnitDose", quantity),
  dosage: one("DosageText", text),
});

// The schema wants one of four; where nothing is stated, the emptiest of them stands.
const withSomeResult = (codec: ElementCodec<ReferralResult>): ElementCodec<ReferralResult> => ({
  ...codec,
  write: (value, name) => {
    const draft = codec.write(value, name);
    if (!draft || typeof draft.content === "string") return draft;
    const isStated = draft.content.some((part) => /^(?:TextResult|Interval|DateResult|NumResult)$/.test(part.name));
    return isStated ? draft : { ...draft, content: [element("TextResult"), ...draft.content] };
  },
});

const resultFields = ({ time }: Lexicon): ElementCodec<ReferralResult> =>
  struct<ReferralResult>({
    heading: one("TextResult/Result/Heading", cs),
    text: one("TextResult/Result/TextResultValue", text),
    textCode: one("TextResult/Result/TextCode", cv),
    low: one("Interval/Low", quantity),
    high: one("Interval/High", quantity),
    day: one("DateResult/DateResultValue", time),
    comparator: one("NumResult/ArithmeticComp", cs),
    number: one("NumResult/NumResultValue", quantity),
    kind: one("ServType", cs),
    examinedOn: one("InvDate", time),
    comment: one("Comment", text),
    deviation: one("DevResultInd", cs),
    examination: one("ClinInv/Id", cv),
    specifications: many("ClinInv/Spec", cv),
  });

/** InfItem. */
export const item = (lexicon: Lexicon): ElementCodec<ReferralItem> =>
  struct<ReferralItem>({
    result: one("ResultItem", withSomeResult(resultFields(lexicon))),
    medication: one("Medication", medication),
    observation: one("Observation", observation),
    kind: one("Type", lexicon.heading),
    from: one("StartDateTime", lexicon.time),
    to: one("EndDateTime", lexicon.time),
    recordedOn: one("OrgDate", lexicon.time),
  });
