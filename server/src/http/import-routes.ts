import { createRoute, z } from "@hono/zod-openapi";
import { SHEET_NAMES } from "@planwand/shared/exchange/sheets.ts";
import { type Proposal, withoutLocked } from "@planwand/shared/exchange/proposal.ts";
import { planAccess } from "@planwand/shared/access/plan-access.ts";
import { SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { randomBytes } from "node:crypto";
import { createPlanRequest, createPlanResponse } from "@planwand/shared/protocol/http.ts";
import { ok, refuse, type Result } from "@planwand/shared/kernel/result.ts";
import { LANGUAGES, type Stamp } from "@planwand/shared/plan/schema.ts";
import type { RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import { writingRules } from "@planwand/shared/workshop/policy.ts";
import type { Principal } from "../access/principal.ts";
import { authorOf } from "../relay/author.ts";
import type { AccessRefusal } from "../relay/write-access.ts";
import { credentialsOf } from "../access/credentials.ts";
import { FILE_REFUSALS } from "../imports/file-refusal.ts";
import { createImportedPlan, serverStamp } from "../plans/create-plan.ts";
import type { AppParts } from "./context.ts";
import { planParams } from "./plan-routes.ts";
import { guard, spend } from "./guard.ts";
import { isFewNames, isTable } from "./import-body.ts";
import { problem, problemResponses } from "./problem.ts";
import type { ProblemCode } from "./problems.ts";
import type { Routes } from "./routes.ts";
import { isHttps, setSessionCookie } from "./session-cookie.ts";

/** Five megabytes as base64 or a table, and room for what a person chose. */
const FILE_BODY = {
  bytes: 8 * 1024 * 1024,
  values: 1_100_000,
  members: 25_000,
  depth: 6,
  tooLarge: "file-too-large",
} as const;

const source = z.union([
  z.object({ name: z.string().max(255), base64: z.base64().max(FILE_BODY.bytes) }),
  z.object({
    rows: z
      .custom<string[][]>(isTable, "not a table of texts")
      .openapi({ type: "array", items: { type: "array", items: { type: "string" } } }),
    /** Rows, from 0, that stand around a list: left out unless `choices.take` has their keys. */
    beside: z.array(z.int().min(0).max(5_000)).max(5_000).default([]),
  }),
]);

/** What was chosen for each name in a file; refused at the first that is wrong. */
function named<Choice>(choice: z.ZodType<Choice>, max: number) {
  return z
    .custom<Record<string, Choice>>(
      (value) => isFewNames(value, max, (chosen) => choice.safeParse(chosen).success),
      "not as it should be, or too many",
    )
    .default({})
    .openapi({ type: "object" });
}

const nameChoice = z.union([
  z.enum(["new", "split", "skip"]),
  z.object({ id: z.string().max(64) }),
  z.object({ as: z.string().max(1_000) }),
]);
const choices = z
  .object({
    sheets: named(z.enum(SHEET_NAMES).nullable(), 100),
    headings: named(z.int().min(-1).max(5_000), 100),
    columns: named(z.string().max(64).nullable(), 1_000),
    names: named(nameChoice, 10_000),
    words: named(z.string().max(64).nullable(), 1_000),
    schoolYear: z.int().min(1900).max(2200).nullable().default(null),
    dayOrder: z.enum(["day-first", "month-first"]).nullable().default(null),
    skip: z.array(z.string().max(64)).max(10_000).default([]),
    take: z.array(z.string().max(64)).max(10_000).default([]),
    phase: z.string().max(64).nullable().default(null),
    domain: z.string().max(64).nullable().default(null),
  })
  .prefault({});

const proposalJson = { "application/json": { schema: z.custom<Proposal>().openapi({ type: "object" }) } };
/** Why nothing of the plan may be written now. */
const PROBLEM_OF = {
  "read-only": "role-too-low",
  "step-forbids": "step-forbids",
  locked: "plan-locked",
  "plan-unbuildable": "plan-unbuildable",
} as const satisfies Partial<Record<RefusalCode, ProblemCode>>;
type LockProblem = (typeof PROBLEM_OF)[keyof typeof PROBLEM_OF];

const refusals = [...FILE_REFUSALS, "imports-busy"] as const;

const add = createRoute({
  middleware: guard("plan.write", { rates: ["person-imports"], body: FILE_BODY }),
  method: "post",
  path: "/api/plans/{planId}/import",
  summary:
    "Add what a file or a pasted table holds to a plan; with dry=1 only tell, row by row, what would change",
  request: {
    params: planParams,
    query: z.object({
      /** `1`: nothing is written. */
      dry: z.enum(["0", "1"]).default("0"),
      /** `client`: whoever asks writes the edits of the answer itself, and can undo them. */
      write: z.enum(["server", "client"]).default("server"),
    }),
    body: { required: true, content: { "application/json": { schema: z.object({ source, choices }) } } },
  },
  responses: {
    200: { description: "What changes, row by row, and the edits that do it", content: proposalJson },
    ...problemResponses(
      "invalid-request",
      "unauthenticated",
      "no-access",
      "plan-deleted",
      "role-too-low",
      "not-found",
      "step-forbids",
      "plan-locked",
      "plan-unbuildable",
      "too-many-requests",
      "storage-unavailable",
      ...refusals,
    ),
  },
});

const whoMakes = createPlanRequest.pick({ name: true, circle: true, sharedDevice: true });

const make = createRoute({
  middleware: guard.creator({ rates: ["address-files"], body: FILE_BODY }),
  method: "post",
  path: "/api/plans/from-file",
  summary: "Make a plan of its own from a file; with dry=1 only tell what it holds",
  request: {
    query: z.object({ dry: z.enum(["0", "1"]).default("0") }),
    body: {
      required: true,
      content: {
        "application/json": {
          // Who makes it is asked after what the file holds was looked at.
          schema: whoMakes.partial({ name: true, circle: true }).extend({
            source,
            choices,
            language: z.enum(LANGUAGES).default("nl"),
            title: z.string().trim().min(1).max(120).nullable().default(null),
          }),
        },
      },
    },
  },
  responses: {
    200: { description: "What the file holds, row by row", content: proposalJson },
    201: {
      description: "The plan, and the secret of a key for each role: told once",
      content: { "application/json": { schema: createPlanResponse } },
    },
    ...problemResponses(
      "invalid-request",
      "creating-from-network",
      "creating-with-key",
      "disk-nearly-full",
      "too-many-requests",
      "storage-unavailable",
      ...refusals,
    ),
  },
});

/** Files and pasted tables into plans. */
export function importRoutes(routes: Routes, parts: AppParts): void {
  const { clock, documents, imports, relay, journals, standing } = parts;

  routes.add(add, async (c) => {
    const { planId } = c.req.valid("param");
    const { who } = c.var;
    const { role, actor } = who;
    const { session } = await journals.open(planId);
    const access = planAccess(role, writingRules(session));
    if (access.kind === "none") return problem(c, PROBLEM_OF[access.code]);
    const { dry, write } = c.req.valid("query");
    const body = c.req.valid("json");
    const { json: plan, language } = await documents.readPlan(planId);
    const stamp = { by: actor.id, at: clock() };
    const { choices: chosen } = body;
    const task = { source: body.source, choices: chosen, language, plan, stamp, title: null };
    const read = await imports.read(task, planId);
    if (read === null) return problem(c, "imports-busy");
    if ("refusal" in read) return problem(c, read.refusal);
    const judged = access.kind === "all" ? ok(read.proposal) : await judge(who, read.proposal, stamp);
    if (!judged.ok) return problem(c, judged.refusal);
    const proposal = judged.value;
    if (dry === "1" || proposal.edits.length === 0) return c.json(proposal, 200);
    const still = await standing(who);
    if (!still.ok) return problem(c, still.refusal);
    await snapshotBefore(journals, planId);
    if (write === "client") return c.json(proposal, 200);
    const updates = await documents.edit(planId, proposal.edits, stamp);
    const written = await relay.write(planId, authorOf(still.value.who, "edit"), updates);
    return written.ok ? c.json(proposal, 200) : problem(c, problemOf(written.refusal));
  });

  /** What is left of a proposal when it is judged as edits over the socket are; or why nothing is. */
  async function judge(
    who: Principal,
    proposal: Proposal,
    stamp: Stamp,
  ): Promise<Result<Proposal, LockProblem>> {
    const updates = await documents.edit(who.planId, proposal.edits, stamp);
    const refusal = await relay.judge(who.planId, authorOf(who, "edit"), updates);
    if (refusal === null) return ok(proposal);
    const isOfRows = refusal.code === "locked" && refusal.entries.length > 0;
    return isOfRows ? ok(withoutLocked(proposal, refusal.entries)) : refuse(problemOf(refusal));
  }

  routes.add(make, async (c) => {
    const body = c.req.valid("json");
    const { language, title, choices: chosen, source: file } = body;
    const isDry = c.req.valid("query").dry === "1";
    const who = whoMakes.safeParse(body);
    if (!isDry && !who.success) return problem(c, "invalid-request");
    const stamp = serverStamp(clock());
    const task = { source: file, choices: chosen, language, plan: null, stamp, title };
    const read = await imports.read(task, c.var.caller.network);
    if (read === null) return problem(c, "imports-busy");
    if ("refusal" in read) return problem(c, read.refusal);
    if (isDry || !who.success || read.made === null) return c.json(read.proposal, 200);
    const tooMany = spend(c, "address-plans", c.var.caller.network);
    if (tooMany !== null) return tooMany;
    const { session: presented } = credentialsOf(c.req.raw.headers);
    const { name, circle, sharedDevice: isSharedDevice } = who.data;
    const arrival = { name, circle, isSharedDevice, isHostBound: isHttps(c, parts), session: presented };
    const { plan, keys, session } = await createImportedPlan(parts, arrival, read.made);
    setSessionCookie(c, session);
    return c.json({ plan, keys }, 201);
  });
}

function problemOf({ code, reason }: AccessRefusal): LockProblem {
  const found = Object.entries(PROBLEM_OF).find(([refusal]) => refusal === code)?.[1];
  if (found === undefined) throw new Error(`an import could not be written: ${reason}`);
  return found;
}

/** The plan as it stood goes before what a file does to it. */
async function snapshotBefore(journals: AppParts["journals"], planId: string): Promise<void> {
  const actor = { id: SERVER_ACTOR, name: "Planwand", circle: null, color: "#5b6472" };
  const [id, snapshot] = [idFrom(randomBytes), idFrom(randomBytes)];
  await journals.run(
    { planId, actor, role: "owner", sessionId: null, keyIds: [] },
    { type: "snapshot.take", id, snapshot, occasion: "before-import", name: "", reason: "" },
  );
}
