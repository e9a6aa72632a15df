import { type ComponentProps, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActivityPanel } from "../features/activity/activity-panel.tsx";
import { Discussion } from "../features/discussion/discussion.tsx";
import { useActivity } from "../plan/hooks.ts";

/** The panel of an activity with all that hangs on it: the features of which it is made know nothing of each other. */
export function ActivityPage(props: Omit<ComponentProps<typeof ActivityPanel>, "discussion">): ReactNode {
  const { t } = useTranslation();
  const { activityId } = props;
  const activity = useActivity(activityId);
  return (
    <ActivityPanel
      {...props}
      discussion={
        <Discussion
          key={activityId}
          anchor={{ kind: "activity", id: activityId }}
          subject={activity?.title || t("board.untitled")}
        />
      }
    />
  );
}
