/** A Java runtime that answered. */
export interface Java {
  readonly home: string;
  readonly version: number;
}
export const javaVersion: (home: string) => number;
export const newestJava: () => Java | undefined;
export const hasOwnJava: () => boolean;
