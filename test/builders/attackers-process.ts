import { once } from "node:events";
import { setImmediate } from "node:timers/promises";
import { encodeSyncStep1 } from "@planwand/shared/protocol/codec.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import { WebSocket } from "ws";
import type { Target } from "./attacking.ts";
import { worstMessages } from "./worst-messages.ts";

/*
 * Attackers as a process: each sends as much as the server reads, and comes back whenever they are sent away. The first message names
 * the targets, one for each attacker, and is answered when each has sent something; `stop` ends them.
 */

/** What one attacker does, over and over. */
interface Attack {
  readonly messages: readonly (Uint8Array | string)[];
  /** Takes in what the server sends. */
  readonly reads: boolean;
  /** Leaves after so many messages and comes back; stays as long as the server lets them unless given. */
  readonly leavesAfter?: number;
}

const STEP_1 = encodeSyncStep1(Uint8Array.of(0));
const worst = worstMessages(64 * 1024).flatMap(({ before, message }) => [...before.slice(0, 2), message]);
const small = worstMessages(1024).map(({ message }) => message);

/** What costs most; that, read by nobody; many small ones; asking for everything and reading nothing; coming in and leaving. */
const ATTACKS: readonly Attack[] = [
  { messages: worst, reads: true },
  { messages: worst, reads: false },
  { messages: small, reads: true },
  { messages: [STEP_1], reads: false },
  { messages: [STEP_1], reads: true, leavesAfter: 1 },
];

async function attack({ url, planId, cookie }: Target, kind: Attack, count: () => void): Promise<never> {
  const address = `${url.replace(/^http/u, "ws")}/sync/${planId}?v=${PROTOCOL_VERSION}&journal=0`;
  for (;;) {
    const socket = new WebSocket(address, { headers: { cookie } });
    socket.on("error", () => undefined);
    const closed = once(socket, "close").catch(() => undefined);
    await Promise.race([once(socket, "open").catch(() => undefined), closed]);
    if (!kind.reads) socket.pause();
    for (let at = 0; at < (kind.leavesAfter ?? Infinity); at++) {
      const message = kind.messages[at % kind.messages.length];
      if (message === undefined || socket.readyState !== WebSocket.OPEN) break;
      // Called back once the message has left this process, or never will: the server sets the pace.
      await Promise.race([new Promise<void>((resolve) => socket.send(message, () => resolve())), closed]);
      count();
    }
    socket.terminate();
    await setImmediate();
  }
}

process.once("message", (targets: readonly Target[]) => {
  const sent = targets.map(() => 0);
  for (const [at, target] of targets.entries())
    void attack(target, ATTACKS[at % ATTACKS.length] as Attack, () => {
      const wasIdle = sent.includes(0);
      sent[at] = (sent[at] ?? 0) + 1;
      if (wasIdle && !sent.includes(0)) process.send?.("under way");
    });
  process.once("message", () => process.exit(0));
});
