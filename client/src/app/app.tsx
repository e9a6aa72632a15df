import { isId } from "@planwand/shared/kernel/id.ts";
import { type ReactNode, Suspense } from "react";
import { Route, Switch } from "wouter";
import { readPastName } from "../sync/past-name.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { page, part } from "../ui/part.ts";
import { Toaster } from "../ui/toaster.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { PlanPage } from "./plan-page.tsx";
import { faceOf, PLAN_PATH, viewOf } from "./view-names.ts";

const FocusKeeper = part(async () => (await import("../ui/focus-keeper.tsx")).FocusKeeper);
const SiteHeader = page(async () => (await import("./start-pages.ts")).SiteHeader);
const Start = page(async () => (await import("./start-pages.ts")).Start);
const HelpPage = page(async () => (await import("./start-pages.ts")).HelpPage);
const JoinPage = page(async () => (await import("./start-pages.ts")).JoinPage);

const PageNotFound = page(async () => (await import("./start-pages.ts")).PageNotFound);
const PastPage = page(async () => (await import("./past-page.tsx")).PastPage);
const PlanNotFound = page(async () => (await import("./start-pages.ts")).PlanNotFound);

/** Every page of the product by its address. */
export function App(): ReactNode {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/">
            <SiteHeader />
            <Start />
          </Route>
          <Route path="/join">
            <SiteHeader />
            <JoinPage />
          </Route>
          <Route path="/help/:name?">
            {({ name }) => (
              <>
                <SiteHeader />
                <HelpPage name={name ?? null} />
              </>
            )}
          </Route>
          <Route path={PLAN_PATH}>
            {({ planId, view, entry }) => (
              <Plan planId={planId} view={view ?? null} entryId={entry ?? null} />
            )}
          </Route>
          <Route>
            <PageNotFound />
          </Route>
        </Switch>
      </Suspense>
      <Suspense fallback={null}>
        <FocusKeeper />
      </Suspense>
      <LiveRegion />
      <Toaster />
    </ErrorBoundary>
  );
}

function Plan({
  planId,
  view,
  entryId,
}: {
  readonly planId: string | undefined;
  readonly view: string | null;
  readonly entryId: string | null;
}): ReactNode {
  const { planId: plan = "", moment = null } = planId === undefined ? {} : readPastName(planId);
  if (moment !== null && isId(plan))
    return <PastPage key={planId} planId={plan} moment={moment} view={viewOf(view)} entryId={entryId} />;
  return isId(planId) ? (
    <PlanPage key={planId} planId={planId} view={viewOf(view)} face={faceOf(view)} entryId={entryId} />
  ) : (
    <PlanNotFound />
  );
}
