/** Held by the one server that uses the folder, apart from the database, so that a backup may read that at any time. */
export const LOCK_FILE_NAME = "planwand.lock";
/** The database, in the folder of the server's data. */
export const FILE_NAME = "planwand.sqlite";
