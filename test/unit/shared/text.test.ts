import { createEntry } from "@planwand/shared/plan/create.ts";
import { entryOf } from "@planwand/shared/plan/entry.ts";
import { safeLink } from "@planwand/shared/plan/link.ts";
import { replaceText } from "@planwand/shared/plan/replace-text.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { setText } from "@planwand/shared/plan/edit-field.ts";
import type { RichBlock } from "@planwand/shared/plan/schema.ts";
import { readRichText } from "@planwand/shared/plan/text.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { STAMP } from "../../builders/plan-doc.ts";
import { FIRST_CARDS, smallPlanReplicas } from "../../builders/plan-replicas.ts";

/** A document with one activity, whose `what` is made from `input`. */
function withWhat(input: string | readonly RichBlock[]): { doc: Y.Doc; what: Y.XmlFragment } {
  const doc = new Y.Doc();
  createEntry(doc, "activities", "activity-1", { place: ["", "", ""], what: input }, STAMP);
  const what = entryOf(doc, "activities", "activity-1")?.get("what");
  if (!(what instanceof Y.XmlFragment)) throw new Error("no fragment was made");
  return { doc, what };
}

const p = (text: string) => ({ type: "paragraph", runs: text === "" ? [] : [{ text }] }) as const;

test("[P4] plain text becomes a paragraph a line and reads back without blocks", () => {
  const { doc, what } = withWhat("een\n\ntwee");
  expect(what.toString()).toBe(
    "<paragraph>een</paragraph><paragraph></paragraph><paragraph>twee</paragraph>",
  );
  expect(readRichText(what)).toEqual({ text: "een\n\ntwee", blocks: null });
  expect(readActivity(doc, "activity-1")).toMatchObject({ what: "een\n\ntwee" });
  expect(readActivity(doc, "activity-1")?.rich).toEqual({});
  expect(withWhat("").what.length).toBe(0);
});

test("[P4] lists and marks read back as they were given, and their text a line an item", () => {
  const blocks: RichBlock[] = [
    {
      type: "paragraph",
      runs: [{ text: "plat " }, { text: "vet", bold: true }, { text: "schuin", italic: true }],
    },
    { type: "paragraph", runs: [{ text: "zie", link: "https://example.nl/a?b=c" }] },
    { type: "bulletList", items: [[p("een")], [p("twee"), { type: "orderedList", items: [[p("drie")]] }]] },
  ];
  const { doc, what } = withWhat(blocks);
  expect(readRichText(what)).toEqual({ text: "plat vetschuin\nzie\neen\ntwee\ndrie", blocks });
  expect(readActivity(doc, "activity-1")?.rich.what).toEqual(blocks);
});

test("[P4] unknown nodes, line breaks and strange marks read as their text", () => {
  const { what } = withWhat("");
  const table = new Y.XmlElement("table");
  const cell = new Y.XmlElement("cell");
  cell.insert(0, [new Y.XmlText("in een tabel")]);
  table.insert(0, [cell]);
  const broken = new Y.XmlElement("paragraph");
  broken.insert(0, [new Y.XmlText("boven"), new Y.XmlElement("hardBreak"), new Y.XmlText("onder")]);
  const marked = new Y.XmlText();
  marked.applyDelta([
    { insert: "raar", attributes: { wobble: { a: 1 }, bold: null, link: "x" } },
    { insert: { image: 1 } },
  ]);
  const list = new Y.XmlElement("bulletList");
  list.insert(0, [new Y.XmlText("los"), new Y.XmlElement("paragraph")]);
  what.insert(0, [table, broken, marked, list]);
  expect(readRichText(what)).toMatchObject({ text: "in een tabel\nboven\nonder\nraar\nlos" });
});

test("[P4] nesting without end and what is no fragment read as nothing", () => {
  const { doc, what } = withWhat("");
  doc.transact(() => {
    let parent: Y.XmlFragment = what;
    for (let depth = 0; depth < 20_000; depth++) {
      const list = new Y.XmlElement("bulletList");
      parent.insert(0, [list]);
      parent = list;
    }
  });
  expect(readRichText(what).text).toBe("");
  for (const value of [undefined, null, 3, "x", {}, new Y.Map(), new Y.Text("x")]) {
    expect(readRichText(value)).toEqual({ text: "", blocks: null });
  }
});

test("[P5] only http, https and mailto are links", () => {
  const good = ["https://example.nl", "http://example.nl/x", "mailto:a@example.nl", "HTTPS://EXAMPLE.NL"];
  expect(good.map(safeLink)).toEqual(good);
  const bad = [
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    " data:text/html,x",
    "file:///etc",
    "//x.nl",
    "https://",
    "example.nl",
    "\u0001javascript:x",
    "blob:https://x",
    "",
    null,
    undefined,
    5,
    {},
    ["https://x"],
  ];
  expect(bad.map(safeLink).filter((link) => link !== null)).toEqual([]);
  const long = `https://example.nl/${"a".repeat(1_981)}`;
  expect([safeLink(long), safeLink(`${long}a`)]).toEqual([long, null]);
  expect(safeLink("ht\ntps://exam\u200Bple.nl ")).toBe("https://example.nl");
  const { what } = withWhat([{ type: "paragraph", runs: [{ text: "klik", link: "javascript:alert(1)" }] }]);
  expect(readRichText(what)).toEqual({ text: "klik", blocks: null });
  const evil = new Y.XmlText();
  evil.applyDelta([{ insert: "klik", attributes: { link: { href: "javascript:alert(1)" } } }]);
  what.insert(0, [evil]);
  expect(readRichText(what)).toEqual({ text: "klik\nklik", blocks: null });
});

test("[P6] replacing a text gives the new text, never through half a character", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "é", "\u{1FA00}"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, value) => {
      const shared = new Y.Doc().getText("t");
      shared.insert(0, before);
      const written: string[] = [];
      shared.observe((event) => {
        for (const { insert } of event.delta) if (typeof insert === "string") written.push(insert);
      });
      replaceText(shared, value);
      expect(shared.toJSON()).toBe(value);
      expect(written.every((part) => part.isWellFormed())).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("[P6] what another types in the same title survives, and an equal title writes nothing", () => {
  const mail = smallPlanReplicas(2);
  const [one, two] = mail.docs;
  if (one === undefined || two === undefined) throw new Error("two replicas");
  const [card] = FIRST_CARDS;
  setText(one, "activities", card, "title", "Proces in kaart");
  mail.deliverAll();
  setText(one, "activities", card, "title", "Proces goed in kaart");
  setText(two, "activities", card, "title", "Proces in kaart brengen");
  mail.deliverAll();
  expect(readActivity(one, card)?.title).toBe("Proces goed in kaart brengen");
  expect(readActivity(two, card)?.title).toBe("Proces goed in kaart brengen");
  let updates = 0;
  one.on("update", () => updates++);
  expect(setText(one, "activities", card, "title", "Proces goed in kaart brengen").ok).toBe(true);
  expect(updates).toBe(0);
  expect(setText(one, "activities", "unknown-card", "title", "x")).toEqual({
    ok: false,
    refusal: "not-found",
  });
  entryOf(one, "activities", card)?.set("title", 3);
  expect(setText(one, "activities", card, "title", "x")).toEqual({ ok: false, refusal: "invalid" });
});
