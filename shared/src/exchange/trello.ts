import { z } from "zod";
import { type Cell, oneLine } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { linkLine, stepLine } from "./list-columns.ts";
import { joinNames } from "./labels.ts";
import { STATUS_WORDS, valueOfWord } from "./words.ts";

/** What the file leaves out, or says to be nothing, is this. */
const orElse = <Value extends z.ZodType>(value: Value, otherwise: z.output<Value>) =>
  value.nullish().transform((given) => given ?? otherwise);
const text = orElse(z.string(), "");
const place = orElse(z.number(), 0);
const yes = orElse(z.boolean(), false);

/** What of a board exported by Trello is read; all else in it is passed over. */
const trelloBoard = z.object({
  name: z.string(),
  lists: z.array(z.object({ id: z.string(), name: z.string(), closed: yes, pos: place })),
  cards: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      desc: text,
      idList: z.string(),
      closed: yes,
      pos: place,
      start: z.string().nullish(),
      due: z.string().nullish(),
      dueComplete: yes,
      labels: orElse(z.array(z.object({ name: text })), []),
      idMembers: orElse(z.array(z.string()), []),
      attachments: orElse(z.array(z.object({ name: text, url: text })), []),
    }),
  ),
  checklists: orElse(
    z.array(
      z.object({
        idCard: z.string(),
        pos: place,
        checkItems: orElse(z.array(z.object({ name: text, state: text, pos: place })), []),
      }),
    ),
    [],
  ),
  members: orElse(z.array(z.object({ id: z.string(), fullName: text })), []),
  actions: orElse(
    z.array(
      z.object({
        type: text,
        data: z.object({ text, card: z.object({ id: text }).nullish() }).nullish(),
      }),
    ),
    [],
  ),
});
export type TrelloBoard = z.infer<typeof trelloBoard>;
type Card = TrelloBoard["cards"][number];

/** Reads what Trello exports; null for what is no board. */
export function readTrello(value: unknown): TrelloBoard | null {
  const read = trelloBoard.safeParse(value);
  return read.success ? read.data : null;
}

/**
 * The cards of a board as a table, in their order: lists are phases, or statuses when every list is called like one; the first label is the
 * domain, members do it, attachments are links; descriptions, days and checklists come along. Other labels and comments stand in columns
 * that are told and left out. What was archived there stays there. Before it the lists, so that those without cards are phases too.
 */
export function trelloTables(board: TrelloBoard): readonly RawTable[] {
  const open = board.lists.filter(({ closed }) => !closed).toSorted(byPlace);
  const isByStatus = open.every(({ name }) => valueOfWord(STATUS_WORDS, name) !== null);
  const rows = open.flatMap((list) =>
    board.cards
      .filter((card) => !card.closed && card.idList === list.id)
      .toSorted(byPlace)
      .map((card) => cardRow(board, card, { list: list.name, isByStatus })),
  );
  const cards = { name: board.name, rows: [HEADINGS, ...rows] };
  if (isByStatus) return [cards];
  return [{ name: "Fasen", rows: [["Fase"], ...open.map(({ name }) => [name])] }, cards];
}

const HEADINGS = [
  "Fase",
  "BOP-domein",
  "Activiteit",
  "Wat gebeurt er?",
  "Uitvoerder",
  "Begin",
  "Klaar op",
  "Status",
  "Stappen",
  "Links",
  "Labels",
  "Reacties",
];

const byPlace = (a: { readonly pos: number }, b: { readonly pos: number }): number => a.pos - b.pos;

function cardRow(
  { checklists, members, actions }: TrelloBoard,
  card: Card,
  { list, isByStatus }: { readonly list: string; readonly isByStatus: boolean },
): Cell[] {
  const steps = checklists
    .filter(({ idCard }) => idCard === card.id)
    .toSorted(byPlace)
    .flatMap(({ checkItems }) => checkItems.toSorted(byPlace))
    .map((item) => stepLine({ title: item.name, done: item.state === "complete" }));
  const [label = null, ...otherLabels] = card.labels.map(({ name }) => name).filter(isSaid);
  const people = card.idMembers.map((id) => members.find((member) => member.id === id)?.fullName ?? "");
  const links = card.attachments
    .filter(({ url }) => isSaid(url))
    .map(({ name, url }) => linkLine({ title: name, url }));
  const said = actions.filter(({ type, data }) => type === "commentCard" && data?.card?.id === card.id);
  const status = card.dueComplete ? STATUS_WORDS.done.nl : null;
  return [
    isByStatus ? null : list,
    label,
    card.name,
    card.desc,
    joinNames(people.filter(isSaid)),
    card.start ?? null,
    card.due ?? null,
    isByStatus ? (status ?? list) : status,
    steps.join("\n"),
    links.join("\n"),
    joinNames(otherLabels),
    said.map(({ data }) => oneLine(data?.text ?? "")).join("\n"),
  ];
}

const isSaid = (name: string): boolean => name.trim() !== "";
