import type { NewId } from "../kernel/id.ts";
import type { Plan } from "../plan/schema.ts";
import { nameKey } from "../kernel/name-key.ts";
import { oneLine } from "./cell.ts";
import { labelsOf, type NamedRoot, splitLabel } from "./labels.ts";
import { isNobody, LikelyNames } from "./likely-name.ts";
import { nameParts, plainName } from "./name-parts.ts";

/**
 * What becomes of a name that the plan does not know: a new entry, the entry of that id, the same as another such name, an entry for each of the
 * names that it holds, or nothing.
 */
export type NameChoice = "new" | "split" | "skip" | { readonly id: string } | { readonly as: string };

/** A name that the plan does not know, how often it is named, and what becomes of it. */
export interface UnknownName {
  readonly root: NamedRoot;
  readonly name: string;
  readonly count: number;
  readonly choice: NameChoice;
  /** The names that it seems to hold, when it seems to hold several. */
  readonly parts: readonly string[];
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

/** What somebody's name comes to: no entries when it is left out, several when it holds several names. */
export interface FoundName {
  readonly ids: readonly string[];
  /** Several entries are called so, of which it is the first. */
  readonly isAmbiguous: boolean;
}

/** Roots of which one entry may be meant by a name that is like its own. */
const LIKENED: ReadonlySet<NamedRoot> = new Set(["phases", "domains", "parties", "goals"]);

/** Programs write the address of an entry behind its name. */
const ADDRESS_BEHIND = / ?\(https?:\/\/[^()\s]{1,400}\)$/u;

/** Finds entries by the names that cells give them: those of the plan, those in the file, and those to be made. */
export class NameBook {
  readonly #choices: NameChoices;
  readonly #newId: NewId;
  readonly #byName = new Map<string, string[]>();
  readonly #byId = new Map<string, string>();
  readonly #nameOf = new Map<string, string>();
  readonly #removed = new Set<string>();
  readonly #unknown = new Map<string, UnknownName>();
  readonly #general = new Map<"phases" | "domains", string>();
  readonly #made = new Map<string, NamedEntry>();
  /** The entries there are, and the unknown names that become one, by what they are called. */
  readonly #known = new Map<NamedRoot, LikelyNames>();
  readonly #new = new Map<NamedRoot, LikelyNames>();

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
    this.#nameOf.set(id, oneLine(name));
    const known = this.#byName.get(key) ?? [];
    if (known.includes(id)) return;
    this.#byName.set(key, [...known, id]);
    if (LIKENED.has(root)) namesOf(this.#known, root).add(id, name);
  }

