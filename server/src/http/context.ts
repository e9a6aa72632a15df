import type { HttpBindings } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Logger } from "pino";
import type { Authenticate, Standing } from "../access/authenticate.ts";
import type { Budgets } from "../budgets/budgets.ts";
import type { Exports } from "../exports/exports.ts";
import type { ReadSource } from "../exports/read-source.ts";
import type { Imports } from "../imports/imports.ts";
import type { Journals } from "../journal/journals.ts";
import type { Documents } from "../plans/documents.ts";
import type { Erasing } from "../plans/erasing.ts";
import type { Snapshots } from "../plans/snapshots.ts";
import type { Relay } from "../relay/relay.ts";
import type { SocketEnds } from "../relay/socket-ends.ts";
import type { Storage } from "../storage/port.ts";

/** What Hono's contexts carry here. */
export interface Env {
  Bindings: HttpBindings;
  Variables: { requestId: string };
}

export type App = OpenAPIHono<Env>;

/** What the routes need of the rest of the server. */
export interface AppParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly budgets: Budgets;
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
  /** Exact origins; null for the server's own. */
  readonly origins: readonly string[] | null;
  /** The addresses by which other devices on the same network reach this server. */
  readonly reach: () => readonly string[];
  /** Where the built client is. */
  readonly clientDir: string;
}
