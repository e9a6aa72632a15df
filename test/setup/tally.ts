import { z } from "zod";

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** The totals of a run, with a sentence for each thing that is wrong beside failed assertions. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly complaints: readonly string[];
}

/**
 * Counts the test cases of a JSON report of vitest. A skipped test, a file that could not be read and an error that no
 * test caught each count as one failure, so that `0 failed` means what it says.
 */
export function tally(reportJson: string, exitCode: number): Tally {
  const report = Report.parse(JSON.parse(reportJson));
  const complaints: string[] = [];
  for (const file of report.testResults) {
    if (file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed")) {
      complaints.push(`failed outside its tests: ${file.name}`);
    }
    for (const test of file.assertionResults) {
      if (test.status !== "passed" && test.status !== "failed") {
        complaints.push(`did not run (${test.status}): ${test.fullName}`);
      }
    }
  }
  const passed = report.numPassedTests;
  let failed = report.numFailedTests + complaints.length;
  if (passed + failed === 0) {
    complaints.push("no test ran");
    failed = 1;
  }
  if (exitCode !== 0 && failed === 0) {
    complaints.push(`an error that no test caught (exit code ${exitCode})`);
    failed = 1;
  }
  return { passed, failed, complaints };
}

/** The totals of several runs, each of which may have a day of its own: what is wrong on one names it. */
export function sumOf(runs: readonly (Tally & { readonly day: string })[]): Tally {
  return {
    passed: runs.reduce((sum, { passed }) => sum + passed, 0),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
    complaints: runs.flatMap(({ day, failed, complaints }) => {
      const where = day === "" ? "" : `on ${day}: `;
      const counted = day !== "" && failed > 0 ? [`${where}${String(failed)} failed`] : [];
      return [...complaints.map((complaint) => where + complaint), ...counted];
    }),
  };
}
