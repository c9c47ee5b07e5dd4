/** One process for ever: its pid and when it started. */
export interface Identity {
  readonly pid: number;
  readonly started: string;
}
export const startedAt: (pid: number) => string | undefined;
export const parentOf: (pid: number) => number | undefined;
export const identityOf: (pid: number) => Identity;
export const isAlive: (identity: Identity) => boolean;
export const endProcess: (
  identity: Identity,
  options?: { readonly signal?: string | undefined; readonly bound?: number | undefined },
) => Promise<void>;
