/** What came after a plan's newest checkpoint: so many updates, so many bytes. */
export interface Tail {
  readonly updates: number;
  readonly bytes: number;
}

const LONG: Tail = { updates: 500, bytes: 512 * 1024 };
/** While people edit, a checkpoint would soon be old: then it is made only when this many times as much has come. */
const BUSY_FACTOR = 8;
const WORTH_KEEPING_UPDATES = 50;

/** Whether joins and loads have become so long that the tail had better be replaced by a new checkpoint. Rule R26. */
export function checkpointIsDue(
  { updates, bytes }: Tail,
  moment: "loading" | "quiet" | "busy" | "leaving",
): boolean {
  if (moment === "leaving") return updates >= WORTH_KEEPING_UPDATES;
  const factor = moment === "busy" ? BUSY_FACTOR : 1;
  return updates >= factor * LONG.updates || bytes >= factor * LONG.bytes;
}
