import { useEffect, useSyncExternalStore } from "react";
import { fetchReach } from "./start-api.ts";
import { createStore } from "./store.ts";

/** Addresses by which other devices come to this server, the most likely first; null until the server told. */
const addresses = createStore<readonly string[] | null>(null);

/** Whether this page was opened by an address that no other device can reach. */
function isOnlyHere(): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
}

/** Asks the server how others come to it, once, when this page does not know by its own address. */
async function ask(): Promise<void> {
  if (!isOnlyHere() || addresses.getSnapshot() !== null) return;
  const answer = await fetchReach();
  if (answer.ok) addresses.set(answer.value);
}

/** Where other people come in. */
export interface Reach {
  /** What a link for others begins with. */
  readonly origin: string;
  /** Other addresses of the same server, on other networks. */
  readonly others: readonly string[];
  /** No other device can come here by it. */
  readonly isOnlyHere: boolean;
}

/** Where other people come in: by the address of this page, or on the machine of the server itself by that of its network. */
export function useReach(): Reach {
  const known = useSyncExternalStore(addresses.subscribe, addresses.getSnapshot);
  useEffect(() => void ask(), []);
  const [origin, ...others] = known ?? [];
  if (origin === undefined) return { origin: location.origin, others: [], isOnlyHere: isOnlyHere() };
  return { origin, others, isOnlyHere: false };
}
