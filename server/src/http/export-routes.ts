import { cut } from "@planwand/shared/kernel/grapheme.ts";
import { createRoute, z } from "@hono/zod-openapi";
import { reportOptions } from "@planwand/shared/report/options.ts";
import { FORMAT_IDS, formatNamed, formatOf } from "../exports/format.ts";
import type { AppParts } from "./context.ts";
import { guard } from "./guard.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";
import type { Routes } from "./routes.ts";

const file = z.string().openapi({ type: "string", format: "binary" });

/** Every media type that a format has. */
const FILES = Object.fromEntries(
  FORMAT_IDS.map(formatOf).map(({ mediaType }) => [mediaType.split(";")[0] ?? mediaType, { schema: file }]),
) as { readonly "application/octet-stream": { readonly schema: typeof file } };

const exportRoute = createRoute({
  middleware: guard("plan.read", { rates: ["person-files"] }),
  method: "get",
  path: "/api/plans/{planId}/export/{format}",
  summary: "The plan as a file, as it stands or as it was at a snapshot; whole or a part of it",
  request: {
    params: planParams.extend({
      format: z.string().max(64).openapi({ enum: FORMAT_IDS }),
    }),
    query: reportOptions.extend({ snapshot: z.string().max(64).optional() }),
  },
  responses: {
    200: {
      description:
        "The file, under a name that sorts; X-Content-Hash is that of the plan's state, X-Journal-Head the head of its journal, as documents print it",
      content: FILES,
      headers: z.object({
        "content-disposition": z.string(),
        "x-content-hash": z.string(),
        "x-journal-head": z.string(),
      }),
    },
    ...problemResponses(
      "invalid-request",
      "unauthenticated",
      "no-access",
      "plan-deleted",
      "not-found",
      "too-many-requests",
      "exports-waiting",
      "export-failed",
      "export-busy",
      "plan-unbuildable",
    ),
  },
});

/** Documents out of a plan. */
export function exportRoutes(routes: Routes, { readSource, exports, log }: AppParts): void {
  routes.add(exportRoute, async (c) => {
    const { planId, format: formatId } = c.req.valid("param");
    const { snapshot, ...options } = c.req.valid("query");
    const format = formatNamed(formatId);
    if (format === null) return problem(c, "not-found");
    const minutesOf = options.document === "minutes" ? (options.session ?? null) : undefined;
    const source = await readSource(planId, snapshot ?? null, minutesOf);
    if (source === null) return problem(c, "not-found");
    const person = `${planId} ${c.var.who.actor.id}`;
    const made = await exports.make({
      planId,
      person,
      address: c.var.caller.network,
      format,
      source,
      options,
    });
    if (!made.ok) {
      const { refusal } = made;
      if (refusal.code === "too-many") return problem(c, "exports-waiting");
      if (refusal.code === "busy") {
        c.header("Retry-After", "60");
        return problem(c, "export-busy");
      }
      // The reason may quote the plan, so only its beginning is kept.
      log.error(
        { request: c.get("requestId"), format: format.id, reason: cut(refusal.reason, 200) },
        "export failed",
      );
      return problem(c, "export-failed");
    }
    return c.body(new Uint8Array(made.value.bytes), 200, {
      "content-type": format.mediaType,
      "content-disposition": `attachment; filename="${made.value.name}"`,
      "x-content-hash": source.version.contentHash,
      "x-journal-head": source.version.journalHead,
    });
  });
}
