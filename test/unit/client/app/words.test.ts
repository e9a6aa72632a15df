import { en } from "@planwand/client/i18n/en.ts";
import { nl } from "@planwand/client/i18n/nl.ts";
import { nlParts } from "@planwand/client/i18n/nl-parts.ts";
import { PROBLEMS } from "@planwand/server/http/problems.ts";
import { expect, test } from "vitest";

type Tree = { readonly [key: string]: string | Tree };

/** Every sentence by its key, e.g. `app.notFound.title`. */
function sentences(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(path + key, value);
    else for (const [inner, text] of sentences(value, `${path}${key}.`)) found.set(inner, text);
  }
  return found;
}

const blanks = (text: string): string[] =>
  Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name ?? "").sort();
const dutch = sentences({ ...nl, ...nlParts });
const english = sentences(en);

test("[U1] Dutch and English have the same keys, and none is empty", () => {
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  for (const [key, text] of [...dutch, ...english]) expect(text.trim(), key).not.toBe("");
});

test("[U1] every sentence asks for the same things in both languages", () => {
  for (const [key, text] of dutch) expect(blanks(english.get(key) ?? ""), key).toEqual(blanks(text));
});

test("[U1] whoever reads Dutch is called je, by the pages and by the server", () => {
  const problems = Object.entries(PROBLEMS).map(([code, { nl: text }]) => [code, text] as const);
  const formal = [...dutch, ...problems].filter(([, text]) =>
    /(?<![\p{L}'])(?:u|uw)(?![\p{L}'])/iu.test(text),
  );
  expect(formal).toEqual([]);
});
