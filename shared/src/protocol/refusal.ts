/**
 * Why the server does not take something that came over the socket. A closed list; each says what a client does next:
 * - `retry: "never"`: keep the edits, show them as not accepted, offer a rescue file;
 * - `retry: "resync"`: answer the server's step 1, which follows this refusal, with a fresh step 2;
 * - `retry: "later"`: keep the edits; the server sends a step 1 when it accepts edits again.
 */
export const REFUSALS = {
  "read-only": { retry: "never", title: "refusal.readOnly" },
  locked: { retry: "later", title: "refusal.locked" },
  "step-forbids": { retry: "never", title: "refusal.stepForbids" },
  "too-large": { retry: "never", title: "refusal.tooLarge" },
  malformed: { retry: "never", title: "refusal.malformed" },
  "foreign-client": { retry: "never", title: "refusal.foreignClient" },
  "too-many-clients": { retry: "never", title: "refusal.tooManyClients" },
  resync: { retry: "resync", title: "refusal.resync" },
  forged: { retry: "never", title: "refusal.forged" },
  "stale-client": { retry: "never", title: "refusal.staleClient" },
  "plan-unbuildable": { retry: "later", title: "refusal.planUnbuildable" },
  "server-readonly": { retry: "later", title: "refusal.serverReadonly" },
  revoked: { retry: "never", title: "refusal.revoked" },
  "unknown-message": { retry: "never", title: "refusal.unknownMessage" },
} as const satisfies Record<string, { retry: "never" | "resync" | "later"; title: `refusal.${string}` }>;

export type RefusalCode = keyof typeof REFUSALS;
