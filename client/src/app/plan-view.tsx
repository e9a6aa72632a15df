import { type ReactNode, Suspense, useCallback } from "react";
import { useLocation } from "wouter";
import { part } from "../ui/part.ts";
import type { ViewName } from "./view-names.ts";

const DecisionsPage = part(async () => (await import("./views.ts")).DecisionsPage);
const ExampleView = part(async () => (await import("./views.ts")).ExampleView);
const AttentionView = part(async () => (await import("./views.ts")).AttentionView);
const HistoryView = part(async () => (await import("./views.ts")).HistoryView);
const KeepingView = part(async () => (await import("./views.ts")).KeepingView);
const VersionsView = part(async () => (await import("./views.ts")).VersionsView);
const GoalsView = part(async () => (await import("./views.ts")).GoalsView);
const ParkingView = part(async () => (await import("./views.ts")).ParkingView);
const PeopleView = part(async () => (await import("./views.ts")).PeopleView);
const CommunicationView = part(async () => (await import("./views.ts")).CommunicationView);
const ProgressView = part(async () => (await import("./views.ts")).ProgressView);
const TimelineView = part(async () => (await import("./views.ts")).TimelineView);
const DiscussionView = part(async () => (await import("./views.ts")).DiscussionView);

const TablePage = part(async () => (await import("./views.ts")).TablePage);
const ProductsView = part(async () => (await import("./views.ts")).ProductsView);
const MissingPage = part(async () => (await import("./views.ts")).MissingPage);

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
        return <HistoryView onShow={show} />;
      case "keeping":
        return <KeepingView onShow={show} />;
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
