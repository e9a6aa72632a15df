/** Held by the one server that uses the folder, apart from the database, so that a backup may read that at any time. */
export const LOCK_FILE_NAME = "planwand.lock";
/** The database, in the folder of the server's data. */
export const FILE_NAME = "planwand.sqlite";

/** A moment (milliseconds since 1970) as the name of a file may have it, by the clock of UTC: `2026-11-23T080530Z`. */
export function momentInName(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(":", "")}Z`;
}
