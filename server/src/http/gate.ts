import type { Caller } from "../access/address.ts";
import type { CreatingRefusal } from "../access/creating.ts";
import type { Authenticate } from "../access/authenticate.ts";
import type { Budgets } from "../budgets/budgets.ts";
import type { SecurityLog } from "../ops/security-events.ts";

/** What a guard decides by. */
export interface Gate {
  readonly authenticate: Authenticate;
  /** Exact origins; null for the server's own. */
  readonly origins: readonly string[] | null;
  readonly budgets: Budgets;
  readonly security: SecurityLog;
  /** Why somebody may make no plans; null when they may. */
  readonly mayCreate: (caller: Caller, headers: Headers) => CreatingRefusal | null;
  /** Whether the disk has room for new plans. */
  readonly hasRoom: () => Promise<boolean>;
  /** Whether somebody may see what is the operator's: numbers, and the description of the interface. */
  readonly isOperator: (caller: Caller, headers: Headers) => boolean;
}