  /**
   * Says how an entry was called when the file was made: by that it is found unless another is called so, and when it `isThere` no more it
   * is not made again.
   */
  recall(root: NamedRoot, id: string, name: string, isThere: boolean): void {
    const key = nameChoiceKey(root, oneLine(name));
    if (this.#byName.has(key)) return;
    if (isThere) this.#byName.set(key, [id]);
    else this.#removed.add(key);
  }

  /** The id for a name, when there is an entry called so; nothing is made for it. */
  known(root: NamedRoot, text: string): readonly string[] {
    return this.#exact(root, text)?.ids ?? [];
  }

  /** The entries for what a cell says, by their names or by what a person said of them. */
  find(root: NamedRoot, text: string): FoundName {
    const exact = this.#exact(root, text);
    if (exact !== null) return exact;
    const plain = root === "parties" ? plainName(oneLine(text)) : oneLine(text).replace(ADDRESS_BEHIND, "");
    return this.#exact(root, plain) ?? { ids: this.#unknownName(root, plain, true), isAmbiguous: false };
  }

  /** Whether a person said to leave a name out. */
  isLeftOut(root: NamedRoot, text: string): boolean {
    return this.#choices[nameChoiceKey(root, splitLabel(plainName(oneLine(text))).name)] === "skip";
  }

  /** The entry for what says a phase and no domain, or the other way round: it is made when there is none. */
  general(root: "phases" | "domains", name: string): string | null {
    this.#general.set(root, name);
    return (this.#exact(root, name)?.ids ?? this.#make(root, name, nameChoiceKey(root, name)))[0] ?? null;
  }

  /** What the phase or domain is called of entries that say the other only, by its kind. */
  get generals(): ReadonlyMap<"phases" | "domains", string> {
    return this.#general;
  }

  #exact(root: NamedRoot, text: string): FoundName | null {
    const { name, id } = splitLabel(oneLine(text));
    const exact = id === null ? undefined : this.#byId.get(`${root}:${id}`);
    if (exact !== undefined) return { ids: [exact], isAmbiguous: false };
    const [first, ...more] = this.#byName.get(nameChoiceKey(root, name)) ?? [];
    return first === undefined ? null : { ids: [first], isAmbiguous: more.length > 0 };
  }

  /** What the entry of an id is called, in the plan, in the file or by what it is made for. */
  nameOf(id: string): string | undefined {
    return this.#nameOf.get(id);
  }

  /** The names that the plan does not know, as often as they were asked for. */
  get unknown(): readonly UnknownName[] {
    return [...this.#unknown.values()];
  }

  /** The entries to be made for names. */
  get made(): readonly NamedEntry[] {
    return [...this.#made.values()];
  }

  #unknownName(root: NamedRoot, label: string, maySplit: boolean): readonly string[] {
    const { name } = splitLabel(label);
    const key = nameChoiceKey(root, name);
    const parts = maySplit && root === "parties" ? this.#partsOf(name) : [];
    const known = this.#unknown.get(key);
    const choice = this.#choices[key] ?? known?.choice ?? this.#guess(root, name, parts);
    this.#unknown.set(key, { root, name, count: (known?.count ?? 0) + 1, choice, parts });
    if (choice === "skip") return [];
    if (choice === "split") return parts.flatMap((part) => this.#part(root, part));
    if (choice === "new") return this.#make(root, name, key);
    if ("id" in choice) return [choice.id];
    const same = this.#exact(root, choice.as)?.ids;
    return same ?? this.#make(root, choice.as, nameChoiceKey(root, choice.as));
  }

  /** The names in a text: between strokes one that the plan knows stays whole, though it says *en* itself. */
  #partsOf(name: string): readonly string[] {
    const sides = name.split(/ ?[/+] ?/u);
    const isKnown = (side: string): boolean => this.#exact("parties", side) !== null;
    if (sides.length < 2 || !sides.some(isKnown)) return nameParts(name);
    const parts = sides.flatMap((side) =>
      isKnown(side) || nameParts(side).length === 0 ? [side] : nameParts(side),
    );
    return parts.every((part) => part.trim() !== "") ? parts : [];
  }

  #part(root: NamedRoot, part: string): readonly string[] {
    return this.#exact(root, part)?.ids ?? this.#unknownName(root, part, false);
  }

  /** Nobody is left out; a name that is like one that is there is that; several are taken apart; all else is new. */
  #guess(root: NamedRoot, name: string, parts: readonly string[]): NameChoice {
    const isGone = this.#removed.has(nameChoiceKey(root, name));
    if (!isMakeable(root) || isGone || (root === "parties" && isNobody(name))) return "skip";
    const known = namesOf(this.#known, root);
    // Of four domains people write the first letter.
    const id = known.find(name) ?? (root === "domains" ? known.initial(name) : null);
    if (id !== null) return { id };
    if (parts.length > 0) return "split";
    const same = namesOf(this.#new, root).find(name);
    if (same !== null) return { as: same };
    namesOf(this.#new, root).add(name, name);
    return "new";
  }

  #make(root: NamedRoot, name: string, key: string): readonly string[] {
    if (!isMakeable(root)) return [];
    const made = this.#made.get(key) ?? { root, id: this.#newId(), name };
    this.#nameOf.set(made.id, name);
    this.#made.set(key, made);
    return [made.id];
  }
}

function namesOf(all: Map<NamedRoot, LikelyNames>, root: NamedRoot): LikelyNames {
  const names = all.get(root) ?? new LikelyNames();
  all.set(root, names);
  return names;
}
