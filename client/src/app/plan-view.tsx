import { type ReactNode, Suspense, useCallback } from "react";
import { useLocation } from "wouter";
import { part } from "../ui/part.ts";
import type { ViewName } from "./view-names.ts";

const CommunicationView = part(
  async () => (await import("../features/communication/communication-view.tsx")).CommunicationView,
);
const DiscussionView = part(
  async () => (await import("../features/discussion/discussion-view.tsx")).DiscussionView,
);

/** One of the views beside the wall, with what is open in it. */
export function PlanView({
  planId,
  view,
  entryId,
}: {
  readonly planId: string;
  readonly view: ViewName;
  readonly entryId: string | null;
}): ReactNode {
  const [, navigate] = useLocation();
  const show = useCallback(
    (where: ViewName | "activity", id: string | null) =>
      navigate(`/plan/${planId}/${where}${id === null ? "" : `/${id}`}`),
    [navigate, planId],
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
      case "communication":
        return <CommunicationView entryId={entryId} onShow={show} />;
      case "goals":
      case "decisions":
      case "people":
      case "parking":
        return null;
    }
  }
}
