/**
 * How long a test waits for a condition before it calls it broken. Waiting ends when the condition holds, so this says nothing of speed:
 * it is far above what anything takes on a machine that does other work besides.
 */
export const PATIENCE_MS = 5 * 60_000;
