import {
  type Direction,
  directionOf,
  type Lifted,
  moveLifted,
  type WallShape,
} from "@planwand/client/features/board/keyboard-move.ts";
import { describe, expect, test } from "vitest";

const counts: Record<string, number> = { "p1/d1": 2, "p2/d1": 1, "p1/d2": 3 };
const wall: WallShape = {
  phases: ["p1", "p2", "p3"],
  domains: ["d1", "d2"],
  countOthers: (phase, domain) => counts[`${phase}/${domain}`] ?? 0,
};
const spot = (phase: string, domain: string, index: number) => ({ phase, domain, index });
const lift = (at: ReturnType<typeof spot>): Lifted => ({ id: "card", origin: at, target: at });
const walk = (from: Lifted, ...steps: Direction[]) =>
  steps.reduce((lifted, step) => moveLifted(lifted, step, wall), from).target;

describe("moving a card with the keyboard", () => {
  test("[B9] right and left go to the next phase, no lower than its end", () => {
    expect(walk(lift(spot("p1", "d1", 2)), "right")).toEqual(spot("p2", "d1", 1));
    expect(walk(lift(spot("p1", "d1", 2)), "right", "right")).toEqual(spot("p3", "d1", 0));
    expect(walk(lift(spot("p2", "d1", 0)), "left")).toEqual(spot("p1", "d1", 0));
  });

  test("[B9] down goes through the cell and then to the top of the next domain", () => {
    expect(walk(lift(spot("p1", "d1", 0)), "down")).toEqual(spot("p1", "d1", 1));
    expect(walk(lift(spot("p1", "d1", 1)), "down")).toEqual(spot("p1", "d1", 2));
    expect(walk(lift(spot("p1", "d1", 2)), "down")).toEqual(spot("p1", "d2", 0));
  });

  test("[B9] up from the top goes to the end of the domain above", () => {
    expect(walk(lift(spot("p1", "d2", 0)), "up")).toEqual(spot("p1", "d1", 2));
    expect(walk(lift(spot("p1", "d1", 2)), "up", "up")).toEqual(spot("p1", "d1", 0));
  });

  test("[B9] at the edge of the wall the same value comes back", () => {
    for (const [at, direction] of [
      [spot("p1", "d1", 0), "left"],
      [spot("p3", "d1", 0), "right"],
      [spot("p1", "d1", 0), "up"],
      [spot("p1", "d2", 3), "down"],
    ] as const) {
      const lifted = lift(at);
      expect(moveLifted(lifted, direction, wall)).toBe(lifted);
    }
  });

  test("[B5] the origin is kept for cancelling, and coming back to it changes nothing", () => {
    const moved = moveLifted(lift(spot("p1", "d1", 1)), "right", wall);
    expect(moved.origin).toEqual(spot("p1", "d1", 1));
    expect(moveLifted(moved, "left", wall).target).toEqual(moved.origin);
  });

  test("[B9] only arrow keys are directions", () => {
    expect(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map(directionOf)).toEqual([
      "left",
      "right",
      "up",
      "down",
    ]);
    expect(directionOf("Enter")).toBeNull();
  });
});
