/** What a card or a cell shows besides its first face; fetched together. */
export { CardLens } from "./card-lens.tsx";
export { CardStory } from "./card-story.tsx";
export { EmptyCell } from "./empty-cell.tsx";
export { PastedQuestion } from "./pasted-question.tsx";
