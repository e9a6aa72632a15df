import { rootOf } from "@planwand/shared/views/workshop.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useActivities } from "../../plan/hooks.ts";

/** What can be voted on in a step, in the order in which it stands there; null before the step began. */
export function useBallot(
  session: Session,
  step: string,
): readonly { readonly id: string; readonly title: string }[] | null {
  const titleOf = useItemTitle(session);
  const ballot = session.ballots.get(step);
  return useMemo(
    () =>
      ballot === undefined
        ? null
        : [...new Set(ballot.map((item) => rootOf(session, item)))].map((id) => ({ id, title: titleOf(id) })),
    [ballot, session, titleOf],
  );
}

/** What something that was voted on says: an idea, or an activity. */
export function useItemTitle(session: Session): (item: string) => string {
  const { t } = useTranslation();
  const activities = useActivities();
  return useMemo(() => {
    const titles = new Map(activities.map(({ id, title }) => [id, title]));
    return (item) => session.ideas.get(item)?.text ?? (titles.get(item) || t("board.untitled"));
  }, [activities, session, t]);
}
