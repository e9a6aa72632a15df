import { describe, expect, test } from "vitest";
import { sumOf, tally } from "../setup/tally.ts";

function report(statuses: readonly string[], fileStatus = "passed"): string {
  return JSON.stringify({
    numPassedTests: statuses.filter((status) => status === "passed").length,
    numFailedTests: statuses.filter((status) => status === "failed").length,
    testResults: [
      {
        name: "a.test.ts",
        status: fileStatus,
        assertionResults: statuses.map((status, index) => ({ fullName: `case ${index}`, status })),
      },
    ],
  });
}

describe("the last line of a run", () => {
  test("[H11] counts what passed and what failed", () => {
    expect(tally(report(["passed", "passed"]), 0)).toEqual({ passed: 2, failed: 0, complaints: [] });
    expect(tally(report(["passed", "failed"], "failed"), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  test("[H11] counts a skipped test as failed and names it", () => {
    const { failed, complaints } = tally(report(["passed", "pending", "todo", "skipped"]), 0);
    expect(failed).toBe(3);
    expect(complaints[0]).toContain("case 1");
  });

  test("[H11] sums up several runs, and names the day of what is wrong", () => {
    const good = { ...tally(report(["passed", "passed"]), 0), day: "" };
    const bad = { ...tally(report(["passed", "failed", "skipped"], "failed"), 1), day: "2028-02-29" };
    expect(sumOf([good, bad])).toEqual({
      passed: 3,
      failed: 2,
      complaints: ["on 2028-02-29: did not run (skipped): case 2", "on 2028-02-29: 2 failed"],
    });
  });

  test("[H11] counts a file that could not be read, an uncaught error and an empty run", () => {
    expect(tally(report([], "failed"), 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(tally(report(["passed"]), 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(tally(report([]), 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
