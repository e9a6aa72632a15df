import type { Cell } from "@planwand/shared/diff/activity-changes.ts";
import {
  calledAs,
  type Change,
  changeBetween,
  ChangeList,
  inShort,
  TOGETHER_MS,
} from "@planwand/shared/diff/changes.ts";
import { activityHistory, type HistoryEntry } from "@planwand/shared/diff/history.ts";
import { titleFieldOf } from "@planwand/shared/diff/value-kinds.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { type EntryChange, observePlan } from "@planwand/shared/plan/observe.ts";
import { type AnyEntry, readAny, readChanged } from "@planwand/shared/plan/read-any.ts";
import { type Root, ROOTS } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";
import type { ChangesQuery, LoggedUpdate, ReadChanges } from "./document-task.ts";
import { namesIn } from "./names-in.ts";
import { type UpdatePlace, UpdatePlaces } from "./update-places.ts";

/** What one person is doing in one entry: read when somebody else comes, when they stop for a while, or when it is asked for. */
interface Run {
  readonly root: Root;
  readonly id: string;
  readonly fields: Set<string>;
  last: Pick<LoggedUpdate, "seq" | "at" | "actorId">;
}

/**
 * What happened to one plan, worked out from its log. Kept with its document, so that what came since is a matter of those updates only.
 * Of what one person types in a row, only the beginning and the end are read.
 */
export class PlanChanges {
  readonly #doc = new Y.Doc();
  readonly #places = new UpdatePlaces(this.#doc);
  readonly #known = new Map<string, AnyEntry>();
  readonly #names = new Map<string, string>();
  readonly #list = new ChangeList();
  readonly #runs = new Map<string, Run>();
  /** What was read since the list was last in order. */
  #fresh: Change[] = [];
  #first: { readonly seq: number; readonly at: number } | null = null;
  #seq = 0;
  #taken = 0;

  /** The last update that is in it. */
  get seq(): number {
    return this.#seq;
  }

  /** How many updates it took: what it weighs. */
  get taken(): number {
    return this.#taken;
  }

  /** Takes updates that follow in order; those that are in it already are passed over. The first is where the history begins. */
  take(updates: readonly LoggedUpdate[]): void {
    for (const update of updates) {
      if (update.seq <= this.#seq) continue;
      if (this.#first === null) this.#begin(update);
      else this.#apply(update);
      this.#seq = update.seq;
      this.#taken++;
    }
    this.#readRuns();
    for (const change of this.#fresh.toSorted((a, b) => a.seq - b.seq)) this.#list.add(change);
    this.#fresh = [];
  }

  read({ before, limit, entry }: ChangesQuery): ReadChanges {
    const { changes, next } = this.#list.page({ before, limit, entry });
    const told = entry === null ? changes.map(inShort) : changes;
    return { changes: told, next, names: namesIn(told, this.#names), first: this.#first };
  }

  /** What happened to the activities, at most so many pieces of news, newest first. */
  history(limit: number): readonly HistoryEntry[] {
    return activityHistory(this.#list.latestOf("activities", limit), (id) => this.#cellOf(id), limit);
  }

  close(): void {
    this.#doc.destroy();
  }

  #cellOf(activity: string): Cell {
    const fields: object = this.#known.get(`activities/${activity}`)?.fields ?? {};
    const idIn = (field: string): string => {
      const id: unknown = Reflect.get(fields, field);
      return typeof id === "string" ? id : "";
    };
    return { phase: idIn("phase"), domain: idIn("domain") };
  }

  /** The plan as it was made, or as the oldest moment that is kept has it. */
  #begin({ seq, at, bytes }: LoggedUpdate): void {
    Y.applyUpdate(this.#doc, bytes);
    this.#first = { seq, at };
    for (const root of ROOTS)
      if (root === "meta") this.#remember(root, root, null);
      else for (const [id] of entriesOf(rootMap(this.#doc, root))) this.#remember(root, id, null);
  }

  #apply(update: LoggedUpdate): void {
    const places = this.#places.of(update.bytes);
    if (places === null) return this.#applySeen(update);
    for (const place of places) {
      const key = `${place.root}/${place.id}`;
      const run = this.#runs.get(key);
      if (run !== undefined && !goesOn(run, update, place)) this.#readRun(key, run);
    }
    Y.applyUpdate(this.#doc, update.bytes);
    for (const place of places) this.#follow(place, update);
  }

  /** Applies an update about much, or about something unclear: what changed is seen afterwards. */
  #applySeen(update: LoggedUpdate): void {
    this.#readRuns();
    let touched: readonly EntryChange[] = [];
    const stop = observePlan(this.#doc, ({ entries }) => (touched = entries));
    Y.applyUpdate(this.#doc, update.bytes);
    stop();
    for (const { root, id, fields } of touched) this.#compare(root, id, fields, update);
  }

  #follow({ root, id, field }: UpdatePlace, update: LoggedUpdate): void {
    // That an entry came, went or came back is a change by itself.
    if (field === null || field === "archived") return this.#compare(root, id, null, update);
    const key = `${root}/${id}`;
    const run = this.#runs.get(key);
    if (run === undefined) this.#runs.set(key, { root, id, fields: new Set([field]), last: update });
    else {
      run.fields.add(field);
      run.last = update;
    }
  }

  #readRuns(): void {
    for (const [key, run] of this.#runs) this.#readRun(key, run);
  }

  #readRun(key: string, { root, id, fields, last }: Run): void {
    this.#runs.delete(key);
    this.#compare(root, id, fields, last);
  }

  /** Reads an entry again, as far as `fields` says that it changed; all of it for null. */
  #remember(root: Root, id: string, fields: ReadonlySet<string> | null): AnyEntry | null {
    const known = this.#known.get(`${root}/${id}`);
    const entry =
      known === undefined || fields === null
        ? readAny(this.#doc, root, id)
        : readChanged(this.#doc, root, id, { known, fields });
    if (entry === null) this.#known.delete(`${root}/${id}`);
    else {
      this.#known.set(`${root}/${id}`, entry);
      this.#names.set(id, calledAs(root, entry));
    }
    return entry;
  }

  #compare(
    root: Root,
    id: string,
    fields: ReadonlySet<string> | null,
    { seq, at, actorId }: Run["last"],
  ): void {
    const before = this.#known.get(`${root}/${id}`) ?? null;
    const after = this.#remember(root, id, fields);
    const change = changeBetween(root, before, after);
    if (change === null) return;
    const title = calledAs(root, after ?? before);
    this.#fresh.push({ seq, at, actor: actorId, kind: root, id, title, ...change });
  }
}

/** Whether an update is more of what a run is: by the same person, soon enough, and no other thing after naming. */
function goesOn({ root, fields, last }: Run, { actorId, at }: LoggedUpdate, { field }: UpdatePlace): boolean {
  if (last.actorId !== actorId || at - last.at > TOGETHER_MS || field === null || field === "archived")
    return false;
  const isNaming = root !== "meta" && fields.size === 1 && fields.has(titleFieldOf(root));
  return !isNaming || fields.has(field);
}
