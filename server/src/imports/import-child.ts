import { createHash, randomBytes } from "node:crypto";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { eventsOfFile, type FiledEvent } from "@planwand/shared/exchange/file-journal.ts";
import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { proposePlan } from "@planwand/shared/exchange/propose-plan.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { createPlanDocument } from "@planwand/shared/plan/create.ts";
import { rootMap } from "@planwand/shared/plan/entry.ts";
import { replaceText } from "@planwand/shared/plan/replace-text.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { writePlan } from "@planwand/shared/plan/write-plan.ts";
import { templatePast } from "@planwand/shared/templates/seed-journal.ts";
import { seedTemplate } from "@planwand/shared/templates/seed-plan.ts";
import * as Y from "yjs";
import { FileRefused } from "./file-refusal.ts";
import { planIn } from "../plans/plan-value.ts";
import { processPort } from "../tasks/process.ts";
import { serveTasks } from "../tasks/serve.ts";
import type { ImportAnswer, ImportedPlan, ImportTask } from "./import-task.ts";
import { readFile, type ReadFile, readRows } from "./read-file.ts";

/*
 * The one place of the server where files from outside are read: a process of its own for each, with little memory and little time, that
 * may write no file, start no program and open no connection.
 */

const newId = (): string => idFrom(randomBytes);

function perform(task: ImportTask): ImportAnswer {
  const { source, language } = task;
  const bytes =
    "rows" in source ? Buffer.from(JSON.stringify(source.rows)) : Buffer.from(source.base64, "base64");
  const read =
    "rows" in source ? readRows(source.rows, source.beside) : readFile(bytes, source.name, language);
  const doc = new Y.Doc();
  try {
    const { events, proposal } = begin(doc, read, task);
    if (task.plan !== null) return { proposal, made: null };
    const plan = toPlan(doc);
    const made: ImportedPlan = {
      title: plan.title,
      state: Y.encodeStateAsUpdate(doc),
      clientIds: [doc.clientID],
      language: plan.language,
      events,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
    return { proposal, made };
  } finally {
    doc.destroy();
  }
}

/** Fills `doc` with a plan of its own when that is asked for, and says what the file brings. */
function begin(
  doc: Y.Doc,
  read: ReadFile,
  task: ImportTask,
): { readonly events: readonly FiledEvent[]; readonly proposal: Proposal } {
  const { choices, stamp, language } = task;
  const plan = task.plan === null ? emptyPlan(task) : planIn({ json: task.plan });
  if (read.kind === "plan") {
    const isWhole = task.plan === null;
    const hasSaid = (read.journal?.comments.length ?? 0) > 0;
    const hasTaken = (read.journal?.decisions.length ?? 0) > 0;
    const leftOut = isWhole
      ? []
      : [...(hasSaid ? ["comments" as const] : []), ...(hasTaken ? ["decisions-taken" as const] : [])];
    const proposal = proposePlan(plan, "plan", { plan: read.plan, leftOut }, choices, newId);
    if (isWhole) {
      writePlan(doc, read.plan, stamp);
      retitle(doc, task.title);
    }
    return { events: read.journal === null ? [] : eventsOfFile(read.journal), proposal };
  }
  if ("template" in read) {
    const seeded = new Y.Doc();
    const title = task.title ?? read.title;
    const options = { title, language, newId, stamp };
    const ids = seedTemplate(task.plan === null ? doc : seeded, read.template, options);
    const file = toPlan(task.plan === null ? doc : seeded);
    seeded.destroy();
    const leftOut = task.plan !== null && read.template.comments.length > 0 ? (["comments"] as const) : [];
    const proposal = proposePlan(plan, read.kind, { plan: file, leftOut }, choices, newId);
    const events = ids.ok ? templatePast(read.template, ids.value, { newId, now: stamp.at }) : [];
    return { events, proposal };
  }
  const proposed = proposeImport(plan, read.kind, read.tables, choices, newId, read.base);
  const proposal = { ...proposed, notes: [...read.notes, ...proposed.notes] };
  if (task.plan === null) {
    createPlanDocument(doc, { title: task.title ?? read.title, language });
    applyEdits(doc, proposal.edits, stamp);
  }
  return { events: [], proposal };
}

function retitle(doc: Y.Doc, title: string | null): void {
  const text = rootMap(doc, "meta").get("title");
  if (title !== null && text instanceof Y.Text) replaceText(text, title);
}

function emptyPlan({ title, language }: ImportTask): Plan {
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: title ?? "", language });
  const plan = toPlan(doc);
  doc.destroy();
  return plan;
}

function answer(task: ImportTask): ImportAnswer {
  try {
    return perform(task);
  } catch (error) {
    if (error instanceof FileRefused) return { refusal: error.code };
    throw error;
  }
}

/** Each file has a process for itself. */
const isSpent = (): boolean => true;

// The server sends nothing else.
serveTasks(processPort(), (task) => answer(task as ImportTask), isSpent);
