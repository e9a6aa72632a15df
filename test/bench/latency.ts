import { seeded } from "../builders/run-length.ts";
import { leave, openRoom, type Person } from "./crowd.ts";
import { quantile } from "./quantile.ts";
import type { Target } from "./targets.ts";

export interface Latency {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
}

/** From an edit being written to a socket until each other person in the room got it, at `editsPerSecond` in all. */
export async function latency(
  target: Target,
  people: number,
  editsPerSecond: number,
  seconds: number,
  seed: number,
): Promise<Latency> {
  const random = seeded(seed);
  const total = editsPerSecond * seconds;
  const sentAtMs = new Map<string, number>();
  const samples: number[] = [];
  const crowd = await openRoom(target, "latency", people, total, (_, seen) => {
    const nowMs = performance.now();
    for (const edit of seen) {
      samples.push(nowMs - (sentAtMs.get(`${edit.client}:${edit.clock}`) ?? nowMs));
    }
  });
  const next = new Map<Person, number>();
  for (let i = 0; i < total; i++) {
    await new Promise((resolve) => setTimeout(resolve, (-Math.log(1 - random()) * 1_000) / editsPerSecond));
    const person = crowd[Math.floor(random() * crowd.length)];
    if (person === undefined) continue;
    const clock = next.get(person) ?? 0;
    next.set(person, clock + 1);
    sentAtMs.set(`${person.clientId}:${clock}`, performance.now());
    person.socket.send(person.edits[clock] ?? Buffer.alloc(0));
  }
  while (samples.length < total * (people - 1)) await new Promise((resolve) => setTimeout(resolve, 5));
  leave(crowd);
  return { p50Ms: quantile(samples, 0.5), p95Ms: quantile(samples, 0.95), p99Ms: quantile(samples, 0.99) };
}
