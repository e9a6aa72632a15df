import { MAX_FILE_BYTES } from "@planwand/shared/exchange/file-limit.ts";
import { createHash, randomBytes } from "node:crypto";
import { SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import { copyPlan } from "@planwand/shared/copying/copy-plan.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { writePlan } from "@planwand/shared/plan/write-plan.ts";
import { contentHash } from "@planwand/shared/plan/fingerprint.ts";
import { purgeBin } from "@planwand/shared/plan/purge.ts";
import { readMeta } from "@planwand/shared/plan/read-live.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { seedJournal } from "@planwand/shared/templates/seed-journal.ts";
import { seedPlan } from "@planwand/shared/templates/seed-plan.ts";
import { updateParts } from "@planwand/shared/plan/update-parts.ts";
import * as Y from "yjs";
import { type Ask, serveTasks } from "../tasks/serve.ts";
import { threadPort } from "../tasks/thread.ts";
import type {
  DocumentAnswers,
  DocumentForm,
  DocumentTask,
  DocumentTasks,
  FormTask,
  HashedState,
  OldPast,
  PlanValue,
} from "./document-task.ts";
import { KeptChanges } from "./kept-changes.ts";
import type { PlanChanges } from "./plan-changes.ts";
import { applyAll, PlanLog } from "./plan-log.ts";
import { PlanTrend } from "./plan-trend.ts";
import { isOfReadableSize } from "../imports/plan-size.ts";
import { jsonOf, planIn } from "./plan-value.ts";

/*
 * The one place of the server where documents are built: in threads of their own, so that a big plan holds up nobody's edits.
 */

type Performers = {
  readonly [Form in DocumentForm]: (
    task: DocumentTasks[Form],
    log: PlanLog,
  ) => Promise<DocumentAnswers[Form]> | DocumentAnswers[Form];
};

/** What happened to activities is told this far back; all of it is in the changes. */
const MAX_HISTORY = 1_000;

const kept = new KeptChanges();

const newId = (): string => idFrom(randomBytes);

const PERFORMERS: Performers = {
  plan: (_task, log) =>
    withDoc(async (doc) => {
      const seq = await standing(doc, log);
      return { ...valueOf(doc), seq };
    }),
  value: ({ state }) =>
    withDoc((doc) => {
      Y.applyUpdate(doc, state);
      return valueOf(doc);
    }),
  state: (_task, log) =>
    withDoc(async (doc) => {
      const seq = await standing(doc, log);
      return { ...hashedState(doc), seq };
    }),
  checkpoint: (_task, log) =>
    withDoc(async (doc) => {
      const seq = await standing(doc, log);
      const state = Y.encodeStateAsUpdate(doc);
      return { state, sha256: sha256(state), seq, title: readMeta(doc).title };
    }),
  moment: ({ seq }, log) =>
    withDoc(async (doc) => {
      const last = await log.fill(doc, seq);
      return last?.seq === seq ? { ...hashedState(doc), at: last.at } : null;
    }),
  edit: ({ edits, stamp }, log) =>
    withDoc(async (doc) => {
      await standing(doc, log);
      return writing(doc, () => applyEdits(doc, edits, stamp));
    }),
  past: ({ planId, before }, log) =>
    withDoc((doc) => withDoc((old) => pastOf(planId, before, log, { doc, old }))),
  async changes({ planId, round, query }, log) {
    return (await changesOf(planId, round, log)).read(query);
  },
  async history({ planId, round }, log) {
    return (await changesOf(planId, round, log)).history(MAX_HISTORY);
  },
  trend: ({ zone, today }, log) =>
    withDoc(async (doc) => {
      const trend = new PlanTrend(doc, zone);
      for await (const updates of log.after(0)) if (!trend.take(updates, today)) break;
      return trend.stands();
    }),
  seed: ({ template, title, language, today, at }) =>
    withDoc((doc) => {
      const stamp = { by: SERVER_ACTOR, at };
      const seeded = seedPlan(doc, template, { title, language, newId, stamp, today });
      if (!seeded.ok) throw new Error("an empty document can be seeded");
      const past = seedJournal(template, seeded.value, { language, newId, now: at, today });
      return { state: Y.encodeStateAsUpdate(doc), clientIds: [doc.clientID], past };
    }),
  copy: ({ json, title, choices, at }) =>
    withDoc((doc) => {
      if (json.byteLength > MAX_FILE_BYTES) return null;
      const plan = planIn({ json });
      if (!isOfReadableSize(plan)) return null;
      const copy = copyPlan(plan, { ...choices, title }, newId);
      if (!writePlan(doc, copy, { by: SERVER_ACTOR, at }).ok)
        throw new Error("an empty document can be written");
      return { state: Y.encodeStateAsUpdate(doc), clientIds: [doc.clientID] };
    }),
};

async function withDoc<T>(work: (doc: Y.Doc) => Promise<T> | T): Promise<T> {
  const doc = new Y.Doc();
  try {
    return await work(doc);
  } finally {
    doc.destroy();
  }
}

/** Fills a document with all that the log holds; the number of its last update. */
async function standing(doc: Y.Doc, log: PlanLog): Promise<number> {
  const last = await log.fill(doc);
  if (last === null) throw new Error("a plan has a seed");
  return last.seq;
}

function valueOf(doc: Y.Doc): PlanValue {
  const plan = toPlan(doc);
  const { title, language } = plan;
  return {
    json: jsonOf(plan),
    contentHash: contentHash(doc, sha256),
    title,
    language,
    activities: plan.activities.length,
  };
}

function hashedState(doc: Y.Doc): HashedState {
  const state = Y.encodeStateAsUpdate(doc);
  return { state, contentHash: contentHash(doc, sha256), sha256: sha256(state) };
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

async function changesOf(planId: string, round: number, log: PlanLog): Promise<PlanChanges> {
  const changes = kept.of(planId, round);
  for await (const updates of log.after(changes.seq)) changes.take(updates);
  return changes;
}

async function pastOf(
  planId: string,
  before: number,
  log: PlanLog,
  { doc, old }: { readonly doc: Y.Doc; readonly old: Y.Doc },
): Promise<OldPast | null> {
  let last: { readonly seq: number; readonly at: number } | null = null;
  let count = 0;
  let isYoung = false;
  for await (const updates of log.after(0)) {
    const young: number = isYoung ? 0 : updates.findIndex(({ at }) => at >= before);
    const older = young === -1 ? updates : updates.slice(0, young);
    applyAll(doc, updates);
    applyAll(old, older);
    last = older.at(-1) ?? last;
    count += older.length;
    isYoung ||= young !== -1;
  }
  if (last === null) return null;
  const written = writing(doc, () => purgeBin(doc, old));
  const base = {
    planId,
    seq: last.seq,
    actorId: SERVER_ACTOR,
    at: last.at,
    bytes: Y.encodeStateAsUpdate(old),
  };
  return { base, written, isOneAlready: count === 1 };
}

/** The updates that `work` makes, in parts that are admitted one after the other. */
function writing(doc: Y.Doc, work: () => void): Uint8Array[] {
  const written: Uint8Array[] = [];
  doc.on("update", (whole: Uint8Array) => {
    for (const { update } of updateParts(whole)) written.push(update);
  });
  work();
  return written;
}

function perform<Form extends DocumentForm>(task: FormTask<Form>, ask: Ask) {
  const performer: Performers[Form] = PERFORMERS[task.form];
  return performer(task, new PlanLog(ask));
}

// The server sends nothing else.
serveTasks(threadPort(), (task, ask) => perform(task as DocumentTask, ask));
