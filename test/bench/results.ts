import type { Latency } from "./latency.ts";
import type { Storm } from "./storm.ts";

/** Deliveries per CPU-second in rooms of one shape. */
export interface ShapeResult {
  readonly rooms: number;
  readonly people: number;
  /** Deliveries per CPU-second, by round. */
  readonly planwand: readonly number[];
  readonly bareLoop: readonly number[];
  readonly ratio: number;
}

export interface Report {
  readonly machine: string;
  readonly node: string;
  readonly shapes: readonly ShapeResult[];
  readonly latency: { readonly planwand: readonly Latency[]; readonly bareLoop: readonly Latency[] };
  readonly presence: { readonly planwandCoreShare: number; readonly bareLoopCoreShare: number };
  readonly storm: { readonly cold: Storm; readonly warm: readonly Storm[]; readonly uncompressed: Storm };
  readonly idleRoomBytes: number;
}
