import type { Version } from "@planwand/shared/journal/journal.ts";
import { asksForReasons } from "@planwand/shared/views/reasons.ts";
import type { StepKind } from "@planwand/shared/workshop/agenda.ts";
import type { Session, SessionState } from "@planwand/shared/workshop/session.ts";
import { expect, test } from "vitest";

const version = { version: "1.0" } as Version;
const session = (kind: StepKind, state: SessionState = "running") =>
  new Map([["s", { state, current: "a", steps: [{ id: "a", kind }] } as unknown as Session]]);

test("domain W7b: a draft asks nobody why; an adopted plan does, but not in a brainstorm", () => {
  expect(asksForReasons({ versions: [], sessions: new Map() })).toBe(false);
  expect(asksForReasons({ versions: [], sessions: session("free") })).toBe(false);
  expect(asksForReasons({ versions: [version], sessions: new Map() })).toBe(true);
  for (const kind of ["ideas", "reveal", "vote", "write"] as const) {
    expect(asksForReasons({ versions: [version], sessions: session(kind) }), kind).toBe(false);
    expect(asksForReasons({ versions: [version], sessions: session(kind, "closed") }), kind).toBe(true);
  }
  for (const kind of ["info", "decide", "roles", "checkout", "free"] as const)
    expect(asksForReasons({ versions: [version], sessions: session(kind) }), kind).toBe(true);
});
