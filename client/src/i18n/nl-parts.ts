import { beamer } from "./nl/beamer.ts";
import { joining } from "./nl/joining.ts";
import { leading } from "./nl/leading.ts";
import { takingPart } from "./nl/taking-part.ts";
import { workshop } from "./nl/workshop.ts";
import { agreement } from "./nl/agreement.ts";
import { actions } from "./nl/actions.ts";
import { activity } from "./nl/activity.ts";
import { attention } from "./nl/attention.ts";
import { axes } from "./nl/axes.ts";
import { bin } from "./nl/bin.ts";
import { decisions } from "./nl/decisions.ts";
import { communication } from "./nl/communication.ts";
import { copying } from "./nl/copying.ts";
import { discussion } from "./nl/discussion.ts";
import { example } from "./nl/example.ts";
import { exporting } from "./nl/exporting.ts";
import { fields } from "./nl/fields.ts";
import { filter } from "./nl/filter.ts";
import { goals } from "./nl/goals.ts";
import { guide } from "./nl/guide.ts";
import { help } from "./nl/help.ts";
import { history } from "./nl/history.ts";
import { keeping } from "./nl/keeping.ts";
import { lens } from "./nl/lens.ts";
import { leave } from "./nl/leave.ts";
import { missing } from "./nl/missing.ts";
import { moving } from "./nl/moving.ts";
import { who } from "./nl/who.ts";
import { pages } from "./nl/pages.ts";
import { palette } from "./nl/palette.ts";
import { parking } from "./nl/parking.ts";
import { parties } from "./nl/parties.ts";
import { pasting } from "./nl/pasting.ts";
import { print } from "./nl/print.ts";
import { savedViews } from "./nl/saved-views.ts";
import { progress } from "./nl/progress.ts";
import { sharing } from "./nl/sharing.ts";
import { importing } from "./nl/importing.ts";
import { join, start } from "./nl/start.ts";
import { syncHelp } from "./nl/sync-help.ts";
import { timeline } from "./nl/timeline.ts";
import { products } from "./nl/products.ts";
import { table } from "./nl/table.ts";
import { changes } from "@planwand/shared/diff/words/nl.ts";
import { undo } from "./nl/undo.ts";
import { versions } from "./nl/versions.ts";
import { views } from "./nl/views.ts";

/** The Dutch words of the parts that are fetched apart; `ui/part.ts` sees to it that they are there. */
export const nlParts = {
  actions,
  activity,
  agreement,
  attention,
  axes,
  bin,
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
  print,
  savedViews,
  progress,
  sharing,
  start,
  syncHelp,
  timeline,
  products,
  table,
  changes,
  undo,
  versions,
  views,
  beamer,
  joining,
  leading,
  takingPart,
  workshop,
} as const;
