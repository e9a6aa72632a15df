import { trimEndOf } from "@planwand/shared/kernel/trim-end.ts";
import type { ReportOptions } from "@planwand/shared/report/options.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import type { ExportFormat } from "./format.ts";

const MAX_TITLE = 60;

/**
 * A file name of letters, digits and dashes that sorts: the plan, what it is, the day, the version. So the files of a plan stand
 * together, and those of one kind in order of time.
 */
export function fileNameOf(
  { plan, version }: ReportSource,
  { document, language, party }: ReportOptions,
  { holds, extension }: Pick<ExportFormat, "holds" | "extension">,
): string {
  const { files, untitledPlan } = wordsOf(language ?? plan.language);
  const kind = { document: files[document], wall: files.wall, calendar: files.calendar, data: files.plan }[
    holds
  ];
  const body = plan.parties.find(({ id }) => id === party)?.name ?? "";
  const state = `${files[version.state]}${version.label === null ? "" : `-${version.label}`}`;
  const parts = [plain(plan.title) || plain(untitledPlan), kind, plain(body), version.day, plain(state)];
  return `${parts.filter((part) => part !== "").join("_")}${extension}`;
}

function plain(text: string): string {
  const cut = text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9.]+/gu, "-")
    .slice(0, MAX_TITLE)
    .replace(/^[-.]+/u, "");
  return trimEndOf(cut, (character) => character === "-" || character === ".");
}
