import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import type { ReportOptions } from "@planwand/shared/report/options.ts";
import type { Budgets } from "../budgets/budgets.ts";
import { startProcess } from "../tasks/process.ts";
import { TaskError } from "../tasks/task-error.ts";
import { TaskRunner } from "../tasks/task-runner.ts";
import type { ExportSource } from "./export-source.ts";
import type { ExportedFile, ExportTask } from "./export-task.ts";
import type { ExportFormat } from "./format.ts";
import { KeptFiles } from "./kept-files.ts";

/** Files made at once; a large one never keeps the small ones waiting. */
const PROCESSES = 2;
/** A process without work for this long is ended. */
const IDLE_MS = 30_000;
/** A file of more activities than this is a large one, and so is a picture of the wall on such paper. */
const MANY_ACTIVITIES = 500;
const LARGE_PAPERS: ReadonlySet<string> = new Set(["a0", "a1"]);
const MAX_HEAP_MB = 640;

/** Who wants what. */
export interface ExportOrder {
  readonly planId: string;
  /** Counted apart: somebody in a plan, and the address from which they come. */
  readonly person: string;
  readonly address: string;
  readonly format: Pick<ExportFormat, "id" | "holds">;
  readonly source: ExportSource;
  readonly options: ReportOptions;
}

/**
 * `too-many`: this person or address has enough under way; `busy`: too many wait already; `failed`: this file cannot be made, `reason`
 * for the log.
 */
export type ExportRefusal =
  | { readonly code: "too-many" }
  | { readonly code: "busy" }
  | { readonly code: "failed"; readonly reason: string };

/** Makes files in processes of their own: few at once, one after the other for each plan, and the same file once. */
export class Exports {
  readonly #budgets: Budgets;
  readonly #runner: TaskRunner<ExportTask, ExportedFile>;
  readonly #kept = new KeptFiles();
  readonly #underWay = new Map<string, Promise<ExportedFile>>();

  constructor(budgets: Budgets) {
    this.#budgets = budgets;
    const limits = { maxHeapMb: MAX_HEAP_MB, maxMemoryMb: budgets.limit("export-megabytes") };
    // Pages are set and pictures drawn in native code.
    const flags = ["--allow-addons", "--expose-gc"];
    this.#runner = new TaskRunner({
      places: PROCESSES,
      start: () => startProcess(new URL("./export-child.ts", import.meta.url), { ...limits, flags }),
      mayWait: (_ofKey, inAll) => budgets.allows("exports", inAll),
      idleMs: IDLE_MS,
    });
  }

  get load(): { readonly waiting: number; readonly running: number } {
    return this.#runner.load;
  }

  async make(order: ExportOrder): Promise<Result<ExportedFile, ExportRefusal>> {
    const { planId, format, source, options, person, address } = order;
    const key = `${source.key} ${format.id} ${JSON.stringify(options)}`;
    const kept = this.#kept.get(key);
    if (kept !== null) return ok(kept);
    const ofPerson = this.#budgets.hold("person-exports", person);
    const ofAddress = ofPerson === null ? null : this.#budgets.hold("address-exports", address);
    try {
      if (ofAddress === null) return refuse({ code: "too-many" });
      const file = await this.#once(key, order);
      this.#kept.set(key, planId, file);
      return ok(file);
    } catch (error) {
      if (!(error instanceof TaskError)) throw error;
      const isBusy = error.fate === "busy" || error.fate === "stopped";
      return isBusy ? refuse({ code: "busy" }) : refuse({ code: "failed", reason: error.message });
    } finally {
      ofPerson?.();
      ofAddress?.();
    }
  }

  /** Keeps nothing of a plan. */
  forget(planId: string): void {
    this.#kept.forget(planId);
  }

  close(): Promise<void> {
    return this.#runner.close();
  }

  #once(key: string, { planId, format, source, options }: ExportOrder): Promise<ExportedFile> {
    const known = this.#underWay.get(key);
    if (known !== undefined) return known;
    const isWall = format.holds === "wall";
    const isLong = source.activities > MANY_ACTIVITIES || (isWall && LARGE_PAPERS.has(options.paper));
    const timeoutMs = this.#budgets.limit("export-seconds") * 1_000;
    const made = this.#runner
      .run({ format: format.id, source, options }, { key: planId, isLong, timeoutMs })
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, made);
    return made;
  }
}
