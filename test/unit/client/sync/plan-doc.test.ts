import { PlanAwareness, PlanDoc } from "@planwand/client/sync/plan-doc.ts";
import { createStore } from "@planwand/client/sync/store.ts";
import { createTopics } from "@planwand/client/plan/topics.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { rootMap } from "@planwand/shared/plan/entry.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";

const reported: unknown[] = [];
beforeEach(() => {
  reported.length = 0;
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
});
afterEach(() => void vi.unstubAllGlobals());

const EVENTS = ["beforeTransaction", "afterTransaction", "afterTransactionCleanup", "update"] as const;

test("[C21][KN2] a document whose listeners throw goes on telling the others, and takes edits and updates", () => {
  for (const event of EVENTS) {
    reported.length = 0;
    const doc = new PlanDoc();
    doc.on(event, () => {
      throw new Error(event);
    });
    const updates: Uint8Array[] = [];
    let seen = 0;
    doc.on("update", (update: Uint8Array) => updates.push(update));
    observePlan(doc, () => seen++);
    for (let edit = 0; edit < 3; edit++) rootMap(doc, "cells").set(`edit-${String(edit)}`, true);
    const other = new Y.Doc();
    rootMap(other, "cells").set("theirs", true);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect([event, updates.length, seen, reported.length]).toEqual([event, 4, 4, 4]);
    expect([...rootMap(doc, "cells").keys()].sort()).toEqual(["edit-0", "edit-1", "edit-2", "theirs"]);
  }
});

test("[C21] a plain document of the library falls silent: this is what is mended", () => {
  const doc = new Y.Doc();
  let updates = 0;
  doc.on("update", () => {
    throw new Error("a listener");
  });
  expect(() => rootMap(doc, "cells").set("one", 1)).toThrow("a listener");
  doc.on("update", () => updates++);
  rootMap(doc, "cells").set("two", 2);
  expect(updates).toBe(0);
});

test("[C21] presence, stores and topics likewise", () => {
  const heard: string[] = [];
  const fails = (): never => {
    throw new Error("a listener");
  };
  const awareness = new PlanAwareness(new PlanDoc());
  awareness.on("change", fails);
  awareness.on("change", () => heard.push("presence"));
  awareness.setLocalStateField("typing", true);
  const store = createStore(0);
  store.subscribe(fails);
  store.subscribe(() => heard.push("store"));
  store.set(1);
  const topics = createTopics();
  topics.subscribe("a", fails);
  topics.subscribe("a", () => heard.push("topic"));
  topics.publish(new Set(["a"]));
  expect([heard, reported.length]).toEqual([["presence", "store", "topic"], 3]);
  awareness.destroy();
});
