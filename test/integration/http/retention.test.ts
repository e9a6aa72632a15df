import { planIn } from "@planwand/server/plans/plan-value.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { archiveEntry, archiveItem, restoreEntry } from "@planwand/shared/plan/archive.ts";
import { addItem } from "@planwand/shared/plan/ranked.ts";
import { entriesOf, entryOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { onEveryDay } from "../../builders/clock.ts";
import { freshId } from "../../builders/commands.ts";
import { type StandingPlan, standingPlan } from "../../builders/standing-plan.ts";

onEveryDay();

const DAY_MS = 86_400_000;
const STAMP = { by: "anja-000001", at: 1 };

let plan: StandingPlan;
beforeEach(async () => {
  plan = await standingPlan("example");
  await plan.give({ type: "retention.set", days: 30 });
});
afterEach(() => plan.parts.close());

const isOnDisk = (word: string): boolean =>
  readdirSync(plan.parts.directory).some((name) =>
    readFileSync(join(plan.parts.directory, name)).includes(word),
  );

function titleOf(id: string): Y.Text {
  const title = entryOf(plan.doc, "activities", id)?.get("title");
  if (!(title instanceof Y.Text)) throw new Error("an activity has a title");
  return title;
}

const activityIds = (): string[] => entriesOf(rootMap(plan.doc, "activities")).map(([id]) => id);

test("[DOC21][S32] text that was deleted before the time that is kept is in no byte; text deleted since is read back", async () => {
  const [id = ""] = activityIds();
  const was = titleOf(id).toString();
  const write = async (word: string): Promise<void> => {
    titleOf(id).insert(0, word);
    await plan.save();
    titleOf(id).delete(0, word.length);
    await plan.save();
    await plan.parts.documents.compact(plan.planId);
  };
  await write("Oudverdwenen");
  plan.clock.now += 20 * DAY_MS;
  await write("Jongverdwenen");
  expect(await plan.clear()).toBe(false);
  expect([isOnDisk("Oudverdwenen"), isOnDisk("Jongverdwenen")]).toEqual([true, true]);
  plan.clock.now += 20 * DAY_MS;
  expect(await plan.clear()).toBe(true);
  expect([isOnDisk("Oudverdwenen"), isOnDisk("Jongverdwenen")]).toEqual([false, true]);
  const rows = await plan.parts.storage.log.read(plan.planId, 0);
  const titles = await Promise.all(
    rows.map(async ({ seq }) => {
      const past = await plan.parts.documents.stateAt(plan.planId, seq);
      if (past === null) throw new Error("what is in the log can be read");
      const read = planIn(await plan.parts.documents.readState(plan.planId, past));
      return read.activities.find((card) => card.id === id)?.title;
    }),
  );
  expect(titles).toEqual([was, `Jongverdwenen${was}`, was]);
  expect(await plan.clear()).toBe(false);
});

test("[DOC22][P76] the bin is emptied of what lay in it all that time, and of nothing else", async () => {
  const [old = "", young = "", back = "", kept = ""] = activityIds();
  const step = freshId();
  const at = { root: "activities", id: kept, field: "steps", item: step } as const;
  expect(addItem(plan.doc, at, { title: "Even bellen", done: false }).ok).toBe(true);
  archiveEntry(plan.doc, "activities", old, STAMP);
  archiveEntry(plan.doc, "activities", back, STAMP);
  archiveItem(plan.doc, at, STAMP);
  await plan.save();
  plan.clock.now += 20 * DAY_MS;
  archiveEntry(plan.doc, "activities", young, STAMP);
  restoreEntry(plan.doc, "activities", back);
  await plan.save();
  plan.clock.now += 20 * DAY_MS;
  expect(await plan.clear()).toBe(true);
  const left = activityIds();
  expect(left).not.toContain(old);
  expect(left).toEqual(expect.arrayContaining([young, back, kept]));
  const steps = entryOf(plan.doc, "activities", kept)?.get("steps");
  expect(steps instanceof Y.Map && steps.has(step)).toBe(false);
  expect((await plan.parts.documents.readPlan(plan.planId)).contentHash).toBe(plan.contentHash());
});

test("[DOC23][J53] a snapshot that no body adopted goes when it is too old, and one that was adopted never", async () => {
  const [gone, adopted, young] = [freshId(), freshId(), freshId()];
  const party = planIn(await plan.parts.documents.readPlan(plan.planId)).parties[0]?.id ?? "";
  await plan.give({ type: "snapshot.take", snapshot: gone, name: "Weg" });
  await plan.give({ type: "snapshot.take", snapshot: adopted, name: "Vastgesteld" });
  const adopt = { snapshot: adopted, party, adoptedOn: "2026-11-02" } as const;
  expect(await plan.give({ type: "version.adopt", ...adopt })).toBe(200);
  const bytes = (await plan.parts.storage.snapshots.get(plan.planId, adopted))?.state;
  plan.clock.now += 40 * DAY_MS;
  await plan.give({ type: "snapshot.take", snapshot: young, name: "Nieuw" });
  expect(await plan.parts.erasing.clearAll()).toBe(1);
  expect(await plan.parts.storage.snapshots.get(plan.planId, gone)).toBeNull();
  expect((await plan.parts.storage.snapshots.get(plan.planId, adopted))?.state).toEqual(bytes);
  expect(await plan.parts.snapshots.read(plan.planId, young)).not.toBeNull();
  expect(await plan.parts.snapshots.read(plan.planId, gone)).toBeNull();
  expect(await plan.parts.erasing.clearAll()).toBe(0);
});

test("[DOC24] an erasing that was cut short after nobody is let in any more is finished by the next round", async () => {
  await plan.parts.storage.plans.close(plan.planId, plan.clock.now);
  expect(isOnDisk(plan.planId)).toBe(true);
  expect(await plan.parts.erasing.clearAll()).toBe(1);
  expect(await plan.parts.storage.plans.get(plan.planId)).toBeNull();
  expect(isOnDisk(plan.planId)).toBe(false);
});

test("[J53] only an owner says how long the past is kept, and clearing is refused to others", async () => {
  const headers = { "content-type": "application/json" };
  const none = await plan.parts.request(`/api/plans/${plan.planId}/clear`, { method: "POST", headers });
  expect(none.status).toBe(401);
  expect(await plan.give({ type: "retention.set", days: -1 })).toBe(400);
  expect(await plan.give({ type: "retention.set", days: null })).toBe(200);
  plan.clock.now += 4_000 * DAY_MS;
  expect(await plan.clear()).toBe(false);
});
