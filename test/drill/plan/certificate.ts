import type { Content, Message } from "./message.ts";
import type { Printed } from "./printed.ts";

/** When all messages of a run were written and received. */
export interface Times {
  /** RFC 3339, in UTC. */
  readonly written: string;
  readonly received: string;
}

const persons = "2.16.578.1.12.4.1.1.8116";
const organisations = "2.16.578.1.12.4.1.1.9051";
const diagnosisSystems = { "ICPC-2": "2.16.578.1.12.4.1.1.7170", "ICD-10": "2.16.578.1.12.4.1.1.7110" } as const;

const practice = { name: "Øvelsen legekontor", her: "8140099", organisation: "999990099" };
const hprNumber = "900000099";

const ident = (value: string, type: string, system: string): string =>
  `<Ident><Id>${value}</Id><TypeId V="${type}" S="${system}" DN="${type}"/></Ident>`;

const fkIdent = (name: string, value: string, type: string): string =>
  `<${name}><fk:Id>${value}</fk:Id><fk:TypeId V="${type}" S="${persons}" DN="${type}"/></${name}>`;

/** A message that is a certificate. */
type Certificate = Message & { readonly certificate: Content };

const information = ({ person, certificate: content, wireMsgId }: Certificate, { written }: Times): string =>
  `<MsgInfo><Type V="SYKMELD" DN="Sykmelding"/><MIGversion>v1.2 2006-05-24</MIGversion><GenDate>${written}</GenDate>` +
  `<MsgId>${wireMsgId}</MsgId><Ack V="J" DN="Ja"/><Sender><Organisation><OrganisationName>${practice.name}</OrganisationName>` +
  ident(practice.her, "HER", organisations) +
  ident(practice.organisation, "ENH", organisations) +
  `<HealthcareProfessional><FamilyName>Øvre</FamilyName><GivenName>Siv</GivenName>${ident(content.signer, "FNR", persons)}` +
  `${ident(hprNumber, "HPR", persons)}</HealthcareProfessional></Organisation></Sender>` +
  `<Receiver><Organisation><OrganisationName>NAV</OrganisationName>${ident("79768", "HER", organisations)}</Organisation></Receiver>` +
  `<Patient><FamilyName>${person.family}</FamilyName><GivenName>${person.given}</GivenName>` +
  `${ident(person.number, "FNR", persons)}</Patient></MsgInfo>`;

const period = ({ from, to, grade }: Content): string =>
  `<Periode><PeriodeFOMDato>${from}</PeriodeFOMDato><PeriodeTOMDato>${to}</PeriodeTOMDato>` +
  (grade === undefined
    ? "<AktivitetIkkeMulig/>"
    : `<GradertSykmelding><Sykmeldingsgrad>${grade}</Sykmeldingsgrad></GradertSykmelding>`) +
  "</Periode>";

const contact = ({ reason, from }: Content, { written }: Times): string =>
  `<KontaktMedPasient><BehandletDato>${written}</BehandletDato>` +
  (reason === undefined ? "" : `<KontaktDato>${from}</KontaktDato><BegrunnIkkeKontakt>${reason}</BegrunnIkkeKontakt>`) +
  "</KontaktMedPasient>";

// Two to three kilobytes are ours; the rest is what a clinician writes at length.
const prose = "Kan ikke løfte, bære eller stå lenge, og trenger hyppige pauser i arbeidet. ".repeat(20);

const certificate = ({ person, marker, certificate: content }: Certificate, times: Times): string =>
  `<HelseOpplysningerArbeidsuforhet xmlns="http://www.kith.no/xmlstds/HelseOpplysningerArbeidsuforhet/2013-10-01"` +
  ` xmlns:fk="http://www.kith.no/xmlstds/felleskomponent1"><SyketilfelleStartDato>${content.from}</SyketilfelleStartDato>` +
  `<Pasient><Navn><Etternavn>${person.family}</Etternavn><Fornavn>${person.given}</Fornavn></Navn>` +
  `${fkIdent("Fodselsnummer", person.number, "FNR")}</Pasient>` +
  `<Arbeidsgiver><HarArbeidsgiver V="1" DN="Én arbeidsgiver"/><NavnArbeidsgiver>Øvelsen bakeri</NavnArbeidsgiver></Arbeidsgiver>` +
  `<MedisinskVurdering><HovedDiagnose><Diagnosekode V="${content.diagnosis}" S="${diagnosisSystems[content.system]}" DN="Øvelse"/></HovedDiagnose>` +
  `<Svangerskap>false</Svangerskap><Yrkesskade>false</Yrkesskade></MedisinskVurdering>` +
  `<Aktivitet>${period(content)}</Aktivitet>` +
  `<Prognose><ArbeidsforEtterEndtPeriode>true</ArbeidsforEtterEndtPeriode>` +
  `<BeskrivHensynArbeidsplassen>${marker}. ${prose}</BeskrivHensynArbeidsplassen></Prognose>` +
  contact(content, times) +
  `<Behandler><Navn><Etternavn>Øvre</Etternavn><Fornavn>Siv</Fornavn></Navn>${fkIdent("Id", content.signer, "FNR")}` +
  `${fkIdent("Id", hprNumber, "HPR")}<KontaktInfo><fk:TypeTelecom V="HP" DN="Hovedtelefon"/><fk:TeleAddress V="tel:55500099"/></KontaktInfo></Behandler>` +
  `<AvsenderSystem><SystemNavn>Øvelse</SystemNavn><SystemVersjon>1</SystemVersjon></AvsenderSystem>` +
  `<Strekkode>0000</Strekkode></HelseOpplysningerArbeidsuforhet>`;

const station = ({ certificate: content, wireMsgId }: Certificate, { received }: Times): string =>
  `<MottakenhetBlokk ediLoggId="drill-${wireMsgId}" avsenderFnrFraDigSignatur="${content.signer}" mottattDatotid="${received}"` +
  ` orgNummer="${practice.organisation}" herIdentifikator="${practice.her}" partnerReferanse="1" meldingsType="xml"` +
  ` ebRole="Sykmelder" ebService="Sykmelding" ebAction="Registrering"/>`;

const before = `<?xml version="1.0" encoding="UTF-8"?>\n<EI_fellesformat xmlns="http://www.trygdeetaten.no/xml/eiff/1/">`;

/** Prints a certificate as a receiving station would forward it; the drill's own template. Source: EI_fellesformat, MsgHead 1.2. */
export const printCertificateMessage = (message: Certificate, times: Times): Printed => {
  const head =
    `<MsgHead xmlns="http://www.kith.no/xmlstds/msghead/2006-05-24">${information(message, times)}<Document><RefDoc>` +
    `<MsgType V="XML" DN="XML-instans"/><Content>${certificate(message, times)}</Content></RefDoc></Document></MsgHead>`;
  const bytes = Buffer.from(`${before}${head}${station(message, times)}</EI_fellesformat>`);
  const start = Buffer.byteLength(before);
  return { bytes, head: { start, end: start + Buffer.byteLength(head) } };
};
