import { type ReactNode, Suspense, useCallback } from "react";
import { useLocation } from "wouter";
import { part } from "../ui/part.ts";
import type { ViewName } from "./view-names.ts";

const DecisionsPage = part(async () => (await import("./decisions-page.tsx")).DecisionsPage);
const ExampleView = part(async () => (await import("../features/example/example-view.tsx")).ExampleView);
const AttentionView = part(
  async () => (await import("../features/attention/attention-view.tsx")).AttentionView,
);
const HistoryView = part(async () => (await import("../features/history/history-view.tsx")).HistoryView);
const VersionsView = part(async () => (await import("../features/versions/versions-view.tsx")).VersionsView);
const GoalsView = part(async () => (await import("../features/goals/goals-view.tsx")).GoalsView);
const ParkingView = part(async () => (await import("../features/parking/parking-view.tsx")).ParkingView);
const PeopleView = part(async () => (await import("../features/people/people-view.tsx")).PeopleView);
const CommunicationView = part(
  async () => (await import("../features/communication/communication-view.tsx")).CommunicationView,
);
const ProgressView = part(async () => (await import("../features/progress/progress-view.tsx")).ProgressView);
const TimelineView = part(async () => (await import("../features/timeline/timeline-view.tsx")).TimelineView);
const DiscussionView = part(
  async () => (await import("../features/discussion/discussion-view.tsx")).DiscussionView,
);

const TablePage = part(async () => (await import("./table-page.tsx")).TablePage);
const ProductsView = part(async () => (await import("../features/products/products-view.tsx")).ProductsView);
const MissingPage = part(async () => (await import("./missing-page.tsx")).MissingPage);

/** One of the views beside the wall, with what is open in it. */
export function PlanView({
  planId,
  view,
  entryId,
  isHiding,
}: {
  readonly planId: string;
  readonly view: ViewName;
  readonly entryId: string | null;
  /** Whether the filter of the page leaves out what it does not find. */
  readonly isHiding: boolean;
}): ReactNode {
  const [, navigate] = useLocation();
  const show = useCallback(
    (where: ViewName | "activity", id: string | null) => {
      // What a view says of itself in the address stays as long as one stays in it.
      const query = where === view ? location.search : "";
      navigate(`/plan/${planId}/${where}${id === null ? "" : `/${id}`}${query}`);
    },
    [navigate, planId, view],
  );
  return <Suspense fallback={null}>{viewFor()}</Suspense>;

  function viewFor(): ReactNode {
    switch (view) {
      case "discussion":
        return (
          <DiscussionView
            entryId={entryId}
            onOpen={({ kind, id }) => show(kind === "activity" ? "activity" : "decisions", id)}
          />
        );
      case "decisions":
        return (
          <DecisionsPage
            openId={entryId}
            onOpen={(id) => show("decisions", id)}
            onOpenActivity={(id) => show("activity", id)}
          />
        );
      case "table":
        return <TablePage openId={entryId} onOpen={(id) => show("table", id)} isHiding={isHiding} />;
      case "products":
        return <ProductsView onShow={show} />;
      case "goals":
        return <GoalsView onOpenActivity={(id) => show("activity", id)} />;
      case "parking":
        return <ParkingView />;
      case "attention":
        return <AttentionView onShow={show} />;
      case "versions":
        return <VersionsView entryId={entryId} onShow={(id) => show("versions", id)} />;
      case "history":
        return <HistoryView onOpen={(id) => show("activity", id)} />;
      case "example":
        return <ExampleView />;
      case "people":
        return <PeopleView partyId={entryId} onShow={show} />;
      case "progress":
        return <ProgressView onShow={show} />;
      case "timeline":
        return <TimelineView isHiding={isHiding} onShow={show} />;
      case "missing":
        return <MissingPage />;
      case "communication":
        return <CommunicationView entryId={entryId} onShow={show} />;
    }
  }
}
