import * as Y from "yjs";
import { encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import { RawClient, clientFrame } from "./raw-client.ts";
import type { Target } from "./targets.ts";

/** An edit that a client received: whose, and which of theirs. */
export interface SeenEdit {
  readonly client: number;
  readonly clock: number;
}

/** One person at a socket, with the edits that they are going to make. */
export interface Person {
  readonly clientId: number;
  readonly socket: RawClient;
  readonly edits: readonly Buffer[];
  seen: number;
}

let nextClientId = 1_000;

/** `count` single-character insertions, framed and ready to send. */
function typedEdits(clientId: number, count: number): Buffer[] {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const text = doc.getText("bench");
  const frames: Buffer[] = [];
  doc.on("update", (update: Uint8Array) => frames.push(clientFrame(encodeSyncUpdate(update))));
  for (let i = 0; i < count; i++) text.insert(i, "x");
  return frames;
}

const seenByPayload = new Map<string, readonly SeenEdit[]>();

/** The edits in a message; everyone in a room gets the same bytes, so each is looked into once. */
function editsIn(payload: Buffer): readonly SeenEdit[] {
  if (payload[0] !== 0 || payload[1] === 0) return [];
  const key = payload.toString("latin1");
  const known = seenByPayload.get(key);
  if (known !== undefined) return known;
  if (seenByPayload.size > 5_000) seenByPayload.clear();
  const edits = decodeEdits(payload);
  seenByPayload.set(key, edits);
  return edits;
}

function decodeEdits(payload: Buffer): readonly SeenEdit[] {
  let at = 2;
  while ((payload[at++] ?? 0) >= 0x80);
  const { structs } = Y.decodeUpdate(Uint8Array.from(payload.subarray(at)));
  return structs.flatMap((struct) =>
    Array.from({ length: struct.length }, (_, index) => ({
      client: struct.id.client,
      clock: struct.id.clock + index,
    })),
  );
}

/** Opens a room with `people` in it, each with `edits` to make, and waits until the server knows them all. */
export async function openRoom(
  target: Target,
  name: string,
  people: number,
  edits: number,
  onEdits: (person: Person, seen: readonly SeenEdit[]) => void,
): Promise<Person[]> {
  const address = await target.room(name);
  const crowd: Person[] = [];
  for (let i = 0; i < people; i++) {
    const clientId = nextClientId++;
    let person: Person | null = null;
    let greeted: () => void = () => undefined;
    const greeting = new Promise<void>((resolve) => (greeted = resolve));
    const socket = await RawClient.open({
      port: target.port,
      ...address,
      onFrame(payload) {
        greeted();
        if (person === null) return;
        const seen = editsIn(payload).filter((edit) => edit.client !== clientId);
        if (seen.length === 0) return;
        person.seen += seen.length;
        onEdits(person, seen);
      },
    });
    person = { clientId, socket, edits: typedEdits(clientId, edits), seen: 0 };
    if (target.name === "planwand") await greeting;
    crowd.push(person);
  }
  return crowd;
}

export function leave(crowd: readonly Person[]): void {
  for (const person of crowd) person.socket.close();
}
