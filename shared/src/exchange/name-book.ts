import type { NewId } from "../kernel/id.ts";
import type { Plan } from "../plan/schema.ts";
import { nameKey } from "../kernel/name-key.ts";
import { oneLine } from "./cell.ts";
import { labelsOf, type NamedRoot, splitLabel } from "./labels.ts";

/** What becomes of a name that the plan does not know: a new entry, the entry of that id, or nothing. */
export type NameChoice = "new" | "skip" | { readonly id: string };

/** A name that the plan does not know, how often it is named, and what becomes of it. */
export interface UnknownName {
  readonly root: NamedRoot;
  readonly name: string;
  readonly count: number;
  readonly choice: NameChoice;
}

/** What a person said becomes of unknown names, by `root:name` with the name as `nameKey` gives it. */
export type NameChoices = Readonly<Record<string, NameChoice>>;

/** Under what a choice for an unknown name is found. */
export function nameChoiceKey(root: NamedRoot, name: string): string {
  return `${root}:${nameKey(name)}`;
}

/** An entry that has to be made because something names it. */
export interface NamedEntry {
  readonly root: "goals" | "phases" | "domains" | "parties";
  readonly id: string;
  readonly name: string;
}

const isMakeable = (root: NamedRoot): root is NamedEntry["root"] =>
  root !== "activities" && root !== "decisions";

/** Finds entries by the names that cells give them: those of the plan, those in the file, and those to be made. */
export class NameBook {
  readonly #choices: NameChoices;
  readonly #newId: NewId;
  readonly #byName = new Map<string, string[]>();
  readonly #byId = new Map<string, string>();
  readonly #unknown = new Map<string, UnknownName>();
  readonly #made = new Map<string, NamedEntry>();

  constructor(plan: Plan, choices: NameChoices, newId: NewId) {
    this.#choices = choices;
    this.#newId = newId;
    const labels = labelsOf(plan);
    for (const root of Object.keys(labels) as NamedRoot[])
      for (const [id, label] of labels[root]) this.add(root, id, id, splitLabel(label).name);
  }

  /** Says that an entry of the file, under `fileId` in it, is or becomes the one of `id`, called so. */
  add(root: NamedRoot, fileId: string | null, id: string, name: string): void {
    if (fileId !== null) this.#byId.set(`${root}:${fileId}`, id);
    const key = nameChoiceKey(root, oneLine(name));
    const known = this.#byName.get(key) ?? [];
    if (!known.includes(id)) this.#byName.set(key, [...known, id]);
  }

  /** The id for a name; `isAmbiguous` when several entries are called so, of which it is the first. Null when it comes to nothing. */
  find(root: NamedRoot, text: string): { readonly id: string | null; readonly isAmbiguous: boolean } {
    const { name, id } = splitLabel(oneLine(text));
    const exact = id === null ? undefined : this.#byId.get(`${root}:${id}`);
    if (exact !== undefined) return { id: exact, isAmbiguous: false };
    const found = this.#byName.get(nameChoiceKey(root, name)) ?? [];
    if (found[0] !== undefined) return { id: found[0], isAmbiguous: found.length > 1 };
    return { id: this.#unknownName(root, name), isAmbiguous: false };
  }

  /** The names that the plan does not know, as often as they were asked for. */
  get unknown(): readonly UnknownName[] {
    return [...this.#unknown.values()];
  }

  /** The entries to be made for names. */
  get made(): readonly NamedEntry[] {
    return [...this.#made.values()];
  }

  #unknownName(root: NamedRoot, name: string): string | null {
    const key = nameChoiceKey(root, name);
    const choice = this.#choices[key] ?? (isMakeable(root) ? "new" : "skip");
    const count = (this.#unknown.get(key)?.count ?? 0) + 1;
    this.#unknown.set(key, { root, name, count, choice });
    if (choice === "skip") return null;
    if (choice !== "new") return choice.id;
    if (!isMakeable(root)) return null;
    const made = this.#made.get(key) ?? { root, id: this.#newId(), name };
    this.#made.set(key, made);
    return made.id;
  }
}
