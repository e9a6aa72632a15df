import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { UpdateRow } from "../storage/port.ts";

type Struct = Y.Item | Y.GC | Y.Skip;

interface Decoded {
  readonly row: UpdateRow;
  readonly structs: readonly Struct[];
  readonly deletes: ReadonlyMap<number, readonly DeleteRange[]>;
}

interface DeleteRange {
  readonly clock: number;
  readonly len: number;
}

/**
 * A plan's log without what was written under some client ids. What they wrote becomes a deleted place; only where somebody else wrote
 * beside or inside it, it still says where. What they deleted stays deleted: every device that saw it would say so again.
 */
export function withoutClients(rows: readonly UpdateRow[], clients: ReadonlySet<number>): UpdateRow[] {
  const decoded = rows.map((row): Decoded => {
    const { structs, ds } = Y.decodeUpdate(row.bytes);
    return { row, structs, deletes: ds.clients };
  });
  const named = namedByOthers(decoded, clients);
  return decoded.map(({ row, structs, deletes }) => {
    const taken = structs.filter(({ id }) => clients.has(id.client));
    if (taken.length === 0) return row;
    const left = structs.map((struct) => (clients.has(struct.id.client) ? emptied(struct, named) : struct));
    return { ...row, bytes: written(left, withDeleted(deletes, taken)) };
  });
}

/** The structs of those clients that somebody else names as a neighbour or as what they write in, and what these name in turn. */
function namedByOthers(decoded: readonly Decoded[], clients: ReadonlySet<number>): ReadonlySet<Struct> {
  const own = new Map<number, Struct[]>();
  const waiting: Y.ID[] = [];
  for (const { structs } of decoded)
    for (const struct of structs) {
      const { client } = struct.id;
      if (!clients.has(client)) waiting.push(...namesOf(struct));
      else if (own.get(client)?.push(struct) === undefined) own.set(client, [struct]);
    }
  for (const structs of own.values()) structs.sort((a, b) => a.id.clock - b.id.clock);
  const named = new Set<Struct>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const struct = structAt(own.get(id.client) ?? [], id.clock);
    if (struct === null || named.has(struct)) continue;
    named.add(struct);
    waiting.push(...namesOf(struct));
  }
  return named;
}

function namesOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter(
    (id) => id !== null,
  );
}

function structAt(structs: readonly Struct[], clock: number): Struct | null {
  let [low, high] = [0, structs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const struct = structs[middle];
    if (struct === undefined) return null;
    if (struct.id.clock > clock) high = middle - 1;
    else if (struct.id.clock + struct.length <= clock) low = middle + 1;
    else return struct;
  }
  return null;
}

/** What is left of a struct: nothing, or a deleted place beside or inside which somebody else wrote. */
function emptied(struct: Struct, named: ReadonlySet<Struct>): Struct {
  if (!(struct instanceof Y.Item)) return struct;
  if (!named.has(struct)) return new Y.GC(struct.id, struct.length);
  if (!(struct.content instanceof Y.ContentType)) struct.content = new Y.ContentDeleted(struct.length);
  return struct;
}

function withDeleted(deletes: Decoded["deletes"], taken: readonly Struct[]): Decoded["deletes"] {
  const all = new Map(Array.from(deletes, ([client, ranges]) => [client, [...ranges]]));
  for (const { id, length: len } of taken) {
    const ranges = all.get(id.client) ?? [];
    ranges.push({ clock: id.clock, len });
    all.set(id.client, ranges);
  }
  for (const ranges of all.values()) ranges.sort((a, b) => a.clock - b.clock);
  return all;
}

/** An update in the first layout of Yjs (`writeClientsStructs` and `writeDeleteSet`). */
function written(structs: readonly Struct[], deletes: Decoded["deletes"]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  const lists = Map.groupBy(structs, ({ id }) => id.client);
  encoding.writeVarUint(restEncoder, lists.size);
  for (const [client, list] of lists) {
    encoding.writeVarUint(restEncoder, list.length);
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, list[0]?.id.clock ?? 0);
    for (const struct of list) struct.write(encoder, 0);
  }
  encoding.writeVarUint(restEncoder, deletes.size);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(restEncoder, clock);
      encoding.writeVarUint(restEncoder, len);
    }
  }
  return encoding.toUint8Array(restEncoder);
}
