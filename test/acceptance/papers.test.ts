import { printPlanBatch, printPlanForm } from "@samvirke/formats";
import { expect, test } from "vitest";
import type { DeliveryStep, PlanMessage, ReceiptMessage, StatementMessage } from "./papers.cases.ts";
import {
  archive,
  clinician,
  day,
  deliveryOutcome,
  person,
  planForm,
  planIdOf,
  planOutcome,
  planRequest,
  statementOutcome,
  statementText,
  wireId,
} from "./papers.cases.ts";

// Hand-made from the standards: message, outcome, and the section of the fact sheet (S) or row of the model (R) that demands it.

const wire = statementText();
const statements: ReadonlyArray<
  readonly [section: string, name: string, messages: ReadonlyArray<StatementMessage>, outcome: string]
> = [
  ["R38", "a plain statement", [{ text: wire }], "assessed, receipt OK"],
  [
    "S 1.3",
    "the words of the type where its code belongs",
    [{ text: statementText({ type: "Legerklæring ved arbeidsuførhet" }) }],
    "assessed, receipt OK",
  ],
  [
    "S 0.1",
    "elements out of order and an attribute nobody knows",
    [
      {
        text: wire
          .replace(
            /(<DiagnoseArbeidsuforhet[\s\S]*<\/DiagnoseArbeidsuforhet>)(<ForslagTiltak[\s\S]*<\/ForslagTiltak>)/,
            "$2$1",
          )
          .replace("<Prognose", `<Prognose xmlxd="x"`),
      },
    ],
    "assessed, receipt OK",
  ],
  [
    "S 8.1",
    "an unknown code is no reason to refuse",
    [{ text: wire.replace(`kodesystem="5"`, `kodesystem="9"`) }],
    "assessed, receipt OK",
  ],
  [
    "S 8.1",
    "a message id that is no UUID",
    [{ text: statementText({ messageId: "42" }) }],
    "refused CONTENT MSGID_IKKE_UUID, receipt REFUSED E10",
  ],
  [
    "S 8.1",
    "a person without a number",
    [{ text: statementText({ person: { number: "", name: { given: "R", family: "T" } } }) }],
    "refused CONTENT PASIENT_UTILSTREKKELIG_IDENTIFISERT, receipt REFUSED E36",
  ],
  [
    "S 8.1",
    "a person that the register does not know",
    [{ text: wire, replies: { patient: { found: false } } }],
    "refused CONTENT PASIENT_FINNES_IKKE, receipt REFUSED E53",
  ],
  [
    "S 8.5",
    "a child of twelve",
    [{ text: wire, replies: { patient: { found: true, birthDay: day("2014-01-01") } } }],
    "refused CONTENT PASIENT_YNGRE_ENN_13, receipt REFUSED X99",
  ],
  [
    "S 8.5",
    "an organisation number of ten digits",
    [{ text: statementText({ unit: { name: "x", organisationNumber: "9999777733" } }) }],
    "refused SENDER UGYLDIG_ORGNR_LENGDE, receipt REFUSED X99",
  ],
  [
    "S 8.5",
    "a clinician about himself",
    [{ text: statementText({ person: { number: clinician, name: { given: "O", family: "K" } } }) }],
    "refused SENDER AVSENDER_FNR_ER_SAMME_SOM_PASIENT_FNR, receipt REFUSED X99",
  ],
  [
    "S 8.5",
    "a suspended clinician",
    [{ text: wire, replies: { signerIsSuspended: true } }],
    "refused SENDER BEHANDLER_SUSPENDERT, receipt REFUSED X99",
  ],
  [
    "S 8.5",
    "a text of more than 15 000 characters",
    [{ text: statementText({ history: "x".repeat(15_001) }) }],
    "refused CONTENT FRITEKST_FOR_LANG, receipt REFUSED X99",
  ],
  [
    "S 8.5",
    "an attachment with a virus",
    [{ text: wire, replies: { scans: ["FOUND"] } }],
    "refused ATTACHMENT VEDLEGG_IKKE_GODKJENT_I_VIRUSSJEKK, receipt REFUSED X99",
  ],
  [
    "S 8.4",
    "the same content under another id",
    [{ text: wire }, { text: statementText({ messageId: "2c1d6b9e-5d41-4a7c-9f7e-3f1f0a5c1d22" }) }],
    "refused DUPLICATE DUPLIKAT, receipt REFUSED X99",
  ],
  [
    "design 6.4",
    "the same content again after a refusal",
    [{ text: wire, replies: { signerIsSuspended: true } }, { text: wire }],
    "assessed, receipt OK",
  ],
  [
    "S 8.1",
    "a message id with other content",
    [{ text: wire, conflict: true }],
    "refused CONFLICT MESSAGE_ID_REUSED, receipt REFUSED E10",
  ],
  [
    "model 0",
    "a sender that wants no receipt",
    [{ text: wire.replace(`<Ack V="J"`, `<Ack V="N"`) }],
    "assessed, no receipt wanted OK",
  ],
  [
    "model 0",
    "one that wants it on error alone",
    [{ text: wire.replace(`<Ack V="J"`, `<Ack V="F"`), replies: { signerIsSuspended: true } }],
    "refused SENDER BEHANDLER_SUSPENDERT, receipt REFUSED X99",
  ],
  ["S 8.1", "a document that is not well-formed", [{ text: wire.slice(0, -1) }], "unreadable NOT_WELL_FORMED"],
];

