/** The most characters of a comment, and of a reason. Imports nothing, so a page may load it. */
export const COMMENT_MAX_LENGTH = 4_000;
export const REASON_MAX_LENGTH = 300;
/** The most characters of the name of a snapshot. */
export const SNAPSHOT_NAME_MAX_LENGTH = 120;
/** The most characters of the name and of the address of a shared view. */
export const VIEW_NAME_MAX_LENGTH = 80;
export const VIEW_ADDRESS_MAX_LENGTH = 2_000;
/** As many views as are shared with a plan. */
export const SHARED_VIEWS_MAX = 100;
/** The address of a view within its plan: its name and what it asks, and nothing that leads elsewhere. */
export const VIEW_ADDRESS = /^(?:\/[a-z-]+)?(?:\?[^\s#]*)?$/u;
/** The longest that the past can be kept, beside always: a hundred years, in days. */
export const RETENTION_MAX_DAYS = 36_525;
