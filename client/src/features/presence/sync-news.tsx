import { may } from "@planwand/shared/access/policy.ts";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SaveState } from "../../sync/unsaved.ts";
import { usePlanSession, useSyncStatus } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { syncHelp, unkeptHelp } from "./sync-help.ts";
import { isUnkeptUnasked, type Unkept, whyUnkept } from "./sync-words.ts";

/** Tells who hears the page what the badge shows: that edits are not safe, why, and what to do. */
export function SyncNews(): null {
  const { t } = useTranslation();
  const status = useSyncStatus();
  const mayWrite = may(usePlanSession().role, "plan.write");
  useAnnouncedState(status.state, syncHelp(t, status, mayWrite));
  const isUnkept = isUnkeptUnasked(status, mayWrite);
  useAnnouncedLoss(isUnkept ? whyUnkept(status) : null, isUnkept ? unkeptHelp(t, status, true) : null);
  return null;
}

/** Says once, when this device no longer keeps anything, why and what to do. */
function useAnnouncedLoss(why: Unkept | null, help: string | null): void {
  const said = useRef<Unkept | null>(null);
  useEffect(() => {
    if (why === said.current) return;
    said.current = why;
    if (help !== null) announce(help, "polite");
  }, [why, help]);
}

/** Says it when the connection is lost, saving fails, or all is well again; not at every edit. */
function useAnnouncedState(state: SaveState, help: string): void {
  const { t } = useTranslation();
  const said = useRef<SaveState>("saved");
  useEffect(() => {
    if (state === "saving" || state === said.current) return;
    said.current = state;
    announce(state === "saved" ? t("syncHelp.nowSaved") : help, "polite");
  }, [state, help, t]);
}
