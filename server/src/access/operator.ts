import { isLoopback } from "../ops/lan-addresses.ts";
import type { Caller } from "./address.ts";
import { isSameSecret } from "./secret.ts";

const BEARER = /^Bearer +(\S{1,200})$/iu;

export interface OperatorOptions {
  readonly metricsToken: string | null;
  /** Whether somebody who seems to call from this machine does. */
  readonly knowsCallers: boolean;
}

/**
 * Who may see the numbers and the description of the interface: whoever shows `METRICS_TOKEN`, or without one, whoever calls from the
 * machine itself. Behind a proxy that is not named everybody seems to call from there, and nobody may.
 */
export function createIsOperator({ metricsToken, knowsCallers }: OperatorOptions) {
  return ({ address, isForwardedInVain }: Caller, headers: Pick<Headers, "get">): boolean => {
    if (metricsToken === null) return knowsCallers && isLoopback(address) && !isForwardedInVain;
    const shown = BEARER.exec(headers.get("authorization") ?? "")?.[1];
    return shown !== undefined && isSameSecret(shown, metricsToken);
  };
}
