import { type ReactNode, Suspense } from "react";
import { StartPage } from "../features/start/start-page.tsx";
import { part } from "../ui/part.ts";

const NewPlanFromFile = part(async () => (await import("./new-plan-from-file.tsx")).NewPlanFromFile);

/** The first page, with all ways into a plan. */
export function Start(): ReactNode {
  return (
    <StartPage
      renderFromFile={(typedTitle, close) => (
        <Suspense fallback={null}>
          <NewPlanFromFile typedTitle={typedTitle} onClose={close} />
        </Suspense>
      )}
    />
  );
}
