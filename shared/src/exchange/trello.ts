import { z } from "zod";
import type { Cell } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { stepLine } from "./list-columns.ts";
import { STATUS_WORDS, valueOfWord } from "./words.ts";

/** What of a board exported by Trello is read; all else in it is passed over. */
const trelloBoard = z.object({
  name: z.string(),
  lists: z.array(z.object({ id: z.string(), name: z.string(), closed: z.boolean().default(false) })),
  cards: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      desc: z.string().default(""),
      idList: z.string(),
      closed: z.boolean().default(false),
      start: z.string().nullish(),
      due: z.string().nullish(),
      dueComplete: z.boolean().default(false),
      labels: z.array(z.object({ name: z.string().default("") })).default([]),
    }),
  ),
  checklists: z
    .array(
      z.object({
        idCard: z.string(),
        checkItems: z.array(z.object({ name: z.string(), state: z.string(), pos: z.number().default(0) })),
      }),
    )
    .default([]),
});
export type TrelloBoard = z.infer<typeof trelloBoard>;

/** Reads what Trello exports; null for what is no board. */
export function readTrello(value: unknown): TrelloBoard | null {
  const read = trelloBoard.safeParse(value);
  return read.success ? read.data : null;
}

/**
 * The cards of a board as a table: lists are phases, or statuses when every list is called like one; labels are domains; descriptions,
 * days and checklists come along. What was archived there stays there.
 */
export function trelloTable({ name, lists, cards, checklists }: TrelloBoard): RawTable {
  const open = new Map(lists.filter(({ closed }) => !closed).map((list) => [list.id, list.name]));
  const isByStatus = [...open.values()].every((list) => valueOfWord(STATUS_WORDS, list) !== null);
  const rows = cards
    .filter((card) => !card.closed && open.has(card.idList))
    .map((card): Cell[] => {
      const steps = checklists
        .filter(({ idCard }) => idCard === card.id)
        .flatMap(({ checkItems }) => checkItems.toSorted((a, b) => a.pos - b.pos))
        .map((item) => stepLine({ title: item.name, done: item.state === "complete" }));
      const label = card.labels.find((one) => one.name.trim() !== "")?.name ?? null;
      const status = card.dueComplete ? STATUS_WORDS.done.nl : null;
      const list = open.get(card.idList) ?? null;
      return [
        isByStatus ? null : list,
        label,
        card.name,
        card.desc,
        card.start ?? null,
        card.due ?? null,
        isByStatus ? (status ?? list) : status,
        steps.join("\n"),
      ];
    });
  const headings = [
    "Fase",
    "BOP-domein",
    "Activiteit",
    "Wat gebeurt er?",
    "Begin",
    "Klaar op",
    "Status",
    "Stappen",
  ];
  return { name, rows: [headings, ...rows] };
}
