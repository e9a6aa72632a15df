import { activity } from "./nl/activity.ts";
import { app } from "./nl/app.ts";
import { axes } from "./nl/axes.ts";
import { board } from "./nl/board.ts";
import { people } from "./nl/people.ts";
import { sharing } from "./nl/sharing.ts";
import { join, start } from "./nl/start.ts";
import { sync } from "./nl/sync.ts";

/** Every sentence on screen, in Dutch. What stands here decides which keys exist. */
export const nl = { activity, app, axes, board, join, people, sharing, start, sync } as const;
