import { encodeSyncStep1 } from "@planwand/shared/protocol/codec.ts";
import { type RawClient, RawClient as Client, clientFrame } from "./raw-client.ts";
import type { RoomAddress } from "./targets.ts";

export interface Storm {
  readonly allJoinedMs: number;
  readonly bytesPerJoin: number;
}

/** `[0, 1, [0, 0]]`: the empty step 2 that closes a join. */
const END_OF_JOIN = Buffer.from([0, 1, 2, 0, 0]);
const EMPTY_VECTOR = clientFrame(encodeSyncStep1(new Uint8Array([0])));

/** `people` open the same plan at once, with nothing of it on their device; until the last one has all of it. */
export async function storm(
  port: number,
  room: RoomAddress,
  people: number,
  deflate: boolean,
): Promise<Storm> {
  const startMs = performance.now();
  const joins = Array.from({ length: people }, () => {
    return new Promise<RawClient>((resolve, reject) => {
      let opened: RawClient | null = null;
      let whole = false;
      const settle = () => {
        if (opened !== null && whole) resolve(opened);
      };
      Client.open({
        port,
        ...room,
        deflate,
        onFrame(payload) {
          if (payload.equals(END_OF_JOIN)) whole = true;
          settle();
        },
      }).then((client) => {
        opened = client;
        client.send(EMPTY_VECTOR);
        settle();
      }, reject);
    });
  });
  const clients = await Promise.all(joins);
  const allJoinedMs = performance.now() - startMs;
  const bytes = clients.reduce((sum, client) => sum + client.receivedBytes, 0);
  for (const client of clients) client.close();
  return { allJoinedMs, bytesPerJoin: Math.round(bytes / people) };
}
