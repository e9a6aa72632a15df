import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { Block, Content, Subject } from "@planwand/shared/report/blocks.ts";
import type { Report } from "@planwand/shared/report/report.ts";

/** Every entry that a piece of the report is the place of. */
export function subjectsIn(report: Pick<Report, "sections">): Subject[] {
  return report.sections.flatMap(({ blocks }) => blocks.flatMap(subjectsOf));
}

function subjectsOf(block: Block): Subject[] {
  if (block.type !== "table") return block.subject === null ? [] : [block.subject];
  return block.rows.flatMap((row) => (row.kind === "cells" && row.subject !== null ? [row.subject] : []));
}

/** All that a report says, in reading order. */
export function reportText(report: Pick<Report, "sections">): string {
  const parts = report.sections.flatMap(({ title, blocks }) => [title, ...blocks.map(blockText)]);
  return parts.join("\n");
}

/** The first words of every cell of every table. */
export function headsIn({ sections }: Pick<Report, "sections">): string[] {
  const rows = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === "table" ? block.rows : [])),
  );
  return rows.flatMap((row) =>
    row.kind === "band" ? [] : row.cells.map((cell) => contentText(cell.slice(0, 1))),
  );
}

function blockText(block: Block): string {
  switch (block.type) {
    case "heading":
      return block.text;
    case "text":
      return contentText(block.content);
    case "table": {
      const rows = block.rows.map((row) =>
        row.kind === "band" ? row.text : row.cells.map(contentText).join("\n"),
      );
      return [...block.columns.map(({ title }) => title), ...rows].join("\n");
    }
  }
}

/** What a piece of content says, a line for each paragraph. */
export function contentText(content: Content): string {
  return content
    .map((block) =>
      block.type === "paragraph"
        ? block.runs.map(({ text }) => text).join("")
        : block.items.map(contentText).join("\n"),
    )
    .join("\n");
}

/** The ids of all that must be in a report of the whole plan once. */
export function entriesIn(plan: Plan): string[] {
  const phases = new Set(plan.phases.map(({ id }) => id));
  const domains = new Set(plan.domains.map(({ id }) => id));
  return [
    plan.goals,
    plan.phases,
    plan.domains,
    plan.parties,
    plan.activities,
    plan.decisions,
    plan.communications,
    plan.parking,
    plan.blackouts,
    plan.cells.filter(({ phase, domain }) => phases.has(phase) && domains.has(domain)),
    plan.waivers,
  ].flatMap((entries) => entries.map(({ id }) => id));
}
