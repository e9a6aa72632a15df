/** The wall on paper. */
export const print = { concept: "draft" } as const;
