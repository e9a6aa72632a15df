import { createEntry } from "@planwand/shared/plan/create.ts";
import {
  editPlan,
  entriesOf,
  type EntryRoot,
  mapIn,
  rootMap,
  type SharedMap,
} from "@planwand/shared/plan/entry.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { ranksBetween } from "@planwand/shared/order/rank.ts";
import { REGISTER_CHECKS } from "@planwand/shared/plan/registers.ts";
import { addItem } from "@planwand/shared/plan/ranked.ts";
import { type FieldKind, FIELDS, ROLE_SLOTS, type Root, ROOTS } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";
import { STAMP } from "./plan-doc.ts";

const ENTRY_ROOTS = ROOTS.filter((root) => root !== "meta");
const WORDS = ["toets", "rooster", "de commissie", "één 😀", "afname", "kwaliteit", "\n", "ICT"] as const;
/** Values among which each register finds some of its own. */
const VALUES: readonly unknown[] = [
  ["idea", "planned", "active", "blocked", "done", "dropped", "high", "normal", "low", "medium"],
  ["open", "prepared", "advice", "decided", "returned", "align", "feedback", "inform"],
  ["team", "body", "function", "supplier", "ict", "onderwijs", "nl", "en"],
  [0, 3, 7, 25, 100, "2026-09-01", "2027-02-28", null, true, false],
  [{ for: "antwoord", since: "2026-10-01", party: null }],
].flat();

/**
 * Somebody who writes anything that can be written in a plan document, one transaction at a time: any field of any kind of entry,
 * new entries and items, and the bin.
 */
export class RandomEditor {
  readonly #doc: Y.Doc;
  readonly #random: () => number;
  readonly #name: string;
  #count = 0;

  constructor(doc: Y.Doc, random: () => number, name = "random") {
    this.#doc = doc;
    this.#random = random;
    this.#name = name;
  }

  edit(): void {
    editPlan(this.#doc, () => {
      if (this.#random() < 0.12) this.#create();
      else this.#change();
    });
  }

