import { keepCompositionApart } from "./composition.ts";
import { keepCharactersWhole } from "./whole-characters.ts";

/** What holds for whatever is typed into any field of the page. */
export function keepTypingSound(): void {
  keepCharactersWhole();
  keepCompositionApart();
}
