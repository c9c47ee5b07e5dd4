import type { ParkReason } from "@samvirke/kernel";

/** A class of reasons for which a stage parks a record, and what it asks of the person on call. */
export interface ParkClass {
  readonly title: string;
  /** When it happens. */
  readonly meaning: string;
  /** What to look at, in the words of `detail`. */
  readonly look: string;
  /** What to do before the redrive. */
  readonly remedy: string;
  /** When giving the record up is right, and what is lost then. */
  readonly discard: string;
}

/** Why records are parked: one text for the command line, the operations API and the error catalogue. */
export const parkClasses: Readonly<Record<ParkReason, ParkClass>> = {
  contract: {
    title: "A record of the hub's own does not read.",
    meaning:
      "The bytes are no record of a known schema, or a sealed part does not open to what its schema says. A document from outside that cannot be read is never parked: its sender gets an outcome.",
    look: "`detail` names the schema or the field. An unknown schema id comes from a newer release than this stage, or from a registry that was restored or exchanged.",
    remedy:
      "Roll the stage forward to the release that knows the schema, or bring the registry back; then redrive the class. Bytes that nothing can read are a defect of whoever wrote them: repair that first, so that no more come.",
    discard:
      "Right where the bytes are broken for good. What the record said never reaches this stage; other stages that read it keep what they made of it.",
  },
  defect: {
    title: "The stage's own code fails on the record.",
    meaning:
      "A core threw, asked for the impossible, or left a state that cannot be encoded. The record itself is sound.",
    look: "`detail` names the kind of error and the place in the code. The same place for many persons since one moment is a bad release.",
    remedy:
      "Repair the code or roll the release back. A dry run says what would become of each person with the code that runs now; redrive the class when it says so.",
    discard: "Seldom right: the next release will handle the record. Discard only what must never be handled.",
  },
  constraint: {
    title: "The database refuses a row of the record.",
    meaning: "A check, a key or a type of a table says no to a row that the stage wrote for this record.",
    look: "`detail` names the table, the database's code and the constraint; never the value.",
    remedy:
      "Repair the constraint where it is wrong, or the projection where the row is. Then try it by a dry run, which writes the rows and rolls back, and redrive.",
    discard:
      "Right where the row must not exist. The view lacks what the record says; a rebuild leaves it out as well.",
  },
  "too-long": {
    title: "A value, a document or the handling is longer than allowed.",
    meaning:
      "A value does not fit its column or index, the record leads to a document that no topic takes, or handling it took longer than a stage lets one record take.",
    look: "`detail` tells the table with the database's code, the size in bytes, or the time in milliseconds.",
    remedy:
      "Widen the column, split what is written, or repair what takes so long (an expression that goes wild on some text). Then redrive; a dry run is bounded in the same way.",
    discard:
      "Right where the content is of no use in that length. Tell its sender: from the hub it looks handled elsewhere.",
  },
  behind: {
    title: "An earlier record of the same person is parked.",
    meaning: "Nothing is wrong with this record: it waits, so that the person's order holds.",
    look: "Look at the person's first parked record: its class says what to do.",
    remedy:
      "Redrive the person once the first record is repaired or discarded; what waits behind it is handled in order.",
    discard: "Not for waiting: it goes on by itself after a redrive.",
  },
};

/** The page of a class of parked records, in Markdown. */
export const parkClassPage = (name: ParkReason): string => {
  const { title, meaning, look, remedy, discard } = parkClasses[name];
  const parts: ReadonlyArray<readonly [string, string]> = [
    ["What it means", meaning],
    ["Where to look", look],
    ["What to do", remedy],
    ["When to discard", discard],
  ];
  return [`# ${name}`, "", title, "", ...parts.flatMap(([heading, text]) => [`## ${heading}`, "", text, ""])].join(
    "\n",
  );
};
