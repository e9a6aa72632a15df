import type { ActivityChange } from "../diff/activity-changes.ts";
import type { HistoryEntry } from "../diff/history.ts";
import type { Anchor } from "../journal/events.ts";
import type { Journal } from "../journal/journal.ts";
import { anchorKey } from "./discussion.ts";

/** What became of one activity in a while, whoever did it and in however many steps. */
export interface CardNews {
  readonly activity: string;
  /** The title that it had last. */
  readonly title: string;
  /** Who changed it, the first first. */
  readonly actors: readonly string[];
  /** When it was last changed, in milliseconds since 1970. */
  readonly at: number;
  readonly changes: readonly ActivityChange[];
}

/**
 * What others changed after `since` (milliseconds since 1970): one for each activity, the latest first. Steps of the same kind are one
 * from where they began to where they ended; what is back where it was is no news. `entries` in any order.
 */
export function newsOf(entries: readonly HistoryEntry[], since: number, me: string): readonly CardNews[] {
  const late = entries.filter(({ at, actor }) => at > since && actor !== me).toSorted((a, b) => a.at - b.at);
  return [...Map.groupBy(late, ({ activity }) => activity)]
    .flatMap(([activity, steps]): CardNews[] => {
      const changes = inOne(steps.map(({ change }) => change));
      const last = steps.at(-1);
      if (changes.length === 0 || last === undefined) return [];
      const actors = [...new Set(steps.map(({ actor }) => actor))];
      return [{ activity, title: last.title, actors, at: last.at, changes }];
    })
    .toSorted((a, b) => b.at - a.at);
}

/** Several changes of one activity, told as one of each kind. */
export function inOne(changes: readonly ActivityChange[]): readonly ActivityChange[] {
  const came = changes.find(({ kind }) => kind === "added");
  const bins = changes.filter(({ kind }) => kind === "archived" || kind === "restored");
  const last = bins.at(-1);
  if (last?.kind === "archived") return came === undefined ? [last] : [];
  if (came !== undefined) return [came];
  // In the bin and out again is where it was.
  const told: ActivityChange[] = last !== undefined && bins[0]?.kind === "restored" ? [last] : [];
  const rest = changes.filter(({ kind }) => kind !== "archived" && kind !== "restored");
  for (const same of Map.groupBy(rest, (change) =>
    change.kind === "text" ? `text ${change.field}` : change.kind,
  ).values()) {
    const [first, end] = [same[0], same.at(-1)];
    if (first === undefined || end === undefined) continue;
    if (!("from" in first) || !("from" in end)) told.push(end);
    else if (JSON.stringify(first.from) !== JSON.stringify(end.to))
      told.push({ ...end, from: first.from } as ActivityChange);
  }
  return told;
}

/** What others said and settled in a while. */
export type Said =
  | {
      readonly kind: "comments";
      readonly anchor: Anchor;
      readonly count: number;
      readonly by: readonly string[];
      readonly at: number;
    }
  | {
      readonly kind: "decided" | "reopened";
      readonly decision: string;
      readonly question: string;
      readonly by: readonly string[];
      readonly at: number;
    };

/** What others said and decided after `since`: comments together for each thing they are about, the latest first. */
export function saidSince(journal: Journal, since: number, me: string): readonly Said[] {
  const isNews = ({ at, by }: { readonly at: number; readonly by: string }): boolean =>
    at > since && by !== me;
  const comments = [...journal.comments.values()].filter((one) => isNews(one) && one.withdrawn === null);
  const said: Said[] = [...Map.groupBy(comments, ({ anchor }) => anchorKey(anchor)).values()].flatMap(
    (same) => {
      const [first] = same;
      if (first === undefined) return [];
      const by = [...new Set(same.map((comment) => comment.by))];
      return [
        {
          kind: "comments",
          anchor: first.anchor,
          count: same.length,
          by,
          at: Math.max(...same.map(({ at }) => at)),
        },
      ];
    },
  );
  for (const [decision, seals] of journal.seals) {
    const seal = seals.at(-1);
    if (seal === undefined) continue;
    const last = seal.reopened ?? seal;
    const kind = seal.reopened === null ? "decided" : "reopened";
    if (isNews(last)) said.push({ kind, decision, question: seal.question, by: [last.by], at: last.at });
  }
  return said.toSorted((a, b) => b.at - a.at);
}
