import { BlockList, isIPv4, isIPv6 } from "node:net";

/** Whose word is taken for on whose behalf they ask: of proxies with these addresses, or of the last `hops` before this server. */
export type TrustedProxies =
  | { readonly kind: "addresses"; readonly list: BlockList }
  | { readonly kind: "hops"; readonly hops: number };

/** Without the setting `X-Forwarded-For` is believed of nobody, not even of this machine. */
export const NO_PROXIES: TrustedProxies = { kind: "hops", hops: 0 };

/** Who is at the other end of a request, as far as the network says. */
export interface Caller {
  /** An IP address in its shortest spelling; `unknown` for a connection without one. */
  readonly address: string;
  /** What limits count by: an IPv4 address, or the /64 of an IPv6 address, since that is what one household or host is given. */
  readonly network: string;
  /** Whether the browser's own connection is an https one. */
  readonly isHttps: boolean;
  /** Whether a proxy header came from somebody who is not trusted with it; it was passed over. */
  readonly isForwardedInVain: boolean;
}

/** Of a request: the other end of its TCP connection, and its headers. */
export type CallerOf = (remoteAddress: string | undefined, headers: Pick<Headers, "get">) => Caller;

const HOPS = /^[1-9]$/u;
const IPV4_MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/u;
const WITH_PORT = /^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d{1,5})?$/u;
const GROUPS = 8;
const GROUPS_OF_64 = 4;

/** Reads `TRUSTED_PROXIES`: addresses and CIDR ranges with commas between them, or how many proxies stand in front. Null for a mistake. */
export function readTrustedProxies(setting: string): TrustedProxies | null {
  if (HOPS.test(setting)) return { kind: "hops", hops: Number(setting) };
  const list = new BlockList();
  for (const entry of setting.split(",").map((part) => part.trim())) {
    const [address = "", prefix, ...rest] = entry.split("/");
    const family = isIPv4(address) ? "ipv4" : isIPv6(address) ? "ipv6" : null;
    if (family === null || rest.length > 0) return null;
    const bits = Number(prefix ?? (family === "ipv4" ? 32 : 128));
    if (prefix !== undefined && !/^\d{1,3}$/u.test(prefix)) return null;
    if (bits > (family === "ipv4" ? 32 : 128)) return null;
    list.addSubnet(address, bits, family);
  }
  return { kind: "addresses", list };
}

/** The one function that tells who asks, for requests and sockets alike. */
export function createCallerOf(trusted: TrustedProxies): CallerOf {
  return (remoteAddress, headers) => {
    const direct = addressIn(remoteAddress ?? "") ?? "unknown";
    const forwarded = headers.get("x-forwarded-for");
    const isProxy = trusted.kind === "hops" ? trusted.hops > 0 : isListed(trusted.list, direct);
    const address = isProxy ? beyondProxies(trusted, direct, forwarded) : direct;
    const scheme = headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim().toLowerCase();
    return {
      address,
      network: networkOf(address),
      isHttps: isProxy && scheme === "https",
      isForwardedInVain: !isProxy && forwarded !== null,
    };
  };
}

/** The nearest address that is no trusted proxy's; each proxy puts the one that it saw at the end of the list. */
function beyondProxies(trusted: TrustedProxies, direct: string, forwarded: string | null): string {
  let [nearest, hops] = [direct, 0];
  for (const said of (forwarded ?? "").split(",").toReversed()) {
    const isTrusted = trusted.kind === "hops" ? hops < trusted.hops : isListed(trusted.list, nearest);
    const address = addressIn(said.trim());
    if (!isTrusted || address === null) break;
    nearest = address;
    hops++;
  }
  return nearest;
}

function isListed(list: BlockList, address: string): boolean {
  if (isIPv4(address)) return list.check(address, "ipv4");
  return isIPv6(address) && list.check(address, "ipv6");
}

/** The address in a text, without port, brackets and zone; an IPv4 address in IPv6 spelling as IPv4. Null for what is no address. */
function addressIn(text: string): string | null {
  const match = WITH_PORT.exec(text);
  const bare = (match?.[1] ?? match?.[2] ?? text).split("%")[0]?.toLowerCase() ?? "";
  const short = isIPv6(bare) ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare;
  const mapped = IPV4_MAPPED.exec(bare)?.[1] ?? mappedIn(short);
  if (mapped !== null) return isIPv4(mapped) ? mapped : null;
  return isIPv4(short) || isIPv6(short) ? short : null;
}

/** The IPv4 address in `::ffff:7f00:1`; null for any other. */
function mappedIn(address: string): string | null {
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/u.exec(address) ?? [];
  if (high === undefined || low === undefined) return null;
  const bytes = [high, low]
    .map((group) => Number.parseInt(group, 16))
    .flatMap((two) => [two >> 8, two & 255]);
  return bytes.join(".");
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const [before, after] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const zeros = tail === undefined ? 0 : GROUPS - (before?.length ?? 0) - (after?.length ?? 0);
  const groups = [...(before ?? []), ...Array<string>(zeros).fill("0"), ...(after ?? [])];
  return `${groups.slice(0, GROUPS_OF_64).join(":")}::/64`;
}
