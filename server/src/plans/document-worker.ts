import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { contentHash } from "@planwand/shared/plan/fingerprint.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { purgeBin } from "@planwand/shared/plan/purge.ts";
import { readMeta } from "@planwand/shared/plan/read-live.ts";
import * as Y from "yjs";
import { KeptChanges } from "./plan-changes.ts";
import { historyOf } from "./plan-history.ts";
import { standsOf } from "./plan-trend.ts";
import type {
  BehindChanges,
  CollectedPast,
  ReadChanges,
  AnswerMessage,
  DocumentAnswer,
  DocumentTask,
  TaskMessage,
} from "./document-task.ts";

/*
 * The one place of the server where documents are built: in a thread of its own, so that a big plan holds up nobody's edits.
 */

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const kept = new KeptChanges();

function perform(task: DocumentTask): DocumentAnswer {
  if (task.form === "changes") return changesOf(task);
  if (task.form === "forget") {
    kept.forget(task.planId);
    return { through: 0 };
  }
  const { form, updates } = task;
  const doc = new Y.Doc();
  try {
    if (task.form === "history") return { history: historyOf(doc, task.updates, task.marks) };
    if (task.form === "trend") return { stands: standsOf(doc, task.updates, task.days) };
    Y.transact(doc, () => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      throw new Error("the log has a gap");
    }
    if (form === "state") return { state: Y.encodeStateAsUpdate(doc), contentHash: contentHash(doc, sha256) };
    if (task.form === "past") return pastOf(doc, task);
    if (task.form === "edit") return { written: writtenBy(doc, task) };
    if (form === "checkpoint") return { state: Y.encodeStateAsUpdate(doc), title: readMeta(doc).title };
    return { plan: toPlan(doc), contentHash: contentHash(doc, sha256) };
  } finally {
    doc.destroy();
  }
}

function changesOf(task: Extract<DocumentTask, { form: "changes" }>): ReadChanges | BehindChanges {
  const changes = kept.of(task.planId, task.round);
  if (task.after > changes.seq) return { through: changes.seq };
  changes.take(task.updates);
  return changes.read(task.query);
}

function writtenBy(doc: Y.Doc, { edits, stamp }: Extract<DocumentTask, { form: "edit" }>): Uint8Array[] {
  return writing(doc, () => applyEdits(doc, edits, stamp));
}

function pastOf(doc: Y.Doc, { updates, old }: Extract<DocumentTask, { form: "past" }>): CollectedPast {
  const past = new Y.Doc();
  Y.transact(past, () => {
    for (const update of updates.slice(0, old)) Y.applyUpdate(past, update);
  });
  const written = writing(doc, () => purgeBin(doc, past));
  const state = Y.encodeStateAsUpdate(past);
  past.destroy();
  return { written, past: state };
}

/** The updates that `work` makes. */
function writing(doc: Y.Doc, work: () => void): Uint8Array[] {
  const written: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => written.push(update));
  work();
  return written;
}

function answer(message: TaskMessage): AnswerMessage {
  try {
    return { id: message.id, answer: perform(message.task) };
  } catch (error) {
    return { id: message.id, failure: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
if (port === null) throw new Error("this file runs as a worker");
port.on("message", (message: TaskMessage) => port.postMessage(answer(message)));
