import {
  calledAs,
  type Change,
  changeBetween,
  ChangeList,
  type ChangePage,
  inShort,
} from "@planwand/shared/diff/changes.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { type AnyEntry, readAny } from "@planwand/shared/plan/read-any.ts";
import { type Root, ROOTS } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";
import type { ChangesQuery, LoggedUpdate, ReadChanges } from "./document-task.ts";

/**
 * What happened to one plan, worked out update by update from its log. Kept with its document, so that what came since is a matter of
 * those updates only.
 */
export class PlanChanges {
  readonly #doc = new Y.Doc();
  readonly #known = new Map<string, AnyEntry>();
  readonly #names = new Map<string, string>();
  readonly #list = new ChangeList();
  #touched = new Map<string, { readonly root: Root; readonly id: string }>();
  #first: { readonly seq: number; readonly at: number } | null = null;
  #seq = 0;

  constructor() {
    observePlan(this.#doc, ({ entries }) => {
      for (const entry of entries) this.#touched.set(`${entry.root}/${entry.id}`, entry);
    });
  }

  /** The last update that is in it. */
  get seq(): number {
    return this.#seq;
  }

  /** Takes updates that follow in order; those that are in it already are passed over. The first is where the history begins. */
  take(updates: readonly LoggedUpdate[]): void {
    for (const update of updates) {
      if (update.seq <= this.#seq) continue;
      Y.applyUpdate(this.#doc, update.bytes);
      if (this.#first === null) this.#begin(update);
      else for (const { root, id } of this.#touched.values()) this.#compare(root, id, update);
      this.#touched = new Map();
      this.#seq = update.seq;
    }
  }

  read({ before, limit, entry }: ChangesQuery): ReadChanges {
    const { changes, next }: ChangePage = this.#list.page({ before, limit, entry });
    const told = entry === null ? changes.map(inShort) : changes;
    return { changes: told, next, names: this.#namesIn(told), first: this.#first };
  }

  close(): void {
    this.#doc.destroy();
  }

  /** The plan as it was made, or as the oldest moment that is kept has it. */
  #begin({ seq, at }: LoggedUpdate): void {
    this.#first = { seq, at };
    for (const root of ROOTS)
      if (root === "meta") this.#remember(root, root);
      else for (const [id] of entriesOf(rootMap(this.#doc, root))) this.#remember(root, id);
  }

  #remember(root: Root, id: string): AnyEntry | null {
    const entry = readAny(this.#doc, root, id);
    if (entry === null) this.#known.delete(`${root}/${id}`);
    else {
      this.#known.set(`${root}/${id}`, entry);
      this.#names.set(id, calledAs(root, entry));
    }
    return entry;
  }

  #compare(root: Root, id: string, { seq, at, actorId }: LoggedUpdate): void {
    const before = this.#known.get(`${root}/${id}`) ?? null;
    const after = this.#remember(root, id);
    const change = changeBetween(root, before, after);
    if (change === null) return;
    const title = calledAs(root, after ?? before);
    this.#list.add({ seq, at, actor: actorId, kind: root, id, title, ...change });
  }

  /** What the ids in these changes are called now, or were last. */
  #namesIn(changes: readonly Change[]): Readonly<Record<string, string>> {
    const found: Record<string, string> = {};
    const look = (value: unknown): void => {
      if (typeof value === "string") {
        const name = this.#names.get(value);
        if (name !== undefined) found[value] = name;
      } else if (Array.isArray(value)) value.forEach(look);
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
    };
    for (const { fields } of changes) {
      look(fields);
      // Names beside roles stand under `slot:party`.
      for (const { field, from, to } of fields)
        if (field === "names")
          for (const names of [from, to])
            look(Object.keys(names ?? {}).map((key) => key.split(":")[1] ?? ""));
    }
    return found;
  }
}

/** Plans of which the history is kept; the one that was asked for longest ago goes first. */
const MAX_KEPT = 6;

/** The histories that this thread keeps. */
export class KeptChanges {
  readonly #kept = new Map<string, { readonly round: number; readonly changes: PlanChanges }>();

  /** The history of a plan in this round of its past, begun anew when there is none; used last stands last. */
  of(planId: string, round: number): PlanChanges {
    const known = this.#kept.get(planId);
    this.#kept.delete(planId);
    if (known !== undefined && known.round !== round) known.changes.close();
    const entry = known?.round === round ? known : { round, changes: new PlanChanges() };
    this.#kept.set(planId, entry);
    for (const [oldest, { changes }] of this.#kept) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
      changes.close();
    }
    return entry.changes;
  }

  forget(planId: string): void {
    this.#kept.get(planId)?.changes.close();
    this.#kept.delete(planId);
  }
}
