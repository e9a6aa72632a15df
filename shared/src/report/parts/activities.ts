import type { Activity, Phase } from "../../plan/schema.ts";
import type { Block, Section } from "../blocks.ts";
import { explanationsOf, resultCell, statusCell, whatCell, whenCell, whoCell } from "../activity-cells.ts";
import { labelled, plain } from "../content.ts";
import type { Context } from "../context.ts";
import { period } from "../dates.ts";
import { heading, row, table, text } from "../table.ts";
import { emptyCells } from "./plan-parts.ts";

/** The form in which a plan is handed in: a table of six columns for each phase, on its side. */
export function activitiesSection(context: Context): Section {
  const { selected, words } = context;
  const live = selected.activities.filter(({ status }) => status !== "dropped");
  const inPhase = Map.groupBy(live, ({ phase }) => phase);
  const unplaced = inPhase.get(null) ?? [];
  const blocks: Block[] = selected.phases.flatMap((phase) =>
    phaseBlocks(phase, inPhase.get(phase.id), context),
  );
  if (unplaced.length > 0)
    blocks.push(
      heading(2, words.sections.unplaced),
      activityTable(words.sections.unplaced, unplaced, context),
    );
  return {
    id: "activities",
    title: words.sections.activities,
    orientation: "landscape",
    blocks: [text(plain(words.numbers), "note"), ...blocks],
  };
}

function phaseBlocks(phase: Phase, activities: readonly Activity[] = [], context: Context): Block[] {
  const { words } = context;
  const name = phase.name.trim() || words.untitled;
  const when = period(phase.start, phase.end, words, "");
  return [
    heading(2, when === "" ? name : `${name} (${when})`),
    activities.length === 0
      ? text(plain(words.none), "note")
      : activityTable(words.sections.inPhase(name), activities, context),
    ...emptyCells(context, phase.id),
  ];
}

function activityTable(caption: string, activities: readonly Activity[], context: Context): Block {
  const { words, plan } = context;
  const domains = new Map(plan.domains.map(({ id, name }) => [id, name]));
  const { domain, activity, result, who, when, status } = words.activity;
  const columns = [
    [domain, 9],
    [activity, 28],
    [result, 21],
    [who, 16],
    [when, 10],
    [status, 16],
  ] as const;
  const rows = activities.map((one) =>
    row(
      { kind: "activity", id: one.id },
      plain(domains.get(one.domain ?? "") ?? ""),
      whatCell(one, context),
      resultCell(one, context),
      whoCell(one, context),
      whenCell(one, context),
      statusCell(one, context),
    ),
  );
  return table(caption, columns, rows);
}

/** What will not be done after all, and why: it stays to be answered for. */
export function droppedSection(context: Context): Section {
  const { selected, words, plan } = context;
  const dropped = selected.activities.filter(({ status }) => status === "dropped");
  const { activity, status, reason, noReason } = words.activity;
  const phases = new Map(plan.phases.map(({ id, name }) => [id, name]));
  const rows = dropped.map((one) => {
    const why = explanationsOf(one, context);
    return row(
      { kind: "activity", id: one.id },
      whatCell(one, context),
      plain(phases.get(one.phase ?? "") ?? ""),
      why.length === 0 ? labelled(reason, plain(noReason)) : why,
      statusCell(
        { ...one, status: "dropped" },
        { ...context, journal: { ...context.journal, explanations: [] } },
      ),
    );
  });
  const columns = [
    [activity, 5],
    [words.phase.name, 2],
    [reason, 4],
    [status, 3],
  ] as const;
  return {
    id: "dropped",
    title: words.sections.dropped,
    orientation: "portrait",
    blocks: [table(words.sections.dropped, columns, rows)],
  };
}

/** What the plan brings forth: each product with its criterion and how far it is. */
export function productsSection(context: Context): Section {
  const { selected, words } = context;
  const rows = selected.activities
    .filter(({ status }) => status !== "dropped")
    .map((one) =>
      row(
        { kind: "activity", id: one.id },
        plain(`${context.numberOf(one.id)} ${one.title.trim() || words.untitled}`),
        plain(one.result),
        plain(one.criterion),
        plain(period(one.start, one.end, words, words.activity.noDates)),
        plain(words.status[one.status]),
      ),
    );
  const { activity, product, criterion, when, status } = words.activity;
  const columns = [
    [activity, 4],
    [product, 5],
    [criterion, 5],
    [when, 3],
    [status, 2],
  ] as const;
  return {
    id: "products",
    title: words.sections.products,
    orientation: "landscape",
    blocks: [
      rows.length === 0 ? text(plain(words.none), "note") : table(words.sections.products, columns, rows),
    ],
  };
}
