import type { ReferralAttachment, ReferralMedical } from "@samvirke/contracts";
import { emptyMedical } from "../../referral/empty.ts";
import type { FhirElement } from "../element.ts";
import { kid, kids, tokenAt, valueAt } from "../element.ts";
import { otherAnswers, responsesIn, sickLeaveIn } from "./answers.ts";
import { alongWith } from "./person.ts";
import type { Reading } from "./reading.ts";
import { resolve } from "./reading.ts";
import { coding, concept } from "./values.ts";

type Diagnosis = ReferralMedical["diagnoses"][number];
type Text = ReferralMedical["reasons"][number];

const coded = (element: FhirElement | undefined): ReadonlyArray<Diagnosis> => {
  const text = valueAt(element, "text");
  return kids(element, "coding").map((one) => ({ concept: coding(one, text), modifiers: [] }));
};

const plainText = (element: FhirElement | undefined): ReadonlyArray<Text> => {
  const text = kids(element, "coding").length === 0 ? valueAt(element, "text") : null;
  return text === null ? [] : [{ heading: null, text, codes: [] }];
};

// A condition that was never there, or that the sender no longer believes in, is no diagnosis.
const withdrawn: ReadonlySet<string | null> = new Set(["entered-in-error", "refuted"]);

const isWithdrawn = (condition: FhirElement): boolean =>
  kids(kid(condition, "verificationStatus"), "coding").some((one) => withdrawn.has(tokenAt(one, "code")));

const conditionsFor = (reading: Reading, request: FhirElement): ReadonlyArray<FhirElement> => {
  const referred = kids(request, "reasonReference").flatMap((one) => resolve(reading, request, one) ?? []);
  const named = referred.filter(({ resourceType }) => resourceType === "Condition");
  const others = alongWith(reading, request, "Condition").filter((one) => !named.includes(one));
  const all = [...named, ...others];
  if (all.some(isWithdrawn)) reading.note("Condition.verificationStatus", "CONDITION_WITHDRAWN");
  return all.filter((one) => !isWithdrawn(one));
};

// Four characters of base64 are three bytes.
const decodedLength = (data: string): number => {
  const text = data.replace(/[\s=]/g, "");
  return Math.floor((text.length * 3) / 4);
};

const attachmentOf = (document: FhirElement, content: FhirElement, index: number): ReferralAttachment => {
  const attachment = kid(content, "attachment");
  const data = tokenAt(attachment, "data");
  return {
    index,
    id:
      tokenAt(document, "masterIdentifier", "value") ??
      tokenAt(document, "identifier", "value") ??
      tokenAt(document, "id"),
    messageType: concept(kid(document, "type")),
    mimeType: tokenAt(attachment, "contentType"),
    description: valueAt(document, "description") ?? valueAt(attachment, "title"),
    compression: null,
    issuedText: tokenAt(document, "date") ?? tokenAt(attachment, "creation"),
    reference: tokenAt(attachment, "url"),
    contentElements: data === null ? 0 : 1,
    contentBytes: data === null ? 0 : decodedLength(data),
    booking: null,
  };
};

const attachmentsIn = (reading: Reading, request: FhirElement): ReadonlyArray<ReferralAttachment> =>
  alongWith(reading, request, "DocumentReference")
    .flatMap((document) => kids(document, "content").map((content) => ({ document, content })))
    .map(({ document, content }, index) => attachmentOf(document, content, index));

/**
 * The medical part of a request.
 *
 * Source: HL7 FHIR R4 ServiceRequest (reasonCode, reasonReference, note), Condition, DocumentReference.
 */
export const medicalOf = (reading: Reading, request: FhirElement): ReferralMedical => {
  const conditions = conditionsFor(reading, request).map((one) => kid(one, "code"));
  const reasons = [...kids(request, "reasonCode"), ...conditions];
  const responses = responsesIn(alongWith(reading, request, "QuestionnaireResponse"));
  const notes = kids(request, "note").flatMap((note) => valueAt(note, "text") ?? []);
  return {
    ...emptyMedical,
    diagnoses: reasons.flatMap(coded),
    reasons: reasons.flatMap(plainText),
    comments: [...notes.map((text) => ({ heading: null, text, codes: [] })), ...otherAnswers(responses)],
    sickLeave: sickLeaveIn(responses),
    attachments: attachmentsIn(reading, request),
  };
};
