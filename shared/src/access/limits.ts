/** The most characters of the name of a link. Imports nothing, so a page may load it. */
export const LINK_NAME_MAX_LENGTH = 300;
