const HOUR_SECONDS = 3_600;
const WEEK_MINUTES = 10_080;
/** Node ends a request as a whole after five minutes. */
const REQUEST_SECONDS = 300;
const TEBIBYTE_MEGABYTES = 1_048_576;

/**
 * Every limit of quantity, in one table. A rate refills by `value` each second (or day) and holds at most `seconds` of it;
 * a stock is how much there may be at the same time. Each is a setting: `LIMIT_` and its name in capitals.
 */
export const LIMITS = {
  "address-open-calls": {
    kind: "rate",
    value: 5,
    seconds: 60,
    help: "wrong links from one address",
  },
  "address-joins": {
    kind: "rate",
    value: 5,
    seconds: 60,
    help: "people who come in from one address; a classroom shares an address",
  },
  "address-plans": { kind: "rate", value: 0.1, seconds: 1_200, help: "plans made from one address" },
  "address-wrong-codes": {
    kind: "rate",
    value: 0.2,
    seconds: 100,
    help: "wrong codes of a workshop from one address before they are answered later; a right one is answered at once",
  },
  "address-waiting-codes": {
    kind: "stock",
    value: 100,
    help: "wrong codes from one address that wait for their answer",
  },
  "all-wrong-codes": {
    kind: "rate",
    value: 0.05,
    seconds: 4_000,
    help: "wrong codes in all before the workshops get longer ones",
  },
  "address-files": {
    kind: "rate",
    value: 1,
    seconds: 60,
    help: "files from one address that make a plan",
  },
  "address-feeds": { kind: "rate", value: 1, seconds: 60, help: "readings of a calendar from one address" },
  "free-megabytes": {
    kind: "stock",
    value: 256,
    help: "mebibytes of free disk below which nobody makes plans; who is in one goes on",
  },
  "plan-documents": { kind: "stock", value: 40, help: "readings of one plan that wait for their turn" },
  documents: { kind: "stock", value: 400, help: "readings of plans that wait for their turn, in all" },
  "document-seconds": {
    kind: "stock",
    value: 30,
    most: HOUR_SECONDS,
    help: "seconds that building the document of a plan may take",
  },
  "history-seconds": {
    kind: "stock",
    value: 120,
    most: HOUR_SECONDS,
    help: "seconds that reading the whole history of a plan may take",
  },
  "document-megabytes": {
    kind: "stock",
    value: 512,
    most: TEBIBYTE_MEGABYTES,
    help: "mebibytes that building documents may take, for each thread",
  },
  "person-exports": {
    kind: "stock",
    value: 3,
    help: "files that one person has made at the same time; one is made, the others wait",
  },
  "address-exports": {
    kind: "stock",
    value: 30,
    help: "files that are made for one address at the same time; a classroom shares an address",
  },
  exports: { kind: "stock", value: 60, help: "files that wait to be made, in all" },
  "export-seconds": {
    kind: "stock",
    value: 120,
    most: HOUR_SECONDS,
    help: "seconds that making a file may take",
  },
  "export-megabytes": {
    kind: "stock",
    value: 1_024,
    most: TEBIBYTE_MEGABYTES,
    help: "mebibytes that making a file may take",
  },
  "plan-imports": {
    kind: "stock",
    value: 4,
    help: "files that wait to be read for one plan, or for one address that makes plans of them",
  },
  imports: { kind: "stock", value: 24, help: "files that wait to be read, in all" },
  "import-seconds": {
    kind: "stock",
    value: 20,
    most: HOUR_SECONDS,
    help: "seconds that reading a file may take",
  },
  "scrub-minutes": {
    kind: "stock",
    value: 15,
    most: WEEK_MINUTES,
    help: "minutes between two times that the database file is made anew after something was erased",
  },
  "person-messages": {
    kind: "rate",
    value: 120,
    seconds: 20,
    help: "messages over the sockets of one person in one plan; more than this waits, and nothing of it is lost",
  },
  "person-bytes": {
    kind: "rate",
    value: 256 * 1024,
    seconds: 16,
    help: "bytes of those messages",
  },
  "person-parts": {
    kind: "rate",
    value: 5_000,
    seconds: 20,
    help: "structs and delete ranges in those messages",
  },
  "large-parts": {
    kind: "rate",
    value: 50_000,
    seconds: 4,
    help: "structs and delete ranges in all messages over 16 KiB, of everybody together",
  },
  "person-disk": {
    kind: "rate",
    value: 64 * 1024 * 1024,
    each: "day",
    seconds: 86_400,
    help: "bytes that one person adds to one plan; more than this waits, and nothing of it is lost",
  },
  "person-clients": {
    kind: "rate",
    value: 256,
    each: "day",
    seconds: 86_400,
    help: "new client ids of one person in one plan; a page that is opened and written in takes one",
  },
  "plan-clients": {
    kind: "stock",
    value: 30_000,
    help: "client ids in one plan; everybody who comes in is told of all of them",
  },
  "buffered-bytes": {
    kind: "stock",
    value: 256 * 1024 * 1024,
    help: "bytes that wait in memory for readers who are slow, of everybody together; the furthest behind come back later",
  },
  "person-joins": {
    kind: "rate",
    value: 2,
    seconds: 120,
    help: "times that one person opens one plan; a page that is refused comes back by itself",
  },
  "address-sockets": {
    kind: "stock",
    value: 3_000,
    help: "pages that are open from one address; a school may share one",
  },
  sockets: { kind: "stock", value: 10_000, help: "pages that are open, of everybody together" },
  connections: {
    kind: "stock",
    value: 12_000,
    help: "connections of every kind, pages that are open among them; one more is closed at once",
  },
  "header-seconds": {
    kind: "stock",
    value: 10,
    most: REQUEST_SECONDS,
    help: "seconds within which the head of a request must have come",
  },
  "plan-judges": {
    kind: "stock",
    value: 16,
    help: "plans at once of which edits are judged part by part, each in a thread of its own; one more takes the place of the one used longest ago",
  },
  "person-commands": { kind: "rate", value: 20, seconds: 30, help: "commands of one person in one plan" },
  "person-reads": {
    kind: "rate",
    value: 20,
    seconds: 30,
    help: "readings of the plan, its history and its journal by one person",
  },
  "person-readings": {
    kind: "stock",
    value: 4,
    help: "of those, how many are answered at the same time; the others wait for their turn",
  },
  "person-files": { kind: "rate", value: 0.5, seconds: 120, help: "files made for one person" },
  "person-imports": { kind: "rate", value: 0.5, seconds: 120, help: "files read for one person" },
  "person-copies": {
    kind: "rate",
    value: 0.05,
    seconds: 400,
    help: "copies that one person makes of one plan",
  },
  "person-keys": {
    kind: "rate",
    value: 0.2,
    seconds: 300,
    help: "links and calendar addresses that one person makes",
  },
  "person-erasing": {
    kind: "rate",
    value: 0.05,
    seconds: 400,
    help: "times that one person clears or erases",
  },
  "person-sockets": { kind: "stock", value: 20, help: "pages that one person has open in one plan" },
} as const satisfies Readonly<Record<string, Limit>>;

