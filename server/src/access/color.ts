import { createHash } from "node:crypto";

/** Colours on which white text reads well (contrast of 4.5 or more), apart in hue. */
export const ACTOR_COLORS = [
  "#1d6f8a",
  "#8a4b1d",
  "#2f6b2f",
  "#8c2f5f",
  "#5b3fa0",
  "#a3361f",
  "#1f5fb0",
  "#6b6100",
  "#00695c",
  "#9c27b0",
  "#7a4a4a",
  "#37597a",
  "#b0204a",
  "#4b6a00",
  "#3d3d8f",
  "#6d4c41",
] as const;

/** The colour of this actor: the same everywhere and always. */
export function colorOf(actorId: string): string {
  const digest = createHash("sha256").update(actorId).digest();
  return ACTOR_COLORS[digest.readUInt32BE(0) % ACTOR_COLORS.length] ?? ACTOR_COLORS[0];
}
