import type { KeyResponse } from "@planwand/shared/protocol/http.ts";

/** The links of a plan by what they are to whoever looks after it. */
export interface KeyGroups {
  /** Made by hand, and good now. */
  readonly made: readonly KeyResponse[];
  /** Nobody made these: they came with the plan, or stand behind the code of a workshop. */
  readonly given: readonly KeyResponse[];
  /** Withdrawn, or past their time. */
  readonly ended: readonly KeyResponse[];
}

/** Divides links in their order; `nowMs` is the server's clock. */
export function groupKeys(keys: readonly KeyResponse[], nowMs: number): KeyGroups {
  const isEnded = ({ revokedAt, expiresAt }: KeyResponse): boolean =>
    revokedAt !== null || (expiresAt !== null && expiresAt <= nowMs);
  const good = keys.filter((key) => !isEnded(key));
  return {
    made: good.filter(({ origin }) => origin === "person"),
    given: good.filter(({ origin }) => origin !== "person"),
    ended: keys.filter(isEnded),
  };
}
