import type { LocalDate } from "../kernel/clock.ts";

/** Why a snapshot was taken: somebody wanted it and named it, or something was about to happen. */
export const SNAPSHOT_OCCASIONS = [
  "named",
  "daily",
  "before-restore",
  "before-import",
  "workshop-start",
  "workshop-end",
] as const;
export type SnapshotOccasion = (typeof SNAPSHOT_OCCASIONS)[number];

/** What a snapshot holds: told by hashes, so that anybody can check that it never changed. */
export interface SnapshotContent {
  /** The last update of the plan that is in it. */
  readonly planSeq: number;
  /** SHA-256 of the bytes that are kept, hex. */
  readonly sha256: string;
  /** SHA-256 of all that the document holds as one canonical text, hex. */
  readonly contentHash: string;
}

/** What whoever took a snapshot said about it; can be erased. */
export interface SnapshotWords {
  /** Empty for one that nobody named. */
  readonly name: string;
  readonly reason: string;
}

/** The whole state of a plan at one moment, kept for as long as the past is, and for ever once a body adopted it. */
export interface SnapshotTaken extends SnapshotContent, SnapshotWords {
  readonly snapshot: string;
  readonly occasion: SnapshotOccasion;
}

/** A snapshot that a body adopted as a version of the plan. */
export interface VersionAdopted {
  readonly snapshot: string;
  /** `1.0`, `1.1`, `2.0`… */
  readonly version: string;
  /** The party that adopted it, and what it was called then. */
  readonly party: string;
  readonly partyName: string;
  readonly adoptedOn: LocalDate;
  readonly remark: string;
  /** Of the snapshot, so that the adoption by itself says what was adopted. */
  readonly contentHash: string;
}

/** Which number of a version grows: a new edition, or the same with changes. */
export const VERSION_STEPS = ["major", "minor"] as const;
export type VersionStep = (typeof VERSION_STEPS)[number];

/** The number after `last`; 1.0 after null. */
export function nextVersion(last: string | null, step: VersionStep): string {
  if (last === null) return "1.0";
  const [major = 0, minor = 0] = last.split(".").map(Number);
  return step === "major" ? `${String(major + 1)}.0` : `${String(major)}.${String(minor + 1)}`;
}
