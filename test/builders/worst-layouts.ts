import { type Layout, LAYOUT_VALUES } from "./worst-updates.ts";

const PLAIN: Layout = {
  lists: "one",
  order: "up",
  content: "text",
  left: "own",
  right: "nothing",
  deletes: "nothing",
  known: "nothing",
  isTorn: false,
};

const UNLIKE_PLAIN: Readonly<Record<string, Partial<Layout>>> = {
  "typed text": {},
  "collected structs, each in its own range": { content: "collected", deletes: "own all" },
  "lists that wait for each other backwards": { lists: "many", left: "same of next" },
  "lists that wait for each other forwards": { lists: "many", left: "same of next", order: "down" },
  "lists that wait for each other in turns": { lists: "two", left: "in turns", right: "in turns" },
  "lists that all wait for the last of the next": {
    lists: "some",
    left: "last of next",
    right: "same of next",
  },
  "one range over what was torn": { deletes: "standing all", isTorn: true },
  "the same range over and over": { deletes: "standing over and over", isTorn: true },
  "what is known by half": { known: "half", lists: "some", deletes: "own torn" },
  "two lists at one place": { lists: "two", left: "nothing", content: "value" },
  "many lists at one place": { lists: "many", left: "nothing", content: "value" },
  "items behind what others follow": { left: "standing", content: "value" },
  "values that nest": { content: "nested" },
  "formats of formats": { content: "format" },
  "types in a row": { content: "type" },
};

/** Shapes that once took time by the square, neighbours of them, and the plainest one. */
export const KNOWN_LAYOUTS: Readonly<Record<string, Layout>> = Object.fromEntries(
  Object.entries(UNLIKE_PLAIN).map(([name, layout]) => [name, { ...PLAIN, ...layout }]),
);

/** Some layout, each as likely as any other. */
export function randomLayout(random: () => number): Layout {
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  return Object.fromEntries(
    Object.entries(LAYOUT_VALUES).map(([key, values]) => [key, pick<unknown>(values)]),
  ) as unknown as Layout;
}
