import type { RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { Journal } from "@planwand/shared/journal/journal.ts";
import type { Outbox } from "./outbox.ts";
import type { PresenceHandle } from "./presence.ts";
import type { Seat } from "./seat.ts";
import type { ReadableStore } from "./store.ts";
import type { Keeping } from "./offline-copy.ts";
import type { SaveState } from "./unsaved.ts";
import type { WorkshopLink } from "./workshop-link.ts";

/**
 * Why the connection was given up: coming back by itself would not help. `otherActor`: this browser's session now belongs
 * to somebody else, whose edits must not be mixed with ours. `stale`: this page is older or newer than the server. `deleted`: an owner
 * erased the plan. `discarded`: what this page could not save was thrown away on another page.
 */
export type Stopped =
  | "unauthorised"
  | "revoked"
  | "notFound"
  | "deleted"
  | "stale"
  | "otherActor"
  | "discarded"
  | "closed";

/** Everything that the badge and the page need to know of the connection. */
export interface SyncStatus {
  readonly state: SaveState;
  /** Edits and comments that the server has not confirmed. */
  readonly unsaved: number;
  readonly refusal: RefusalCode | null;
  /** True until the first connection came about or failed: nothing is known yet. */
  readonly isConnecting: boolean;
  /** How many of the latest edits are not surely on this device yet: a moment after each one none. */
  readonly unkept: number;
  /** Whether edits are also kept on this device. */
  readonly keeping: Keeping;
  /** The plan's content is here, from the server or from this device. */
  readonly isLoaded: boolean;
  readonly stopped: Stopped | null;
}

/** One open plan: the shared document and everything that keeps it in step with the server. */
export interface PlanConnection {
  readonly planId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly seat: ReadableStore<Seat>;
  readonly status: ReadableStore<SyncStatus>;
  readonly presence: PresenceHandle;
  /** What was said, decided and agreed. */
  readonly journal: ReadableStore<Journal>;
  /** The last event that there was when this page came in; null until the server said so. */
  readonly journalAtEntry: ReadableStore<number | null>;
  readonly outbox: Outbox;
  /** What the server says of a running workshop beside the journal. */
  readonly workshop: WorkshopLink;
  /** Tries to reach the server, and the copy on this device, at once. */
  readonly retry: () => void;
  /** Closes, and removes what this device keeps of the plan, unsaved edits included. */
  discardOfflineCopy(): Promise<void>;
  close(): void;
}
