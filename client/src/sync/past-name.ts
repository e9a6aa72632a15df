/** Separates a plan from a moment of it in an address: `/plan/PLAN@MOMENT`. */
const AT = "@";

/** The name under which a plan at a moment stands in addresses. */
export function pastName(planId: string, moment: string): string {
  return `${planId}${AT}${moment}`;
}

/** The plan and the moment that a name in an address stands for; no moment for the plan as it is now. */
export function readPastName(name: string): { readonly planId: string; readonly moment: string | null } {
  const at = name.indexOf(AT);
  return at === -1
    ? { planId: name, moment: null }
    : { planId: name.slice(0, at), moment: name.slice(at + 1) };
}

/** Whether a name in an address stands for a moment of the past. */
export function isPastName(name: string): boolean {
  return name.includes(AT);
}
