import type { KeyChange, PlanEdit } from "../plan/apply-edits.ts";
import type { Plan } from "../plan/schema.ts";
import { leadsTo } from "../plan/waits-for.ts";

/**
 * The edits without those by which an activity would wait for itself, through others or not, and for which activities something was
 * left out. The first edits go first: what closes a circle is what comes last.
 */
export function withoutCircles(
  plan: Plan,
  edits: readonly PlanEdit[],
): { readonly edits: readonly PlanEdit[]; readonly circles: ReadonlySet<string> } {
  const waitsFor = new Map(plan.activities.map(({ id, dependsOn }) => [id, new Set(dependsOn)]));
  const circles = new Set<string>();
  const next = (id: string): string[] => [...(waitsFor.get(id) ?? [])];
  const admit = (id: string, wanted: readonly string[]): string[] =>
    wanted.filter((on) => {
      if (id === on || leadsTo(next, on, id)) {
        circles.add(id);
        return false;
      }
      waitsFor.set(id, (waitsFor.get(id) ?? new Set()).add(on));
      return true;
    });
  const admitted = edits.map((edit): PlanEdit => {
    if (edit.edit === "add" && edit.root === "activities") {
      const wanted = (edit.values["dependsOn"] ?? []) as readonly string[];
      return { ...edit, values: { ...edit.values, dependsOn: admit(edit.id, wanted) } };
    }
    if (edit.edit !== "set" || edit.root !== "activities" || edit.field !== "dependsOn") return edit;
    const { put, take } = edit.value as KeyChange;
    for (const on of take) waitsFor.get(edit.id)?.delete(on);
    return { ...edit, value: { put: admit(edit.id, put), take } satisfies KeyChange };
  });
  return { edits: admitted, circles };
}
