import { activity } from "./nl/activity.ts";
import { app } from "./nl/app.ts";
import { axes } from "./nl/axes.ts";
import { bin } from "./nl/bin.ts";
import { board } from "./nl/board.ts";
import { help } from "./nl/help.ts";
import { people } from "./nl/people.ts";
import { print } from "./nl/print.ts";
import { sharing } from "./nl/sharing.ts";
import { join, start } from "./nl/start.ts";
import { sync } from "./nl/sync.ts";
import { undo } from "./nl/undo.ts";

/** Every sentence on screen, in Dutch. What stands here decides which keys exist. */
export const nl = {
  activity,
  app,
  axes,
  bin,
  board,
  help,
  join,
  people,
  print,
  sharing,
  start,
  sync,
  undo,
} as const;
