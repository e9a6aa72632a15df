import type { Change } from "@planwand/shared/diff/changes.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChangeLines } from "../../fields/change-lines.tsx";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { useChanges } from "../../plan/changes.ts";
import { useJournal } from "../../plan/journal.ts";
import { restoreFields } from "../../plan/restore-moment.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./history.module.css";
import { useTold } from "./use-told.ts";

/** What happened to one activity, fetched when it is unfolded; each field can be put back as it was before a change. */
export function CardHistory({ activityId }: { readonly activityId: string }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.cardTitle}>{t("history.card.title")}</summary>
      {isOpen && <Changes activityId={activityId} />}
    </details>
  );
}

function Changes({ activityId }: { readonly activityId: string }): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const { members } = useJournal();
  const { known, reload } = useChanges(planId, activityId);
  const { state, changes, people, names, first } = known;
  if (state === "loading") return <p role="status">{t("history.card.loading")}</p>;
  if (state === "away") return <p role="status">{t("history.card.away")}</p>;
  if (changes.length === 0) return <p>{t("history.card.empty")}</p>;
  return (
    <ol className={styles.cardList}>
      {changes.map((change, at) => (
        <CardChange
          key={change.seq}
          change={change}
          before={changes[at + 1]?.seq ?? first?.seq ?? null}
          name={members.get(change.actor)?.name ?? people.get(change.actor) ?? ""}
          names={names}
          onDone={reload}
        />
      ))}
    </ol>
  );
}

function CardChange({
  change,
  before,
  name,
  names,
  onDone,
}: {
  readonly change: Change;
  /** The moment at which the activity still was as before this change; null when that is not kept. */
  readonly before: number | null;
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
  readonly onDone: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { connection, canWrite } = usePlanSession();
  const told = useTold(names);
  const [isBusy, setBusy] = useState(false);
  const when = dateFormat(DATE_LOCALES[languageOf(i18n.language)], {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(change.at);
  const { id, at, actor: by } = change;

  async function putBack(field: string): Promise<void> {
    setBusy(true);
    const at = { root: "activities", id, fields: [field] } as const;
    const takeBack = before === null ? null : await restoreFields(connection, String(before), at);
    setBusy(false);
    if (takeBack === null) return showToast(t("history.card.failed"));
    showToast(t("history.card.done"), { label: t("undo.undo"), run: () => void takeBack() });
    onDone();
  }

  return (
    <li className={styles.cardChange}>
      <p className={styles.sentence}>
        <time className={styles.when} dateTime={new Date(at).toISOString()}>
          {when}
        </time>{" "}
        {told(name === "" ? t("discussion.somebody") : name, {
          kind: "change",
          key: "",
          at,
          by,
          change,
          reasons: [],
        })}
      </p>
      <ChangeLines
        change={change}
        names={names}
        {...(canWrite && before !== null
          ? {
              renderAside: (field: string, label: string) => (
                <Button
                  size="small"
                  variant="ghost"
                  disabled={isBusy}
                  aria-label={t("history.card.putBackOf", { field: label, when })}
                  onClick={() => void putBack(field)}
                >
                  {t("history.card.putBack")}
                </Button>
              ),
            }
          : {})}
      />
    </li>
  );
}
