import { beamer } from "./en/beamer.ts";
import { joining } from "./en/joining.ts";
import { leading } from "./en/leading.ts";
import { takingPart } from "./en/taking-part.ts";
import { workshop } from "./en/workshop.ts";
import { agreement } from "./en/agreement.ts";
import { actions } from "./en/actions.ts";
import { activity } from "./en/activity.ts";
import { app } from "./en/app.ts";
import { attention } from "./en/attention.ts";
import { axes } from "./en/axes.ts";
import { bin } from "./en/bin.ts";
import { board } from "./en/board.ts";
import { decisions } from "./en/decisions.ts";
import { communication } from "./en/communication.ts";
import { copying } from "./en/copying.ts";
import { discussion } from "./en/discussion.ts";
import { example } from "./en/example.ts";
import { exporting } from "./en/exporting.ts";
import { fields } from "./en/fields.ts";
import { filter } from "./en/filter.ts";
import { goals } from "./en/goals.ts";
import { guide } from "./en/guide.ts";
import { help } from "./en/help.ts";
import { history } from "./en/history.ts";
import { keeping } from "./en/keeping.ts";
import { lens } from "./en/lens.ts";
import { leave } from "./en/leave.ts";
import { missing } from "./en/missing.ts";
import { moving } from "./en/moving.ts";
import { who } from "./en/who.ts";
import { pages } from "./en/pages.ts";
import { palette } from "./en/palette.ts";
import { parking } from "./en/parking.ts";
import { parties } from "./en/parties.ts";
import { pasting } from "./en/pasting.ts";
import { people } from "./en/people.ts";
import { print } from "./en/print.ts";
import { savedViews } from "./en/saved-views.ts";
import { progress } from "./en/progress.ts";
import { sharing } from "./en/sharing.ts";
import { importing } from "./en/importing.ts";
import { join, start } from "./en/start.ts";
import { sync } from "./en/sync.ts";
import { syncHelp } from "./en/sync-help.ts";
import { timeline } from "./en/timeline.ts";
import { undo } from "./en/undo.ts";
import { products } from "./en/products.ts";
import { table } from "./en/table.ts";
import { changes } from "@planwand/shared/diff/words/en.ts";
import { versions } from "./en/versions.ts";
import { views } from "./en/views.ts";
import type { Words } from "./words.ts";

/** Every sentence on screen, in English. */
export const en: Words = {
  actions,
  activity,
  agreement,
  app,
  attention,
  axes,
  bin,
  board,
  decisions,
  communication,
  copying,
  discussion,
  example,
  exporting,
  fields,
  filter,
  goals,
  guide,
  help,
  history,
  importing,
  join,
  keeping,
  leave,
  lens,
  missing,
  moving,
  who,
  pages,
  palette,
  parking,
  parties,
  pasting,
  people,
  print,
  savedViews,
  progress,
  sharing,
  start,
  sync,
  syncHelp,
  timeline,
  undo,
  products,
  table,
  changes,
  versions,
  views,
  beamer,
  joining,
  leading,
  takingPart,
  workshop,
};
