import type { Subject } from "@planwand/shared/checks/finding.ts";
import type { Destination } from "../../ui/reach.ts";

/** Where something is mended: the address within the plan, and the place on that page. */
export interface Way {
  readonly path: string;
  readonly to: Destination | null;
}

/** What can be written in or chosen, before what can only be pressed. */
const CONTROLS = [
  "[contenteditable=true]",
  "textarea:not([disabled])",
  "input:not([disabled])",
  "select:not([disabled])",
  "button",
];
/** Fields whose editor comes a moment after the panel. */
const RICH: ReadonlySet<string> = new Set([
  "what",
  "why",
  "result",
  "criterion",
  "impact",
  "ambition",
  "context",
  "outcome",
  "rationale",
]);
const SLOTS: ReadonlySet<string> = new Set(["sponsor", "executor", "codecider"]);

/** The way to where a finding is mended. `canWrite` says whether its reader may. */
export function wayTo({ kind, id, field }: Subject, canWrite: boolean): Way {
  const at = (around: string): Destination => {
    const isRich = RICH.has(field);
    return {
      controls: isRich ? CONTROLS.slice(0, 1) : CONTROLS,
      around,
      waitsForControl: isRich && canWrite,
    };
  };
  const fieldOf = (entry: string): string => `[data-field="${field}"][data-entry="${CSS.escape(entry)}"]`;
  switch (kind) {
    case "activity":
      return { path: `/activity/${id}`, to: at(inPanel("activity-panel", field)) };
    case "decision":
      return { path: `/decisions/${id}`, to: at(inPanel("decision-panel", field)) };
    case "communication":
      return { path: `/communication/${id}`, to: at(inPanel("moment-panel", field)) };
    case "goal":
      return { path: "/goals", to: at(`[data-goal-item="${id}"]`) };
    case "domain":
      return field === "impact" ? { path: "/goals", to: at(fieldOf(id)) } : { path: "", to: null };
    case "phase":
      if (field === "moments") return { path: "/communication", to: null };
      if (field === "coverage") return { path: "/communication?as=coverage", to: null };
      if (field === "discussion") return { path: `/discussion/phase:${id}`, to: null };
      if (field === "name") return { path: "", to: null };
      return { path: "/goals", to: at(`[data-field="phase-${field}-${id}"]`) };
    case "party":
      return field === "work"
        ? { path: `/people/${id}`, to: null }
        : { path: "/people?as=parties", to: at(`[data-field="party-${id}"]`) };
    case "cell": {
      const [phase = "", domain = ""] = id.split("/");
      return { path: "", to: at(`[data-testid=cell][data-phase="${phase}"][data-domain="${domain}"]`) };
    }
    case "parking":
      return { path: "/parking", to: at(`[data-field="parking-${id}"]`) };
    case "blackout":
      return { path: "/goals", to: at(`[data-field="blackout-${id}"]`) };
    case "plan":
      if (field === "ambition") return { path: "/goals", to: at(fieldOf("meta")) };
      if (field === "goals") return { path: "/goals", to: null };
      if (field === "discussion") return { path: "/discussion", to: null };
      return { path: "", to: null };
  }
}

function inPanel(panel: string, field: string): string {
  const name = SLOTS.has(field) ? `[data-slot="${field}"]` : `[data-field="${field}"]`;
  return `[data-testid="${panel}"] ${name}`;
}
