import { ENTRY_KINDS } from "@planwand/shared/diff/value-kinds.ts";
import { RotateCcw } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ShowEntry } from "../../fields/way-to.ts";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { type KnownChanges, useChanges } from "../../plan/changes.ts";
import { useJournal } from "../../plan/journal.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { EmptyView, ViewPage } from "../../ui/view-page.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { HistoryRow } from "./history-row.tsx";
import styles from "./history.module.css";
import { MomentSlider } from "./moment-slider.tsx";
import { SessionHead } from "./session-head.tsx";
import { type HistoryFilter, isShown, rowsOf, tell } from "./told.ts";

const ALL = "";
const KINDS = [...ENTRY_KINDS, "meta", "journal"] as const;
/** Heights in pixels until they are measured. */
const DAY_HEIGHT = 56;
const ROW_HEIGHT = 68;

/** What happened to the plan, day by day in sentences; an entry opens what it is about, and the plan as it was then. */
export function HistoryView({ onShow }: { readonly onShow: ShowEntry }): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const { known, reload } = useChanges(planId, null);
  return (
    <ViewPage
      title={t("history.title")}
      intro={t("history.intro")}
      tools={
        <Button onClick={reload}>
          <RotateCcw aria-hidden />
          {t("history.refresh")}
        </Button>
      }
    >
      {known.state === "away" ? <EmptyView text={t("history.away")} /> : null}
      {known.state === "loading" ? <p role="status">{t("history.loading")}</p> : null}
      {known.state === "loading" || (known.state === "away" && known.changes.length === 0) ? null : (
        <History known={known} onShow={onShow} />
      )}
    </ViewPage>
  );
}

function History({ known, onShow }: { readonly known: KnownChanges; readonly onShow: ShowEntry }): ReactNode {
  const { t, i18n } = useTranslation();
  const journal = useJournal();
  const [filter, setFilter] = useState<HistoryFilter>({ person: null, kind: null });
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const dayOf = useMemo(() => {
    const options = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
    const format = dateFormat(locale, options);
    return (at: number) => format.format(at);
  }, [locale]);
  const all = useMemo(() => tell(known.changes, journal), [known.changes, journal]);
  const rows = useMemo(
    () =>
      rowsOf(
        all.filter((told) => isShown(told, filter)),
        [...journal.sessions.values()],
        dayOf,
      ),
    [all, journal.sessions, filter, dayOf],
  );
  const nameOf = (id: string): string => {
    const name = journal.members.get(id)?.name ?? known.people.get(id) ?? "";
    return name === "" ? t("discussion.somebody") : name;
  };
  const people = [...new Set(all.map(({ by }) => by))]
    .map((id) => ({ value: id, label: nameOf(id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const kinds = KINDS.filter((kind) => all.some((told) => isShown(told, { person: null, kind })));
  return (
    <>
      <div className={styles.filters}>
        <SelectField
          label={t("history.person")}
          value={filter.person ?? ALL}
          options={[{ value: ALL, label: t("history.everybody") }, ...people]}
          onChange={(person) => setFilter({ ...filter, person: person === ALL ? null : person })}
        />
        <SelectField
          label={t("history.kind")}
          value={filter.kind ?? ALL}
          options={[
            { value: ALL, label: t("history.everything") },
            ...kinds.map((kind) => ({ value: kind, label: t(`history.kinds.${kind}`) })),
          ]}
          onChange={(kind) => setFilter({ ...filter, kind: KINDS.find((each) => each === kind) ?? null })}
        />
      </div>
      <MomentSlider changes={known.changes} first={known.first} isWhole={known.state === "whole"} />
      {known.state === "more" ? <p role="status">{t("history.more")}</p> : null}
      {rows.length > 0 ? (
        <VirtualList
          label={t("history.title")}
          keys={rows.map(({ key }) => key)}
          heightOf={(index) => (rows[index]?.kind === "told" ? ROW_HEIGHT : DAY_HEIGHT)}
        >
          {(index) => {
            const row = rows[index];
            if (row === undefined) return null;
            if (row.kind === "day") return <h3 className={styles.day}>{row.day}</h3>;
            if (row.kind === "session") return <SessionHead session={row.session} />;
            return (
              <HistoryRow
                told={row.told}
                isInSession={row.isInSession}
                name={nameOf(row.told.by)}
                names={known.names}
                onShow={onShow}
              />
            );
          }}
        </VirtualList>
      ) : (
        <EmptyView text={t(all.length === 0 ? "history.empty" : "history.nothingFound")}>
          {all.length > 0 && (
            <Button onClick={() => setFilter({ person: null, kind: null })}>{t("history.showAll")}</Button>
          )}
        </EmptyView>
      )}
    </>
  );
}
