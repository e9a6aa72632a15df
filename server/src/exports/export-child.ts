import { processPort } from "../tasks/process.ts";
import { serveTasks } from "../tasks/serve.ts";
import type { ExportedFile, ExportTask } from "./export-task.ts";
import { reportSourceOf } from "./export-source.ts";
import { fileNameOf } from "./file-name.ts";
import { formatOf } from "./format.ts";
import { makerOf } from "./makers.ts";

/*
 * Makes files in a process of its own, whose memory goes back when it ends: a document of hundreds of pages holds up nobody's edits.
 */

/** A process that has kept so much is ended; the next file gets a new one. */
const SPENT_BYTES = 320 * 1024 * 1024;

async function perform({ format, source, options }: ExportTask): Promise<ExportedFile> {
  const make = await makerOf(format);
  const input = { source: reportSourceOf(source), options };
  return { bytes: await make(input), name: fileNameOf(input.source, options, formatOf(format)) };
}

const isSpent = (): boolean => process.memoryUsage.rss() > SPENT_BYTES;

// The server sends nothing else.
serveTasks(processPort(), (task) => perform(task as ExportTask), isSpent);
