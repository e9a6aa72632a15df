import type { ActivityChange } from "./activity-changes.ts";

/** A change of an activity, by whom and when (milliseconds since 1970), under the title that it had then. */
export interface HistoryEntry {
  readonly at: number;
  readonly actor: string;
  readonly activity: string;
  readonly title: string;
  readonly change: ActivityChange;
}

/** Changes of the same kind, by the same person, to the same activity within this time are one. */
const TOGETHER_MS = 10 * 60_000;

/**
 * Adds an entry to a history, oldest first: one that goes on with the one before of the same person, activity and kind takes its
 * place, from where that began; what came back to where it was is taken out.
 */
export function addToHistory(history: HistoryEntry[], entry: HistoryEntry): void {
  const at = history.findLastIndex((one) => one.activity === entry.activity && one.actor === entry.actor);
  const last = history[at];
  if (last === undefined || entry.at - last.at > TOGETHER_MS || !isSameKind(last.change, entry.change)) {
    // Typing the name of what was just added is part of adding it.
    if (last?.change.kind === "added" && entry.change.kind === "renamed" && entry.at - last.at <= TOGETHER_MS)
      history[at] = { ...last, title: entry.title };
    else history.push(entry);
    return;
  }
  const { change } = entry;
  const joined =
    "from" in change && "from" in last.change
      ? ({ ...change, from: last.change.from } as ActivityChange)
      : change;
  const isBack = "from" in joined && JSON.stringify(joined.from) === JSON.stringify(joined.to);
  history.splice(at, 1);
  if (!isBack) history.push({ ...entry, change: joined });
}

function isSameKind(a: ActivityChange, b: ActivityChange): boolean {
  if (a.kind === "text" && b.kind === "text") return a.field === b.field;
  return a.kind === b.kind && a.kind !== "archived" && a.kind !== "restored";
}
