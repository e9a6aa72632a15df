import { type ReactNode, Suspense } from "react";
import { StartPage } from "../features/start/start-page.tsx";
import { useLocation } from "wouter";
import { part } from "../ui/part.ts";
import { FOR_COPYING } from "./for-copying.ts";

const NewPlanFromFile = part(async () => (await import("./new-plan-from-file.tsx")).NewPlanFromFile);

/** The first page, with all ways into a plan. */
export function Start(): ReactNode {
  const [, navigate] = useLocation();
  return (
    <StartPage
      onCopy={(planId) => navigate(`/plan/${planId}`, { state: FOR_COPYING })}
      renderFromFile={(typedTitle, close) => (
        <Suspense fallback={null}>
          <NewPlanFromFile typedTitle={typedTitle} onClose={close} />
        </Suspense>
      )}
    />
  );
}
