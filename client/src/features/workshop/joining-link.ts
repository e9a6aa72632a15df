/** Where somebody comes in with this code. It stands behind the # so that it reaches no log and no other site. */
export function joiningLink(code: string): string {
  return `${location.origin}/join#${code}`;
}

/** The same address as it is read out in a room. */
export function joiningAddress(): string {
  return `${location.host}/join`;
}

/** Whether this page was opened by an address that no other device can reach. */
export function isOnlyHere(): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
}

/** A code in two halves, as it is easiest read. */
export function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
