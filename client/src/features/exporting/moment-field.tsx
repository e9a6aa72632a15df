import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSnapshotWords } from "../../fields/snapshot-words.ts";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./exporting.module.css";

/** Which state of the plan is exported: now, or any moment that was kept. Who looks at the past exports what is on the page. */
export function MomentField({
  moment,
  onChoose,
}: {
  readonly moment: string | null;
  readonly onChoose: (moment: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { isPast } = usePlanSession();
  const words = useSnapshotWords();
  const snapshots = [...useJournal().snapshots.values()].toReversed();
  if (isPast) return <p className={styles.help}>{t("exporting.moment.past")}</p>;
  if (snapshots.length === 0) return null;
  return (
    <SelectField
      label={t("exporting.moment.label")}
      value={moment ?? ""}
      options={[
        { value: "", label: t("exporting.moment.now") },
        ...snapshots.map((snapshot) => ({ value: snapshot.id, label: words.choice(snapshot) })),
      ]}
      onChange={(value) => onChoose(value === "" ? null : value)}
    />
  );
}
