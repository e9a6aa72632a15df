import { fragmentsOf, plainText } from "@planwand/shared/kernel/plain-text.ts";
import { type Findable, lookUp, prepare, type Prepared } from "@planwand/shared/views/search.ts";
import { type HandbookPage, plainOf, sentencesOf } from "./handbook-page.ts";

/** A page of the handbook that can be looked in. */
interface FindablePage extends Findable {
  readonly page: HandbookPage;
}

/** A page in which something was found, with the sentence that says it. */
export interface FoundPage {
  readonly page: HandbookPage;
  readonly sentence: string;
}

export function prepareHandbook(pages: readonly HandbookPage[]): readonly Prepared<FindablePage>[] {
  return prepare(
    pages.map((page) => ({
      group: "page",
      title: page.title,
      detail: sentencesIn(page).join(" "),
      page,
    })),
  );
}

/** The pages that hold what was typed, in any order and form of its words, the best first. */
export function searchHandbook(
  prepared: readonly Prepared<FindablePage>[],
  typed: string,
): readonly FoundPage[] {
  const fragments = fragmentsOf(typed);
  return lookUp(prepared, typed, prepared.length)
    .flatMap(({ items }) => items)
    .map(({ page }) => ({ page, sentence: sentenceWith(page, fragments) }));
}

const sentencesIn = (page: HandbookPage): readonly string[] => [
  plainOf(page.intro),
  ...page.blocks.flatMap(sentencesOf),
];

/** The first sentence with most of the fragments as they were typed; else what the page is about. */
function sentenceWith(page: HandbookPage, fragments: readonly string[]): string {
  const countIn = (sentence: string): number => {
    const plain = plainText(sentence);
    return fragments.filter((fragment) => plain.includes(fragment)).length;
  };
  const sentences = sentencesIn(page);
  const counts = sentences.map(countIn);
  return sentences[counts.indexOf(Math.max(...counts))] ?? "";
}
