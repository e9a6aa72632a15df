import { encodeAwareness } from "@planwand/shared/protocol/codec.ts";
import { leave, openRoom } from "./crowd.ts";
import { cpuMsOf } from "./process-cost.ts";
import { clientFrame } from "./raw-client.ts";
import type { Target } from "./targets.ts";

export interface PresenceCost {
  /** Share of one core that the relay's process took. */
  readonly coreShare: number;
  readonly framesPerPersonPerSecond: number;
}

/** `people` cursors that each move `hz` times a second, for `seconds`. */
export async function presence(
  target: Target,
  people: number,
  hz: number,
  seconds: number,
): Promise<PresenceCost> {
  const crowd = await openRoom(target, "presence", people, 0, () => undefined);
  const framesBefore = crowd.reduce((sum, person) => sum + person.socket.frames, 0);
  const cpuBefore = cpuMsOf(target.pid);
  const startMs = performance.now();
  let clock = 1;
  for (let tick = 0; tick < hz * seconds; tick++) {
    for (const [index, person] of crowd.entries()) {
      const position = {
        type: { client: 1, clock: 3 },
        tname: null,
        item: { client: 1, clock: tick },
        assoc: 0,
      };
      const state = JSON.stringify({ cursor: { anchor: position, head: position } });
      const framed = clientFrame(encodeAwareness([{ client: person.clientId, clock, state }]));
      const delayMs = (index / crowd.length) * (1_000 / hz);
      setTimeout(() => person.socket.send(framed), delayMs);
    }
    clock++;
    const nextMs = startMs + ((tick + 1) * 1_000) / hz;
    await new Promise((resolve) => setTimeout(resolve, nextMs - performance.now()));
  }
  const elapsedMs = performance.now() - startMs;
  const cpuMs = cpuMsOf(target.pid) - cpuBefore;
  const frames = crowd.reduce((sum, person) => sum + person.socket.frames, 0) - framesBefore;
  leave(crowd);
  return {
    coreShare: cpuMs / elapsedMs,
    framesPerPersonPerSecond: Math.round(frames / people / (elapsedMs / 1_000)),
  };
}
