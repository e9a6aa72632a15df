import { parentPort } from "node:worker_threads";
import type { ExportAnswer, ExportTask } from "./export-task.ts";
import { formatOf } from "./registry.ts";

/*
 * Makes files in a thread of its own, so that a document of hundreds of pages holds up nobody's edits.
 */

async function perform({ format: id, input }: ExportTask): Promise<ExportAnswer> {
  try {
    const format = formatOf(id);
    if (format === null) throw new Error("no such format");
    return { bytes: await format.make(input) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
if (port === null) throw new Error("this file runs as a worker");
port.on("message", (task: ExportTask) => void perform(task).then((answer) => port.postMessage(answer)));
