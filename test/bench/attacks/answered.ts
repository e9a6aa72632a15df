import { once } from "node:events";
import type { WireClient } from "../../builders/wire-client.ts";

/** Resolves when all that was sent so far was handled, or its sender was sent away: what is refused is never told to be saved. */
export function answered(client: WireClient): Promise<unknown> {
  const pong = once(client.socket, "pong");
  client.socket.ping();
  return Promise.race([pong, client.until(() => client.closeCode !== null)]);
}
