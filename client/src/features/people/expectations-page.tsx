import { sealOf } from "@planwand/shared/journal/journal.ts";
import { standingOf } from "@planwand/shared/views/decisions.ts";
import { type Expectation, expectationsOf } from "@planwand/shared/views/expectations.ts";
import { ArrowLeft, Printer } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PutBackButton } from "../../fields/put-back-button.tsx";
import { useBinned } from "../../plan/bin.ts";
import { useToday } from "../../plan/today.ts";
import { useEntries } from "../../plan/entry-lists.ts";
import { useActivities, useParties } from "../../plan/hooks.ts";
import { useJournal } from "../../plan/journal.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { ExpectationRow } from "./expectation-row.tsx";
import styles from "./expectations.module.css";
import { PartySelect } from "./party-select.tsx";
import type { ShowEntry } from "./show-entry.ts";

/** All that is expected of one party, by date: what it does, decides, advises on, says and hears; what is over comes below. */
export function ExpectationsPage({
  partyId,
  onShow,
}: {
  readonly partyId: string;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t } = useTranslation();
  const parties = useParties();
  const party = parties.find(({ id }) => id === partyId);
  const activities = useActivities();
  const decisions = useEntries("decisions");
  const communications = useEntries("communications");
  const journal = useJournal();
  const today = useToday();
  const binned = useBinned("parties", partyId);
  const back = (
    <Button onClick={() => onShow("people", null)}>
      <ArrowLeft aria-hidden />
      {t("parties.back")}
    </Button>
  );
  if (party === undefined) {
    const name = binned?.title || t("parties.unnamed");
    return (
      <ViewPage title={t("parties.title")} intro={t("parties.intro.list")}>
        <EmptyView text={binned === null ? t("parties.gone") : t("parties.inBin", { name })}>
          {binned === null ? null : <PutBackButton one={binned} title={name} variant="primary" />}
          {back}
        </EmptyView>
      </ViewPage>
    );
  }
  const expected = expectationsOf(
    partyId,
    { activities, decisions, communications },
    (decision) => ["decided", "unsealed"].includes(standingOf(decision, sealOf(journal, decision.id))),
    today,
  );
  const [over, ahead] = [expected.filter(({ isOver }) => isOver), expected.filter(({ isOver }) => !isOver)];
  const counted = (some: readonly Expectation[]): string => {
    const count = (kind: Expectation["kind"]): number => some.filter((one) => one.kind === kind).length;
    return [
      [count("activity"), "board.count"] as const,
      [count("decision"), "parties.decisions"] as const,
      [count("communication"), "parties.moments"] as const,
      [some.filter(({ isLate }) => isLate).length, "parties.lateCount"] as const,
    ]
      .flatMap(([number, key]) => (number === 0 ? [] : [t(key, { count: number })]))
      .join(" · ");
  };
  const listed = (some: readonly Expectation[], name: string, testId: string): ReactNode => (
    <section className={styles.part} aria-label={name}>
      <h3 className={styles.heading}>
        {name}
        <span className={styles.summary}>{counted(some)}</span>
      </h3>
      <ol className={styles.list} data-testid={testId}>
        {some.map((one) => (
          <ExpectationRow key={`${one.kind} ${one.id}`} expected={one} partyId={partyId} onShow={onShow} />
        ))}
      </ol>
    </section>
  );
  return (
    <ViewPage
      title={t("parties.expected", { name: party.name || t("parties.unnamed") })}
      intro={`${t(`parties.kinds.${party.kind}`)} · ${t(`people.circles.${party.circle}`)}`}
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
      <div className={styles.choose}>
        <PartySelect value={partyId} onChange={(id) => onShow("people", id)} />
      </div>
      {ahead.length === 0 ? (
        <EmptyView text={t("parties.nothingExpected")} />
      ) : (
        listed(ahead, t("parties.ahead"), "expectations")
      )}
      {over.length === 0 ? null : listed(over, t("parties.over"), "expectations-over")}
    </ViewPage>
  );
}
