import { sealOf } from "@planwand/shared/journal/journal.ts";
import { type Expectation, expectationsOf } from "@planwand/shared/views/expectations.ts";
import { standingOf } from "@planwand/shared/views/decisions.ts";
import { ArrowLeft, Gavel, type LucideIcon, Megaphone, Printer, SquareKanban } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useParty } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { usePeriodWords } from "./dates.ts";
import styles from "./people.module.css";
import type { ShowEntry } from "./show-entry.ts";

const ICONS: Record<Expectation["kind"], LucideIcon> = {
  activity: SquareKanban,
  decision: Gavel,
  communication: Megaphone,
};
const VIEW_OF = { activity: "activity", decision: "decisions", communication: "communication" } as const;

/** All that is expected of one party, by date: what it does, decides, advises on, says and hears. */
export function ExpectationsPage({
  partyId,
  onShow,
}: {
  readonly partyId: string;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  const party = useParty(partyId);
  const activities = useActivities();
  const decisions = useEntries("decisions");
  const communications = useEntries("communications");
  const journal = useJournal();
  const period = usePeriodWords();
  const back = (
    <Button onClick={() => onShow("people", null)}>
      <ArrowLeft aria-hidden />
      {t("parties.back")}
    </Button>
  );
  if (party === null) {
    return (
      <ViewPage title={t("parties.title")} intro={t("parties.gone")}>
        <EmptyView text={t("parties.gone")}>{back}</EmptyView>
      </ViewPage>
    );
  }
  const expected = expectationsOf(partyId, { activities, decisions, communications }, (decision) =>
    ["decided", "unsealed"].includes(standingOf(decision, sealOf(journal, decision.id))),
  );
  return (
    <ViewPage
      title={t("parties.expected", { name: party.name })}
      intro={t("parties.expectedIntro")}
      tools={
        <>
          {back}
          <Button onClick={() => print()}>
            <Printer aria-hidden />
            {t("parties.print")}
          </Button>
        </>
      }
    >
      {expected.length === 0 ? <EmptyView text={t("parties.nothingExpected")} /> : null}
      <ol className={styles.list} data-testid="expectations">
        {expected.map((one) => {
          const Icon = ICONS[one.kind];
          return (
            <li key={`${one.kind} ${one.id}`}>
              <button
                type="button"
                className={styles.expectation}
                onClick={() => onShow(VIEW_OF[one.kind], one.id)}
              >
                <Icon size={17} aria-hidden="true" />
                <span className={styles.what}>
                  <strong>{one.title || t("board.untitled")}</strong>
                  <span className={styles.role}>
                    {one.kind === "activity"
                      ? one.slots.map((slot) => t(`activity.roles.${slot}`)).join(", ")
                      : t(`parties.expectedAs.${one.as}`)}
                  </span>
                </span>
                <span className={styles.when}>{period(one.date, null) || t("parties.noDate")}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </ViewPage>
  );
}
