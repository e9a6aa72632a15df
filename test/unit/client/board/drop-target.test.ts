import { autoscrollStep } from "@planwand/client/ui/autoscroll.ts";
import { type CellBox, dropIndex, dropTargetAt } from "@planwand/client/features/board/drop-target.ts";
import { describe, expect, test } from "vitest";

const visible = { left: 100, top: 50, right: 700, bottom: 450 };
const cells: CellBox[] = [
  {
    phase: "p1",
    domain: "d1",
    left: 100,
    top: 50,
    right: 300,
    bottom: 250,
    cards: [
      { id: "a", top: 60, bottom: 100 },
      { id: "b", top: 110, bottom: 150 },
    ],
  },
  { phase: "p2", domain: "d1", left: 300, top: 50, right: 500, bottom: 250, cards: [] },
];

describe("drop target", () => {
  test("[B3] the pointer above a card's middle lands before it, below the last one at the end", () => {
    const before = (y: number) => dropTargetAt({ x: 150, y }, cells, visible, ["x"])?.before;
    expect(before(79)).toBe("a");
    expect(before(80)).toBe("b");
    expect(before(129)).toBe("b");
    expect(before(131)).toBeNull();
    expect(before(249)).toBeNull();
  });

  test("[B3] the dragged card does not count as a neighbour of itself", () => {
    expect(dropTargetAt({ x: 150, y: 70 }, cells, visible, ["a"])).toEqual({
      phase: "p1",
      domain: "d1",
      before: "b",
    });
  });

  test("[B3] an empty cell takes the card at its end", () => {
    expect(dropTargetAt({ x: 300, y: 60 }, cells, visible, ["a"])).toEqual({
      phase: "p2",
      domain: "d1",
      before: null,
    });
  });

  test("[B5] outside every cell, or under a sticky header, there is no target", () => {
    expect(dropTargetAt({ x: 600, y: 100 }, cells, visible, ["a"])).toBeNull();
    expect(dropTargetAt({ x: 150, y: 49 }, cells, visible, ["a"])).toBeNull();
    expect(dropTargetAt({ x: 99, y: 100 }, cells, visible, ["a"])).toBeNull();
    expect(dropTargetAt({ x: 150, y: 100 }, [], visible, ["a"])).toBeNull();
  });

  test("[B7] the index is taken from the cell as it is at the drop", () => {
    expect(dropIndex("b", ["a", "x", "b"], "x")).toBe(1);
    expect(dropIndex("b", ["new", "a", "b"], "x")).toBe(2);
    expect(dropIndex("gone", ["a", "b"], "x")).toBe(2);
    expect(dropIndex(null, [], "x")).toBe(0);
  });
});

describe("autoscroll", () => {
  test("[B6] the middle stands still and the edge scrolls, faster towards it, at most 20 px a frame", () => {
    expect(autoscrollStep({ x: 400, y: 250 }, visible)).toEqual({ x: 0, y: 0 });
    const nearLeft = autoscrollStep({ x: 150, y: 250 }, visible).x;
    const nearerLeft = autoscrollStep({ x: 110, y: 250 }, visible).x;
    expect(nearLeft).toBeLessThan(0);
    expect(nearerLeft).toBeLessThan(nearLeft);
    expect(autoscrollStep({ x: 5000, y: -5000 }, visible)).toEqual({ x: 20, y: -20 });
  });

  test("[B6] both axes scroll in a corner", () => {
    const step = autoscrollStep({ x: 695, y: 445 }, visible);
    expect(step.x).toBeGreaterThan(0);
    expect(step.y).toBeGreaterThan(0);
  });
});
