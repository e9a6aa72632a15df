/** The documents that can be made of a plan. */
export const DOCUMENTS = ["plan", "accountability", "decisions", "agenda", "products", "minutes"] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];

/** Sizes of paper of a poster. */
export const PAPERS = ["a3", "a2", "a1", "a0"] as const;
export type Paper = (typeof PAPERS)[number];
