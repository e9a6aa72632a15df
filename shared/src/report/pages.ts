import type { Section } from "./blocks.ts";

/** Sections that follow on each other on pages of the same form. */
export interface PageGroup {
  readonly landscape: boolean;
  readonly sections: readonly Section[];
}

/** Puts sections of the same orientation together, in their order. */
export function pagesOf(sections: readonly Section[]): readonly PageGroup[] {
  const groups: { readonly landscape: boolean; readonly sections: Section[] }[] = [];
  for (const section of sections) {
    const landscape = section.orientation === "landscape";
    const last = groups.at(-1);
    if (last?.landscape === landscape) last.sections.push(section);
    else groups.push({ landscape, sections: [section] });
  }
  return groups;
}
