import type { Role } from "@planwand/shared/access/role.ts";
import type { KeyResponse } from "@planwand/shared/protocol/http.ts";
import { useCallback, useEffect, useState } from "react";
import { createKey, fetchKeys, revokeKey } from "../../sync/sharing-api.ts";
import { useReach } from "../../sync/reach.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** The share links of the open plan. */
export interface Keys {
  /** Newest first, those withdrawn left out; null while they are on their way, `failed` when they did not come. */
  readonly list: readonly KeyResponse[] | null | "failed";
  /** Makes a link for a role, for ever or until a moment in milliseconds; null when that did not work. */
  readonly make: (role: Role, expiresAt: number | null) => Promise<string | null>;
  readonly revoke: (keyId: string) => Promise<boolean>;
}

export function useKeys(): Keys {
  const { planId } = usePlanSession().connection;
  const { origin } = useReach();
  const [list, setList] = useState<Keys["list"]>(null);
  const load = useCallback(async () => {
    const fetched = await fetchKeys(planId);
    if (!fetched.ok) return setList((before) => (before === null ? "failed" : before));
    const usable = fetched.value.filter((key) => key.revokedAt === null);
    setList(usable.toSorted((a, b) => b.createdAt - a.createdAt));
  }, [planId]);
  useEffect(() => {
    void load();
  }, [load]);
  return {
    list,
    async make(role, expiresAt) {
      const made = await createKey(planId, role, expiresAt);
      if (!made.ok) return null;
      await load();
      return `${origin}/join#${made.value.secret}`;
    },
    async revoke(keyId) {
      const revoked = await revokeKey(planId, keyId);
      await load();
      return revoked.ok;
    },
  };
}
