const FOURS = /.{1,4}/gu;
/** In groups of the same length, as far as that goes. */
const GROUPS: ReadonlyMap<number, RegExp> = new Map([
  [6, /.{3}/gu],
  [10, /.{5}/gu],
]);

/** Where somebody comes in with this code. It stands behind the # so that it reaches no log and no other site. */
export function joiningLink(origin: string, code: string): string {
  return `${origin}/join#${code}`;
}

/** The same address as it is read out in a room. */
export function joiningAddress(origin: string): string {
  return `${new URL(origin).host}/join`;
}

/** A code in two halves, as it is easiest read. */
export function spaced(code: string): string {
  return code.match(GROUPS.get(code.length) ?? FOURS)?.join(" ") ?? code;
}
