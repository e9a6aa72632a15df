import { app } from "./nl/app.ts";
import { board } from "./nl/board.ts";
import { people } from "./nl/people.ts";
import { sync } from "./nl/sync.ts";

/** The Dutch words of the wall and of every page that says what went wrong. */
export const nl = { app, board, people, sync } as const;
