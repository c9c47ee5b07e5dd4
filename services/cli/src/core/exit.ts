/** How a command ends. Stable: scripts rely on it. */
export const exit = { done: 0, refused: 1, usage: 2, away: 3 } as const;
export type Exit = (typeof exit)[keyof typeof exit];
