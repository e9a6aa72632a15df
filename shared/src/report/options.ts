import { z } from "zod";
import { LANGUAGES } from "../plan/schema.ts";
import { DOCUMENTS, PAPERS } from "./documents.ts";

const id = z.string().max(64);

/** What may be asked of an export in an address. Ids that the plan does not have select nothing. */
export const reportOptions = z.object({
  document: z.enum(DOCUMENTS).default("plan"),
  /** That of the plan unless told. */
  language: z.enum(LANGUAGES).optional(),
  /** Only what belongs to this phase, domain or party; for an agenda or a list of decisions, the body. */
  phase: id.optional(),
  domain: id.optional(),
  party: id.optional(),
  /** For accountability: this goal only. */
  goal: id.optional(),
  /** For an agenda: the day of the meeting, and of the one after that; what is needed before that one cannot wait. */
  on: z.iso.date().optional(),
  next: z.iso.date().optional(),
  /** For the minutes: the workshop; its last one unless told. */
  session: id.optional(),
  paper: z.enum(PAPERS).default("a3"),
  /** A PDF for the archive (PDF/A-2a). */
  archive: z.string().max(10).pipe(z.stringbool()).default(false),
});
export type ReportOptions = Readonly<z.infer<typeof reportOptions>>;
