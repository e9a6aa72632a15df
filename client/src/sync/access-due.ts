import { deviceStorage } from "./shared-device.ts";

/** Whether whoever made this plan here was not asked yet to keep a link to come back by, or did not answer. */
export function isAccessDue(planId: string): boolean {
  try {
    return deviceStorage().getItem(keyOf(planId)) !== null;
  } catch {
    return false;
  }
}

/** Says whether that is to be asked. */
export function setAccessDue(planId: string, isDue: boolean): void {
  try {
    if (isDue) deviceStorage().setItem(keyOf(planId), "");
    else deviceStorage().removeItem(keyOf(planId));
  } catch {
    // A browser that keeps nothing does not ask; the window for sharing has the same.
  }
}

function keyOf(planId: string): string {
  return `planwand:access-due:${planId}`;
}
