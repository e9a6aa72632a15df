import { BlockList, isIPv4, isIPv6 } from "node:net";
import type { Caller } from "./address.ts";
import { isSameSecret } from "./secret.ts";

/** Who may make plans: anybody, whoever calls from a private network, or whoever shows the operator's key. */
export const CREATORS = ["anyone", "network", "key"] as const;
export type Creators = (typeof CREATORS)[number];

/** The header in which a page shows the operator's key; its own cookie says who makes the plan. */
export const CREATE_KEY_HEADER = "planwand-create-key";

export interface CreatingOptions {
  readonly creators: Creators;
  /** For `key`. */
  readonly createKey: string | null;
  /** Whether somebody who seems to call from a private network does. */
  readonly knowsCallers: boolean;
}

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv6");

export type CreatingRefusal = "creating-from-network" | "creating-with-key";

/** Makes the one function by which somebody may make plans; null for who may, else why not. */
export function createMayCreate({ creators, createKey, knowsCallers }: CreatingOptions) {
  return (caller: Caller, headers: Pick<Headers, "get">): CreatingRefusal | null => {
    switch (creators) {
      case "anyone":
        return null;
      case "network":
        return knowsCallers && !caller.isForwardedInVain && isPrivate(caller.address)
          ? null
          : "creating-from-network";
      case "key": {
        const shown = headers.get(CREATE_KEY_HEADER);
        return shown !== null && createKey !== null && isSameSecret(shown, createKey)
          ? null
          : "creating-with-key";
      }
    }
  };
}

function isPrivate(address: string): boolean {
  if (isIPv4(address)) return PRIVATE.check(address, "ipv4");
  return isIPv6(address) && PRIVATE.check(address, "ipv6");
}
