import type { Step } from "@planwand/shared/workshop/agenda.ts";
import type { TFunction } from "i18next";

/** What a step is called: by its kind when nobody gave it a title, or when the words of who did are erased. */
export function stepTitle(t: TFunction, { title, kind }: Pick<Step, "title" | "kind">): string {
  return title.trim() || t(`workshop.kinds.${kind}`);
}
