import { CIRCLES, type Circle, ROLES } from "@planwand/shared/access/role.ts";
import type { PendingCommand } from "./pending-command.ts";
import type { Seat } from "./seat.ts";
import { deviceStorage } from "./shared-device.ts";
import { isRecord } from "./untrusted.ts";

/** A plan that was opened on this device. */
export interface RememberedPlan extends Seat {
  readonly planId: string;
  readonly title: string;
  readonly openedAt: number;
  /** When it was taken off the list (ms since 1970); absent while it is on it. */
  readonly hiddenAt?: number;
}

/** Who somebody said to be, so that they need not say it again. */
export interface RememberedPerson {
  readonly name: string;
  readonly circle: Circle;
}

const PLANS_KEY = "planwand:plans";
const PERSON_KEY = "planwand:person";
/** More than anybody opens: a plan that falls off the end may be found nowhere else. */
const MAX_PLANS = 300;
/** How long a plan that was taken off the list is found again. */
const HIDDEN_FOR_MS = 30 * 24 * 60 * 60 * 1_000;

/** Plans opened on this device, last opened first, without those that were taken off the list. */
export function rememberedPlans(): readonly RememberedPlan[] {
  return allPlans().filter(({ hiddenAt }) => hiddenAt === undefined);
}

/** Plans that were taken off the list in the last thirty days, the last one first. */
export function hiddenPlans(nowMs: number): readonly RememberedPlan[] {
  return allPlans()
    .filter(({ hiddenAt }) => hiddenAt !== undefined && hiddenAt > nowMs - HIDDEN_FOR_MS)
    .toSorted((a, b) => (b.hiddenAt ?? 0) - (a.hiddenAt ?? 0));
}

/** What this device knows of one plan, or null. */
export function rememberedPlan(planId: string): RememberedPlan | null {
  return allPlans().find((plan) => plan.planId === planId) ?? null;
}

/** Keeps `plan` in front of the others. */
export function rememberPlan(plan: RememberedPlan): void {
  const others = allPlans().filter((other) => other.planId !== plan.planId);
  write(PLANS_KEY, [plan, ...others].slice(0, MAX_PLANS));
}

/** Takes a plan off the list, or puts it on again where it was; what is kept of it stays. */
export function hidePlan(planId: string, hiddenAt: number | null): void {
  const plans = allPlans().map(({ hiddenAt: before, ...plan }) => {
    const at = plan.planId === planId ? hiddenAt : (before ?? null);
    return at === null ? plan : { ...plan, hiddenAt: at };
  });
  write(PLANS_KEY, plans);
}

/** Forgets a plan that is gone or closed to us. */
export function forgetPlan(planId: string): void {
  write(
    PLANS_KEY,
    allPlans().filter((plan) => plan.planId !== planId),
  );
}

function allPlans(): readonly RememberedPlan[] {
  const stored = read(PLANS_KEY);
  return Array.isArray(stored) ? stored.filter(isRememberedPlan) : [];
}

export function rememberedPerson(): RememberedPerson | null {
  const stored = read(PERSON_KEY);
  if (!isRecord(stored) || typeof stored["name"] !== "string") return null;
  const circle = CIRCLES.find((known) => known === stored["circle"]);
  return circle === undefined ? null : { name: stored["name"], circle };
}

export function rememberPerson(person: RememberedPerson): void {
  write(PERSON_KEY, person);
}

/** How many edits to this plan the server had not confirmed when this device last had it open. */
export function unsavedCount(planId: string, actorId: string): number {
  const stored = read(unsavedKey(planId, actorId));
  return typeof stored === "number" && Number.isSafeInteger(stored) && stored > 0 ? stored : 0;
}

export function rememberUnsavedCount(planId: string, actorId: string, edits: number): void {
  write(unsavedKey(planId, actorId), edits === 0 ? null : edits);
}

/** Commands that were not answered when this device last had the plan open. */
export function rememberedOutbox(planId: string, actorId: string): readonly PendingCommand[] {
  const stored = read(outboxKey(planId, actorId));
  return Array.isArray(stored) ? stored.filter(isPendingCommand) : [];
}

export function rememberOutbox(planId: string, actorId: string, commands: readonly PendingCommand[]): void {
  write(outboxKey(planId, actorId), commands.length === 0 ? null : commands);
}

function outboxKey(planId: string, actorId: string): string {
  return `planwand:outbox:${planId}:${actorId}`;
}

function isPendingCommand(value: unknown): value is PendingCommand {
  if (!isRecord(value) || typeof value["at"] !== "number" || !isRecord(value["command"])) return false;
  const { id, type } = value["command"];
  return typeof id === "string" && typeof type === "string";
}

function unsavedKey(planId: string, actorId: string): string {
  return `planwand:unsaved:${planId}:${actorId}`;
}

function isRememberedPlan(value: unknown): value is RememberedPlan {
  if (!isRecord(value)) return false;
  const actor = value["actor"];
  return (
    typeof value["planId"] === "string" &&
    typeof value["title"] === "string" &&
    typeof value["openedAt"] === "number" &&
    (value["hiddenAt"] === undefined || typeof value["hiddenAt"] === "number") &&
    ROLES.some((role) => role === value["role"]) &&
    isRecord(actor) &&
    typeof actor["id"] === "string" &&
    typeof actor["name"] === "string" &&
    typeof actor["color"] === "string"
  );
}

/** What is stored under `key`; null when there is nothing, it is damaged, or the browser keeps nothing. */
function read(key: string): unknown {
  try {
    return JSON.parse(deviceStorage().getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) deviceStorage().removeItem(key);
    else deviceStorage().setItem(key, JSON.stringify(value));
  } catch {
    // A browser without storage forgets; nothing depends on remembering.
  }
}
