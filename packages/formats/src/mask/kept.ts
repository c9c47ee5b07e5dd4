const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

interface Kind {
  readonly names: ReadonlySet<string>;
  /** What a value has to look like besides: a sender may write anything into any element. */
  readonly form: RegExp;
}

const date = /^\s*(?:19|20)\d{2}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?\s*$/;
const flag = /^\s*(?:true|false|0|1)\s*$/;
const number = /^\s*\d{1,3}(?:[.,]\d{1,2})?\s*$/;
const code = /^[A-ZÆØÅ]{0,8}\d{0,4}(?:\.\d{1,2})?$/;
const oid = /^\d(?:\.\d{1,6}){4,16}$/;
const word = /^[A-Za-z][A-Za-z-]{0,23}$/;
const address = /^(?:https?:\/\/|urn:)(?!.*\d{9})[\w.:/#-]{1,150}$/;

const dates = words(`GenDate IssueDate SyketilfelleStartDato PeriodeFOMDato PeriodeTOMDato BehandletDato KontaktDato
  ArbeidFraDato ArbeidsforFraDato VurderingDato YrkesskadeDato DateOfBirth FraDato TilDato DatoNotat @mottattDatotid
  birthDate dateTime from to sykmeldingsdato periodeFra periodeTil underskriftsdato fom tom`);

const flags = words(`Svangerskap Yrkesskade SkjermesForPasient Reisetilskudd ArbeidsforEtterEndtPeriode EgetArbeidPaSikt
  AnnetArbeidPaSikt ArbeidsforPaSikt BistandNAVUmiddelbart MottattOppfolgingsplan InnkaltDialogmote1 DeltattDialogmote1
  @nil arbeidstakerMedvirketGjennomfoering behovForNyeTiltak`);

const numbers = words("RegelSettVersjon Stillingsprosent Sykmeldingsgrad Behandlingsdager AntallBehandlingsdagerUke");

const codes = words(`Ack@V CityDistr@V ComMethod@V Country@V Diagnosekode@V DocumentConnection@V HarArbeidsgiver@V
  Hastegrad@V MsgType@V Role@V RoleToPatient@V Sex@V Status@V TemaKodet@V Type@V TypeForesp@V TypeId@V TypeTelecom@V
  Formål@V SakstypeKodet@V MedisinskeArsaker@V Arbeidsplassen@V code`);

const spoken = words("@ebRole @ebService @ebAction @meldingsType resourceType status gender");
const places = words("@schemaLocation system url");

const kinds: ReadonlyArray<Kind> = [
  { names: dates, form: date },
  { names: flags, form: flag },
  { names: numbers, form: number },
  { names: codes, form: code },
  { names: words("@S"), form: oid },
  { names: words("MIGversion"), form: /^v\d\.\d(?: \d{4}-\d{2}-\d{2})?$/ },
  { names: spoken, form: word },
  { names: places, form: address },
];

/** Whether a value may stay: its place is listed as a code, date, number or boolean, and it looks like one. */
export const isKept = (names: ReadonlyArray<string>, value: string): boolean =>
  kinds.some((kind) => names.some((name) => kind.names.has(name)) && kind.form.test(value));

/** Whether the name of a namespace is one: it is markup, and may stay. */
export const isNamespace = (value: string): boolean => value === "" || address.test(value);
