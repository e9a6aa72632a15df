import type { Dragging } from "./dragging.ts";
import type { Memory } from "./memory.ts";
import type { Typing } from "./typing.ts";
import type { Visits } from "./usable.ts";

/** All figures of a wall with this many cards. */
export interface WallResult {
  readonly cards: number;
  /** By round. */
  readonly visits: readonly Visits[];
  readonly drag: Dragging;
  readonly typing: Typing;
}

export interface WallReport {
  readonly machine: string;
  readonly chromium: string;
  readonly small: WallResult;
  readonly large: WallResult;
  readonly memory: Memory;
  /** Processes that wanted a processor, on average over a minute, at the start and at the end. */
  readonly load: readonly [number, number];
}
