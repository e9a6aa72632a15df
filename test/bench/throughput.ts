import { leave, openRoom, type Person } from "./crowd.ts";
import { cpuMsOf } from "./process-cost.ts";
import type { Target } from "./targets.ts";

/** Edits of one person that may be under way at once. */
const WINDOW = 16;

export interface Throughput {
  readonly deliveries: number;
  readonly cpuMs: number;
  readonly deliveriesPerCpuSecond: number;
}

/**
 * Everyone in every room makes `edits` edits as fast as they come back to the others, and everyone else gets each of
 * them. Resolves when the last one has arrived everywhere.
 */
export async function throughput(
  target: Target,
  rooms: number,
  people: number,
  edits: number,
): Promise<Throughput> {
  const expectedEach = edits * (people - 1);
  let unfinished = rooms * people;
  let done: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (done = resolve));
  const crowds: Person[][] = [];
  const sent = new Map<Person, number>();

  for (let room = 0; room < rooms; room++) {
    crowds.push(
      await openRoom(target, `room-${room}`, people, edits, (person, seen) => {
        if (person.seen === expectedEach) {
          if (--unfinished === 0) done();
        } else if (person.seen > expectedEach) throw new Error("an edit arrived twice");
        if (seen.length > 0) sendMore(person, people);
      }),
    );
  }

  /** A person keeps pace with what they see of the others: nobody runs ahead of the room by more than the window. */
  function sendMore(person: Person, roomSize: number): void {
    const allowed = Math.min(edits, Math.floor(person.seen / (roomSize - 1)) + WINDOW);
    let next = sent.get(person) ?? 0;
    if (next >= allowed) return;
    const from = next;
    next = allowed;
    sent.set(person, next);
    person.socket.send(Buffer.concat(person.edits.slice(from, next)));
  }

  const before = cpuMsOf(target.pid);
  for (const crowd of crowds) for (const person of crowd) sendMore(person, people);
  await finished;
  const cpuMs = cpuMsOf(target.pid) - before;
  crowds.forEach(leave);
  const deliveries = rooms * people * expectedEach;
  return { deliveries, cpuMs, deliveriesPerCpuSecond: Math.round(deliveries / (cpuMs / 1_000)) };
}
