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
}

/** Who somebody said to be, so that they need not say it again. */
export interface RememberedPerson {
  readonly name: string;
  readonly circle: Circle;
}

const PLANS_KEY = "planwand:plans";
const PERSON_KEY = "planwand:person";
const MAX_PLANS = 30;

/** Plans opened on this device, last opened first. */
export function rememberedPlans(): readonly RememberedPlan[] {
  const stored = read(PLANS_KEY);
  return Array.isArray(stored) ? stored.filter(isRememberedPlan) : [];
}

/** What this device knows of one plan, or null. */
export function rememberedPlan(planId: string): RememberedPlan | null {
  return rememberedPlans().find((plan) => plan.planId === planId) ?? null;
}

/** Keeps `plan` in front of the others. */
export function rememberPlan(plan: RememberedPlan): void {
  const others = rememberedPlans().filter((other) => other.planId !== plan.planId);
  write(PLANS_KEY, [plan, ...others].slice(0, MAX_PLANS));
}

/** Forgets a plan that is gone or closed to us. */
export function forgetPlan(planId: string): void {
  write(
    PLANS_KEY,
    rememberedPlans().filter((plan) => plan.planId !== planId),
  );
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
