import type { Role } from "@planwand/shared/access/role.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import type { WorkshopLive } from "@planwand/shared/workshop/live.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";

/** The plan's journal, as far as a connection that comes in must know it. */
export interface JournalTail {
  readonly seq: number;
  /** The events after that number, as far as `through`. */
  after(seq: number, through?: number): readonly JournalEvent[];
  /** The workshop that goes on. */
  readonly session: Session | null;
  live(who: { readonly actor: string; readonly role: Role }): WorkshopLive;
}
