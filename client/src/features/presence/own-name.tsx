import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { WhoFields } from "../../fields/who-fields.tsx";
import { rememberPerson } from "../../sync/device-memory.ts";
import { introduceAs } from "../../sync/own-name-api.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { focusMistake } from "../../ui/first-focus.ts";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./own-name.module.css";

/** How one is known in this plan, to be changed: everybody who has it open sees that at once. */
export function OwnName({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  const { actor, connection } = usePlanSession();
  const [name, setName] = useState(actor.name);
  const [circle, setCircle] = useState(actor.circle);
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);

  async function save(form: HTMLFormElement): Promise<void> {
    setChecked(true);
    const written = name.trim();
    if (written === "" || circle === null) return focusMistake(form);
    if (written === actor.name && circle === actor.circle) return onDone();
    setBusy(true);
    setMistake(null);
    const saved = await introduceAs(connection.planId, { name: written, circle });
    setBusy(false);
    if (!saved.ok) {
      const { status, title } = saved.failure;
      return setMistake(status === "unreachable" ? t("who.away") : (title ?? t("who.failed")));
    }
    rememberPerson({ name: written, circle });
    showToast(t("who.saved", { name: written }));
    onDone();
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void save(event.currentTarget);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate data-testid="own-name">
      <WhoFields name={name} circle={circle} isChecked={isChecked} onName={setName} onCircle={setCircle} />
      <p className={styles.note}>{t("who.note")}</p>
      {mistake !== null && (
        <p className={styles.mistake} role="alert">
          {mistake}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={onDone}>{t("who.cancel")}</Button>
        <Button type="submit" variant="primary" disabled={isBusy}>
          {t(isBusy ? "who.saving" : "who.save")}
        </Button>
      </div>
    </form>
  );
}
