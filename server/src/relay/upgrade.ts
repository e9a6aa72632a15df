import { type WebSocketServerLike, upgradeWebSocket } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import { encodeJson } from "@planwand/shared/protocol/codec.ts";
import { CLOSE, MESSAGE, type Refusal } from "@planwand/shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import type { Context } from "hono";
import type { Logger } from "pino";
import { WebSocket, WebSocketServer } from "ws";
import type { CallerOf } from "../access/address.ts";
import { type Authenticate, knownPlan } from "../access/authenticate.ts";
import { isOriginAllowed } from "../access/origin.ts";
import type { SecurityLog } from "../ops/security-events.ts";
import type { Relay } from "./relay.ts";
import type { SocketEnds } from "./socket-ends.ts";

/** An offline copy's edits may come as one message; the relay has its own limit for an update. */
const MESSAGE_MAX_BYTES = 1024 * 1024;
/** Frames of one message; browsers cut a large one into a dozen or so. */
const MESSAGE_MAX_FRAGMENTS = 256;
const REFUSED_STATUS = {
  unauthenticated: 401,
  "no-access": 403,
  "not-found": 404,
  "plan-deleted": 410,
} as const;

export interface SyncParts {
  readonly authenticate: Authenticate;
  readonly relay: Relay;
  readonly origins: readonly string[] | null;
  readonly socketEnds: Pick<SocketEnds, "watch">;
  readonly log: Logger;
  readonly callerOf: CallerOf;
  readonly security: SecurityLog;
}

/**
 * The server that speaks WebSocket. Deflate is agreed on so that one cached frame of a join serves everybody, and no frame is ever
 * compressed for one reader.
 */
export function createSocketServer(): WebSocketServerLike {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_MAX_BYTES,
    maxFragments: MESSAGE_MAX_FRAGMENTS,
    // A ping is a message like any other: it is answered in its turn, and paid for.
    autoPong: false,
    perMessageDeflate: {
      serverNoContextTakeover: true,
      clientNoContextTakeover: true,
      threshold: 1 << 30,
    },
  });
  // The two packages differ only in whether an option may be undefined.
  return server as WebSocketServerLike;
}

/** `GET /sync/:planId`: checks where the page is from and who asks, and only then upgrades; refused with an HTTP status. */
export function syncRoute(parts: SyncParts) {
  const { authenticate, callerOf, relay, origins, socketEnds, log, security } = parts;
  return async (c: Context): Promise<Response> => {
    const headers = c.req.raw.headers;
    if (headers.get("upgrade")?.toLowerCase() !== "websocket") return c.body(null, 426);
    const { network: from, isHttps } = callerOf(getConnInfo(c).remote.address, headers);
    if (!isOriginAllowed({ headers, isHttps }, origins)) {
      security.note("origin-refused", { from });
      return c.body(null, 403);
    }
    const plan = c.req.param("planId") ?? "";
    const admitted = await authenticate(headers, plan);
    if (!admitted.ok) {
      const { refusal: reason } = admitted;
      security.note("access-refused", { plan: knownPlan(plan, reason), reason, from });
      return c.body(null, REFUSED_STATUS[reason]);
    }
    const version = c.req.query("v");
    const journalAfter = readSeq(c.req.query("journal"));
    const upgraded = await upgradeWebSocket(
      c,
      {
        onOpen(_event, { raw }) {
          if (!(raw instanceof WebSocket)) throw new Error("the socket is one of our own server's");
          if (version !== undefined && version !== String(PROTOCOL_VERSION)) return sendAwayStale(raw);
          const options = { extensions: version !== undefined, journalAfter, address: from };
          const connection = relay.connect(raw, admitted.value.who, options);
          if (connection !== null) socketEnds.watch(raw, connection, admitted.value);
        },
      },
      { onError: (error) => log.error({ err: error }, "socket could not be taken over") },
    );
    return upgraded ?? c.body(null, 426);
  };
}

/** The number after which a client wants the journal; null when it asks for none of the past. */
function readSeq(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** Tells a client of another version so in words that every version knows. */
function sendAwayStale(socket: WebSocket): void {
  const refusal: Refusal = { code: "stale-client", reason: `this server speaks version ${PROTOCOL_VERSION}` };
  socket.send(encodeJson(MESSAGE.refusal, refusal));
  socket.close(CLOSE.policyViolation);
}
