import type { EntryKind } from "@planwand/shared/diff/value-kinds.ts";
import { History } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { ChangeLines } from "../../fields/change-lines.tsx";
import { PutBackButton } from "../../fields/put-back-button.tsx";
import { type ShowEntry, wayTo } from "../../fields/way-to.ts";
import { dateFormat } from "../../i18n/date-format.ts";
import { DATE_LOCALES, languageOf } from "../../i18n/setup.ts";
import { useBinned } from "../../plan/bin.ts";
import { pastName } from "../../sync/past-name.ts";
import { usePlanSession } from "../../sync/session.tsx";
import styles from "./history.module.css";
import type { Told } from "./told.ts";
import { isWholeMove, useTold } from "./use-told.ts";

/** One thing that happened: the sentence opens what it is about, beside it is the way to the plan of then. */
export function HistoryRow({
  told,
  isInSession,
  name,
  names,
  onShow,
}: {
  readonly told: Told;
  /** It happened in the work session whose name stands above it. */
  readonly isInSession: boolean;
  readonly name: string;
  readonly names: ReadonlyMap<string, string>;
  readonly onShow: ShowEntry;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const { planId } = usePlanSession().connection;
  const sentence = useTold(names)(name, told);
  const locale = DATE_LOCALES[languageOf(i18n.language)];
  const time = dateFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(told.at);
  const go = wayFor(told);
  const moment = momentOf(told);
  return (
    <div className={styles.entry} data-testid="history-entry" data-in-session={isInSession || undefined}>
      <time className={styles.time} dateTime={new Date(told.at).toISOString()}>
        {time}
      </time>
      <div className={styles.words}>
        {go === null ? (
          <p className={styles.sentence}>{sentence}</p>
        ) : (
          <button type="button" className={styles.open} onClick={() => onShow(...go)}>
            {sentence}
          </button>
        )}
        {told.kind === "change" && !isWholeMove(told.change) && (
          <ChangeLines change={told.change} names={names} />
        )}
        {told.kind === "change" &&
          told.reasons.map(({ seq, reason }) => (
            <p key={seq} className={styles.reason}>
              {t("history.reason", { reason })}
            </p>
          ))}
        {told.kind === "change" && told.change.change === "archived" && told.change.kind !== "meta" ? (
          <PutBack root={told.change.kind} id={told.change.id} />
        ) : null}
        {reopenedFor(told) !== "" && (
          <p className={styles.reason}>{t("history.reason", { reason: reopenedFor(told) })}</p>
        )}
      </div>
      {moment !== null && (
        <Link
          href={`/plan/${pastName(planId, moment)}`}
          className={styles.then}
          aria-label={t("history.asThenOf", { time })}
          title={t("history.asThen")}
        >
          <History size={16} aria-hidden />
        </Link>
      )}
    </div>
  );
}

/** The way back for what was put away, for as long as it lies in the bin. */
function PutBack({ root, id }: { readonly root: EntryKind; readonly id: string }): ReactNode {
  const { t } = useTranslation();
  const binned = useBinned(root, id);
  if (binned === null) return null;
  return (
    <p className={styles.putBack}>
      <PutBackButton one={binned} title={binned.title || t(`bin.unnamed.${root}`)} />
    </p>
  );
}

function reopenedFor(told: Told): string {
  return told.kind === "reopened" ? (told.seal.reopened?.reason ?? "") : "";
}

function wayFor(told: Told): Parameters<ShowEntry> | null {
  if (told.kind === "change") return wayTo(told.change.kind, told.change.id);
  return told.kind === "taken" || told.kind === "reopened" ? ["decisions", told.seal.decision] : null;
}

/** What names the plan as it stood then; null for what says nothing of how it stood. */
function momentOf(told: Told): string | null {
  if (told.kind === "change") return String(told.change.seq);
  if (told.kind === "snapshot") return told.snapshot.id;
  if (told.kind === "opened") return told.session.openingSnapshot;
  if (told.kind === "closed") return told.session.closingSnapshot;
  return told.kind === "version" ? told.version.snapshot : null;
}
