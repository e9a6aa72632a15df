import { asksForReasons } from "@planwand/shared/views/reasons.ts";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useJournal } from "../../plan/journal.ts";
import { type OwnChange, setAsking } from "../../plan/own-changes.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { announce } from "../../ui/live-region.tsx";
import { ReasonForm } from "./reason-field.tsx";
import styles from "./reason.module.css";
import { useOwnChange, useValueWords } from "./use-own-change.ts";

/**
 * Asks why an activity of an adopted plan went to another phase or got other dates, in a bar below whatever is on the page: it takes no
 * focus and holds up nothing. Where the panel of the activity is open (`openId`), that asks.
 */
export function WhyBar({ openId }: { readonly openId: string | null }): ReactNode {
  const { doc } = usePlanSession();
  const isAsking = asksForReasons(useJournal());
  useEffect(() => setAsking(doc, isAsking), [doc, isAsking]);
  const own = useOwnChange();
  if (own === null || own.change.field === "status" || own.change.activity === openId) return null;
  const { change, activity } = own;
  return <Bar key={`${change.activity} ${change.field}`} change={change} title={activity.title} />;
}

function Bar({ change, title }: { readonly change: OwnChange; readonly title: string }): ReactNode {
  const { t } = useTranslation();
  const valueOf = useValueWords();
  const { field, from, to } = change;
  const question = t("activity.reasons.whyMoved", {
    title: title.trim() === "" ? t("board.untitled") : title,
    field: t(`activity.reasons.fields.${field}`),
    from: valueOf(field, from),
    to: valueOf(field, to),
  });
  useEffect(() => announce(question, "polite"), [question]);
  return (
    <aside className={styles.bar} aria-label={t("activity.reasons.label")} data-bottom-bar="tall">
      <ReasonForm change={change} question={question} />
    </aside>
  );
}
