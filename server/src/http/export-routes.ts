import { createRoute, z } from "@hono/zod-openapi";
import { reportOptions } from "@planwand/shared/report/options.ts";
import { fileNameOf } from "../exports/file-name.ts";
import { FORMATS, formatOf } from "../exports/registry.ts";
import type { App, AppParts } from "./context.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";

const file = z.string().openapi({ type: "string", format: "binary" });

/** Every media type that a format has. */
const FILES = Object.fromEntries(
  FORMATS.map(({ mediaType }) => [mediaType.split(";")[0] ?? mediaType, { schema: file }]),
) as { readonly "application/octet-stream": { readonly schema: typeof file } };

const exportRoute = createRoute({
  method: "get",
  path: "/api/plans/{planId}/export/{format}",
  summary: "The plan as a file, as it stands or as it was at a snapshot; whole or a part of it",
  request: {
    params: planParams.extend({
      format: z.string().openapi({ enum: FORMATS.map(({ id }) => id) }),
    }),
    query: reportOptions.extend({ snapshot: z.string().max(64).optional() }),
  },
  responses: {
    200: {
      description: "The file, under a name that sorts; X-Content-Hash is that of the plan's state",
      content: FILES,
      headers: z.object({ "content-disposition": z.string(), "x-content-hash": z.string() }),
    },
    ...problemResponses(
      "invalid-request",
      "unauthenticated",
      "no-access",
      "plan-deleted",
      "not-found",
      "export-failed",
      "export-busy",
    ),
  },
});

/** Documents out of a plan. */
export function exportRoutes(app: App, { authenticate, readSource, exportThreads, log }: AppParts): void {
  app.openapi(exportRoute, async (c) => {
    const { planId, format: formatId } = c.req.valid("param");
    const { snapshot, ...options } = c.req.valid("query");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    const format = formatOf(formatId);
    if (format === null) return problem(c, "not-found");
    const minutesOf = options.document === "minutes" ? (options.session ?? null) : undefined;
    const source = await readSource(planId, snapshot ?? null, minutesOf);
    if (source === null) return problem(c, "not-found");
    const made = await exportThreads.make({ format: format.id, input: { source, options } });
    if (!made.ok) {
      if (made.refusal.code === "busy") return problem(c, "export-busy");
      // The reason may quote the plan, so only its length is kept.
      log.error(
        { request: c.get("requestId"), format: format.id, reason: made.refusal.reason.slice(0, 200) },
        "export failed",
      );
      return problem(c, "export-failed");
    }
    return c.body(new Uint8Array(made.value).buffer, 200, {
      "content-type": format.mediaType,
      "content-disposition": `attachment; filename="${fileNameOf(source, options, format)}"`,
      "x-content-hash": source.version.contentHash,
    });
  });
}
