import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import { RotateCcw } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { fetchHistory } from "../../sync/api.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import styles from "./history.module.css";
import { useChangeWords } from "./use-change-words.ts";

type Loaded =
  | { readonly kind: "loading" | "away" }
  | {
      readonly kind: "there";
      readonly entries: readonly HistoryEntry[];
      readonly people: ReadonlyMap<string, string>;
    };

/** What happened to the activities, day by day in sentences; pressing one shows its card, whatever became of it. */
export function HistoryView({ onOpen }: { readonly onOpen: (activity: string) => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const { planId } = usePlanSession().connection;
  const [loaded, setLoaded] = useState<Loaded>({ kind: "loading" });
  const load = useCallback(async () => {
    const answer = await fetchHistory(planId);
    setLoaded(answer.ok ? { kind: "there", ...answer.value } : { kind: "away" });
  }, [planId]);
  useEffect(() => void load(), [load]);
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const day = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const entries = loaded.kind === "there" ? loaded.entries : [];
  const days = Map.groupBy(entries, ({ at }) => day.format(at));
  return (
    <ViewPage
      title={t("history.title")}
      intro={t("history.intro")}
      tools={
        <Button onClick={() => void load()}>
          <RotateCcw aria-hidden />
          {t("history.refresh")}
        </Button>
      }
    >
      {loaded.kind === "loading" ? <p role="status">{t("history.loading")}</p> : null}
      {loaded.kind === "away" ? <EmptyView text={t("history.away")} /> : null}
      {loaded.kind === "there" && entries.length === 0 ? <EmptyView text={t("history.empty")} /> : null}
      {[...days].map(([name, changes]) => (
        <section key={name} className={styles.day} aria-label={name}>
          <h3 className={styles.heading}>{name}</h3>
          <ol className={styles.list}>
            {changes.map((entry) => (
              <Sentence
                key={`${String(entry.at)} ${entry.activity} ${JSON.stringify(entry.change)}`}
                entry={entry}
                name={loaded.kind === "there" ? (loaded.people.get(entry.actor) ?? "") : ""}
                locale={locale}
                onOpen={onOpen}
              />
            ))}
          </ol>
        </section>
      ))}
    </ViewPage>
  );
}

function Sentence({
  entry,
  name,
  locale,
  onOpen,
}: {
  readonly entry: HistoryEntry;
  readonly name: string;
  readonly locale: string;
  readonly onOpen: (activity: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const words = useChangeWords();
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  return (
    <li>
      <button type="button" className={styles.entry} onClick={() => onOpen(entry.activity)}>
        <time className={styles.time} dateTime={new Date(entry.at).toISOString()}>
          {time.format(entry.at)}
        </time>
        <span className={styles.words}>{words(name === "" ? t("discussion.somebody") : name, entry)}</span>
      </button>
    </li>
  );
}
