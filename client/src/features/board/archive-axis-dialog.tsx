import type { Axis } from "@planwand/shared/plan/displaced.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./move-dialog.module.css";

/** Where the cards of a phase or domain go before it is put in the bin: cards never vanish with it. */
export function ArchiveAxisDialog({
  axis,
  name,
  count,
  targets,
  onConfirm,
  onClose,
}: {
  readonly axis: Axis;
  readonly name: string;
  readonly count: number;
  readonly targets: readonly { readonly value: string; readonly label: string }[];
  readonly onConfirm: (target: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(targets[0]?.value ?? "");
  // Another may put the chosen one in the bin while this is open.
  const target = targets.some((each) => each.value === chosen) ? chosen : (targets[0]?.value ?? "");

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    onConfirm(target);
  }

  return (
    <Dialog
      title={t(axis === "phases" ? "axes.where.phase" : "axes.where.domain")}
      description={t("axes.where.cards", { name, count })}
      closeLabel={t("axes.where.cancel")}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <SelectField
          label={t(axis === "phases" ? "axes.where.toPhase" : "axes.where.toDomain")}
          value={target}
          options={targets}
          onChange={setChosen}
        />
        <div className={styles.actions}>
          <Button onClick={onClose}>{t("axes.where.cancel")}</Button>
          <Button type="submit" variant="primary">
            {t("axes.where.confirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
