import { languageOf } from "../i18n/setup.ts";

/** Where the minutes of a session are, as a document. */
export function minutesAddress(
  planId: string,
  session: string,
  format: "docx" | "pdf",
  language: string,
): string {
  const query = new URLSearchParams({ document: "minutes", session, language: languageOf(language) });
  return `/api/plans/${encodeURIComponent(planId)}/export/${format}?${String(query)}`;
}
