import type { LineManagerRegistered } from "@samvirke/contracts";
import { nationalNumber } from "@samvirke/domain";
import type { FollowUpDocument, MessageOccasion } from "@samvirke/domain";
import type {
  DecisionRecord,
  LineManager,
  MeetingStatus,
  PersonRegisterEvent,
  RegisteredNumbers,
  SpellBitRecord,
  WelfareSpells,
} from "@samvirke/formats";
import {
  readActivityAssessment,
  readActivityNotice,
  readFollowUpSpells,
  readJobSeekingDecision,
  readLineManager as readManager,
  readMeetingCandidate,
  readMeetingStatus,
  readPersonRegisterEvent,
  readRegisteredNumbers,
  readSpellBit,
} from "@samvirke/formats";
import { uuid5 } from "@samvirke/kernel";
import { passedBefore } from "../../core/decide.ts";
import type { Pepper } from "../pepper.ts";
import type { Inbound, ReadDeps, Reader } from "./inbound.ts";
import { settled } from "./inbound.ts";
import type { RecordArrived } from "./record.ts";
import { avroReader, jsonReader } from "./record.ts";
import { welfareName } from "./register-names.ts";

const onFollowUp = (command: FollowUpDocument): Inbound => settled({ aggregate: "followUp", command });

const nothing = settled({ aggregate: "nothing" });

const occasionOf = ({ received }: RecordArrived, { followUpPolicy }: ReadDeps): MessageOccasion => ({
  archiveId: received.archiveId,
  passed: passedBefore(received.receivedAt),
  policy: followUpPolicy,
});

// Welfare's ids lie in no open field: the hub's own derive from HMACs over them.
const idOf = (pepper: Pepper, kind: "meeting" | "decision" | "manager", key: string): string =>
  uuid5(kind, pepper(kind, key.trim().toLowerCase()));

/** The hub's id of a meeting, by welfare's. */
export const meetingIdOf = (pepper: Pepper, key: string): string => idOf(pepper, "meeting", key);

/** A meeting called, moved, held, cancelled or closed. Source: KDialogmoteStatusEndring. */
export const readMeeting = avroReader<MeetingStatus>(readMeetingStatus, ({ meetingKey, content }, arrived, deps) => {
  const occasion = occasionOf(arrived, deps);
  const meetingId = meetingIdOf(deps.pepper, meetingKey);
  return content.type === "CALL"
    ? onFollowUp({ type: "CallMeeting", occasion, content: { ...content.call, meetingId } })
    : onFollowUp({ type: "EndMeeting", occasion, content: { ...content.end, meetingId } });
});

const decisionReader = (read: typeof readActivityAssessment): Reader =>
  jsonReader<DecisionRecord>(read, ({ decisionKey, previousKey, content }, arrived, deps) =>
    onFollowUp({
      type: "RecordDecision",
      occasion: occasionOf(arrived, deps),
      content: {
        ...content,
        decisionId: idOf(deps.pepper, "decision", decisionKey),
        previousId: previousKey === null ? null : idOf(deps.pepper, "decision", previousKey),
      },
    }),
  );

export const readAssessment = decisionReader(readActivityAssessment);
export const readNotice = decisionReader(readActivityNotice);
export const readCandidate = decisionReader(readMeetingCandidate);
export const readJobSeeking = decisionReader(readJobSeekingDecision);

/** All of a person's spells as welfare determined them. Source: KafkaOppfolgingstilfellePerson. */
export const readSpells = jsonReader<WelfareSpells>(readFollowUpSpells, (read, arrived, deps) => {
  const { spells, repeatedAbsence, told } = read;
  const content = { spells, repeatedAbsence, told };
  return onFollowUp({ type: "TakeWelfareSpells", occasion: occasionOf(arrived, deps), content });
});

/** One piece of a spell. Source: KafkaSyketilfellebit. */
export const readBit = jsonReader<SpellBitRecord>(readSpellBit, ({ bit }, arrived, deps) => {
  const resourceKey = welfareName(deps.pepper, bit.resourceId);
  return onFollowUp({
    type: "TakeSpellBits",
    occasion: occasionOf(arrived, deps),
    content: [{ ...bit, resourceKey }],
  });
});

/** Death and protection; whatever else the register tells is nothing to follow-up. Source: Personhendelse. */
export const readPersonEvent = avroReader<PersonRegisterEvent>(readPersonRegisterEvent, ({ content }, arrived, deps) =>
  content === null ? nothing : onFollowUp({ type: "RecordPersonStatus", occasion: occasionOf(arrived, deps), content }),
);

/** The numbers of one human; whom else the hub knew by them the door has found, and tells their streams. Source: Aktor v2. */
export const readNumbers = avroReader<RegisteredNumbers>(readRegisteredNumbers, ({ identity }, arrived, deps) =>
  onFollowUp({
    type: "LinkIdentity",
    occasion: occasionOf(arrived, deps),
    content: { survivingPersonId: arrived.person, mergedPersonId: null, closes: false, basis: "REGISTER", identity },
  }),
);

const lineManagerOf = (read: LineManager, { received }: RecordArrived, pepper: Pepper): LineManagerRegistered => {
  const { relationId, changedAt, employer, managerNumber, phone, mail, from, to, paysInAdvance, status, findings } =
    read;
  return {
    archiveId: received.archiveId,
    relationId: idOf(pepper, "manager", relationId),
    state: to === null ? "ACTIVE" : "ENDED",
    changedAt,
    receivedAt: received.receivedAt,
    warnings: findings.length,
    identity: {
      number: nationalNumber(read.personNumber),
      name: null,
      envelopeNumbers: [],
      envelopeName: null,
      currentNumber: null,
    },
    work: { employer, managerNumber, phone, mail, from, to, paysInAdvance },
    case: { sourceId: relationId, status, warnings: findings },
  };
};

/** Who leads a person at an employer. Source: NarmestelederLeesah. */
export const readLineManager = jsonReader<LineManager>(readManager, (read, arrived, { pepper }) =>
  settled({ aggregate: "register", entry: lineManagerOf(read, arrived, pepper) }),
);
