import type { ImportChoices, Proposal } from "@planwand/shared/exchange/proposal.ts";
import type { Language } from "@planwand/shared/plan/schema.ts";
import { type ApiResult, call } from "./api.ts";
import { createKeyHeaders } from "./create-key.ts";
import type { RememberedPerson } from "./device-memory.ts";
import { readMade } from "./start-api.ts";
import { isRecord } from "./untrusted.ts";

/** The rows of a table that was pasted, and which of them, from 0, stand around a list. */
export interface PastedTable {
  readonly rows: readonly (readonly string[])[];
  readonly beside?: readonly number[];
}

/** What is to be imported: a file as base64, or what was pasted. */
export type ImportContent = { readonly name: string; readonly base64: string } | PastedTable;

/**
 * What importing would change in a plan; nothing is written. With `isFinal` the server keeps a snapshot first, and the caller carries out
 * the edits of the answer.
 */
export function proposeImport(
  planId: string,
  source: ImportContent,
  choices: Partial<ImportChoices>,
  isFinal: boolean,
): Promise<ApiResult<Proposal>> {
  const path = `/api/plans/${encodeURIComponent(planId)}/import?${isFinal ? "write=client" : "dry=1"}`;
  return call("POST", path, { source, choices }, readProposal);
}

/** What a plan made from a file would hold; nothing is made. */
export function proposeNewPlan(
  source: ImportContent,
  choices: Partial<ImportChoices>,
  language: Language,
): Promise<ApiResult<Proposal>> {
  const body = { source, choices, language };
  return call("POST", "/api/plans/from-file?dry=1", body, readProposal, createKeyHeaders());
}

/** Makes a plan from a file, called as the file unless `title` is given; this browser becomes its owner. */
export function createPlanFromFile(
  file: {
    readonly source: ImportContent;
    readonly choices: Partial<ImportChoices>;
    readonly title: string | null;
  },
  who: RememberedPerson & { readonly sharedDevice: boolean; readonly language: Language },
): Promise<ApiResult<{ readonly planId: string }>> {
  return call("POST", "/api/plans/from-file", { ...file, ...who }, readMade, createKeyHeaders());
}

/** A file as the server takes it. */
export function fileContent(file: File): Promise<ImportContent> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("error", () => reject(new Error("the file cannot be read")));
    reader.addEventListener("load", () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      resolve({ name: file.name, base64: address.slice(address.indexOf(",") + 1) });
    });
    reader.readAsDataURL(file);
  });
}

/** The server made it from the types; what is looked at here is that it is such an answer at all. */
function readProposal(body: unknown): Proposal | null {
  const isProposal =
    isRecord(body) &&
    Array.isArray(body["rows"]) &&
    Array.isArray(body["edits"]) &&
    Array.isArray(body["tables"]) &&
    Array.isArray(body["unknown"]);
  return isProposal ? (body as unknown as Proposal) : null;
}
