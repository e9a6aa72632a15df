import type { NetworkInterfaceInfo } from "node:os";

const LOOPBACK: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1", "[::1]", "::ffff:127.0.0.1"]);
const EVERYWHERE: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);
/** An address that a device gives itself when nobody gave it one: of no use to others. */
const SELF_GIVEN = /^169\.254\./u;
/** Networks of a room come first; then those of an organisation; what machines keep inside themselves mostly begins with 172. */
const ORDER = [/^192\.168\./u, /^10\./u, /^(?!172\.)/u];

/** Whether a name or address only leads to the machine itself. */
export function isLoopback(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.has(host);
}

/**
 * The addresses by which other devices on the same network reach a server that listens on `host`, the most likely first. None for one
 * that listens to its own machine only.
 */
export function lanAddresses(
  host: string,
  port: number,
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): readonly string[] {
  if (isLoopback(host)) return [];
  if (!EVERYWHERE.has(host)) return [`http://${host.includes(":") ? `[${host}]` : host}:${String(port)}`];
  const rank = (address: string): number => {
    const at = ORDER.findIndex((form) => form.test(address));
    return at === -1 ? ORDER.length : at;
  };
  return Object.values(interfaces)
    .flatMap((known) => known ?? [])
    .filter(({ internal, family, address }) => !internal && family === "IPv4" && !SELF_GIVEN.test(address))
    .map(({ address }) => address)
    .toSorted((a, b) => rank(a) - rank(b))
    .map((address) => `http://${address}:${String(port)}`);
}
