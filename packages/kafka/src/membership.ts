import type { Topic } from "@samvirke/kernel";
import type { KafkaLogConfig } from "./config.ts";
import { codeOf } from "./failure.ts";
import { type JoinAnswer, type KafkaBroker, MemberAssignment, MemberMetadata } from "./kafkajs.ts";
import type { Session } from "./session.ts";

/** A member's place in one generation of its group. */
export interface Seat {
  readonly coordinator: KafkaBroker;
  readonly generation: number;
  readonly memberId: string;
  readonly partitions: ReadonlyArray<number>;
}

/** One member of a group, through sessions and generations. */
export interface Member {
  /** Waits until every other member has come too, or has been given up. */
  readonly join: (session: Session, partitions: number) => Promise<Seat>;
  /** Tells the others at once, so that they need not wait for the session to time out. */
  readonly leave: (session: Session) => Promise<void>;
}

interface Group {
  readonly group: string;
  readonly topic: Topic;
}

// The rule by which the leader deals partitions out. A group whose members deal by other rules refuses us.
const protocol = "samvirke-even";

const readsTopic = (metadata: Buffer, topic: Topic): boolean =>
  MemberMetadata.decode(metadata)?.topics.includes(topic) ?? false;

/** Every member gets each n-th partition, in the order of member ids. */
const deal = (answer: JoinAnswer, topic: Topic, partitions: number) => {
  const ids = answer.members
    .filter(({ memberMetadata }) => readsTopic(memberMetadata, topic))
    .map(({ memberId }) => memberId)
    .toSorted();
  const all = Array.from({ length: partitions }, (_, i) => i);
  return ids.map((memberId, seat) => ({
    memberId,
    memberAssignment: MemberAssignment.encode({
      version: 0,
      assignment: { [topic]: all.filter((partition) => partition % ids.length === seat) },
    }),
  }));
};

/** A member that has not joined yet. */
export const makeMember = ({ group: groupId, topic }: Group, config: KafkaLogConfig): Member => {
  let memberId = "";
  const { sessionTimeout } = config;
  const metadata = MemberMetadata.encode({ version: 0, topics: [topic] });
  const attempt = async (session: Session, partitions: number): Promise<Seat> => {
    const coordinator = await session.coordinator(groupId);
    const answer = await coordinator.joinGroup({
      groupId,
      memberId,
      sessionTimeout,
      rebalanceTimeout: sessionTimeout,
      groupProtocols: [{ name: protocol, metadata }],
    });
    memberId = answer.memberId;
    const generationId = answer.generationId;
    const groupAssignment = answer.leaderId === memberId ? deal(answer, topic, partitions) : [];
    const sync = await coordinator.syncGroup({ groupId, generationId, memberId, groupAssignment });
    const assigned = MemberAssignment.decode(sync.memberAssignment)?.assignment[topic] ?? [];
    return { coordinator, generation: generationId, memberId, partitions: assigned.toSorted((a, b) => a - b) };
  };
  return {
    join: async (session, partitions) => {
      try {
        return await attempt(session, partitions);
      } catch (error) {
        if (codeOf(error) === "UNKNOWN_MEMBER_ID") memberId = "";
        throw error;
      }
    },
    leave: async (session) => {
      if (memberId === "") return;
      const coordinator = await session.coordinator(groupId);
      await coordinator.leaveGroup({ groupId, memberId });
      memberId = "";
    },
  };
};
