import { activity } from "./en/activity.ts";
import { app } from "./en/app.ts";
import { axes } from "./en/axes.ts";
import { bin } from "./en/bin.ts";
import { board } from "./en/board.ts";
import { communication } from "./en/communication.ts";
import { discussion } from "./en/discussion.ts";
import { fields } from "./en/fields.ts";
import { filter } from "./en/filter.ts";
import { help } from "./en/help.ts";
import { leave } from "./en/leave.ts";
import { moving } from "./en/moving.ts";
import { pages } from "./en/pages.ts";
import { people } from "./en/people.ts";
import { print } from "./en/print.ts";
import { sharing } from "./en/sharing.ts";
import { join, start } from "./en/start.ts";
import { sync } from "./en/sync.ts";
import { undo } from "./en/undo.ts";
import type { Words } from "./words.ts";

/** Every sentence on screen, in English. */
export const en: Words = {
  activity,
  app,
  axes,
  bin,
  board,
  communication,
  discussion,
  fields,
  filter,
  help,
  join,
  leave,
  moving,
  pages,
  people,
  print,
  sharing,
  start,
  sync,
  undo,
};
