import type { SpotlightTarget } from "@planwand/shared/workshop/session.ts";
import { useCallback, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { wallAskOf } from "../../plan/wall-asks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { useOpenOf } from "./use-open-of.ts";

/** How long somebody who is held can look elsewhere, in milliseconds. */
const BACK_AFTER_MS = 400;

/**
 * Brings into view what everybody is asked to look at, and marks it; null for nothing. Returns how to look there again, a moment
 * after somebody looked elsewhere.
 */
export function useLook(planId: string, target: SpotlightTarget | null): () => void {
  const [, navigate] = useLocation();
  const { doc } = usePlanSession();
  const opened = useOpenOf(target?.kind === "member" ? target.id : null);
  const activity = target?.kind === "activity" ? target.id : target?.kind === "member" ? opened : null;
  const decision = target?.kind === "decision" ? target.id : null;
  const phase = target?.kind === "phase" || target?.kind === "cell" ? target.phase : null;
  const domain = target?.kind === "cell" ? target.domain : null;
  const look = useCallback(() => {
    if (activity !== null) goTo(`/plan/${planId}/activity/${activity}`, navigate);
    else if (decision !== null) goTo(`/plan/${planId}/decisions/${decision}`, navigate);
    else if (phase !== null) {
      if (!isOnWall(planId)) navigate(`/plan/${planId}`);
      wallAskOf(doc).set({ what: "look", phase, domain });
    }
  }, [planId, navigate, doc, activity, decision, phase, domain]);
  useEffect(look, [look]);
  useEffect(() => {
    if (phase === null) return undefined;
    return mark(
      domain === null
        ? `[data-phase-header="${CSS.escape(phase)}"]`
        : `[data-cell][data-phase="${CSS.escape(phase)}"][data-domain="${CSS.escape(domain)}"]`,
    );
  }, [phase, domain]);
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(wait.current), [look]);
  return useCallback(() => {
    clearTimeout(wait.current);
    wait.current = setTimeout(look, BACK_AFTER_MS);
  }, [look]);
}

function goTo(path: string, navigate: (path: string) => void): void {
  if (location.pathname !== path) navigate(path);
}

function isOnWall(planId: string): boolean {
  return location.pathname === `/plan/${planId}` || location.pathname.startsWith(`/plan/${planId}/activity/`);
}

/** Draws a line around whatever fits `selector`, now and when it is drawn later. Returns how to take it away. */
function mark(selector: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `${selector}{outline:3px solid var(--accent);outline-offset:-3px;border-radius:var(--radius-md)}`,
  );
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
