import type { NewId } from "../kernel/id.ts";
import type { Plan } from "../plan/schema.ts";
import { type FileBase, NO_BASE } from "./file-base.ts";
import type { RawTable } from "./guess-columns.ts";
import type { FileKind, ImportChoices, Proposal } from "./proposal.ts";
import { proposeTables } from "./propose-tables.ts";
import { withoutCircles } from "./refuse-circles.ts";

/** `proposeTables`, without what would make an activity of the plan wait for itself: that is a problem of its row. */
export function proposeImport(
  plan: Plan,
  kind: FileKind,
  tables: readonly RawTable[],
  choices: ImportChoices,
  newId: NewId,
  base: FileBase = NO_BASE,
): Proposal {
  const proposal = proposeTables(plan, kind, tables, choices, newId, base);
  // A plan that was put out with a circle in it comes back as it was; the doctor shows it.
  if (plan.activities.length === 0) return proposal;
  const { edits, circles } = withoutCircles(plan, proposal.edits);
  const rows = proposal.rows.map((row) =>
    row.sheet === "activities" && circles.has(row.id)
      ? {
          ...row,
          problems: [...row.problems, { code: "circle" as const, column: "dependsOn", text: row.title }],
        }
      : row,
  );
  return { ...proposal, edits, rows };
}
