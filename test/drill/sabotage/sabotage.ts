import type { Context, Stage } from "../run.ts";
export interface SabotageResult { readonly fault: string; readonly noticed: boolean }
export const sabotageAll = async (_context: Context, _stage: Stage): Promise<ReadonlyArray<SabotageResult>> => [];
