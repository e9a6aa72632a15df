import type * as Y from "yjs";
import { editPlan } from "./entry.ts";
import type { Stamp } from "./schema.ts";
import { type Change, recordChanges, revertChange } from "./undo-change.ts";

/** More than anyone walks back. */
const MAX_COMMANDS = 200;

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
  readonly skipped: readonly Skipped[];
}

interface Command<Label> {
  readonly label: Label;
  readonly changes: readonly Change[];
}

/**
 * What one tab did to the structure of a plan, to walk back and forth over. Each value is put back only if it is still what this tab
 * made it, so nobody's later work is undone. Text is not in it: every editor has its own undo.
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

  /** Runs an edit and remembers what it wrote under `label`; an edit that wrote nothing is not remembered. */
  run<T>(label: Label, edit: () => T): T {
    const { value, changes } = recordChanges(this.#doc, edit);
    if (changes.length > 0) {
      push(this.#undo, { label, changes });
      this.#redo.length = 0;
      this.#changed();
    }
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

  #walk(from: Command<Label>[], to: Command<Label>[], stamp: Stamp): UndoOutcome<Label> | null {
    const command = from.pop();
    if (command === undefined) return null;
    const done: Change[] = [];
    const skipped: Skipped[] = [];
    const inverses: Change[] = [];
    editPlan(this.#doc, () => {
      for (const change of command.changes) {
        const reverted = revertChange(this.#doc, change, stamp);
        if (reverted.ok) {
          done.push(change);
          inverses.push(reverted.inverse);
        } else skipped.push({ change, reason: "changed-meanwhile", changedBy: reverted.changedBy });
      }
    });
    if (inverses.length > 0) push(to, { label: command.label, changes: inverses });
    this.#changed();
    return { label: command.label, done, skipped };
  }
}

function push<Label>(stack: Command<Label>[], command: Command<Label>): void {
  stack.push(command);
  if (stack.length > MAX_COMMANDS) stack.shift();
}
