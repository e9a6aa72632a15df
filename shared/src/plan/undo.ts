import type * as Y from "yjs";
import { editPlan } from "./entry.ts";
import type { Root, Stamp } from "./schema.ts";
import { type Change, recordChanges, revertChange } from "./undo-change.ts";
import { recordTexts, stopRecording, walkTexts } from "./undo-texts.ts";

/** More than anyone walks back. */
const MAX_COMMANDS = 200;

/** More changes than this are put back in several transactions: an update has its limit. */
const BATCH_CHANGES = 400;

/** A change that was left as it is because somebody changed the value meanwhile. */
export interface Skipped {
  readonly change: Change;
  readonly reason: "changed-meanwhile";
  /** The document's client id of whoever wrote the present value; null when there is none any more. */
  readonly changedBy: number | null;
}

/** What undoing or redoing one command did. */
export interface UndoOutcome<Label> {
  readonly label: Label;
  readonly done: readonly Change[];
  /** Whether texts were given back what the command took from them, or the other way round. */
  readonly hasTexts: boolean;
  readonly skipped: readonly Skipped[];
}

/** An entry that something was written in. */
export interface Touched {
  readonly root: Root;
  readonly id: string;
}

/** The entries that changes are of, each once, in their order. */
export function entriesIn(changes: readonly Change[]): readonly Touched[] {
  const entries = changes.map(({ root, path: [id = ""] }) => ({ root, id: root === "meta" ? root : id }));
  return [...new Map(entries.map((entry) => [`${entry.root}/${entry.id}`, entry])).values()];
}

interface Command<Label> {
  readonly label: Label;
  readonly changes: readonly Change[];
  /** What the command wrote within texts, to be taken out of what others made of them since; null for one that did not. */
  readonly textUndo: Y.UndoManager | null;
}

/**
 * What one tab did to the structure of a plan, to walk back and forth over. Each value is put back only if it is still what this tab
 * made it, so nobody's later work is undone. Typing is not in it: every editor has its own undo.
 */
export class UndoStack<Label> {
  readonly #doc: Y.Doc;
  readonly #undo: Command<Label>[] = [];
  readonly #redo: Command<Label>[] = [];

  readonly #changed: () => void;

  /** `changed` is called whenever there is more or less to undo or redo. */
  constructor(doc: Y.Doc, changed: () => void = () => undefined) {
    this.#doc = doc;
    this.#changed = changed;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** The last command of this tab, the one that `undo` would undo; null when there is none. */
  get last(): object | null {
    return this.#undo.at(-1) ?? null;
  }

  /** The entries that the next undo or redo would write in, each once; the plan itself is the entry `meta` of that root. */
  touched(way: "undo" | "redo"): readonly Touched[] {
    const changes = (way === "undo" ? this.#undo : this.#redo).at(-1)?.changes ?? [];
    return entriesIn(changes);
  }

  /**
   * Runs an edit and remembers what it wrote under `label`; an edit that wrote nothing is not remembered. What it wrote within `texts`,
   * which no other command writes in, is undone with it, and what others wrote in them stays.
   */
  run<T>(label: Label, edit: () => T, texts: readonly Y.AbstractType<unknown>[] = []): T {
    const textUndo = texts.length === 0 ? null : recordTexts(texts);
    const { value, changes } = recordChanges(this.#doc, edit);
    const hasTexts = textUndo !== null && stopRecording(textUndo);
    if (!hasTexts) textUndo?.destroy();
    if (changes.length > 0 || hasTexts)
      this.#remember({ label, changes, textUndo: hasTexts ? textUndo : null });
    return value;
  }

  /** Undoes the last command of this tab; null when there is none. `stamp` is for what goes to the bin by it. */
  undo(stamp: Stamp): UndoOutcome<Label> | null {
    return this.#walk(this.#undo, this.#redo, stamp);
  }

  /** Does again what was undone last; null when there is nothing. */
  redo(stamp: Stamp): UndoOutcome<Label> | null {
    return this.#walk(this.#redo, this.#undo, stamp);
  }

  /** Undoes one command, as `last` gave it, whatever was done after it; null when it was undone already. */
  undoOne(command: object, stamp: Stamp): UndoOutcome<Label> | null {
    return this.#walk(
      this.#undo,
      this.#redo,
      stamp,
      this.#undo.findIndex((one) => one === command),
    );
  }

  #walk(
    from: Command<Label>[],
    to: Command<Label>[],
    stamp: Stamp,
    at = from.length - 1,
  ): UndoOutcome<Label> | null {
    const command = at === -1 ? undefined : from.splice(at, 1)[0];
    if (command === undefined) return null;
    const done: Change[] = [];
    const skipped: Skipped[] = [];
    const changes: Change[] = [];
    inBatches(this.#doc, command.changes, (change) => {
      const reverted = revertChange(this.#doc, change, stamp);
      if (reverted.ok) {
        done.push(change);
        changes.push(reverted.inverse);
      } else skipped.push({ change, reason: "changed-meanwhile", changedBy: reverted.changedBy });
    });
    const { label, textUndo } = command;
    const way = from === this.#undo ? "undo" : "redo";
    const hasTexts = textUndo !== null && walkTexts(this.#doc, textUndo, way);
    if (done.length > 0 || hasTexts) push(to, { label, changes, textUndo });
    this.#changed();
    return { label, done, hasTexts, skipped };
  }

  #remember(command: Command<Label>): void {
    push(this.#undo, command);
    this.#redo.length = 0;
    this.#changed();
  }
}

function inBatches<One>(doc: Y.Doc, changes: readonly One[], revert: (change: One) => void): void {
  for (let from = 0; from < changes.length; from += BATCH_CHANGES) {
    editPlan(doc, () => changes.slice(from, from + BATCH_CHANGES).forEach(revert));
  }
}

function push<Label>(stack: Command<Label>[], command: Command<Label>): void {
  stack.push(command);
  if (stack.length > MAX_COMMANDS) stack.shift();
}
