import { activity } from "./en/activity.ts";
import { app } from "./en/app.ts";
import { axes } from "./en/axes.ts";
import { board } from "./en/board.ts";
import { people } from "./en/people.ts";
import { sharing } from "./en/sharing.ts";
import { join, start } from "./en/start.ts";
import { sync } from "./en/sync.ts";
import type { Words } from "./words.ts";

/** Every sentence on screen, in English. */
export const en: Words = { activity, app, axes, board, join, people, sharing, start, sync };
