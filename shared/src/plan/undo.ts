import * as Y from "yjs";
import { editPlan, PLAN_EDIT } from "./entry.ts";
import type { Stamp } from "./schema.ts";
import { type Change, recordChanges, revertChange } from "./undo-change.ts";

/** Values that are put back in one transaction, so that no update grows beyond what the server takes. */
const CHANGES_AT_ONCE = 500;
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
  /** What the command wrote in texts; null for one that wrote none. */
  readonly texts: Y.UndoManager | null;
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

  /** Runs an edit and remembers what it wrote under `label`; an edit that wrote nothing is not remembered. */
  run<T>(label: Label, edit: () => T): T {
    const { value, changes } = recordChanges(this.#doc, edit);
    if (changes.length > 0) {
      push(this.#undo, { label, changes, texts: null });
      this.#redo.length = 0;
      this.#changed();
    }
    return value;
  }

  /**
   * `run` for an edit that also writes in these texts, as no other command does: what it wrote in them is undone with it, and what
   * others wrote in them stays.
   */
  runWithTexts(label: Label, texts: readonly Y.AbstractType<unknown>[], edit: () => void): void {
    const manager = new Y.UndoManager([...texts], {
      trackedOrigins: new Set([PLAN_EDIT]),
      captureTimeout: Number.POSITIVE_INFINITY,
    });
    const { changes } = recordChanges(this.#doc, edit);
    // From here on only undoing and redoing are followed.
    manager.trackedOrigins.delete(PLAN_EDIT);
    if (changes.length === 0 && !manager.canUndo()) return manager.destroy();
    push(this.#undo, { label, changes, texts: manager });
    this.#redo.length = 0;
    this.#changed();
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
    const waiting = [...command.changes];
    const revertSome = (): void => {
      for (const change of waiting.splice(0, CHANGES_AT_ONCE)) {
        const reverted = revertChange(this.#doc, change, stamp);
        if (reverted.ok) {
          done.push(change);
          inverses.push(reverted.inverse);
        } else skipped.push({ change, reason: "changed-meanwhile", changedBy: reverted.changedBy });
      }
    };
    while (waiting.length > 0) editPlan(this.#doc, revertSome);
    const { texts } = command;
    const wroteText = texts !== null && (from === this.#undo ? texts.undo() : texts.redo()) !== null;
    if (inverses.length > 0 || wroteText) push(to, { label: command.label, changes: inverses, texts });
    this.#changed();
    return { label: command.label, done, skipped };
  }
}

function push<Label>(stack: Command<Label>[], command: Command<Label>): void {
  stack.push(command);
  if (stack.length > MAX_COMMANDS) stack.shift();
}
