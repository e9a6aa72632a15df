import type { HttpBindings } from "@hono/node-server";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Context } from "hono";
import type { Logger } from "pino";
import type { Caller, CallerOf } from "../access/address.ts";
import type { Creators } from "../access/creating.ts";
import type { Authenticate, Standing } from "../access/authenticate.ts";
import type { Principal } from "../access/principal.ts";
import type { CodeSpace } from "../access/code-space.ts";
import type { Sessions } from "../access/session.ts";
import type { Budgets } from "../budgets/budgets.ts";
import type { Exports } from "../exports/exports.ts";
import type { ReadSource } from "../exports/read-source.ts";
import type { Imports } from "../imports/imports.ts";
import type { Journals } from "../journal/journals.ts";
import type { SecurityLog } from "../ops/security-events.ts";
import type { Documents } from "../plans/documents.ts";
import type { Erasing } from "../plans/erasing.ts";
import type { Snapshots } from "../plans/snapshots.ts";
import type { Relay } from "../relay/relay.ts";
import type { SocketEnds } from "../relay/socket-ends.ts";
import type { Storage } from "../storage/port.ts";
import type { Gate } from "./gate.ts";

/** What Hono's contexts carry here. */
export interface Env {
  Bindings: HttpBindings;
  Variables: { requestId: string; caller: Caller; gate: Gate };
}

/** Whoever came past a guard of a plan. */
export interface Admitted {
  readonly Variables: { readonly who: Principal };
}

/** A request, of a plan or not. */
export type Asked = Context<Env> | Context<Env & Admitted>;

/** What the routes need of the rest of the server. */
export interface AppParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly security: SecurityLog;
  readonly budgets: Budgets;
  readonly codeSpace: CodeSpace;
  readonly sessions: Sessions;
  readonly relay: Relay;
  readonly documents: Documents;
  readonly journals: Journals;
  readonly snapshots: Snapshots;
  readonly erasing: Erasing;
  /** What an export is of. */
  readonly readSource: ReadSource;
  readonly exports: Pick<Exports, "make" | "load">;
  readonly imports: Imports;
  readonly authenticate: Authenticate;
  readonly standing: Standing;
  readonly socketEnds: SocketEnds;
  readonly callerOf: CallerOf;
  /** Exact origins; null for the server's own. */
  readonly origins: readonly string[] | null;
  /** The names by which this machine is known in its own network. */
  readonly hostNames: ReadonlySet<string>;
  /** Whether callers can be told apart though a proxy stands in front: `TRUSTED_PROXIES` says of whom it believes that. */
  readonly knowsCallers: boolean;
  /** Where somebody tells that something is wrong with the security; null for nowhere. */
  readonly securityContact: string | null;
  readonly creators: Creators;
  /** With what somebody may make plans, when that needs a key. */
  readonly createKey: string | null;
  /** What shows that somebody is the operator; null for none. */
  readonly metricsToken: string | null;
  /** The addresses by which other devices on the same network reach this server. */
  readonly reach: () => readonly string[];
  /** Where the built client is. */
  readonly clientDir: string;
}
