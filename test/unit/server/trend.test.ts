import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { createPlan } from "@planwand/server/plans/create-plan.ts";
import { dayIn, isZone } from "@planwand/server/plans/day-in.ts";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { countedIn, rollUp } from "@planwand/shared/views/progress.ts";
import { type ServerParts, serverParts } from "../../builders/app.ts";
import { STAMP } from "../../builders/plan-doc.ts";

let parts: ServerParts;
beforeEach(() => (parts = serverParts()));
afterEach(() => parts.close());

const ZONE = "Europe/Amsterdam";
const at = (time: string): number => Date.parse(time);

/** A plan made in the evening of 1 November, and a way to write in it at other times. */
async function planInTime() {
  const request = {
    title: "Plan",
    template: "example",
    language: "nl",
    session: null,
    isHostBound: false,
    isSharedDevice: false,
    name: "Anja",
    circle: "ict",
  } as const;
  const { plan } = await createPlan({ ...parts, clock: () => at("2026-11-01T20:00:00Z") }, request, "here");
  const doc = new Y.Doc();
  const rows = await parts.storage.log.read(plan.id, 0);
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  let seq = rows.length;
  return {
    id: plan.id,
    doc,
    async write(time: string, edit: () => void) {
      const before = Y.encodeStateVector(doc);
      edit();
      const bytes = Y.encodeStateAsUpdate(doc, before);
      await parts.storage.log.append(
        [{ planId: plan.id, seq: ++seq, actorId: "anja-000001", at: at(time), bytes }],
        [],
      );
    },
  };
}

test("[DOC6] the end of each day on which something was written, by the clock of the zone, and not of today", async () => {
  const { id, doc, write } = await planInTime();
  const first = rollUp(toPlan(doc).activities, "2026-11-01");
  const planned = toPlan(doc).activities.filter(({ status }) => status === "planned");
  const [one, two, three] = planned.map((activity) => activity.id);
  const setDone = (card = "") => void setRegister(doc, "activities", card, "status", "done");
  await write("2026-11-03T09:00:00Z", () => setDone(one));
  // Half past eleven in Greenwich is the next day in Amsterdam.
  await write("2026-11-03T23:30:00Z", () => setDone(two));
  await write("2026-11-04T10:00:00Z", () => void archiveEntry(doc, "activities", three ?? "", STAMP));
  await write("2026-11-05T10:00:00Z", () => setDone(planned[3]?.id));
  const stands = await parts.documents.readTrend(id, ZONE, "2026-11-05");
  expect(stands.map(({ date }) => date)).toEqual(["2026-11-01", "2026-11-03", "2026-11-04"]);
  expect(stands[0]?.rollUp).toEqual(first);
  expect(stands.map(({ rollUp: { statuses } }) => statuses.done)).toEqual([
    first.statuses.done,
    first.statuses.done + 1,
    first.statuses.done + 2,
  ]);
  const counted = stands.map((stand) => countedIn(stand.rollUp));
  expect(counted[2]).toBe((counted[1] ?? 0) - 1);
  const inGreenwich = await parts.documents.readTrend(id, "UTC", "2026-11-05");
  expect(inGreenwich.map(({ rollUp: { statuses } }) => statuses.done)[1]).toBe(first.statuses.done + 2);
});

test("[DOC6] days that are over are worked out once, and anew when another day is over", async () => {
  const { id, doc, write } = await planInTime();
  const stands = await parts.documents.readTrend(id, ZONE, "2026-11-02");
  expect(await parts.documents.readTrend(id, ZONE, "2026-11-02")).toBe(stands);
  await write("2026-11-02T10:00:00Z", () => {
    setRegister(doc, "activities", toPlan(doc).activities[0]?.id ?? "", "progress", 1);
  });
  expect(await parts.documents.readTrend(id, ZONE, "2026-11-02")).toBe(stands);
  const later = await parts.documents.readTrend(id, ZONE, "2026-11-03");
  expect(later.map(({ date }) => date)).toEqual(["2026-11-01", "2026-11-02"]);
});

test("[DOC6] a plan of today has no days that are over, and one that cannot be read fails only until it can", async () => {
  const { id } = await planInTime();
  expect(await parts.documents.readTrend(id, ZONE, "2026-11-01")).toEqual([]);
  await expect(parts.documents.readTrend(id, "Nergens/Huizen", "2026-11-02")).rejects.toThrow(RangeError);
  expect([isZone("Nergens/Huizen"), isZone(""), isZone(ZONE)]).toEqual([false, false, true]);
  expect(dayIn(ZONE)(at("2026-03-29T22:30:00Z"))).toBe("2026-03-30");
});
