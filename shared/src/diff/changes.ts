import { commonEnds, cut, cutEnd } from "../kernel/grapheme.ts";
import type { AnyEntry } from "../plan/read-any.ts";
import { worthTelling } from "./differences.ts";
import { type FieldChange, fieldChanges } from "./plan-difference.ts";
import { type EntryKind, titleFieldOf, titleOf, valueKindOf } from "./value-kinds.ts";

/** Something that somebody did to an entry of the plan, or to the plan itself (`meta`). */
export interface Change {
  /** The update after which the plan stood so. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: string;
  readonly kind: EntryKind | "meta";
  readonly id: string;
  /** What it was called then. */
  readonly title: string;
  readonly change: "added" | "archived" | "restored" | "changed";
  /** For `changed`, what reads differently; values as they stand in a plan. */
  readonly fields: readonly FieldChange[];
}

/** What became of one entry; null for nothing that anybody wants to hear of. */
export function changeBetween(
  kind: Change["kind"],
  before: AnyEntry | null,
  after: AnyEntry | null,
): Pick<Change, "change" | "fields"> | null {
  const wasLive = before !== null && !before.isArchived;
  const isLive = after !== null && !after.isArchived;
  if (!wasLive && !isLive) return null;
  if (!isLive) return { change: "archived", fields: [] };
  if (!wasLive) return { change: before === null ? "added" : "restored", fields: [] };
  const fields = worthTelling(kind, fieldChanges(before.fields, after.fields));
  return fields.length === 0 ? null : { change: "changed", fields };
}

/** What an entry is called; the plan itself by its title. */
export function calledAs(kind: Change["kind"], entry: AnyEntry | null): string {
  return entry === null ? "" : titleOf(kind === "meta" ? "goals" : kind, entry.fields);
}

/** Changes of one entry by one person without anybody else's in between, within this time, are one. */
export const TOGETHER_MS = 10 * 60_000;

/** A part of a history, newest first. */
export interface ChangePage {
  readonly changes: readonly Change[];
  /** Where older ones begin, to be asked for; null when there are none. */
  readonly next: number | null;
}

/**
 * A history that grows at its end. What belongs together becomes one change, from where it began; what came back to where it was is
 * taken out. Applied in order, the fields of `changed` lead from what was to what is.
 */
export class ChangeList {
  readonly #changes: (Change | null)[] = [];
  /** By entry, where its last change is. */
  readonly #lastOf = new Map<string, number>();

  add(change: Change): void {
    const entry = `${change.kind}/${change.id}`;
    const at = this.#lastOf.get(entry);
    const last = at === undefined ? null : (this.#changes[at] ?? null);
    const isTogether =
      last !== null && last.actor === change.actor && change.at - last.at <= TOGETHER_MS && at !== undefined;
    if (isTogether && isNaming(last, change)) {
      // Typing the name of what was just added is part of adding it.
      this.#changes[at] = { ...last, title: change.title, seq: change.seq };
      return;
    }
    if (!isTogether || last.change !== "changed" || change.change !== "changed")
      return this.#push(entry, change);
    this.#changes[at] = null;
    const fields = joined(last.fields, change.fields);
    if (fields.length > 0) this.#push(entry, { ...change, fields });
    else this.#lastOf.delete(entry);
  }

  /** At most `limit` changes older than the place `before`, of one entry or of all. */
  page({
    before,
    limit,
    entry,
  }: {
    readonly before: number | null;
    readonly limit: number;
    readonly entry: string | null;
  }): ChangePage {
    const changes: Change[] = [];
    for (let at = Math.min(before ?? this.#changes.length, this.#changes.length) - 1; at >= 0; at--) {
      const change = this.#changes[at];
      if (change === undefined || change === null || (entry !== null && change.id !== entry)) continue;
      if (changes.length === limit) return { changes, next: at + 1 };
      changes.push(change);
    }
    return { changes, next: null };
  }

  /** The last changes of one kind, at most `limit`, newest first. */
  latestOf(kind: Change["kind"], limit: number): readonly Change[] {
    const changes: Change[] = [];
    for (let at = this.#changes.length - 1; at >= 0 && changes.length < limit; at--) {
      const change = this.#changes[at];
      if (change?.kind === kind) changes.push(change);
    }
    return changes;
  }

  #push(entry: string, change: Change): void {
    this.#lastOf.set(entry, this.#changes.length);
    this.#changes.push(change);
  }
}

function isNaming(last: Change, { kind, change, fields }: Change): boolean {
  return (
    last.change === "added" &&
    change === "changed" &&
    kind !== "meta" &&
    fields.every(({ field }) => field === titleFieldOf(kind))
  );
}

function joined(first: readonly FieldChange[], then: readonly FieldChange[]): FieldChange[] {
  const byField = new Map(first.map((change) => [change.field, change]));
  for (const change of then) {
    const before = byField.get(change.field);
    byField.set(change.field, before === undefined ? change : { ...change, from: before.from });
  }
  return [...byField.values()].filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

/** What of a text is shown around what became different in it, and of that itself, in characters. */
const AROUND = 40;
const SHOWN = 240;

/** A change whose texts are cut down to what became different in them, for lists of thousands. */
export function inShort(change: Change): Change {
  if (change.change !== "changed") return change;
  const fields = change.fields.flatMap((field): FieldChange[] => {
    const held = valueKindOf(change.kind, field.field);
    if (held === "rich") return [{ field: field.field, from: null, to: null }];
    return [held === "text" ? { ...field, ...aroundChange(textOf(field.from), textOf(field.to)) } : field];
  });
  return { ...change, fields };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function aroundChange(from: string, to: string): { readonly from: string; readonly to: string } {
  if (from.length <= SHOWN && to.length <= SHOWN) return { from, to };
  const { start, end } = commonEnds(from, to);
  const head = start > AROUND ? `…${cutEnd(from.slice(0, start), AROUND)}` : from.slice(0, start);
  const rest = from.slice(from.length - end);
  const tail = beginning(rest, AROUND);
  const middle = (text: string): string => beginning(text.slice(start, text.length - end), SHOWN);
  return { from: head + middle(from) + tail, to: head + middle(to) + tail };
}

function beginning(text: string, length: number): string {
  return text.length <= length ? text : `${cut(text, length)}…`;
}