export interface Rate {
  readonly kind: "rate";
  /** What comes back each second, or each day. */
  readonly value: number;
  readonly each?: "day";
  /** How many seconds' worth may be used at once. */
  readonly seconds: number;
  readonly help: string;
}

export interface Stock {
  readonly kind: "stock";
  readonly value: number;
  /** What it may be set to at most: longer than a timer runs, or more than a machine has, is a mistake. */
  readonly most?: number;
  readonly help: string;
}

export type Limit = Rate | Stock;
export type LimitName = keyof typeof LIMITS;
type OfKind<Kind extends Limit["kind"]> = {
  [Name in LimitName]: (typeof LIMITS)[Name]["kind"] extends Kind ? Name : never;
}[LimitName];
export type RateName = OfKind<"rate">;
export type StockName = OfKind<"stock">;

/** The value of each limit: a second or a day for a rate, at the same time for a stock. */
export type LimitValues = Readonly<Record<LimitName, number>>;

export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[];

/** The values that hold unless the environment says otherwise. */
export const DEFAULT_LIMITS: LimitValues = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, LIMITS[name].value]),
) as Record<LimitName, number>;

/** What a limit may be set to at most. */
export function mostOf(name: LimitName): number {
  const limit: Limit = LIMITS[name];
  return (limit.kind === "stock" ? limit.most : undefined) ?? Infinity;
}

/** The environment variable that sets a limit: `address-files` is `LIMIT_ADDRESS_FILES`. */
export function settingOf(name: LimitName): string {
  return `LIMIT_${name.toUpperCase().replaceAll("-", "_")}`;
}
