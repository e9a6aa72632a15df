import { DISPLACED } from "@planwand/shared/plan/displaced.ts";
import type { RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import type { PlanAccess } from "@planwand/shared/access/plan-access.ts";
import * as Y from "yjs";
import type { ClockRange } from "./id-ranges.ts";
import type { Location, PlanMirror, StructsByClient } from "./plan-mirror.ts";

/** What an update adds and deletes, as far as it is new. */
export interface NewParts {
  readonly structs: StructsByClient;
  readonly deletes: readonly (readonly [client: number, ranges: readonly ClockRange[]])[];
}

export interface AccessRefusal {
  readonly code: RefusalCode;
  readonly reason: string;
  /** The ids of the entries that it is about; none for all that was asked. */
  readonly entries: readonly string[];
}

/** To write a part of the plan only. */
export type PartAccess = Extract<PlanAccess, { readonly kind: "outside" | "granted" }>;

export interface PartWriter {
  readonly actorId: string;
  readonly access: PartAccess;
}

export function isPart(access: PlanAccess): access is PartAccess {
  return access.kind === "outside" || access.kind === "granted";
}

/** Registers of the card in focus that are not for everybody in the room: where it stands, and whether it is there. */
const KEPT_REGISTERS = new Set(["place", DISPLACED, "archived", "created"]);
/** Entries that lie in a phase by a register of this name. */
const PHASE_REGISTERS: Readonly<Record<string, string>> = { cells: "phase", communications: "phase" };

/**
 * Why an update that is sound writes more than this person may now, and in which entries; null when it does not. Rules WS17 and WS18.
 */
export function judgeParts(
  mirror: PlanMirror,
  writer: PartWriter,
  owners: ReadonlyMap<number, string>,
  { structs, deletes }: NewParts,
): AccessRefusal | null {
  const locked = new Set(
    writer.access.kind === "outside" ? writer.access.phases : writer.access.lockedPhases,
  );
  const added = [...mirror.locate(structs)];
  const deleted = deletes.flatMap(([client, ranges]) =>
    ranges.flatMap(({ start, end }) => mirror.locateKnown(client, start, end)),
  );
  let first: Pick<AccessRefusal, "code" | "reason"> | null = null;
  const entries = new Set<string>();
  const look = (location: Location, item: Y.Item | null): void => {
    const refusal = isInLocked(mirror, locked, location, item)
      ? LOCKED
      : isGranted(mirror, writer, owners, location, item)
        ? null
        : FORBIDDEN;
    if (refusal === null) return;
    first ??= refusal;
    entries.add(location.path[1] ?? "");
  };
  for (const [item, location] of added) look(location, item);
  for (const location of deleted) look(location, null);
  return first === null
    ? null
    : { ...(first as Pick<AccessRefusal, "code" | "reason">), entries: [...entries] };
}

const LOCKED = { code: "locked", reason: "this part of the plan is locked" } as const;
const FORBIDDEN = { code: "step-forbids", reason: "the step does not allow this" } as const;

/** Whether this touches something in a locked phase, or puts something there. */
function isInLocked(
  mirror: PlanMirror,
  locked: ReadonlySet<string>,
  { path }: Location,
  item: Y.Item | null,
): boolean {
  if (locked.size === 0) return false;
  const [root = "", id = "", field] = path;
  if (root === "phases") return locked.has(id);
  const isActivity = root === "activities";
  const register = isActivity ? "place" : PHASE_REGISTERS[root];
  if (register === undefined) return false;
  const values = [mirror.register(root, id, register)];
  if (item !== null && field === register && path.length === 3) values.push(...valuesOf(item));
  return values.some((value) => {
    const phase: unknown = isActivity && Array.isArray(value) ? value[0] : value;
    return typeof phase === "string" && locked.has(phase);
  });
}

function valuesOf({ content }: Y.Item): readonly unknown[] {
  return content instanceof Y.ContentAny || content instanceof Y.ContentJSON ? content.arr : [];
}

/** Whether a step lets this person write here; whoever writes the plan anyway may everywhere. */
function isGranted(
  mirror: PlanMirror,
  { actorId, access }: PartWriter,
  owners: ReadonlyMap<number, string>,
  { path, entry }: Location,
  item: Y.Item | null,
): boolean {
  if (access.kind === "outside") return true;
  const [root, id = "", field = ""] = path;
  if (root !== "activities" || path.length < 2) return false;
  if (path.length === 2) return access.cards && item !== null && isNewCard(mirror, id, item);
  // A client id that nobody has yet becomes this writer's with this very update.
  const author = entry === null ? null : (owners.get(entry.id.client) ?? actorId);
  if (access.cards && author === actorId) return true;
  return access.focus === id && !KEPT_REGISTERS.has(field);
}

/** Whether this item makes a card where there is none: one that takes the place of another is no new card. */
function isNewCard(mirror: PlanMirror, id: string, { content }: Y.Item): boolean {
  return !mirror.has("activities", id) && content instanceof Y.ContentType && content.type instanceof Y.Map;
}
