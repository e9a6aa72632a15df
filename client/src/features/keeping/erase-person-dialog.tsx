import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShowEntry } from "../../fields/way-to.ts";
import { giveNow } from "../../plan/give-now.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./keeping.module.css";
import { NamePlaces } from "./name-places-list.tsx";

/** Asks what of a person must go, says where the name stands in the plan itself, and erases. */
export function ErasePersonDialog({
  person,
  onShow,
  onClose,
}: {
  readonly person: { readonly id: string; readonly name: string };
  readonly onShow: ShowEntry;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const [words, setWords] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { id: member, name } = person;

  async function erase(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const answer = await giveNow(connection, { type: "member.anonymise", member, words });
    setBusy(false);
    if (answer === "unsaved" || !answer.ok)
      return setProblem((answer === "unsaved" ? null : answer.failure.title) ?? t("keeping.failed"));
    showToast(t("keeping.person.done"));
    onClose();
  }

  return (
    <Dialog
      title={t("keeping.person.dialogTitle", { name })}
      description={t("keeping.person.dialogText", { name })}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <fieldset className={styles.choices}>
        <legend>{t("keeping.person.what")}</legend>
        <Choice
          isChosen={!words}
          label={t("keeping.person.nameOnly")}
          help={t("keeping.person.nameOnlyHelp")}
          onChoose={() => setWords(false)}
        />
        <Choice
          isChosen={words}
          label={t("keeping.person.words")}
          help={t("keeping.person.wordsHelp")}
          onChoose={() => setWords(true)}
        />
      </fieldset>
      <NamePlaces name={name} onShow={onShow} />
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t("keeping.cancel")}</Button>
        <Button variant="danger" disabled={isBusy} onClick={() => void erase()}>
          {t("keeping.person.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}

function Choice({
  isChosen,
  label,
  help,
  onChoose,
}: {
  readonly isChosen: boolean;
  readonly label: string;
  readonly help: string;
  readonly onChoose: () => void;
}): ReactNode {
  const id = useId();
  return (
    <div className={styles.choice}>
      <input
        type="radio"
        id={id}
        name="erase-what"
        checked={isChosen}
        aria-describedby={`${id}-help`}
        onChange={onChoose}
      />
      <span className={styles.who}>
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-help`} className={styles.note}>
          {help}
        </span>
      </span>
    </div>
  );
}
