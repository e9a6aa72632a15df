import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { addActivityTo } from "../../plan/actions.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import styles from "./task.module.css";
import { usePlaces } from "./use-places.ts";

/** A card straight onto the wall, in a step that lets everybody do so. */
export function AddCard(): ReactNode {
  const { t } = useTranslation();
  const { doc, actor } = usePlanSession();
  const cells = usePlaces().flatMap(({ value, label, scope }) =>
    scope.kind === "cell" ? [{ value, label, scope }] : [],
  );
  const [chosen, choose] = useState<string | null>(null);
  const [title, setTitle] = useState("");
  const cell = cells.find(({ value }) => value === chosen) ?? cells[0];
  function add(event: FormEvent): void {
    event.preventDefault();
    if (cell === undefined || title.trim() === "") return;
    const { phase, domain } = cell.scope;
    addActivityTo(doc, { phase, domain, title: title.trim(), by: actor.id });
    setTitle("");
    announce(t("takingPart.card.added"), "polite");
  }
  return (
    <form className={styles.task} onSubmit={add}>
      <SelectField
        label={t("takingPart.card.where")}
        value={cell?.value ?? ""}
        options={cells}
        onChange={choose}
      />
      <label className={styles.labelled}>
        <span>{t("takingPart.card.title")}</span>
        <input
          className={styles.field}
          maxLength={200}
          autoComplete="off"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <Button type="submit" variant="primary" size="large" className={styles.wide ?? ""}>
        {t("takingPart.card.add")}
      </Button>
    </form>
  );
}
