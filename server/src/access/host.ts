import { isIP } from "node:net";

/** The names by which a machine is known in its own network: the one it has, and the same as it announces itself there. */
export function ownNames(hostname: string): ReadonlySet<string> {
  const name = hostname.toLowerCase();
  const short = name.split(".")[0] ?? name;
  return new Set(["localhost", name, short, `${short}.local`]);
}

/**
 * Whether a request went to this server by a name or address that is its own. Without that, a page of any website could have its own
 * name lead here, and be of the same origin as the server.
 */
export function isOwnHost(host: string | null, names: ReadonlySet<string>): boolean {
  // No browser leaves it out.
  if (host === null) return true;
  if (!URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const bare = hostname.replace(/^\[|\]$/gu, "");
  return isIP(bare) !== 0 || names.has(bare) || bare.endsWith(".localhost");
}
