// Where a null value says that the certificate itself is gone. In the topics of sent and confirmed certificates it says
// only that the certificate is no longer in that state, which its status says as well.
const certificateTopics: ReadonlySet<string> = new Set([
  "tsm.sykmeldinger",
  "tsm.sykmeldinger-input",
  "teamsykmelding.ok-sykmelding",
  "teamsykmelding.avvist-sykmelding",
  "teamsykmelding.manuell-behandling-sykmelding",
]);

/** Whether a null value of a topic deletes a certificate; a record without a topic is taken at its word. Source: fact sheet 6.4, 10.1. */
export const isCertificateTopic = (topic: string | undefined): boolean =>
  topic === undefined || certificateTopics.has(topic);
