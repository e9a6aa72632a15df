import type { InvitationResponse } from "@planwand/shared/protocol/http.ts";
import { useEffect, useState } from "react";
import { fetchInvitation } from "../../sync/start-api.ts";
import { type WrongKey, wrongKey } from "./join-mistake.ts";

/** What is known of a link. */
export interface Looked {
  /** Null when it lets nobody in, and when the server could not say. */
  readonly invitation: InvitationResponse | null;
  readonly wrong: WrongKey | null;
}

/** Looks up what the link with this secret leads to. */
export function useInvitation(secret: string): Looked | "looking" {
  const [looked, setLooked] = useState<Looked | "looking">("looking");
  useEffect(() => {
    let isOver = false;
    void fetchInvitation(secret).then((found) => {
      if (isOver) return;
      setLooked(
        found.ok
          ? { invitation: found.value, wrong: null }
          : { invitation: null, wrong: wrongKey(found.failure) },
      );
    });
    return () => {
      isOver = true;
    };
  }, [secret]);
  return looked;
}
