export interface CodeEntry {
  readonly code: string;
  readonly text: string;
}

/** One code list. Codes are found whatever their case and dots; the entry has the list's own spelling. */
export interface CodeList {
  readonly find: (code: string) => CodeEntry | undefined;
}

/** The diagnosis lists the rules look in, by version. */
export interface CodeLists {
  readonly version: string;
  readonly icd10: CodeList;
  readonly icpc2: CodeList;
}

/** A code without what senders spell differently. */
export const plainCode = (code: string): string => code.replaceAll(".", "").toUpperCase();

/** A list over entries. */
export const codeList = (entries: ReadonlyArray<CodeEntry>): CodeList => {
  const byCode: ReadonlyMap<string, CodeEntry> = new Map(entries.map((entry) => [plainCode(entry.code), entry]));
  return { find: (code) => byCode.get(plainCode(code)) };
};