  #pick<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.#random() * choices.length)];
    if (choice === undefined) throw new Error("nothing to choose from");
    return choice;
  }

  #newId(): string {
    return `${this.#name}-${String(++this.#count).padStart(8, "0")}`;
  }

  #idOf(root: EntryRoot): string {
    const entries = entriesOf(rootMap(this.#doc, root));
    return entries.length === 0 ? "nothing-there" : this.#pick(entries)[0];
  }

  #rank(): string {
    return ranksBetween(null, null, 12)[Math.floor(this.#random() * 12)] ?? "a0";
  }

  #create(): void {
    const root = this.#pick(ENTRY_ROOTS);
    const id = this.#newId();
    const rank = this.#rank();
    const [phase, domain] = [this.#idOf("phases"), this.#idOf("domains")];
    if (root === "activities") {
      const place = [phase, domain, rank] as const;
      createEntry(this.#doc, root, id, { place, title: this.#words(), what: this.#words() }, STAMP);
    } else if (root === "cells")
      createEntry(this.#doc, root, id, { phase, domain, emptyReason: this.#words() }, STAMP);
    else if (root === "waivers") {
      const values = { check: "K14", subject: this.#idOf("decisions"), reason: this.#words() };
      createEntry(this.#doc, root, id, values, STAMP);
    } else createEntry(this.#doc, root, id, { rank }, STAMP);
  }

  #words(): string {
    return Array.from({ length: 1 + Math.floor(this.#random() * 4) }, () => this.#pick(WORDS)).join(" ");
  }

  #change(): void {
    const root = this.#pick(ROOTS);
    const id = root === "meta" ? "meta" : this.#idOf(root);
    const entry = root === "meta" ? rootMap(this.#doc, root) : mapIn(rootMap(this.#doc, root), id);
    if (entry === null) return;
    const fields: readonly [string, FieldKind][] = Object.entries(FIELDS[root]);
    const [field, kind] = this.#pick(fields);
    if (field === "schema") return;
    if (kind === "register") this.#register(root, id, entry, field);
    else if (kind === "items") this.#items(root, id, field, mapIn(entry, field));
    else this.#shared(entry.get(field), kind, field);
  }

  #register(root: Root, id: string, entry: SharedMap, field: string): void {
    if (field === "archived") entry.set(field, this.#random() < 0.5 ? STAMP : null);
    else if (field === "rank") entry.set(field, this.#rank());
    else if (field === "place") entry.set(field, [this.#idOf("phases"), this.#idOf("domains"), this.#rank()]);
    else if (root in REGISTER_CHECKS) {
      const references = ["phases", "activities", "parties", "decisions"] as const;
      const value = this.#random() < 0.6 ? this.#pick(VALUES) : this.#idOf(this.#pick<EntryRoot>(references));
      // Whatever the register cannot hold is refused.
      setRegister(this.#doc, root as "activities", id, field as "status", value as "idea");
    }
  }

  #items(root: Root, id: string, field: string, items: SharedMap | null): void {
    if (items === null) return;
    const known = entriesOf(items);
    if (known.length === 0 || this.#random() < 0.4) {
      const at = { root: root as "activities", id, field: field as "steps", item: this.#newId() };
      const values = { title: this.#words(), done: false, url: "https://example.nl", pros: "", cons: "" };
      addItem(this.#doc, at, values);
      return;
    }
    const [, item] = this.#pick(known);
    const title = item.get("title");
    const chance = this.#random();
    if (chance < 0.3) item.set("archived", this.#random() < 0.5 ? STAMP : null);
    else if (chance < 0.5) item.set("rank", this.#rank());
    else if (title instanceof Y.Text) this.#text(title);
    else item.set("title", this.#words());
    if (field === "steps") item.set("done", this.#random() < 0.5);
  }

  #shared(value: unknown, kind: FieldKind, field: string): void {
    if (value instanceof Y.XmlFragment) this.#rich(value);
    else if (value instanceof Y.Text) this.#text(value);
    else if (value instanceof Y.Map) {
      const set: SharedMap = value;
      const slot = field === "roles" || kind === "names" ? `${this.#pick(ROLE_SLOTS)}:` : "";
      const root = field === "dependsOn" ? "activities" : field === "goals" ? "goals" : "parties";
      const key = field === "flows" ? this.#pick(["0", "3", "6"]) : `${slot}${this.#idOf(root)}`;
      if (set.has(key)) set.delete(key);
      else set.set(key, kind === "names" ? this.#words() : true);
    }
  }

  #text(text: Y.Text): void {
    const at = Math.floor(this.#random() * (text.length + 1));
    if (this.#random() < 0.4) text.delete(at, Math.min(text.length - at, 5));
    else text.insert(at, this.#words());
  }

  #rich(fragment: Y.XmlFragment): void {
    const nodes = fragment.toArray();
    const chance = this.#random();
    if (nodes.length === 0 || chance < 0.3) {
      const at = Math.floor(this.#random() * (nodes.length + 1));
      fragment.insert(at, [this.#paragraph()]);
      return;
    }
    const at = Math.floor(this.#random() * nodes.length);
    const node = nodes[at];
    if (chance < 0.45) fragment.delete(at, 1);
    else if (chance < 0.55) {
      const item = new Y.XmlElement("listItem");
      item.insert(0, [this.#paragraph()]);
      const list = new Y.XmlElement("bulletList");
      list.insert(0, [item]);
      fragment.insert(at, [list]);
    } else if (node instanceof Y.XmlElement) {
      const [text] = node.toArray();
      if (!(text instanceof Y.XmlText)) return;
      if (chance < 0.7 && text.length > 1) text.format(0, Math.ceil(text.length / 2), { bold: {} });
      else this.#text(text);
    }
  }

  #paragraph(): Y.XmlElement {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(this.#words())]);
    return paragraph;
  }
}
