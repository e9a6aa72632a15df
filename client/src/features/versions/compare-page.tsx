import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSnapshotWords } from "../../fields/snapshot-words.ts";
import { useJournal } from "../../plan/journal.ts";
import { useMyPlans } from "../../sync/my-plans.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { ANOTHER, NOW, planOfSide, sideOfPlan, type Side, useDifferences } from "./compared.ts";
import { DifferenceList } from "./difference-list.tsx";
import styles from "./versions.module.css";

/** What is different between two moments of this plan, or between it and another, in sentences. */
export function ComparePage({
  from,
  to,
  onShow,
}: {
  readonly from: Side;
  readonly to: Side;
  readonly onShow: (entry: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const options = useSides(from);
  const isBetweenPlans = from === ANOTHER || planOfSide(from) !== null;
  return (
    <ViewPage
      title={t(isBetweenPlans ? "versions.plansTitle" : "versions.compareTitle")}
      intro={t(isBetweenPlans ? "versions.plansIntro" : "changes.legend")}
      tools={
        <Button onClick={() => onShow(null)}>
          <ArrowLeft aria-hidden />
          {t("versions.backToList")}
        </Button>
      }
    >
      <div className={styles.between}>
        <SelectField
          label={t(isBetweenPlans ? "versions.otherPlan" : "versions.from")}
          value={from}
          options={isBetweenPlans ? options.plans : options.moments}
          onChange={(chosen) => onShow(`${chosen}..${to}`)}
        />
        <SelectField
          label={t(isBetweenPlans ? "versions.thisPlan" : "versions.to")}
          value={to}
          options={options.moments}
          onChange={(chosen) => onShow(`${from}..${chosen}`)}
        />
      </div>
      {from === ANOTHER ? (
        <EmptyView text={t(options.plans.length > 1 ? "versions.chooseOther" : "versions.noOther")} />
      ) : (
        <Compared from={from} to={to} />
      )}
    </ViewPage>
  );
}

function Compared({ from, to }: { readonly from: Side; readonly to: Side }): ReactNode {
  const { t } = useTranslation();
  const compared = useDifferences(from, to);
  if (compared === "loading") return <p role="status">{t("versions.comparing")}</p>;
  if (compared === "away") return <EmptyView text={t("versions.away")} />;
  return <DifferenceList differences={compared} isBetweenPlans={planOfSide(from) !== null} />;
}

interface Choice {
  readonly value: Side;
  readonly label: string;
}

/** What can be compared: the moments of this plan, and the other plans that this device opens. */
function useSides(from: Side): { readonly moments: readonly Choice[]; readonly plans: readonly Choice[] } {
  const { t } = useTranslation();
  const words = useSnapshotWords();
  const { planId } = usePlanSession().connection;
  const snapshots = [...useJournal().snapshots.values()].toReversed();
  const mine = useMyPlans(from === ANOTHER || planOfSide(from) !== null);
  const others = Array.isArray(mine) ? mine.filter(({ plan }) => plan.id !== planId) : [];
  const known = others.map(({ plan: { id, title } }) => ({
    value: sideOfPlan(id),
    label: title === "" ? t("app.untitledPlan") : title,
  }));
  // A plan by its address stays chosen while the list is on its way.
  const isListed = from === ANOTHER || known.some(({ value }) => value === from);
  return {
    moments: [
      { value: NOW, label: t("versions.now") },
      ...snapshots.map((snapshot) => ({ value: snapshot.id, label: words.choice(snapshot) })),
    ],
    plans: [
      ...(from === ANOTHER ? [{ value: ANOTHER, label: t("versions.choosePlan") }] : []),
      ...(isListed ? [] : [{ value: from, label: "…" }]),
      ...known,
    ],
  };
}
