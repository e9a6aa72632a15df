import type { CreateKeyRequest, KeyResponse } from "@planwand/shared/protocol/http.ts";
import { useCallback, useEffect, useState } from "react";
import { createKey, fetchKeys, renameKey, revokeKey } from "../../sync/sharing-api.ts";
import { useReach } from "../../sync/reach.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** The share links of the open plan. */
export interface Keys {
  /** Newest first, those that ended too; null while they are on their way, `failed` when they did not come. */
  readonly list: readonly KeyResponse[] | null | "failed";
  /** Makes a link; its address, or null when that did not work. */
  readonly make: (wanted: CreateKeyRequest) => Promise<string | null>;
  readonly rename: (keyId: string, name: string) => Promise<boolean>;
  readonly revoke: (keyId: string) => Promise<boolean>;
}

export function useKeys(): Keys {
  const { planId } = usePlanSession().connection;
  const { origin } = useReach();
  const [list, setList] = useState<Keys["list"]>(null);
  const load = useCallback(async () => {
    const fetched = await fetchKeys(planId);
    if (!fetched.ok) return setList((before) => (before === null ? "failed" : before));
    setList(fetched.value.toSorted((a, b) => b.createdAt - a.createdAt));
  }, [planId]);
  useEffect(() => {
    void load();
  }, [load]);
  return {
    list,
    async make(wanted) {
      const made = await createKey(planId, wanted);
      if (!made.ok) return null;
      await load();
      return `${origin}/join#${made.value.secret}`;
    },
    async rename(keyId, name) {
      const renamed = await renameKey(planId, keyId, name);
      await load();
      return renamed.ok;
    },
    async revoke(keyId) {
      const revoked = await revokeKey(planId, keyId);
      await load();
      return revoked.ok;
    },
  };
}
