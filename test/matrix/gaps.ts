/** Cases that do not hold yet, by row and case, with what is missing. A listed case turns its row into a gap, never green. */
export const gaps: Readonly<Record<string, string>> = {
  "R4 digital submission": "what goes back to the EHR as FHIR is not written",
  "R19 question to a clinician by welfare's own reference alone":
    "the address register does not know welfare's references, so that such a letter waits for its receiver",
  "R39 plan by the employer's system, to welfare and doctor": "the employer's number is not taken from who sends",
  "R39 plan without a sent certificate":
    "nobody is asked yet whether a certificate was sent and the employment is active",
  "R54 welfare's own word on a note that it told of": "it finds no message that still waits for its receipt",
};
