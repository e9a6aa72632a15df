/** The most characters of a comment, and of a reason. Imports nothing, so a page may load it. */
export const COMMENT_MAX_LENGTH = 4_000;
export const REASON_MAX_LENGTH = 300;
/** The most characters of the name of a snapshot. */
export const SNAPSHOT_NAME_MAX_LENGTH = 120;
