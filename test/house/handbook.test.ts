import { HELP_CONTENTS } from "@planwand/client/app/help-contents.ts";
import { VIEW_GROUPS } from "@planwand/client/app/view-names.ts";
import { en } from "@planwand/client/i18n/en.ts";
import { nl } from "@planwand/client/i18n/nl.ts";
import { nlParts } from "@planwand/client/i18n/nl-parts.ts";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, textOf } from "./tree.ts";

const LANGUAGES = ["nl", "en"] as const;
const SCREEN = { nl: textsOf({ ...nl, ...nlParts }), en: textsOf(en) };

interface Words {
  readonly [key: string]: string | Words;
}

function textsOf(words: Words): ReadonlySet<string> {
  const texts = Object.values(words).flatMap((word) =>
    typeof word === "string" ? [word] : [...textsOf(word)],
  );
  return new Set(texts);
}

const pagesIn = (language: string): string[] =>
  filesBelow(`docs/handleiding/${language}`, /\.md$/).map((path) => basename(path, ".md"));

/** What a page is made of, whatever its language: how each of its lines begins. */
const shapeOf = (path: string): string[] =>
  textOf(path)
    .split("\n")
    .map((line) => /^(#+ |- |\d+\. |\||!|$)/u.exec(line)?.[0] ?? "text");

test("[H21] the handbook has a page for each view and for whatever else it lists, and no other, in both languages", () => {
  const listed = Object.values(HELP_CONTENTS).flat().toSorted();
  for (const language of LANGUAGES) expect(pagesIn(language).toSorted()).toEqual(listed);
  for (const view of Object.values(VIEW_GROUPS).flat()) expect(listed).toContain(view);
});

test("[H21] a page of the handbook says the same in both languages, line by line", () => {
  for (const name of pagesIn("nl"))
    expect(shapeOf(`docs/handleiding/en/${name}.md`), name).toEqual(
      shapeOf(`docs/handleiding/nl/${name}.md`),
    );
});

test("[H21] what a page of the handbook gives as a word of the screen is on the screen", () => {
  const unknown = LANGUAGES.flatMap((language) =>
    filesBelow(`docs/handleiding/${language}`, /\.md$/).flatMap((path) =>
      Array.from(textOf(path).matchAll(/_([^_\n]+)_/gu), ([, label = ""]) => label)
        .filter((label) => !SCREEN[language].has(label))
        .map((label) => `${path}: ${label}`),
    ),
  );
  expect(unknown).toEqual([]);
});