test.each(statements)("%s: %s", (_section, _name, messages, outcome) =>
  expect(statementOutcome(...messages)).toBe(outcome),
);

const portal = (edition: string, flags: object = {}): PlanMessage => ({
  door: "PORTAL",
  bytes: printPlanBatch(
    { ...planForm, ...flags },
    { edition, reference: `AR${edition}`, archivedAt: "2026-02-20T13:18:36", reporter: "999966661" },
  ),
});
const word = {
  uuid: planIdOf(archive(1)),
  fodselsnummer: person,
  virksomhetsnummer: "999966661",
  behovForBistandFraNav: true,
  opprettet: 20_500,
};
const older = "http://seres.no/xsd/NAV/Oppfølgingsplan2_M/2012";
const plans: ReadonlyArray<
  readonly [section: string, name: string, messages: ReadonlyArray<PlanMessage>, outcome: string]
> = [
  ["R39", "a plan for welfare by REST", [{ door: "REST", json: planRequest }], "shared with welfare as REST 1"],
  [
    "R39",
    "a plan for the clinician",
    [{ door: "REST", json: { ...planRequest, sendPlanToNav: false, sendPlanToGeneralPractitioner: true } }],
    "shared with clinician as REST 1",
  ],
  [
    "S 10.2",
    "help without welfare to see it",
    [
      {
        door: "REST",
        json: { ...planRequest, sendPlanToNav: false, needsHelpFromNav: true, needsHelpFromNavDescription: "x" },
      },
    ],
    "422 INVALID /needsHelpFromNav HELP_NEEDS_WELFARE_TO_SEE",
  ],
  [
    "S 10.2",
    "no contribution and no reason",
    [{ door: "REST", json: { ...planRequest, employeeHasContributedToPlan: false } }],
    "422 INVALID /employeeHasNotContributedToPlanDescription REQUIRED_WITHOUT_CONTRIBUTION",
  ],
  [
    "S 10.2",
    "a number of twelve digits",
    [{ door: "REST", json: { ...planRequest, employeeIdentificationNumber: `${person}1` } }],
    "422 INVALID /employeeIdentificationNumber NOT_ELEVEN_DIGITS",
  ],
  [
    "S 10.2",
    "nobody employed there",
    [{ door: "REST", json: planRequest, replies: { activeEmployment: false } }],
    "refused /employeeIdentificationNumber NO_ACTIVE_EMPLOYMENT",
  ],
  [
    "S 10.2",
    "no certificate sent to the employer",
    [{ door: "REST", json: planRequest, replies: { sentCertificate: false } }],
    "refused /employeeIdentificationNumber NO_ACTIVE_SENT_CERTIFICATE",
  ],
  ["R40", "a form whose flags are not there", [portal("2")], "shared with nobody as PORTAL_2 1"],
  [
    "R40",
    "the third edition, for both",
    [portal("3", { toWelfare: true, toClinician: true })],
    "shared with welfare and clinician as PORTAL_3 1",
  ],
  [
    "R40",
    "a namespace with ø",
    [portal("4", { namespace: older, toWelfare: true })],
    "shared with welfare as PORTAL_4 1",
  ],
  [
    "R40",
    "the form of 2016 alone",
    [{ door: "PORTAL", bytes: printPlanForm({ ...planForm, toClinician: true }) }],
    "shared with clinician as FORM_2016 1",
  ],
  [
    "model B 20",
    "the employer's second plan",
    [{ door: "REST", json: planRequest }, portal("4", { toWelfare: true })],
    "shared with welfare as PORTAL_4 2",
  ],
  [
    "R41",
    "welfare's word about a plan of the hub's",
    [
      { door: "REST", json: planRequest },
      { door: "WELFARE", json: word },
    ],
    "linked",
  ],
  [
    "R41",
    "welfare's word about a plan nobody knows",
    [{ door: "WELFARE", json: word }],
    "shared with welfare as NOTICE 1",
  ],
  [
    "R41",
    "the same word twice",
    [
      { door: "WELFARE", json: word },
      { door: "WELFARE", json: word },
    ],
    "linked",
  ],
];

