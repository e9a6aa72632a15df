import type { CopyChoices } from "@planwand/shared/copying/choices.ts";
import { copiedDates } from "@planwand/shared/copying/copied-dates.ts";
import { type FormEvent, type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { rememberedPerson } from "../../sync/device-memory.ts";
import { usePlanSession, useSyncFact } from "../../sync/session.tsx";
import { isSharedDevice } from "../../sync/shared-device.ts";
import { copyPlan } from "../../sync/start-api.ts";
import { Button } from "../../ui/button.tsx";
import { DialogActions } from "../../ui/dialog.tsx";
import { focusMistake } from "../../ui/first-focus.ts";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./copying.module.css";
import { DateChoice } from "./date-choice.tsx";
import { MovedDates } from "./moved-dates.tsx";
import { PartChoice } from "./part-choice.tsx";
import { TITLE_MAX, useDraft } from "./use-draft.ts";
import { usePlanNow } from "./use-plan-now.ts";

/** What the copy is called, what goes along, where its dates come to lie, and making it. */
export function CopyForm({ onCopied }: { readonly onCopied: (planId: string) => void }): ReactNode {
  const { t } = useTranslation();
  const plan = usePlanNow();
  const draft = useDraft(plan);
  const { title, choices, change } = draft;
  const [isChecked, check] = useState(false);
  const { isBusy, mistake, copy } = useCopying(onCopied);
  const wait = useWhyWait();
  const weeks = choices?.weeks ?? 0;
  const { parts } = draft;
  const dates = useMemo(() => copiedDates(plan, { parts, weeks }), [plan, parts, weeks]);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    check(true);
    if (title.trim() === "" || choices === null) focusMistake(event.currentTarget);
    else if (wait === null && !isBusy) void copy(title.trim(), choices);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-busy={isBusy}>
      <TextField
        label={t("start.planTitle")}
        error={isChecked && title.trim() === "" ? t("start.planTitleMissing") : undefined}
        maxLength={TITLE_MAX}
        value={title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <PartChoice plan={plan} draft={draft} />
      <DateChoice draft={draft} isChecked={isChecked} />
      <MovedDates plan={plan} dates={dates} choices={choices} />
      <DialogActions>
        <p className={styles.status} role="status">
          {isBusy ? t("copying.making") : wait === null ? "" : t(`copying.wait.${wait}`)}
        </p>
        {mistake !== null && (
          <p className={styles.mistake} role="alert">
            {mistake}
          </p>
        )}
        <Button type="submit" variant="primary" disabled={isBusy || wait !== null}>
          {t("copying.make")}
        </Button>
      </DialogActions>
    </form>
  );
}

/** Why nothing can be copied now: the server is away, or does not have all of the plan yet; null when it can. */
function useWhyWait(): "offline" | "unsaved" | null {
  const isAway = useSyncFact("state") === "offline";
  const hasUnsaved = useSyncFact("unsaved") > 0;
  if (isAway) return "offline";
  return hasUnsaved ? "unsaved" : null;
}

function useCopying(onCopied: (planId: string) => void) {
  const { t } = useTranslation();
  const { connection, actor } = usePlanSession();
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);

  async function copy(title: string, choices: CopyChoices): Promise<void> {
    const { name, circle } = actor;
    const who = circle === null ? rememberedPerson() : { name, circle };
    if (who === null) return setMistake(t("copying.failed"));
    setBusy(true);
    setMistake(null);
    const made = await copyPlan(connection.planId, {
      ...choices,
      ...who,
      title,
      sharedDevice: isSharedDevice(),
    });
    setBusy(false);
    if (made.ok) return onCopied(made.value.planId);
    const { status, title: sentence } = made.failure;
    setMistake(status === "unreachable" ? t("start.unreachable") : (sentence ?? t("copying.failed")));
  }

  return { isBusy, mistake, copy };
}
