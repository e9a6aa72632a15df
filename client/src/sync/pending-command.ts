import type { CommandRequest } from "@planwand/shared/journal/commands.ts";

/** A command that the server has not answered, or that it refused. */
export interface PendingCommand {
  readonly command: CommandRequest;
  /** When it was given, by this device. */
  readonly at: number;
  /** Why the server will not do it; null while it is on its way. */
  readonly problem: string | null;
}
