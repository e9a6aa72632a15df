/** The wall on paper. */
export const print = { concept: "concept" } as const;