test.each(plans)("%s: %s", (_section, _name, messages, outcome) => expect(planOutcome(...messages)).toBe(outcome));

interface Written {
  readonly status?: string;
  readonly error?: string;
  readonly from?: string;
  readonly role?: string;
  readonly original?: string;
  readonly edition?: "2004-11-21" | "2012-02-15";
}
const appRec = ({
  status = "1",
  error = "",
  from = "8094866",
  role,
  original = wireId,
  edition = "2004-11-21",
}: Written = {}): ReceiptMessage => ({
  text:
    `<AppRec xmlns="http://www.kith.no/xmlstds/apprec/${edition}"><MsgType V="APPREC"/><MIGversion>1.0 2004-11-21</MIGversion>` +
    `<GenDate>2026-02-26T13:00:00</GenDate><Id>r-1</Id><Sender>${role === undefined ? "" : `<Role V="${role}"/>`}<HCP><Inst><Id>${from}</Id>` +
    `<TypeId V="HER"/></Inst></HCP></Sender><Receiver><HCP><Inst/></HCP></Receiver><Status V="${status}"/>${error}<OriginalMsgId>` +
    `<MsgType V="DIALOG_NOTAT"/><IssueDate>2026-02-26T12:00:00</IssueDate><Id>${original}</Id></OriginalMsgId></AppRec>`,
});
const list = "2.16.578.1.12.4.1.1.8221";
const edi = (json: object, answers: string | null): ReceiptMessage => ({ text: JSON.stringify(json), answers });
const receipts: ReadonlyArray<
  readonly [section: string, name: string, given: ReadonlyArray<DeliveryStep>, outcome: string]
> = [
  ["R52", "an OK", [appRec()], "OK MAIN"],
  ["R52", "an OK of edition 1.1", [appRec({ edition: "2012-02-15", role: "PRIM" })], "OK MAIN"],
  [
    "S 8.1",
    "the third status",
    [appRec({ status: "3", error: `<Error V="X99" S="${list}" DN="x"/>` })],
    "PARTIAL MAIN X99",
  ],
  ["S 8.1", "a copy receiver's own", [appRec({ from: "8094870", role: "COP" })], "OK COPY"],
  [
    "S 8.2",
    "a refusal without its list",
    [appRec({ status: "2", error: `<Error V="X99" DN="x"/>` })],
    "REFUSED MAIN X99",
  ],
  [
    "S 8.2",
    "code and list in each other's place",
    [appRec({ status: "2", error: `<Error V="${list}" S="X99" DN="x"/>` })],
    "REFUSED MAIN X99",
  ],
  [
    "R52",
    "E21 closes the route",
    [appRec({ status: "2", error: `<Error V="E21" S="${list}"/>` })],
    "REFUSED MAIN E21 closed",
  ],
  [
    "R52",
    "a second one for the same message",
    [appRec(), appRec({ status: "2", error: `<Error V="X99"/>` })],
    "nothing",
  ],
  ["R52", "one for a message that nobody knows", [appRec({ original: "1" })], "nothing"],
  [
    "S 1.3",
    "EDI 2.0, known by its address",
    [edi({ appRecStatus: "2", appRecErrorList: [{ errorCode: "E35", oid: list }] }, archive(50))],
    "REFUSED MAIN E35",
  ],
  ["S 1.3", "EDI 2.0 at an address nobody knows", [edi({ appRecStatus: "1" }, null)], "nothing"],
  ["R56", "96 hours without a word", [{ hours: 96 }], "OVERDUE MAIN, OVERDUE COPY"],
  ["R56", "an hour before that", [{ hours: 95 }], "nothing"],
  ["model B 30", "a late OK", [{ hours: 96 }, appRec()], "OK MAIN late"],
  ["R56", "only the silent receiver is overdue", [appRec(), { hours: 97 }], "OVERDUE COPY"],
];

test.each(receipts)("%s: %s", (_section, _name, given, outcome) => expect(deliveryOutcome(...given)).toBe(outcome));

test("there are at least thirty, and each names its section", () => {
  const all = [...statements, ...plans, ...receipts];
  expect(all.length).toBeGreaterThanOrEqual(30);
  for (const [section] of all) expect(section).toMatch(/^(S \d|R\d|model|design)/);
});
