/** The most bytes of a file that is taken in. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
