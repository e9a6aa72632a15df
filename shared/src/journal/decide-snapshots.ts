import { ok, refuse, type Result } from "../kernel/result.ts";
import type { Command } from "./commands.ts";
import type { EventDraft } from "./events.ts";
import type { Journal } from "./journal.ts";
import { nextVersion, type SnapshotContent } from "./snapshots.ts";

/**
 * Taking a snapshot of the plan as it stands. One that nobody asked for by name is not taken when nothing was written since the last one.
 * Refused as `exists` for an id that is taken, and as `not-found` when nothing could be kept.
 */
export function takeSnapshot(
  journal: Journal,
  command: Extract<Command, { type: "snapshot.take" }>,
  content: SnapshotContent | null,
): Result<readonly EventDraft[], "exists" | "not-found"> {
  const { snapshot, occasion, name, reason } = command;
  if (journal.snapshots.has(snapshot)) return refuse("exists");
  if (content === null) return refuse("not-found");
  const last = [...journal.snapshots.values()].at(-1);
  if (occasion !== "named" && last?.planSeq === content.planSeq) return ok([]);
  const body = { ...content, snapshot, occasion, name, reason };
  return ok([{ type: "snapshot.taken", body, content: null }]);
}

/** The snapshot with which a workshop opens or closes: a new one, or the last one when nothing was written since. */
export function keepForWorkshop(
  journal: Journal,
  type: "session.open" | "session.close",
  content: SnapshotContent | null,
  snapshot: string,
): Result<{ readonly snapshot: string; readonly events: readonly EventDraft[] }, "exists" | "not-found"> {
  const last = [...journal.snapshots.values()].at(-1);
  if (last !== undefined && last.planSeq === content?.planSeq) return ok({ snapshot: last.id, events: [] });
  const occasion = type === "session.open" ? "workshop-start" : "workshop-end";
  const id = snapshot;
  const taken = takeSnapshot(
    journal,
    { type: "snapshot.take", id, snapshot, occasion, name: "", reason: "" },
    content,
  );
  return taken.ok ? ok({ snapshot, events: taken.value }) : taken;
}

/**
 * Adopting a snapshot as the next version. Refused as `not-found` without the snapshot or the body that adopts, and as `exists`
 * when it is a version already.
 */
export function adoptVersion(
  journal: Journal,
  command: Extract<Command, { type: "version.adopt" }>,
  partyName: string | null,
): Result<readonly EventDraft[], "exists" | "not-found"> {
  const { snapshot, step, party, adoptedOn, remark } = command;
  const known = journal.snapshots.get(snapshot);
  if (known === undefined || partyName === null) return refuse("not-found");
  if (known.adopted !== null) return refuse("exists");
  const version = nextVersion(journal.versions.at(-1)?.version ?? null, step);
  const { contentHash } = known;
  const body = { snapshot, version, party, partyName, adoptedOn, remark, contentHash };
  return ok([{ type: "version.adopted", body, content: null }]);
}
