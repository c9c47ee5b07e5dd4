import { isBlank } from "./pre-check.ts";
import type { PreCheck } from "./pre-check.ts";

const longestHprNumber = 9;

const isHprNumber = (text: string | undefined): boolean =>
  !isBlank(text) && (text ?? "").trim().length <= longestHprNumber;

/** Who sent it, about whom, and whether it came before. Source: NAV's reception, a, b, 1 to 3. */
export const senderChecks: ReadonlyArray<PreCheck> = [
  {
    number: "a",
    name: "SYKEHUS_HPR_NUMMER_MANGLER",
    source: "nav",
    forSender: "Sykmeldinger fra sykehus må ha HPR-nummeret til den som signerte, med høyst ni siffer.",
    forPerson: "Sykmeldingen mangler opplysninger om hvem ved sykehuset som skrev den.",
    fires: ({ hospital }) => hospital !== undefined && !isHprNumber(hospital.hprNumber),
  },
  {
    number: "b",
    name: "SYKEHUS_SIGNERENDE_FINNES_IKKE",
    source: "nav",
    forSender: "HPR-nummeret til den som signerte, hører ikke til en person i Helsepersonellregisteret.",
    forPerson: "Den som skrev sykmeldingen ved sykehuset, er ikke registrert som helsepersonell.",
    fires: ({ hospital }) => hospital !== undefined && !hospital.isKnown,
  },
  {
    number: "1",
    name: "DUPLIKAT",
    source: "nav",
    forSender: "Den samme sykmeldingen er mottatt før. Den første gjelder, og denne blir ikke behandlet.",
    forPerson: "Den samme sykmeldingen er mottatt før.",
    differs: "rejectedDuplicate",
    fires: ({ duplicateOf }, { rejectedDuplicate }) =>
      duplicateOf === "accepted" || (duplicateOf === "rejected" && rejectedDuplicate === "refused"),
  },
  {
    number: "2",
    name: "PASIENT_FINNES_IKKE",
    source: "nav",
    forSender: "Den sykmeldte finnes ikke i folkeregisteret.",
    forPerson: "Fødselsnummeret i sykmeldingen finnes ikke i folkeregisteret.",
    fires: ({ patient }) => !patient.isKnown,
  },
  {
    number: "3",
    name: "SIGNERENDE_FINNES_IKKE",
    source: "nav",
    forSender: "Den som signerte, finnes ikke i folkeregisteret eller i Helsepersonellregisteret.",
    forPerson: "Den som skrev sykmeldingen, er ikke registrert som helsepersonell.",
    fires: ({ signer }) => !signer.isKnown || !signer.isInHpr,
  },
];
