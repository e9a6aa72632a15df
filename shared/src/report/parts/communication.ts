import type { Communication } from "../../plan/schema.ts";
import { byMonth, stateOf } from "../../views/communication.ts";
import type { Block, Row, Section } from "../blocks.ts";
import { bold, plain } from "../content.ts";
import type { Context } from "../context.ts";
import { shortDate } from "../dates.ts";
import { row, table, text } from "../table.ts";

/** Who hears what, when, from whom and how; a band for each month. */
export function communicationSection(context: Context): Section {
  const { selected, words } = context;
  return {
    id: "communication",
    title: words.sections.communication,
    orientation: "landscape",
    blocks: [momentTable(words.sections.communication, selected.communications, context)],
  };
}

/** Moments as a table by month; a note when there are none. */
export function momentTable(caption: string, moments: readonly Communication[], context: Context): Block {
  const { words } = context;
  if (moments.length === 0) return text(plain(words.none), "note");
  const { date, kind, message, audience, channel, sender } = words.moment;
  const columns = [
    [date, 11],
    [kind, 12],
    [message, 35],
    [audience, 20],
    [channel, 12],
    [sender, 14],
  ] as const;
  const rows = byMonth(moments).flatMap(({ key, moments: members }): Row[] => [
    { kind: "band", text: monthName(key, context) },
    ...members.map((moment) => momentRow(moment, context)),
  ]);
  return table(caption, columns, rows);
}

function monthName(key: string | null, { words }: Context): string {
  const [year = "", month = ""] = key?.split("-") ?? [];
  return key === null ? words.moment.noDate : `${words.months[Number(month) - 1] ?? month} ${year}`;
}

function momentRow(moment: Communication, context: Context): Row {
  const { words, numberOf, partyName, partyNames, today, plan } = context;
  const state = stateOf(moment, today);
  const phase = plan.phases.find(({ id }) => id === moment.phase)?.name ?? "";
  const where = [phase, numberOf(moment.activity)].filter((part) => part !== "").join(", ");
  return row(
    { kind: "communication", id: moment.id },
    [
      ...plain(moment.date === null ? words.moment.noDate : shortDate(moment.date, words)),
      ...(state === "done" ? bold(words.moment.done) : state === "late" ? bold(words.moment.late) : []),
    ],
    [...plain(words.kinds[moment.kind]), ...plain(where)],
    [...bold(numberOf(moment.id)), ...plain(moment.message.trim() || words.untitled)],
    plain(partyNames(moment.audience)),
    plain(moment.channel),
    plain(partyName(moment.sender)),
  );
}
