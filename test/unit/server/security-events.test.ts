import { pino } from "pino";
import { expect, test } from "vitest";
import { SecurityLog } from "@planwand/server/ops/security-events.ts";

interface Line {
  readonly security: string;
  readonly from?: string;
  readonly limit?: string;
  readonly unsaid?: number;
}

function logged() {
  const lines: Line[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Line) });
  let nowMs = 1_795_000_000_000;
  const security = new SecurityLog(log, () => nowMs);
  return { lines, security, advance: (ms: number) => void (nowMs += ms) };
}

test("[OPS9] sixty lines a minute of a kind, and afterwards how many were left out", () => {
  const { lines, security, advance } = logged();
  for (let nth = 0; nth < 100; nth++) security.note("code-wrong", { from: "192.0.2.1" });
  security.note("origin-refused", { from: "192.0.2.1" });
  expect(lines.filter((line) => line.security === "code-wrong")).toHaveLength(60);
  expect(lines.filter((line) => line.security === "origin-refused")).toHaveLength(1);
  advance(60_000);
  security.note("code-wrong", { from: "192.0.2.1" });
  expect(lines.slice(-2)).toMatchObject([{ security: "code-wrong", unsaid: 40 }, { security: "code-wrong" }]);
  expect(security.counts().find(({ name }) => name === "code-wrong")?.count).toBe(101);
});

test("[OPS9] a limit is told once a minute, each by itself", () => {
  const { lines, security } = logged();
  for (let nth = 0; nth < 10; nth++)
    for (const limit of ["person-keys", "person-reads"]) security.note("limit-reached", { limit });
  expect(lines.map(({ limit }) => limit)).toEqual(["person-keys", "person-reads"]);
});

test("[OPS12] a network is told apart from others without being named", () => {
  const { lines, security } = logged();
  for (const from of ["192.0.2.1", "192.0.2.1", "192.0.2.2"]) security.note("code-wrong", { from });
  const [first, again, other] = lines.map(({ from }) => from);
  expect(first).toMatch(/^[\da-f]{8}$/);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
  expect(JSON.stringify(lines)).not.toContain("192.0.2");
  expect(logged().lines).toEqual([]);
});
