import { ROLE_SLOTS, type RoleSlot } from "@planwand/shared/plan/schema.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { assignAll } from "../../plan/edit-activity.ts";
import { useParties } from "../../plan/hooks.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./move-dialog.module.css";

/** Gives one party a role in all picked cards. */
export function PickedRoles({
  ids,
  onClose,
}: {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { doc } = usePlanSession();
  const parties = useParties();
  const [slot, setSlot] = useState<RoleSlot>("executor");
  const [chosen, setChosen] = useState("");
  const party = parties.find(({ id }) => id === chosen) ?? parties[0];

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (party !== undefined) {
      assignAll(doc, ids, slot, party.id);
      showToast(t("moving.roles.done", { name: party.name, count: ids.length }));
    }
    onClose();
  }

  return (
    <Dialog
      title={t("moving.roles.title")}
      description={t("moving.picked", { count: ids.length })}
      closeLabel={t("moving.move.cancel")}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <SelectField
          label={t("moving.role")}
          value={slot}
          options={ROLE_SLOTS.map((value) => ({ value, label: t(`activity.roles.${value}`) }))}
          onChange={(value) => setSlot(ROLE_SLOTS.find((known) => known === value) ?? slot)}
        />
        {party === undefined ? (
          <p>{t("moving.roles.nobody")}</p>
        ) : (
          <SelectField
            label={t("moving.roles.who")}
            value={party.id}
            options={parties.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        )}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t("moving.move.cancel")}</Button>
          <Button type="submit" variant="primary" disabled={party === undefined}>
            {t("moving.roles.confirm")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
