import type { Result } from "../kernel/result.ts";

/**
 * Why an edit was not made; nothing was written then.
 * - `not-found`: there is no such entry, phase, domain or nested item;
 * - `invalid`: a value that this field cannot hold;
 * - `exists`: an entry of this id is there already;
 * - `cycle`: an activity would wait for itself;
 * - `in-use`: others refer to it; say what takes its place first.
 */
export type EditRefusal = "not-found" | "invalid" | "exists" | "cycle" | "in-use";

/** The outcome of an edit. */
export type Edit<Value = void> = Result<Value, EditRefusal>;
