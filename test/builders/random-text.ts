import type { RichBlock } from "@planwand/shared/plan/schema.ts";
import fc from "fast-check";

/** 300 letters without a place to break. */
const LONG_WORD = "examenorganisatieverantwoordelijkheidsmatrix".repeat(7).slice(0, 300);

/** Texts that somebody will write one day and that break what was not thought through. */
const NASTY_TEXTS = [
  "",
  " ",
  LONG_WORD,
  "Zoë’s ‘toets’ — één € 👩‍🏫🏽 ﬁ",
  "מבחן עברית",
  '=HYPERLINK("https://example.invalid")',
  '<b>vet</b> & "quoted"; | a,b;c',
  "#raw *ster* _laag_ $x$ \\",
  "__proto__",
  "constructor",
  "null",
] as const;

/** One line as people write it: mostly ordinary, at times empty, endless, or in another script. */
export const lineOfText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }).map((number) => `Toetsplan ${String(number)}`) },
  { weight: 2, arbitrary: fc.constantFrom(...NASTY_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 24 }) },
);

/** A rich field: its text as the plan reads it, and its blocks when it has formatting. */
interface SomeRich {
  readonly text: string;
  readonly blocks: readonly RichBlock[] | null;
}

const FORMATTED: SomeRich = {
  text: "Zet over\nper team\nin één keer",
  blocks: [
    { type: "paragraph", runs: [{ text: "Zet ", bold: true }, { text: "over" }] },
    {
      type: "bulletList",
      items: [
        [{ type: "paragraph", runs: [{ text: "per team", link: "https://example.invalid/team" }] }],
        [{ type: "paragraph", runs: [{ text: "in één keer", italic: true }] }],
      ],
    },
  ],
};

const MANY_LINES = "Eerste regel\n\nDerde regel na een witte\nlaatste";

/** A rich text: one line, several, formatted, or nothing. */
export const richText: fc.Arbitrary<SomeRich> = fc.oneof(
  { weight: 5, arbitrary: lineOfText.map((line) => ({ text: line.trimEnd(), blocks: null })) },
  { weight: 1, arbitrary: fc.constant({ text: MANY_LINES, blocks: null }) },
  { weight: 1, arbitrary: fc.constant(FORMATTED) },
);

/** Blocks by field, as the plan has them: only of fields with formatting. */
export function richOf<Field extends string>(
  fields: Readonly<Record<Field, SomeRich>>,
): { readonly [field in Field]?: readonly RichBlock[] } {
  const rich: { [field in Field]?: readonly RichBlock[] } = {};
  for (const field of Object.keys(fields) as Field[]) {
    const { blocks } = fields[field];
    if (blocks !== null) rich[field] = blocks;
  }
  return rich;
}
