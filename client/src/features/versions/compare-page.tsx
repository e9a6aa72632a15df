import { differencesOf, type Differences, type Standing } from "@planwand/shared/diff/differences.ts";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useJournal } from "../../plan/journal.ts";
import { standingNow } from "../../plan/standing-now.ts";
import { fetchMoment, standingOf } from "../../sync/moments.ts";
import type { PlanConnection } from "../../sync/plan-connection.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { DifferenceList } from "./difference-list.tsx";
import { useSnapshotWords } from "../../fields/snapshot-words.ts";
import styles from "./versions.module.css";

const NOW = "now";

/** What became different between two moments, in sentences; each is a snapshot or now. */
export function ComparePage({
  from,
  to,
  onShow,
}: {
  readonly from: string;
  readonly to: string;
  readonly onShow: (entry: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useSnapshotWords();
  const snapshots = [...useJournal().snapshots.values()].toReversed();
  const compared = useDifferences(from, to);
  const options = [
    { value: NOW, label: t("versions.now") },
    ...snapshots.map((snapshot) => ({ value: snapshot.id, label: words.choice(snapshot) })),
  ];
  return (
    <ViewPage
      title={t("versions.compareTitle")}
      intro={t("changes.legend")}
      tools={
        <Button onClick={() => onShow(null)}>
          <ArrowLeft aria-hidden />
          {t("versions.backToList")}
        </Button>
      }
    >
      <div className={styles.between}>
        <SelectField
          label={t("versions.from")}
          value={from}
          options={options}
          onChange={(chosen) => onShow(`${chosen}..${to}`)}
        />
        <SelectField
          label={t("versions.to")}
          value={to}
          options={options}
          onChange={(chosen) => onShow(`${from}..${chosen}`)}
        />
      </div>
      {compared === "loading" ? <p role="status">{t("versions.comparing")}</p> : null}
      {compared === "away" ? <EmptyView text={t("versions.away")} /> : null}
      {typeof compared === "string" ? null : <DifferenceList differences={compared} />}
    </ViewPage>
  );
}

function useDifferences(from: string, to: string): Differences | "loading" | "away" {
  const { connection } = usePlanSession();
  const [standings, setStandings] = useState<readonly [Standing, Standing] | "loading" | "away">("loading");
  useEffect(() => {
    let isOver = false;
    setStandings("loading");
    void Promise.all([standing(connection, from), standing(connection, to)]).then(([before, after]) => {
      if (!isOver) setStandings(before === null || after === null ? "away" : [before, after]);
    });
    return () => {
      isOver = true;
    };
  }, [connection, from, to]);
  return useMemo(
    () => (typeof standings === "string" ? standings : differencesOf(standings[0], standings[1])),
    [standings],
  );
}

async function standing(connection: PlanConnection, moment: string): Promise<Standing | null> {
  if (moment === NOW) return standingNow(connection);
  const past = await fetchMoment(connection.planId, moment);
  return past.ok ? standingOf(past.value) : null;
}
