/** The most characters of a comment, and of a reason. Imports nothing, so a page may load it. */
export const COMMENT_MAX_LENGTH = 4_000;
export const REASON_MAX_LENGTH = 300;
